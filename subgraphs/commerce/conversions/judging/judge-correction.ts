import type { Correction, NamedEvent } from '../event.ts';
import { isTold } from '../stages.ts';
import { RejectedEvent } from './reasons.ts';

/** A conversion that may be corrected, as it stands. */
export interface Correctable {
  readonly isRetracted: boolean;
  readonly shopId: string | null;
  /** Of an order's event. */
  readonly orderId: string | null;
  readonly lineId: string | null;
  /** Of a LINK_CLICK that may be counted: the click id that it has taken. */
  readonly clickId: string | null;
}

/** An event that corrects another, or takes it back. */
export type CorrectingEvent<Event extends { readonly correction: Correction | null } = NamedEvent> = Event & {
  readonly correction: Correction;
};

/** Whether an event corrects another, or takes it back. */
export function corrects<Event extends { readonly correction: Correction | null }>(
  event: Event,
): event is CorrectingEvent<Event> {
  return event.correction !== null;
}

/** The conversions that events correct, each once. */
export function correctedBy(events: readonly { readonly correction: Correction | null }[]): string[] {
  return [...new Set(events.flatMap(({ correction }) => correction?.conversion ?? []))];
}

/** An event with the name of the one that it corrects, as if it had come in its place. */
export function inPlace<Event extends { readonly conversion: string; readonly eventId: string }>(
  event: CorrectingEvent<Event & { readonly correction: Correction | null }>,
): Event {
  const { conversion, eventId } = event.correction;
  return { ...event, conversion, eventId };
}

/**
 * Checks a correction or a retraction against what it corrects.
 * @param known undefined where nothing that may be corrected has this name
 * @param isCorrection whether the name is a correction's
 * @throws {RejectedEvent}
 */
export function checkCorrection(
  event: CorrectingEvent,
  known: Correctable | undefined,
  isCorrection: boolean,
): asserts known is Correctable {
  const { correction, stage, platformId } = event;
  const field = ['correctsEventId'];
  if (isCorrection) {
    const message = `${correction.eventId} is itself a correction: name the event that it corrects.`;
    throw new RejectedEvent('EVENT_CORRECTS_CORRECTION', field, message);
  }
  if (!known) {
    const message = `${platformId} has no accepted ${stage} ${correction.eventId}.`;
    throw new RejectedEvent('EVENT_CORRECTS_UNKNOWN', field, message);
  }
  if (known.isRetracted) {
    const message = `${correction.eventId} was taken back: send another event in its place.`;
    throw new RejectedEvent('EVENT_CORRECTS_RETRACTED', field, message);
  }
  // What comes before the click is of no line, and the feed tells nobody's shop of it.
  if (correction.retract || !isTold(stage)) return;
  if (event.shopId !== known.shopId) {
    const message = `${correction.eventId} is of another shop than ${event.shopId}.`;
    throw new RejectedEvent('EVENT_CORRECTS_MISMATCH', ['shopId'], message);
  }
  if ((event.order?.orderId ?? null) !== known.orderId || (event.order?.lineId ?? null) !== known.lineId) {
    const message = `${correction.eventId} is of another line or another order.`;
    throw new RejectedEvent('EVENT_CORRECTS_MISMATCH', ['order', 'platformLineId'], message);
  }
}

/** An event as it may be corrected from then on. */
export function correctable(event: NamedEvent, takenClickId: string | null): Correctable {
  const { shopId, order } = event;
  const ofOrder = { orderId: order?.orderId ?? null, lineId: order?.lineId ?? null };
  return { isRetracted: false, shopId, ...ofOrder, clickId: takenClickId };
}
