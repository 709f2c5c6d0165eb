import { Registry } from 'prom-client';
import { createRecorder, type EventRecorder } from '../../../subgraphs/commerce/conversions/recording/recorder.ts';
import { EventDays } from '../../../subgraphs/commerce/store/events/event-days.ts';
import type { CommerceDb } from '../../../subgraphs/commerce/store/tables.ts';

/** Records the events of a test, at noon in Shanghai, when the events of `events.ts` happen, unless a clock tells another time. */
export function recorderInto(
  db: CommerceDb,
  clock: () => Date = () => new Date('2025-05-07T04:00:00.000Z'),
): EventRecorder {
  return createRecorder({
    recording: { db, days: new EventDays(db), clock },
    pullLinks: async () => {},
    mostWaiting: 100_000,
    registry: new Registry(),
    log: { error: (error, message) => process.stderr.write(`${message}: ${error}\n`) },
  });
}
