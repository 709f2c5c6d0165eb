import { largestRemainder } from '../conversions/attribution/largest-remainder.ts';

/** What a campaign's two sides have left of their budgets, or pay of a cost; in 分. */
export interface Sides {
  readonly merchant: number;
  readonly marketplace: number;
}

/**
 * Splits a cost between merchant and marketplace in proportion to what is left of their budgets, each part rounded down and the 分 that
 * this leaves given to the larger remainder; of equal ones to the marketplace. Neither pays more than it has left, and both budgets are
 * used up by the same cost.
 * @param fen at most what both have left
 */
export function splitCost(fen: number, left: Sides): Sides {
  const all = BigInt(left.merchant) + BigInt(left.marketplace);
  if (all === 0n) return { merchant: 0, marketplace: 0 };
  const quotas = [left.merchant, left.marketplace].map((own) => {
    const share = BigInt(fen) * BigInt(own);
    return { whole: Number(share / all), rest: Number(share % all) };
  });
  const [merchant = 0, marketplace = 0] = largestRemainder(fen, quotas);
  return { merchant, marketplace };
}
