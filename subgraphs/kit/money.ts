import { fixed } from './decimal.ts';

/** An amount as clients see it. CNY is the only currency until a rule for mixed totals exists. */
export interface Money {
  readonly amount: string;
  readonly currencyCode: 'CNY';
}

/** Whole 分 as clients see them: `yuan(12900)` is 129.00 CNY. */
export function yuan(fen: number | bigint): Money {
  return { amount: fixed(BigInt(fen), 2), currencyCode: 'CNY' };
}
