import { InputError } from './errors.ts';

const DAY_MS = 86_400_000;
/** Asia/Shanghai has kept UTC+8 without daylight saving since 1991. */
const OFFSET_MS = 8 * 3_600_000;
const MOST_DAYS = 366;
/** Days outside of these are no data of ours, and the last ones have no next day that the database reads. */
const FIRST_DAY = '1970-01-01';
const LAST_DAY = '9998-12-31';

/** Calendar days in Asia/Shanghai, first and last included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Days by their number since 1970: of a million events most lie on few days. */
const names = new Map<number, string>();
const MOST_NAMES = 10_000;

/** The calendar day in Asia/Shanghai on which an instant falls, as YYYY-MM-DD. */
export function dayOf(instant: Date): string {
  const number = Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS);
  const known = names.get(number);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const name = new Date(number * DAY_MS).toISOString().slice(0, 10);
  names.set(number, name);
  return name;
}

/** The instant at which a day begins in Asia/Shanghai. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS);
}

/** The instants of a range: the first one of it, and the first one after it. */
export function instantsOf({ from, to }: DayRange): { readonly start: Date; readonly end: Date } {
  return { start: startOfDay(from), end: startOfDay(addDays(to, 1)) };
}

/** The day that lies a number of days after another (before, when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a range has. */
export function lengthInDays({ from, to }: DayRange): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

/** Each day of a range, in order. */
export function daysOf(range: DayRange): string[] {
  return Array.from({ length: lengthInDays(range) }, (_, index) => addDays(range.from, index));
}

/**
 * Checks a client's range.
 * @returns the range
 * @throws {InputError} RANGE_INVALID when it ends before it begins, has more than 366 days, or is before 1970 or after 9998
 */
export function checkRange(range: DayRange): DayRange {
  const days = lengthInDays(range);
  if (days < 1) throw new InputError('RANGE_INVALID', `The range ends (${range.to}) before it begins (${range.from}).`);
  if (days > MOST_DAYS)
    throw new InputError('RANGE_INVALID', `The range has ${days} days; at most ${MOST_DAYS} are answered.`);
  if (range.from < FIRST_DAY || range.to > LAST_DAY) {
    throw new InputError('RANGE_INVALID', `A range lies between ${FIRST_DAY} and ${LAST_DAY}.`);
  }
  return range;
}
