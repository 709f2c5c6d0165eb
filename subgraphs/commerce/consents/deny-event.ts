import { hash } from 'node:crypto';
import type { AcceptedEvent, NamedEvent } from '../conversions/event.ts';
import { conversionOf } from '../conversions/event-name.ts';

/** Issues what no platform does, so that no sender can have taken the name. */
const HERE = 'commerce';

/**
 * The correction by which an event of a person who withdrew attribution becomes one that was sent with consent DENIED: the same in all else, and nobody's. The
 * same withdrawal makes the same correction of it, so that it is recorded once however often it is tried.
 * @param event as it stands: itself a correction, or an event of its own
 * @param position of the withdrawal in content's feed
 */
export function denied(event: AcceptedEvent, position: number): NamedEvent {
  const { recordedAt, receivedAt, retiredAt, ...said } = event;
  const original = event.correction?.eventId ?? event.eventId;
  const conversion = event.correction?.conversion ?? event.conversion;
  const eventId = `consent-withdrawn-${position}-${conversion}`;
  return {
    ...said,
    eventId,
    conversion: conversionOf(HERE, event.stage, eventId),
    contentHash: hash('sha256', eventId, 'hex'),
    consent: 'DENIED',
    person: null,
    correction: { conversion, eventId: original, retract: false },
  };
}
