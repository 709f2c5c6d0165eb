import type { Outcome, Touch } from './touch.ts';
import { LONGEST_WINDOW_MS, WINDOWS } from './windows.ts';

/**
 * Whether a touch may be credited for an outcome: it led into the same shop, the same person made it or the outcome names it, and it
 * lies at or before the outcome and no longer before it than the window, whose boundary is included.
 * @param windowMs the window in milliseconds
 */
function led(touch: Touch, outcome: Outcome, windowMs: number): boolean {
  const age = outcome.occurredAt - touch.occurredAt;
  const known = touch.person !== null && touch.person === outcome.person;
  const named = touch.clickId !== null && outcome.clickIds.includes(touch.clickId);
  return touch.shopId === outcome.shopId && age >= 0 && age <= windowMs && (known || named);
}

/** Of two touches the newer; at one instant the one with the greater name, so that the order of arrival never matters. */
function newer(a: Touch, b: Touch): Touch {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt > b.occurredAt ? a : b;
  if (a.platformId !== b.platformId) return a.platformId > b.platformId ? a : b;
  return a.eventId > b.eventId ? a : b;
}

/**
 * LAST_CLICK: all credit for an outcome goes to the newest touch that may have it.
 * @param touches any touches; those that may not have it are passed over
 * @param windowMs the window in milliseconds, boundary included
 * @returns undefined where no touch led there: then there is no credit
 */
export function lastClick(
  outcome: Outcome,
  touches: readonly Touch[],
  windowMs: number = LONGEST_WINDOW_MS,
): Touch | undefined {
  let last: Touch | undefined;
  for (const touch of touches) {
    if (led(touch, outcome, windowMs)) last = last ? newer(last, touch) : touch;
  }
  return last;
}

/**
 * In which windows a touch that has the credit in the longest window has it: those that are as long as its age. In no other window
 * does another touch have it, since the newest touch is in every window in which any is. One credit is therefore kept, not four.
 * @returns for each of `WINDOWS`
 */
export function creditedWindows(outcome: Pick<Outcome, 'occurredAt'>, touch: Touch): readonly boolean[] {
  const age = outcome.occurredAt - touch.occurredAt;
  return WINDOWS.map((window) => age <= window.milliseconds);
}
