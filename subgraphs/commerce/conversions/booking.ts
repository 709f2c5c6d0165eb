import { addDays, dayOf, startOfDay } from '../../kit/calendar.ts';
import { isFinal } from '../../kit/freshness.ts';

/**
 * The day on which a figure is booked: the day on which its event occurred, or, where the figures of that day are FINAL in the window by
 * then, the day on which it was recorded. So a FINAL figure never changes: what comes later is an adjustment.
 * @param occurredAt when the event occurred, in milliseconds since 1970
 * @param windowMs the attribution window, in milliseconds
 * @param recordedAt when what makes the difference was recorded, in milliseconds since 1970
 * @returns a day of Asia/Shanghai
 */
export function bookingDay(occurredAt: number, windowMs: number, recordedAt: number): string {
  const day = dayOf(new Date(occurredAt));
  // No day is final before it has ended.
  if (recordedAt - occurredAt < windowMs) return day;
  const end = startOfDay(addDays(day, 1)).getTime();
  return isFinal(end, windowMs, recordedAt) ? dayOf(new Date(recordedAt)) : day;
}
