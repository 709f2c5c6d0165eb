import { RejectedEvent } from '../judging/reasons.ts';
import type { Kept } from './lay-out-facts.ts';

/**
 * How many visits, carts and orders of one person, within 30 days after what an event tells, or naming one click, may follow from the event:
 * as many are credited anew in one transaction. No person does so much.
 */
export const MOST_LATER_OUTCOMES = 2_000;

/** Too much follows from some events: they are refused, and the others recorded. */
export class JourneyFullError extends Error {
  /** What is told of: of a correction, the conversion that it corrects. */
  readonly conversions: readonly string[];
  constructor(conversions: readonly string[]) {
    super('More follows from an event than is credited anew at once.');
    this.conversions = conversions;
  }
}

/** What more outcomes follow from than are credited anew at once. */
export interface FullJourneys {
  readonly persons: readonly string[];
  readonly clickIds: readonly string[];
}

/** The events of which too much follows. */
export function eventsOfFull(kept: Kept, { persons, clickIds }: FullJourneys): string[] {
  const changed = [kept, kept.retired].flatMap(({ touches, reads, searches, visits }) => [
    ...touches.map(({ conversion, person, clickId }) => ({ conversion, person, clickId })),
    ...[...reads, ...searches, ...visits].map(({ conversion, person }) => ({ conversion, person, clickId: null })),
  ]);
  const named = changed.filter(({ clickId }) => clickId !== null && clickIds.includes(clickId));
  // A tap may be turned by another one of the same person.
  const full = new Set([...persons, ...named.flatMap(({ person }) => person ?? [])]);
  const guilty = changed.filter(({ person }) => person !== null && full.has(person));
  return [...new Set([...named, ...guilty].map(({ conversion }) => conversion))];
}

/** @throws {RejectedEvent} where too much follows from an event */
export function checkJourney(conversion: string, refused: ReadonlySet<string>): void {
  if (!refused.has(conversion)) return;
  const message = `More than ${MOST_LATER_OUTCOMES} visits, carts and orders of the person follow within 30 days: their credit stays as it is.`;
  throw new RejectedEvent('EVENT_JOURNEY_FULL', null, message);
}
