import { isCounted, type NamedEvent } from '../event.ts';

/**
 * Why an event that was accepted is in no figure, by stable code. The table of docs/errors.md is written from it, senders are told of it as
 * EventResult.uncounted, and each is counted in `commerce_events_total`.
 */
export const uncountedReasons = {
  CONSENT_DENIED:
    'The person denied consent. The event is kept without its personKey, so that its name stays taken, and is in no attributed figure.',
  INVALID_TRAFFIC:
    'A LINK_CLICK by a person who clicked the same link less than a second before (by occurredAt; of equal ones by platform and eventId): no person does that. Of a burst the first counts. Where the earlier one comes later, or is taken back, the click turns then, and the feed tells of it.',
} as const;

export type UncountedReason = keyof typeof uncountedReasons;

/** The step that finds that an event is not counted. */
export const stepOfUncounted: Readonly<Record<UncountedReason, string>> = {
  CONSENT_DENIED: 'CONSENT',
  INVALID_TRAFFIC: 'TRAFFIC',
};

/** The verdict on an event that is accepted, with the reason why it is in no figure, if so. */
export interface AcceptedVerdict {
  readonly outcome: 'ACCEPTED';
  readonly conversion: string;
  readonly uncounted?: UncountedReason;
}

/** The verdict on an event that is accepted, as far as the event alone tells. */
export function accepted(event: Pick<NamedEvent, 'consent'>, conversion: string): AcceptedVerdict {
  return isCounted(event)
    ? { outcome: 'ACCEPTED', conversion }
    : { outcome: 'ACCEPTED', conversion, uncounted: 'CONSENT_DENIED' };
}
