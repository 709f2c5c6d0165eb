import { largestRemainder } from '../conversions/attribution/largest-remainder.ts';

/** Of a rate and of a share of 100 %. */
const WHOLE_RATE = 10_000;
const WHOLE_SHARE = 100;

/** What a merchant gives of what a note sold, and how author and content platform share it. */
export interface CommissionRate {
  /** Of the net sales, in hundredths of a percent: 1,000 is 10 %. */
  readonly rateBp: number;
  /** The author's share of the commission, in percent; the rest is the content platform's. */
  readonly authorPercent: number;
}

/** Amounts in 分. */
export interface SharedCommission {
  readonly author: number;
  readonly platform: number;
}

/**
 * The commission of an order: its base times the rate, rounded half up to a 分 once, and shared by the largest remainder; of equal ones the
 * author has the last 分.
 * @param baseFen net sales that are credited, in 分, not negative
 */
export function shareCommission(baseFen: number, { rateBp, authorPercent }: CommissionRate): SharedCommission {
  const total = roundedProduct(baseFen, rateBp, WHOLE_RATE);
  const shares = [WHOLE_SHARE - authorPercent, authorPercent];
  const quotas = shares.map((share) => {
    const product = total * share;
    return { whole: Math.floor(product / WHOLE_SHARE), rest: product % WHOLE_SHARE };
  });
  const [platform = 0, author = 0] = largestRemainder(total, quotas);
  return { author, platform };
}

/** A payee's own rate of the base, in millionths. */
export function payeeRate({ rateBp, authorPercent }: CommissionRate, payee: 'AUTHOR' | 'CONTENT_PLATFORM'): number {
  return rateBp * (payee === 'AUTHOR' ? authorPercent : WHOLE_SHARE - authorPercent);
}

/** fen × part can exceed what a number holds exactly: whole multiples are split apart from the rest. */
function roundedProduct(fen: number, part: number, whole: number): number {
  const multiples = Math.floor(fen / whole);
  const beyond = (fen % whole) * part;
  return multiples * part + Math.floor((2 * beyond + whole) / (2 * whole));
}
