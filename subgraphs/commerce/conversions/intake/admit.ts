import type { NamedEvent, ParsedEvent } from '../event.ts';
import { RejectedEvent } from '../judging/reasons.ts';

/** How far ahead of the clock here an event may lie, in milliseconds. */
export const MOST_AHEAD_MS = 5 * 60_000;
const OLDEST = Date.UTC(2020, 0, 1);

/** Who denied consent is not kept: the event goes on without its person. */
export function respectConsent(event: ParsedEvent): ParsedEvent {
  return event.consent === 'DENIED' ? { ...event, person: null } : event;
}

/**
 * Whoever withdrew consent to attribution denies it in whatever is told of them from then on. The event's content is what its sender sent: the same again
 * is a duplicate before and after.
 * @param withdrawn persons who did
 */
export function respectWithdrawal(event: NamedEvent, withdrawn: ReadonlySet<string>): NamedEvent {
  if (event.person === null || !withdrawn.has(event.person)) return event;
  return { ...event, consent: 'DENIED', person: null };
}

/**
 * Refuses an event whose time can't be.
 * @param now milliseconds since 1970
 * @throws {RejectedEvent} EVENT_IN_FUTURE, EVENT_TOO_OLD
 */
export function checkSkew(event: ParsedEvent, now: number): void {
  if (event.occurredAt > now + MOST_AHEAD_MS) {
    const message = `occurredAt is ${told(event)}, more than 5 minutes after ${new Date(now).toISOString()} here: check the sender's clock.`;
    throw new RejectedEvent('EVENT_IN_FUTURE', ['occurredAt'], message);
  }
  if (event.occurredAt < OLDEST) {
    const message = `occurredAt is ${told(event)}: events are taken from 2020-01-01 on.`;
    throw new RejectedEvent('EVENT_TOO_OLD', ['occurredAt'], message);
  }
}

function told({ occurredAt }: ParsedEvent): string {
  return new Date(occurredAt).toISOString();
}
