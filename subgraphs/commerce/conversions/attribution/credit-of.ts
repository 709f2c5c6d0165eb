import { clickTouches, creditedRead } from './attribute.ts';
import type { Outcome, Read, Touch } from './touch.ts';
import { WINDOWS } from './windows.ts';

/** What the credit for an outcome is judged by; what has no part in it does no harm. */
export interface Evidence {
  readonly clicks: readonly Touch[];
  readonly reads: readonly Read[];
  /** When the outcome's person visited its shop, or searched: milliseconds since 1970. */
  readonly signs: readonly number[];
}

/** Who has the credit for an outcome, in every window, and in whose shop it was. */
export interface Credit {
  /** Its click touches in the longest window, oldest first. */
  readonly touches: readonly Touch[];
  /** For each of `WINDOWS`, how many of them lie in it: the newest ones. */
  readonly within: readonly number[];
  /** For each of `WINDOWS`, the read that has the credit where no click touch has. */
  readonly reads: readonly (Read | undefined)[];
  readonly shopId: string;
}

/** Judges who has the credit for an outcome. How a model shares it among touches is another question. */
export function creditOf(outcome: Outcome, { clicks, reads, signs }: Evidence): Credit {
  const touches = clickTouches(outcome, clicks);
  const within = WINDOWS.map(({ milliseconds }) => {
    const first = touches.findIndex((touch) => outcome.occurredAt - touch.occurredAt <= milliseconds);
    return first === -1 ? 0 : touches.length - first;
  });
  const credited = WINDOWS.map(({ milliseconds }, window) =>
    within[window] === 0 ? creditedRead(outcome, reads, signs, milliseconds) : undefined,
  );
  return { touches, within, reads: credited, shopId: outcome.shopId };
}

/** Whether reads may have credit for an outcome: where some window has no click touch. */
export function asksForReads(credit: Credit): boolean {
  return credit.within.includes(0);
}
