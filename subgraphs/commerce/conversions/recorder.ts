import { Counter, type Registry } from 'prom-client';
import type { PullLinks, SentArrival } from './admit-events.ts';
import type { Verdict } from './judge.ts';
import type { Recording } from './record.ts';
import { takeEvents } from './take-events.ts';

/** Takes batches of events, and counts what becomes of each. */
export interface EventRecorder {
  /** @returns a verdict for each event, in their order; what is accepted is durable and in the next query's figures */
  record(arrivals: readonly SentArrival[]): Promise<Verdict[]>;
}

/** @param pullLinks is called where events name links that are not known here */
export function createRecorder(recording: Recording, pullLinks: PullLinks, registry: Registry): EventRecorder {
  const events = new Counter({
    name: 'commerce_events_total',
    help: 'Events by what became of them, and why not',
    labelNames: ['outcome', 'reason'],
    registers: [registry],
  });
  return {
    record: async (arrivals) => {
      const verdicts = await takeEvents(recording, arrivals, pullLinks);
      for (const verdict of verdicts) {
        events.inc({ outcome: verdict.outcome, reason: 'rejection' in verdict ? verdict.rejection.code : '' });
      }
      return verdicts;
    },
  };
}
