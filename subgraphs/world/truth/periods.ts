import { DAY, PERIODS, startOf, TRAP_DAYS } from '../calendar.ts';

/** The ranges over which the truth is told. Days in Asia/Shanghai, both included; without days: ever, what moves with `now` included. */
export const TRUTH_PERIODS = {
  Y0: PERIODS.Y0,
  Y1: PERIODS.Y1,
  TRAPS: TRAP_DAYS,
  EVER: null,
} as const;
export type TruthPeriod = keyof typeof TRUTH_PERIODS;
export const TRUTH_PERIOD_KEYS = Object.keys(TRUTH_PERIODS) as TruthPeriod[];

/** The periods in which an instant lies. */
export function periodsAt(instant: number): TruthPeriod[] {
  return TRUTH_PERIOD_KEYS.filter((key) => {
    const range = TRUTH_PERIODS[key];
    return range === null || within(range, instant);
  });
}

/** Whether an instant lies on the days of a range. */
export function within({ from, to }: { from: string; to: string }, instant: number): boolean {
  return instant >= startOf(from) && instant < startOf(to) + DAY;
}
