import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payeeRate, shareCommission } from '../../../../../subgraphs/commerce/ledger/share-commission.ts';

test('a commission is rounded once, and its parts sum to it', () => {
  expect(shareCommission(12_900, { rateBp: 1_000, authorPercent: 70 })).toEqual({ author: 903, platform: 387 });
  // 1.255 is 1.26; 70 % of it 0.882, and 0.378.
  expect(shareCommission(1_255, { rateBp: 1_000, authorPercent: 70 })).toEqual({ author: 88, platform: 38 });
  expect(shareCommission(5, { rateBp: 1_000, authorPercent: 50 })).toEqual({ author: 1, platform: 0 });
  expect(payeeRate({ rateBp: 725, authorPercent: 70 }, 'AUTHOR')).toBe(50_750);
});

test('whatever the base and the terms, the parts are within a fen of their share and sum to the rounded whole', () => {
  const terms = fc.record({
    rateBp: fc.integer({ min: 0, max: 10_000 }),
    authorPercent: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), terms, (base, { rateBp, authorPercent }) => {
      const { author, platform } = shareCommission(base, { rateBp, authorPercent });
      const whole = (BigInt(base) * BigInt(rateBp) * 2n + 10_000n) / 20_000n;
      expect(BigInt(author) + BigInt(platform)).toBe(whole);
      expect(Math.abs(author - (Number(whole) * authorPercent) / 100)).toBeLessThanOrEqual(1);
    }),
  );
});
