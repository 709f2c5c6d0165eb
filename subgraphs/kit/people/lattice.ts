import { addDays, type DayRange, dayOf, instantsOf, lengthInDays } from '../calendar.ts';
import { InputError } from '../errors.ts';
import { SETTLING_MS } from '../freshness.ts';

export const PERIOD_KINDS = ['DAY', 'WEEK', 'MONTH'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** One cell of the lattice of days, weeks and months on which figures about people exist, in days of Asia/Shanghai. */
export interface Period extends DayRange {
  readonly kind: PeriodKind;
}

const MOST_NAMED = 3;
const DAYS_OF_WEEK = 7;

/** The period of a kind in which a day lies. @param monthStart the day, 1 to 28, on which a reporting month begins */
export function periodAt(kind: PeriodKind, day: string, monthStart: number): Period {
  if (kind === 'DAY') return { kind, from: day, to: day };
  const from = kind === 'WEEK' ? mondayOf(day) : monthBeginning(day, monthStart);
  return { kind, from, to: addDays(kind === 'WEEK' ? addDays(from, DAYS_OF_WEEK) : nextMonth(from), -1) };
}

/** The period that a range of days is; undefined where it is none. */
export function periodOf({ from, to }: DayRange, monthStart: number): Period | undefined {
  return PERIOD_KINDS.map((kind) => periodAt(kind, from, monthStart)).find(
    (period) => period.from === from && period.to === to,
  );
}

/**
 * The period that a client's range is.
 * @param range as `checkRange` let it through
 * @throws {InputError} RANGE_NO_PERIOD, naming the periods next to it
 */
export function checkPeriod(range: DayRange, monthStart: number): Period {
  const period = periodOf(range, monthStart);
  if (period) return period;
  const next = periodsNextTo(range, monthStart).map(({ from, to }) => `${from} to ${to}`);
  throw new InputError(
    'RANGE_NO_PERIOD',
    `People are counted over a day, a week from Monday on or a month from its day ${monthStart} on; ${range.from} to ${range.to} is none. Next to it: ${next.join(', ')}.`,
  );
}

/**
 * The reporting month that a client's range is. Of what is exact, shorter periods would be taken from it.
 * @throws {InputError} RANGE_NO_PERIOD, naming the month in which the range begins
 */
export function checkMonth(range: DayRange, monthStart: number): Period {
  const month = periodAt('MONTH', range.from, monthStart);
  if (month.from === range.from && month.to === range.to) return month;
  throw new InputError(
    'RANGE_NO_PERIOD',
    `What followed a searched text is told of a month from its day ${monthStart} on; ${range.from} to ${range.to} is none. Next to it: ${month.from} to ${month.to}.`,
  );
}

/** The periods that differ from a range by the fewest days. */
export function periodsNextTo(range: DayRange, monthStart: number): Period[] {
  const near = PERIOD_KINDS.flatMap((kind) =>
    [range.from, range.to].map((day) => periodAt(kind, day, monthStart)),
  ).filter((period, index, all) => all.findIndex(({ from, to }) => from === period.from && to === period.to) === index);
  return near
    .map((period) => ({ period, distance: daysApart(period, range) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NAMED)
    .map(({ period }) => period);
}

/** When a period closes: 72 hours after its end. What is told of people in it is decided then, and before that there is nothing. */
export function closesAt(period: DayRange): Date {
  return new Date(instantsOf(period).end.getTime() + SETTLING_MS);
}

/** Whether a period has closed. */
export function isClosed(period: DayRange, now: Date): boolean {
  return now.getTime() >= closesAt(period).getTime();
}

/** The newest period of a kind that has closed. */
export function newestClosed(kind: PeriodKind, now: Date, monthStart: number): Period {
  const lastDay = addDays(dayOf(new Date(now.getTime() - SETTLING_MS)), -1);
  const period = periodAt(kind, lastDay, monthStart);
  return period.to === lastDay ? period : periodAt(kind, addDays(period.from, -1), monthStart);
}

/** The Monday of a day's week. 1970-01-05 was one. */
function mondayOf(day: string): string {
  const since = lengthInDays({ from: '1970-01-05', to: day }) - 1;
  return addDays(day, -(((since % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK));
}

function monthBeginning(day: string, monthStart: number): string {
  const start = String(monthStart).padStart(2, '0');
  const own = `${day.slice(0, 8)}${start}`;
  return own <= day ? own : `${addDays(`${day.slice(0, 8)}01`, -1).slice(0, 8)}${start}`;
}

/** The same day of the next month; months have 28 days at least. */
function nextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 8)}28`, 4).slice(0, 8)}${day.slice(8)}`;
}

/** How many days lie in one of two ranges alone. */
function daysApart(one: DayRange, other: DayRange): number {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return lengthInDays(one) + lengthInDays(other) - 2 * Math.max(0, lengthInDays({ from, to }));
}
