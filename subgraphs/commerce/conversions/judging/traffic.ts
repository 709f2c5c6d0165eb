import { heldAt, instantsOf, type Lived } from '../attribution/life.ts';
import { byAge, type Touch } from '../attribution/touch.ts';

/**
 * A tap on a link by a person who tapped the same link less than this many milliseconds before is no person's doing: it is invalid
 * traffic. It does not matter whether that other tap is one itself, so that of a burst the first counts and no other.
 */
export const REPEATED_WITHIN_MS = 1_000;

/** Whether one tap on a link makes another one of the same person on the same link invalid traffic. */
function repeats(touch: Touch, before: Touch): boolean {
  return touch.occurredAt - before.occurredAt < REPEATED_WITHIN_MS && byAge(before, touch) < 0;
}

/** Those of some taps that are invalid traffic beside the others. Taps of nobody known can't be told. */
export function invalidAmong<T extends Touch>(touches: readonly T[]): Set<T> {
  const invalid = new Set<T>();
  for (const own of bySender(touches)) {
    own.forEach((touch, place) => {
      const before = own[place - 1];
      if (before && repeats(touch, before)) invalid.add(touch);
    });
  }
  return invalid;
}

/**
 * The times in which taps count: from when one was recorded, or what made it invalid traffic was taken back, until it was taken back itself
 * or became invalid traffic.
 * @param touches all that ever held of the same persons and links
 * @returns for each the instants at which it turned, into invalid traffic and back, in milliseconds since 1970
 */
export function turnsEver<T extends Lived<Touch>>(touches: readonly T[]): Map<T, readonly number[]> {
  const turns = new Map<T, readonly number[]>();
  for (const own of bySender(touches)) {
    own.forEach((touch, place) => {
      const lives = repeatedLives(own, place);
      if (lives.length > 0) turns.set(touch, turnsOf(touch, lives));
    });
  }
  return turns;
}

/** A tap as a touch in each of the times in which it counts. */
export function countedSpans(touch: Lived<Touch>, turns: readonly number[]): Lived<Touch>[] {
  const bounds = [touch.recordedAt, ...turns];
  return bounds.flatMap((recordedAt, index) => {
    if (index % 2 === 1) return [];
    const retiredAt = bounds[index + 1] ?? touch.retiredAt;
    return recordedAt === retiredAt ? [] : [{ ...touch, recordedAt, retiredAt }];
  });
}

/** Taps by person and link, each one's from the oldest on. */
function bySender<T extends Touch>(touches: readonly T[]): T[][] {
  const known = touches.filter(({ person }) => person !== null);
  const senders = Map.groupBy(known, ({ person, linkId }) => `${person} ${linkId}`);
  return [...senders.values()].map((own) => own.sort(byAge));
}

/** The lives of the taps that make one invalid traffic: where one of them holds as long as it does, that one alone. */
function repeatedLives<T extends Lived<Touch>>(own: readonly T[], place: number): T[] {
  const touch = own[place] as T;
  const lives: T[] = [];
  for (let index = place - 1; index >= 0; index -= 1) {
    const before = own[index] as T;
    if (touch.occurredAt - before.occurredAt >= REPEATED_WITHIN_MS) break;
    if (!repeats(touch, before)) continue;
    if (before.recordedAt <= touch.recordedAt && before.retiredAt === null) return [before];
    lives.push(before);
  }
  return lives;
}

function turnsOf(touch: Lived<Touch>, lives: readonly Lived<Touch>[]): number[] {
  const turns: number[] = [];
  for (const instant of instantsOf([touch, ...lives])) {
    if (!heldAt(touch, instant)) continue;
    const isInvalid = lives.some((life) => heldAt(life, instant));
    if (isInvalid !== (turns.length % 2 === 1)) turns.push(instant);
  }
  return turns;
}
