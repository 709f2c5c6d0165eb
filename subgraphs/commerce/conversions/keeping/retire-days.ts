import { addDays, dayOf } from '../../../kit/calendar.ts';
import { eventDays } from '../../store/events/event-days.ts';
import { dropDay, type SealedDay, sealDay } from '../../store/events/sealed-days.ts';
import type { CommerceDb } from '../../store/tables.ts';

/**
 * Drops the raw events of days that are over for longer than they are kept, the oldest day first, each once it is sealed. What follows
 * from them stays, and so do their names: sent again, they are duplicates. What breaks off is gone on with the next time.
 * @param keptDays how many days before today keep their events
 * @param told hears of each day when it is gone
 * @throws {UnsealableDayError} at the first day that can't go
 */
export async function retireDays(
  db: CommerceDb,
  now: Date,
  keptDays: number,
  told: (day: SealedDay) => void = () => {},
): Promise<void> {
  const oldest = addDays(dayOf(now), -keptDays);
  for (const day of await eventDays(db)) {
    if (day >= oldest) return;
    const sealed = await sealDay(db, day);
    await dropDay(db, sealed);
    told(sealed);
  }
}
