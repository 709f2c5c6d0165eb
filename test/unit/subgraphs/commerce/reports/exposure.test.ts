import { expect, test } from 'vitest';
import type { ExposureCells } from '../../../../../subgraphs/commerce/reports/exposed-groups.ts';
import {
  compareExposed,
  EXPOSURE_KINDS,
  type ExposureCell,
} from '../../../../../subgraphs/commerce/reports/exposure.ts';
import { tellIncrement } from '../../../../../subgraphs/commerce/reports/tell-increment.ts';
import { exposureRow } from '../../../../../subgraphs/commerce/reports/uplift-row.ts';
import type { AlikePersons } from '../../../../../subgraphs/commerce/store/reports/count-exposure.ts';
import { type Period, periodAt } from '../../../../../subgraphs/kit/people/lattice.ts';

const NAME = { industry: null, metric: 'SHOP_VISIT_RATE' } as const;

/** Persons of one stratum, of whom some visited and ordered once for 100.00. */
function persons(stratum: string, exposed: boolean, people: number, buyers: number): AlikePersons {
  const sums = { visitors: buyers, visits: buyers, visitSquares: buyers, orders: buyers, orderSquares: buyers };
  const money = { sales: buyers * 10_000, saleSquares: buyers * 10_000 ** 2 };
  return {
    from: '2025-04-08',
    target: 'shop_1',
    stratum,
    exposed,
    people,
    vouched: people,
    buyers,
    vouchedVisitors: buyers,
    vouchedBuyers: buyers,
    ...sums,
    ...money,
  };
}

/** Who reads much buys much: exposure adds a tenth in each stratum, and six tenths where nobody looks at them. */
const CONFOUNDED = [
  persons('little', true, 100, 20),
  persons('little', false, 900, 90),
  persons('much', true, 900, 720),
  persons('much', false, 100, 70),
];

const MONTH = periodAt('MONTH', '2025-04-08', 8);

/** Cells of a month, of a week in it, and of what the target lies in. */
function cells(month: ExposureCell, week?: ExposureCell, around?: ExposureCell): ExposureCells {
  const cellOf = ({ kind, from }: Period) => (kind === 'MONTH' ? month : from === '2025-04-14' ? week : undefined);
  return { cellOf, around: [around] };
}

const ruleOf = (least: number) => ({ monthStart: 8, least, kinds: EXPOSURE_KINDS });
const increment = (of: ExposureCells, least = 50) => tellIncrement(MONTH, of, ruleOf(least));
const row = (of: ExposureCells, least = 50) => exposureRow(NAME, MONTH, of, ruleOf(least));

test('finds what exposure adds among those who are alike, and not what they do anyway', () => {
  const cell = compareExposed(CONFOUNDED);
  expect(row(cells(cell))).toMatchObject({ current: '0.740000', baseline: '0.640000', difference: '0.100000' });
  expect(increment(cells(cell), 1)).toMatchObject({
    exposedPeople: 1_000,
    controlPeople: 1_000,
    orders: '100.0',
    sales: { amount: '10000.00' },
  });
});

test('leaves out who has nobody to be compared with', () => {
  const cell = compareExposed([...CONFOUNDED, persons('alone', true, 500, 500)]);
  expect(increment(cells(cell))).toMatchObject({ exposedPeople: 1_000, orders: '100.0' });
});

test('says the same, to each digit, of groups whose sizes are rounded alike', () => {
  const [, ...others] = CONFOUNDED;
  const before = cells(compareExposed(CONFOUNDED));
  const after = cells(compareExposed([persons('little', true, 102, 21), ...others]));
  expect(row(after)).toEqual(row(before));
  expect(increment(after)).toEqual(increment(before));
  expect(row(after).confidence95).not.toBeNull();
});

test('is withheld of few people, and of people of whom the shop’s platform alone tells', () => {
  expect(increment(cells(compareExposed(CONFOUNDED)), 1_001).withheld).toBe('TOO_FEW_PEOPLE');
  const invented = CONFOUNDED.map((alike) => ({ ...alike, vouched: Math.min(alike.vouched, 9) }));
  expect(increment(cells(compareExposed(invented))).withheld).toBe('TOO_FEW_PEOPLE');
  expect(row(cells(compareExposed(invented))).withheld).toBe('TOO_FEW_PEOPLE');
});

test('is withheld where few did it, or few did not, on either side; orders apart from visits', () => {
  const few = (place: number, did: Partial<AlikePersons>) =>
    cells(compareExposed(CONFOUNDED.map((alike, index) => (index % 2 === place ? { ...alike, ...did } : alike))));
  for (const side of [0, 1]) {
    const bought = few(side, { buyers: 10, vouchedBuyers: 10 });
    expect(row(bought)).toMatchObject({ withheld: null });
    expect(increment(bought)).toMatchObject({ visits: '100.0', orders: null, sales: null, withheld: 'TOO_FEW_PEOPLE' });
    for (const did of [{ visitors: 10, vouchedVisitors: 10 }, { vouchedVisitors: 10 }]) {
      expect(row(few(side, did))).toMatchObject({ current: null, people: null, withheld: 'TOO_FEW_PEOPLE' });
      expect(increment(few(side, did))).toMatchObject({ visits: null, orders: '100.0', withheld: 'TOO_FEW_PEOPLE' });
    }
  }
});

test('is withheld where few are in the month and not in a week of it, or in the shop’s industry and not in the shop', () => {
  const cell = compareExposed(CONFOUNDED);
  const [little, alike, much, others] = CONFOUNDED;
  if (!little || !alike || !much || !others) throw new Error('There are four.');
  const week = compareExposed([little, alike, persons('much', true, 880, 700), others]);
  expect(row(cells(cell, week)).withheld).toBe('TOO_FEW_PEOPLE');
  expect(increment(cells(cell, week)).withheld).toBe('TOO_FEW_PEOPLE');
  expect(row(cells(week, undefined, cell)).withheld).toBe('TOO_FEW_PEOPLE');
  const smaller = compareExposed([little, alike, persons('much', true, 400, 300), others]);
  expect(row(cells(cell, smaller)).withheld).toBeNull();
  expect(row(cells(smaller, undefined, cell)).withheld).toBeNull();
});

test('is withheld where a week tells of visits, the month of orders, and few were exposed in the month and not in the week', () => {
  const [little, alike, much, others] = CONFOUNDED;
  if (!little || !alike || !much || !others) throw new Error('There are four.');
  const none = { buyers: 10, vouchedBuyers: 10 };
  const week = (people: number) =>
    compareExposed(
      [little, alike, persons('much', true, people, people - 200), others].map((one) => ({ ...one, ...none })),
    );
  const unseen = { visitors: 10, vouchedVisitors: 10 };
  const month = compareExposed(CONFOUNDED.map((one) => ({ ...one, ...unseen })));
  expect(increment(cells(month))).toMatchObject({ exposedPeople: 1_000, visits: null, orders: '100.0' });
  expect(increment(cells(month, week(880)))).toMatchObject({ exposedPeople: null, orders: null });
  expect(increment(cells(month, week(800)))).toMatchObject({ exposedPeople: 1_000, orders: '100.0' });
});
