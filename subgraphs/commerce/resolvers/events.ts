import { conversionId } from '../conversions/event-name.ts';
import type { Verdict } from '../conversions/judge.ts';
import type { EventInput, Resolvers } from '../generated/resolvers.ts';
import { userError } from './user-error.ts';

const MOST_EVENTS = 500;

/** What partners report. */
export const eventResolvers: Resolvers = {
  Mutation: {
    eventsRecord: async (_mutation, { input: { events } }, { recorder, settings, now }) => {
      if (events.length < 1 || events.length > MOST_EVENTS) {
        const message = `events has ${events.length} events; it takes 1 to ${MOST_EVENTS}.`;
        return { ...tally([]), results: [], userErrors: [userError('events', 'EVENTS_COUNT', message)] };
      }
      const verdicts = await recorder.record(
        events.map((sent) => ({ platformId: settings.eventPlatform, receivedAt: now.getTime(), sent })),
      );
      return {
        ...tally(verdicts),
        results: verdicts.map((verdict, index) => result(verdict, index, events[index])),
        userErrors: [],
      };
    },
  },
};

function tally(verdicts: readonly Verdict[]) {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return {
    accepted: count('ACCEPTED'),
    duplicates: count('DUPLICATE'),
    rejected: count('REJECTED') + count('CONFLICT'),
  };
}

function result(verdict: Verdict, index: number, sent: EventInput | undefined) {
  const rejection = 'rejection' in verdict ? verdict.rejection : undefined;
  return {
    index,
    eventId: sent?.eventId ?? null,
    outcome: verdict.outcome,
    conversionId: 'conversion' in verdict ? conversionId(verdict.conversion) : null,
    error: rejection ? { ...rejection, field: rejection.field && [...rejection.field] } : null,
  };
}
