import type { Lead } from '../placement.ts';
import { byAge, type Outcome, type Read, type Touch } from './touch.ts';
import { LONGEST_WINDOW_MS, windowOf } from './windows.ts';

/** The most touches that share the credit for an outcome: the newest ones. */
export const MOST_TOUCHES = 100;

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

/**
 * The click touches of an outcome, oldest first: those that may be credited, of more than `MOST_TOUCHES` the newest.
 * @param touches any touches, each once; those that may not be credited are passed over
 * @param windowMs the window in milliseconds, boundary included
 */
export function clickTouches(
  outcome: Outcome,
  touches: readonly Touch[],
  windowMs: number = LONGEST_WINDOW_MS,
): Touch[] {
  return touches
    .filter((touch) => led(touch, outcome, windowMs))
    .sort(byAge)
    .slice(-MOST_TOUCHES);
}

/**
 * READ_THROUGH, for an outcome that no click led to: all credit to the newest read, by the same person, of a note that led into the shop,
 * if the person went on to visit the shop or to search between it and the outcome, both included.
 * @param reads any reads; those that may not be credited are passed over
 * @param signs when the person visited the shop or searched, in milliseconds since 1970; a visit is a sign of itself
 * @param windowMs the window in milliseconds, boundary included
 * @returns undefined where there is no such read, or no sign after the newest of them
 */
export function creditedRead(
  outcome: Outcome,
  reads: readonly Read[],
  signs: readonly number[],
  windowMs: number = LONGEST_WINDOW_MS,
): Read | undefined {
  const { person, shopId, occurredAt } = outcome;
  let newest: Read | undefined;
  for (const read of reads) {
    const age = occurredAt - read.occurredAt;
    if (read.person !== person || !read.shopIds.includes(shopId) || age < 0 || age > windowMs) continue;
    if (!newest || byAge(read, newest) > 0) newest = read;
  }
  const from = newest?.occurredAt ?? 0;
  return signs.some((sign) => sign >= from && sign <= occurredAt) ? newest : undefined;
}

/** The link and note that the feed tells of: those of the last click, if it lies within 15 days. */
export function lastClickToTell({ occurredAt }: Pick<Outcome, 'occurredAt'>, touch: Touch | undefined): Lead | null {
  if (!touch || occurredAt - touch.occurredAt > windowOf('DAYS_15').milliseconds) return null;
  return { linkId: touch.linkId, noteId: touch.noteId };
}
