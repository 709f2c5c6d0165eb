import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipf } from '../../../../../subgraphs/world/random/zipf.ts';

test('a sample is a rank, and a greater draw never gives a lower one', () => {
  const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.boolean(), draw, draw, (n, steep, one, other) => {
      const sample = zipf(n, steep);
      const [low, high] = [sample(Math.min(one, other)), sample(Math.max(one, other))];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThan(n);
    }),
  );
});

test('of two ranks the first is drawn two times of three', () => {
  const sample = zipf(2);
  expect([0, 0.66, 0.67, 0.999].map(sample)).toEqual([0, 0, 1, 1]);
});
