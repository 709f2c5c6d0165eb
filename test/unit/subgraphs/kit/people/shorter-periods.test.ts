import { expect, test } from 'vitest';
import { type Period, periodAt } from '../../../../../subgraphs/kit/people/lattice.ts';
import { isToldBesideShorter, shorterPeriods } from '../../../../../subgraphs/kit/people/shorter-periods.ts';

const RULE = { monthStart: 8, least: 50 };
const MONTH = periodAt('MONTH', '2025-04-08', 8);
const WEEK = periodAt('WEEK', '2025-04-14', 8);
const DAYS = shorterPeriods(WEEK, RULE)[0] ?? [];

/** Whether a period is told, of sizes by its first day; nothing is told of the others. */
function isTold(period: Period, sizes: Readonly<Record<string, number>>): boolean {
  const sizesOf = ({ kind, from }: Period) => {
    const size = sizes[`${kind} ${from}`];
    return size === undefined || size < RULE.least ? undefined : [size];
  };
  return isToldBesideShorter(period, sizesOf, RULE);
}

test('the shorter periods of a month are its days and the weeks that lie in it whole, those of a day none', () => {
  const [days, weeks] = shorterPeriods(MONTH, RULE);
  expect(days?.map(({ from }) => from)).toEqual(expect.arrayContaining(['2025-04-08', '2025-05-07']));
  expect(days).toHaveLength(30);
  expect(weeks?.map(({ from }) => from)).toEqual(['2025-04-14', '2025-04-21', '2025-04-28']);
  expect(shorterPeriods(MONTH, { ...RULE, kinds: ['WEEK', 'MONTH'] })).toEqual([weeks]);
  expect(shorterPeriods(periodAt('DAY', '2025-04-08', 8), RULE)).toEqual([]);
});

test('a month is told beside a week unless few are in the month alone', () => {
  for (const [month, told] of [
    [100, true],
    [101, false],
    [149, false],
    [150, true],
  ] as const)
    expect([month, isTold(MONTH, { 'MONTH 2025-04-08': month, 'WEEK 2025-04-14': 100 })]).toEqual([month, told]);
});

test('a week is not told where its days, taken from it together, leave the few of a day that is withheld', () => {
  const days = Object.fromEntries(DAYS.map(({ from }, index) => [`DAY ${from}`, index === 3 ? 20 : 60]));
  expect(isTold(WEEK, { 'WEEK 2025-04-14': 380, ...days })).toBe(false);
  // Many came on several days: nothing follows.
  expect(isTold(WEEK, { 'WEEK 2025-04-14': 300, ...days })).toBe(true);
});

test('a week is not told where its days add up to few more: so many came on several of them', () => {
  const days = { 'DAY 2025-04-15': 100, 'DAY 2025-04-17': 100 };
  for (const [week, told] of [
    [200, true],
    [199, false],
    [175, false],
    [151, false],
    [150, true],
  ] as const)
    expect([week, isTold(WEEK, { 'WEEK 2025-04-14': week, ...days })]).toEqual([week, told]);
});

test('a month is not told where its weeks and the days out of them, taken from it together, leave the few of a day that is withheld', () => {
  const weeks = Object.fromEntries((shorterPeriods(MONTH, RULE)[1] ?? []).map(({ from }) => [`WEEK ${from}`, 100]));
  const edge = { 'DAY 2025-04-08': 200, 'DAY 2025-04-09': 20, 'DAY 2025-05-06': 60 };
  expect(isTold(MONTH, { 'MONTH 2025-04-08': 580, ...weeks, ...edge })).toBe(false);
  expect(isTold(MONTH, { 'MONTH 2025-04-08': 580, ...weeks })).toBe(true);
});

test('what is withheld itself is nothing that could be taken away', () => {
  const week = { 'WEEK 2025-04-14': 110, 'DAY 2025-04-14': 100 };
  expect(isTold(WEEK, week)).toBe(false);
  expect(isTold(MONTH, { 'MONTH 2025-04-08': 150, ...week })).toBe(true);
});
