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

/** Where each period begins, and the first instant after it. */
const BOUNDS = TRUTH_PERIOD_KEYS.map((key) => {
  const range = TRUTH_PERIODS[key];
  return { key, from: range ? startOf(range.from) : -Infinity, end: range ? startOf(range.to) + DAY : Infinity };
});

/** The periods in which an instant lies. */
export function periodsAt(instant: number): TruthPeriod[] {
  return BOUNDS.filter(({ from, end }) => instant >= from && instant < end).map(({ key }) => key);
}

/** Whether an instant lies on the days of a range. */
export function within({ from, to }: { from: string; to: string }, instant: number): boolean {
  return instant >= startOf(from) && instant < startOf(to) + DAY;
}
