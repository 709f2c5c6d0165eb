/** Milliseconds of a day, an hour, a minute, a second. */
export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const SECOND = 1_000;
const SHANGHAI = 8 * HOUR;

/** The instant, in milliseconds, at which a day (YYYY-MM-DD) begins in Asia/Shanghai. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI;
}

/** The day in Asia/Shanghai of an instant in milliseconds. */
export function dayAt(instant: number): string {
  return new Date(instant + SHANGHAI).toISOString().slice(0, 10);
}

/** The day in Asia/Shanghai of an instant, counted from 1970-01-01. */
export function dayNumber(instant: number): number {
  return Math.floor((instant + SHANGHAI) / DAY);
}

/** The instant at which a day begins that is counted from 1970-01-01. */
export function startOfDayNumber(day: number): number {
  return day * DAY - SHANGHAI;
}

/** Milliseconds since the last local midnight. */
export function timeOfDay(instant: number): number {
  return (((instant + SHANGHAI) % DAY) + DAY) % DAY;
}

/** An instant as the contract writes it. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** When people read, by local hour: little at night, most around noon and before sleep. */
const HOUR_WEIGHTS = [3, 2, 1, 1, 1, 1, 2, 4, 5, 5, 5, 6, 8, 7, 5, 5, 5, 5, 6, 7, 9, 10, 9, 6];
const WEIGHT_SUM = HOUR_WEIGHTS.reduce((sum, weight) => sum + weight, 0);

/** An instant for a fraction of some days' activity in [0, 1): it grows with the fraction. */
export function instantAt(dayStarts: readonly number[], fraction: number): number {
  const scaled = fraction * dayStarts.length;
  const day = Math.min(dayStarts.length - 1, Math.floor(scaled));
  let left = (scaled - day) * WEIGHT_SUM;
  let hour = 0;
  for (const weight of HOUR_WEIGHTS) {
    if (left < weight || hour === 23) {
      const within = Math.min(HOUR - 1, Math.floor((left / weight) * HOUR));
      return (dayStarts[day] ?? 0) + hour * HOUR + within;
    }
    left -= weight;
    hour += 1;
  }
  throw new RangeError(`${fraction} is no fraction of a day.`);
}

/** Where each day of a run of days begins. */
export function dayStarts(from: string, days: number): number[] {
  return Array.from({ length: days }, (_, index) => startOf(from) + index * DAY);
}

/** The two periods that year-on-year figures compare, and their trap days. */
export const PERIODS = {
  Y0: { from: '2024-04-08', to: '2024-05-07' },
  Y1: { from: '2025-04-08', to: '2025-05-07' },
} as const;
export type PeriodKey = keyof typeof PERIODS;
export const PERIOD_DAYS = 30;
/** Place of the first of the three days with the mix shift, counted from the period's first day. */
export const MIX_SHIFT = { firstDay: 6, days: 3 };
/** The five days of Y1 with the screenshots and the requests for a link. */
export const DEMAND_DAYS = { from: '2025-05-01', to: '2025-05-05' };
/** Two days of Y1 for which one marketplace sent nothing. */
export const DATA_GAP = { platformId: 'platform_tmall', from: '2025-04-24', to: '2025-04-25' };
/** The traps stand outside both periods, so that they bend none of the published figures. */
export const TRAP_DAYS = { from: '2025-06-01', to: '2025-07-31' };
/** "Today" may be no earlier than this: its data would run into the traps. */
export const EARLIEST_NOW = '2025-09-01';
/** How far back of `now` the moving data reach. */
export const RECENT_DAYS = 14;
