import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from '../../../../../subgraphs/world/random/apportion.ts';

test('parts sum to the whole, and none is a whole one away from its exact share', () => {
  const weights = fc
    .array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some(Boolean));
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), weights, (total, list) => {
      const parts = apportion(total, list);
      const sum = list.reduce((all, weight) => all + weight, 0);
      expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
      for (const [index, part] of parts.entries())
        expect(Math.abs(part - (total * (list[index] ?? 0)) / sum)).toBeLessThan(1);
    }),
  );
});
