import { largestRemainder } from './largest-remainder.ts';
import type { ClickModel } from './models.ts';

/** All credit for one outcome, in millionths. */
export const WHOLE_CREDIT = 1_000_000;

const HALF_LIFE_MS = 7 * 86_400_000;

/**
 * Shares the credit for one outcome among its touches.
 * @param occurredAt when each touch happened, oldest first, in milliseconds since 1970; at least one
 * @returns each touch's credit in millionths; they sum to exactly `WHOLE_CREDIT`
 */
export function shareCredit(model: ClickModel, occurredAt: readonly number[]): number[] {
  const weights = WEIGHTS[model](occurredAt);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const quotas = weights.map((weight) => {
    const exact = (WHOLE_CREDIT * weight) / sum;
    const whole = Math.floor(exact);
    return { whole, rest: exact - whole };
  });
  return largestRemainder(WHOLE_CREDIT, quotas);
}

/**
 * Splits an amount by credit, so that the parts sum to it.
 * @param fen in 分, not negative
 * @param credits in millionths, which sum to `WHOLE_CREDIT`
 */
export function splitMoney(fen: number, credits: readonly number[]): number[] {
  if (credits.length === 1) return [fen];
  // fen × credit can exceed what a number holds exactly: whole multiples of WHOLE_CREDIT are split apart from the rest.
  const multiples = Math.floor(fen / WHOLE_CREDIT);
  const beyond = fen % WHOLE_CREDIT;
  const quotas = credits.map((credit) => {
    const product = beyond * credit;
    return { whole: multiples * credit + Math.floor(product / WHOLE_CREDIT), rest: product % WHOLE_CREDIT };
  });
  return largestRemainder(fen, quotas);
}

const WEIGHTS: Readonly<Record<ClickModel, (occurredAt: readonly number[]) => number[]>> = {
  LAST_CLICK: (touches) => touches.map((_, index) => (index === touches.length - 1 ? 1 : 0)),
  FIRST_CLICK: (touches) => touches.map((_, index) => (index === 0 ? 1 : 0)),
  LINEAR: (touches) => touches.map(() => 1),
  POSITION_BASED: (touches) => {
    if (touches.length <= 2) return touches.map(() => 1);
    const between = 200_000 / (touches.length - 2);
    return touches.map((_, index) => (index === 0 || index === touches.length - 1 ? 400_000 : between));
  },
  // Relative to the newest touch: its age divides all weights alike.
  TIME_DECAY: (touches) => {
    const newest = touches.at(-1) ?? 0;
    return touches.map((at) => 2 ** ((at - newest) / HALF_LIFE_MS));
  },
};
