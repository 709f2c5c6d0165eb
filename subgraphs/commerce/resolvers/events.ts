import { batchKey } from '../conversions/intake/batch-key.ts';
import { tellVerdicts } from '../conversions/intake/tell-verdicts.ts';
import { issuingOf } from '../event-sender.ts';
import type { EventsRecordInput, Resolvers } from '../generated/resolvers.ts';
import { senderOf } from '../own-shop.ts';
import { RecordingError } from '../recording-errors.ts';
import type { BatchKey } from '../store/events/idempotency-keys.ts';
import { userError } from './user-error.ts';

const MOST_EVENTS = 500;

type UserError = ReturnType<typeof userError>;

/** What partners report. */
export const eventResolvers: Resolvers = {
  Mutation: {
    eventsRecord: async (_mutation, { input }, { recorder, settings, now, claims }) => {
      const { events } = input;
      const issuing = issuingOf(claims, settings);
      if (events.length < 1 || events.length > MOST_EVENTS) {
        const message = `events has ${events.length} events; it takes 1 to ${MOST_EVENTS}.`;
        return refused(userError('events', 'EVENTS_COUNT', message));
      }
      const key = keyOf(input, senderOf(claims, issuing.platformId));
      if (key && 'code' in key) return refused(key);
      const receivedAt = now.getTime();
      try {
        const arrivals = events.map((sent) => ({ ...issuing, receivedAt, sent }));
        return { ...tellVerdicts(await recorder.record(arrivals, key), events), userErrors: [] };
      } catch (error) {
        if (error instanceof RecordingError && error.code === 'IDEMPOTENCY_KEY_REUSED') {
          return refused(userError('idempotencyKey', error.code, error.message));
        }
        throw error;
      }
    },
  },
};

function keyOf({ events, idempotencyKey }: EventsRecordInput, client: string): BatchKey | UserError | undefined {
  if (idempotencyKey == null) return undefined;
  const message = 'An idempotency key takes 1 to 200 visible ASCII characters.';
  return (
    batchKey(client, idempotencyKey, JSON.stringify(events)) ??
    userError('idempotencyKey', 'IDEMPOTENCY_KEY_INVALID', message)
  );
}

function refused(...userErrors: UserError[]) {
  return { ...tellVerdicts([], []), userErrors };
}
