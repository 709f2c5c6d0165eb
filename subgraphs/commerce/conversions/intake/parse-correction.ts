import type { ParsedEvent, SentEvent } from '../event.ts';
import { RejectedEvent } from '../judging/reasons.ts';
import { checkName } from './check-name.ts';
import { readEventId, readStage } from './parse-name.ts';

/**
 * Reads which event another one corrects, or takes back.
 * @param eventId of the event itself
 * @returns null for an event of its own
 * @throws {RejectedEvent}
 */
export function readCorrection({ correctsEventId, retract }: SentEvent, eventId: string): ParsedEvent['correction'] {
  if (!correctsEventId) {
    if (!retract) return null;
    const message = 'retract is true: correctsEventId tells which event never happened.';
    throw new RejectedEvent('EVENT_CORRECTS_REQUIRED', ['correctsEventId'], message);
  }
  checkName(correctsEventId, 128, ['correctsEventId'], 'EVENT_CORRECTS_INVALID');
  if (correctsEventId === eventId) {
    const message = 'An event does not correct itself: give the correction an eventId of its own.';
    throw new RejectedEvent('EVENT_CORRECTS_INVALID', ['correctsEventId'], message);
  }
  return { eventId: correctsEventId, retract: retract === true };
}

/** Whether an event says of another that it never happened. */
export function isRetraction({ retract }: SentEvent): boolean {
  return retract === true;
}

/**
 * Reads a retraction: nothing but its name and the event that it names means anything.
 * @param receivedAt when it arrived, in milliseconds since 1970: a retraction happens then
 * @throws {RejectedEvent}
 */
export function parseRetraction(sent: SentEvent, receivedAt: number): ParsedEvent {
  const eventId = readEventId(sent.eventId);
  const stage = readStage(sent.stage);
  return {
    eventId,
    stage,
    occurredAt: receivedAt,
    consent: 'UNKNOWN',
    person: null,
    clickId: null,
    sourceId: null,
    linkId: null,
    searchId: null,
    shopId: null,
    product: null,
    order: null,
    boost: null,
    correction: readCorrection(sent, eventId),
  };
}
