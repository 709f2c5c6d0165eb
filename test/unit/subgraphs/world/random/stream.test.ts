import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fmix32, stream } from '../../../../../subgraphs/world/random/stream.ts';

test('fmix32 is the finaliser of MurmurHash3', () => {
  expect([0, 1, 2, 0xffff_ffff].map(fmix32)).toEqual([0, 0x514e28b7, 0x30f4c306, 0x81f16f39]);
});

test('a stream gives the same number for an index whatever was asked before', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.array(fc.nat(), { minLength: 1 }), (seed, name, indexes) => {
      const forwards = stream(seed, name);
      const backwards = stream(seed, name);
      const first = indexes.map((index) => forwards.bits(index));
      const second = indexes.toReversed().map((index) => backwards.bits(index));
      expect(second.toReversed()).toEqual(first);
    }),
  );
});

test('streams of one seed differ by their names, and by their seeds', () => {
  const of = (seed: number, name: string) => Array.from({ length: 100 }, (_, index) => stream(seed, name).bits(index));
  expect(of(1, 'a')).not.toEqual(of(1, 'b'));
  expect(of(1, 'a')).not.toEqual(of(2, 'a'));
});

test('units lie in [0, 1) and spread evenly', () => {
  const { unit } = stream(7, 'spread');
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 100_000; index += 1) {
    const tenth = Math.floor(unit(index) * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  expect(tenths).toHaveLength(10);
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});
