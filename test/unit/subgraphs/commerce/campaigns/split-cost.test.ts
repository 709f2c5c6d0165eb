import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCost } from '../../../../../subgraphs/commerce/campaigns/split-cost.ts';

test('a cost is split in proportion to what is left, to the 分', () => {
  expect(splitCost(100, { merchant: 2_000, marketplace: 1_000 })).toEqual({ merchant: 67, marketplace: 33 });
  expect(splitCost(5, { merchant: 0, marketplace: 5 })).toEqual({ merchant: 0, marketplace: 5 });
  expect(splitCost(1, { merchant: 10, marketplace: 10 })).toEqual({ merchant: 0, marketplace: 1 });
  expect(splitCost(0, { merchant: 0, marketplace: 0 })).toEqual({ merchant: 0, marketplace: 0 });
});

test('parts sum to the cost, and no side ever pays more than its budget, down to the last 分', () => {
  const budget = fc.nat(10_000_000_000);
  fc.assert(
    fc.property(budget, budget, fc.array(fc.nat(1_000_000_000), { maxLength: 20 }), (merchant, marketplace, costs) => {
      const left = { merchant, marketplace };
      for (const cost of [...costs, merchant + marketplace]) {
        const fen = Math.min(cost, left.merchant + left.marketplace);
        const paid = splitCost(fen, left);
        expect(paid.merchant + paid.marketplace).toBe(fen);
        left.merchant -= paid.merchant;
        left.marketplace -= paid.marketplace;
        expect(Math.min(left.merchant, left.marketplace, paid.merchant, paid.marketplace)).toBeGreaterThanOrEqual(0);
      }
      expect(left).toEqual({ merchant: 0, marketplace: 0 });
    }),
    { numRuns: 200 },
  );
});
