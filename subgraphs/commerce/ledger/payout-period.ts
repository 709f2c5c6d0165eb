import { addDays, startOfDay } from '../../kit/calendar.ts';

/** A period that payouts are for. */
export interface PayoutPeriod {
  /** As it was given; each payee is paid once under it. */
  readonly name: string;
  /** The first instant after it: what was payable before is paid. */
  readonly end: Date;
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const WEEK = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a period: a month (2025-05), a week from Monday by ISO 8601 (2025-W19) or a day (2025-05-07), in Asia/Shanghai.
 * @returns undefined where it is none
 */
export function payoutPeriod(name: string): PayoutPeriod | undefined {
  const end = dayAfter(name);
  return end === undefined ? undefined : { name, end: startOfDay(end) };
}

function dayAfter(name: string): string | undefined {
  const [, year, month] = MONTH.exec(name) ?? [];
  if (year && month) return month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${two(Number(month) + 1)}-01`;
  const [, weekYear, week] = WEEK.exec(name) ?? [];
  if (weekYear && week) return dayAfterWeek(Number(weekYear), Number(week));
  return DAY.test(name) && isDay(name) ? addDays(name, 1) : undefined;
}

/** The week with 4 January is a year's first. */
function dayAfterWeek(year: number, week: number): string | undefined {
  const fourth = `${year}-01-04`;
  const monday = addDays(fourth, -((new Date(fourth).getUTCDay() + 6) % 7) + (week - 1) * 7);
  return addDays(monday, 3).startsWith(`${year}-`) ? addDays(monday, 7) : undefined;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
