import { addDays, dayOf, startOfDay } from '../../../kit/calendar.ts';
import { isFinal } from '../../../kit/freshness.ts';
import { WINDOWS } from '../attribution/windows.ts';

/**
 * The days on which a figure is booked: the day on which its event occurred, or, where the figures of that day are FINAL in the window by
 * then, the day on which it was recorded. So a FINAL figure never changes: what comes later is an adjustment.
 * @param occurredAt when the event occurred, in milliseconds since 1970
 * @param recordedAt when what makes the difference was recorded, in milliseconds since 1970
 * @returns for each of `WINDOWS` a day of Asia/Shanghai
 */
export function bookingDays(occurredAt: number, recordedAt: number): readonly string[] {
  const day = dayOf(new Date(occurredAt));
  // A day ends after what occurs on it.
  if (!isFinal(occurredAt, WINDOWS[0].milliseconds, recordedAt)) return [day, day, day, day];
  const end = startOfDay(addDays(day, 1)).getTime();
  return WINDOWS.map(({ milliseconds }) =>
    isFinal(end, milliseconds, recordedAt) ? dayOf(new Date(recordedAt)) : day,
  );
}
