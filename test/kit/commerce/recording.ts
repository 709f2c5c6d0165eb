import type { Recording } from '../../../subgraphs/commerce/conversions/record.ts';
import { EventDays } from '../../../subgraphs/commerce/store/event-days.ts';
import type { CommerceDb } from '../../../subgraphs/commerce/store/tables.ts';

/** What events of a test are recorded into, at one instant: noon in Shanghai, when the events of `events.ts` happen. */
export function recordingInto(db: CommerceDb): Recording {
  return { db, days: new EventDays(db), clock: () => new Date('2025-05-07T04:00:00.000Z') };
}
