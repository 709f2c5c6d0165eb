import { expect, test } from 'vitest';
import type { FunnelToldCell } from '../../../../../subgraphs/commerce/reports/cells.ts';
import { type RepurchaseCell, tellRepurchase } from '../../../../../subgraphs/commerce/reports/repurchase.ts';
import { periodAt } from '../../../../../subgraphs/kit/people/lattice.ts';

const CELL = {
  buyers: 1_004,
  vouched: 1_000,
  repeat: 302,
  repeatVouched: 300,
  seeded: 400,
  seededVouched: 400,
  seededRepeat: 200,
  seededRepeatVouched: 200,
  medianDays: 12.25,
};
const MONTH = periodAt('MONTH', '2025-04-08', 8);

/** Of a month, beside what a week in it tells, and beside its funnel. */
function tell(month: RepurchaseCell | undefined, week?: RepurchaseCell, funnel?: FunnelToldCell, least = 50) {
  return tellRepurchase(
    MONTH,
    ({ kind, from }) => (kind === 'MONTH' ? month : from === '2025-04-14' ? week : undefined),
    ({ kind }) => (kind === 'MONTH' ? funnel : undefined),
    { monthStart: 8, least },
  );
}

test('tells counts rounded to 10, and rates of these', () => {
  expect(tell(CELL)).toEqual({
    buyers: 1_000,
    repeatBuyers: 300,
    repeatRate: '0.3000',
    seededRepeatRate: '0.5000',
    medianDays: '12.3',
    withheld: null,
  });
});

test('says the same of counts that are rounded alike, whoever is one more among them', () => {
  const more = { buyers: 1_001, vouched: 1_001, repeat: 301, repeatVouched: 301, seeded: 404, seededRepeat: 198 };
  expect(tell({ ...CELL, ...more })).toEqual(tell(CELL));
});

test('tells of no group that is small, or that is large by invented persons alone', () => {
  expect(tell({ ...CELL, vouched: 9 })).toMatchObject({ buyers: null, withheld: 'TOO_FEW_PEOPLE' });
  const few = tell({ ...CELL, repeat: 12, repeatVouched: 12 });
  expect(few).toMatchObject({ buyers: 1_000, repeatBuyers: null, repeatRate: null, medianDays: null });
  expect(tell({ ...CELL, repeat: 980, repeatVouched: 976 })).toMatchObject({ repeatBuyers: null, repeatRate: null });
  expect(tell({ ...CELL, repeatVouched: 9 })).toMatchObject({ repeatBuyers: null, repeatRate: null });
  expect(tell({ ...CELL, vouched: 349 })).toMatchObject({ buyers: 1_000, repeatRate: null });
  for (const invented of [{ seededVouched: 249 }, { seededRepeatVouched: 9 }])
    expect(tell({ ...CELL, ...invented })).toMatchObject({ repeatRate: '0.3000', seededRepeatRate: null });
  expect(tell(undefined).withheld).toBe('TOO_FEW_PEOPLE');
});

test('tells no rate of the seeded whose counts may follow from it, where few others bought, or bought again', () => {
  const few = { seeded: 960, seededVouched: 960 };
  expect(tell({ ...CELL, ...few })).toMatchObject({ repeatRate: '0.3000', seededRepeatRate: null });
  const again = { seededRepeat: 272, seededRepeatVouched: 272 };
  expect(tell({ ...CELL, ...again })).toMatchObject({ repeatRate: '0.3000', seededRepeatRate: null });
  const nobody = { buyers: 960, vouched: 960, seededRepeat: 302, seededRepeatVouched: 300 };
  expect(tell({ ...CELL, ...few, ...nobody })).toMatchObject({ seededRepeatRate: '0.3125' });
});

test('tells nothing that differs by few from what a week in the month tells', () => {
  const week = { ...CELL, buyers: 954, vouched: 950 };
  expect(tell(CELL, week)).toMatchObject({ buyers: 1_000, repeatRate: '0.3000' });
  expect(tell(CELL, { ...week, buyers: 984, vouched: 980 })).toMatchObject({ buyers: null, repeatRate: null });
  const bought = { repeat: 272, repeatVouched: 270 };
  expect(tell(CELL, { ...week, ...bought })).toMatchObject({ buyers: 1_000, repeatBuyers: null, repeatRate: null });
  const seeded = { seededRepeat: 180, seededRepeatVouched: 180 };
  expect(tell(CELL, { ...week, ...seeded })).toMatchObject({ repeatRate: '0.3000', seededRepeatRate: null });
});

test('tells nothing of a week whose two days add up to few more, who bought again', () => {
  const day = { ...CELL, buyers: 100, vouched: 100, repeat: 0, repeatVouched: 0 };
  const week = (buyers: number, repeat: number) =>
    tellRepurchase(
      periodAt('WEEK', '2025-04-14', 8),
      ({ kind, from }) =>
        kind === 'WEEK'
          ? { ...day, buyers, vouched: buyers, repeat, repeatVouched: repeat }
          : ['2025-04-15', '2025-04-17'].includes(from)
            ? day
            : undefined,
      () => undefined,
      { monthStart: 8, least: 50 },
    );
  expect(week(175, 25)).toMatchObject({ buyers: null, repeatBuyers: null });
  expect(week(150, 50)).toMatchObject({ buyers: 150, repeatBuyers: 50 });
});

test('tells nothing that differs by few from what the funnel tells, invented persons left aside', () => {
  const beside = (bought: number[] | null, boughtAgain: number[] | null = [], least = 50) =>
    tell(CELL, undefined, { readers: null, bought, boughtAgain }, least);
  expect(beside([950])).toMatchObject({ buyers: 1_000, repeatBuyers: 300 });
  expect(beside([951])).toMatchObject({ buyers: null, repeatRate: null, seededRepeatRate: null });
  expect(beside([1_004, 950])).toMatchObject({ buyers: 1_000 });
  expect(beside([1_004, 951])).toMatchObject({ buyers: null });
  expect(beside([950], [250])).toMatchObject({ repeatBuyers: 300 });
  expect(beside([950], [251])).toMatchObject({ buyers: 1_000, repeatBuyers: null, medianDays: null });
  expect(beside(null)).toMatchObject({ buyers: null });
  expect(beside([], null)).toMatchObject({ buyers: 1_000, repeatBuyers: null });
  expect(beside([1_003], [301], 1)).toMatchObject({ buyers: 1_004, repeatBuyers: 302 });
});
