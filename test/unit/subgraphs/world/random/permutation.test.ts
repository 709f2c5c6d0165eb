import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permutation } from '../../../../../subgraphs/world/random/permutation.ts';

test('a permutation ranks each index once, and finds it again by its rank', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2_000 }), (seed, size) => {
      const { at, indexOf } = permutation(seed, 'test', size);
      const ranks = Array.from({ length: size }, (_, index) => at(index));
      expect(new Set(ranks).size).toBe(size);
      expect(ranks.every((rank) => rank >= 0 && rank < size)).toBe(true);
      expect(ranks.map(indexOf)).toEqual(Array.from({ length: size }, (_, index) => index));
    }),
  );
});

test('ranks below a quota mark exactly as many rows as the quota', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000 }), fc.nat({ max: 1_000 }), (seed, size, quota) => {
      const { at } = permutation(seed, 'quota', size);
      const marked = Array.from({ length: size }, (_, index) => at(index) < quota).filter(Boolean);
      expect(marked).toHaveLength(Math.min(size, quota));
    }),
  );
});

test('an index outside is refused', () => {
  const { at } = permutation(1, 'test', 10);
  expect(() => at(10)).toThrow(RangeError);
  expect(() => at(-1)).toThrow(RangeError);
});
