import { expect, test } from 'vitest';
import { compareExposed } from '../../../../../subgraphs/commerce/reports/exposure.ts';
import { tellIncrement } from '../../../../../subgraphs/commerce/reports/tell-increment.ts';
import { exposureRow } from '../../../../../subgraphs/commerce/reports/uplift-row.ts';
import type { AlikePersons } from '../../../../../subgraphs/commerce/store/reports/count-exposure.ts';

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
    vouched: exposed ? people : 0,
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

test('finds what exposure adds among those who are alike, and not what they do anyway', () => {
  const cell = compareExposed(CONFOUNDED);
  expect(exposureRow(NAME, cell, 50)).toMatchObject({
    current: '0.740000',
    baseline: '0.640000',
    difference: '0.100000',
  });
  expect(tellIncrement(cell, 50)).toMatchObject({
    exposedPeople: 1_000,
    controlPeople: 1_000,
    orders: '100.0',
    sales: { amount: '10000.00' },
  });
});

test('leaves out who has nobody to be compared with', () => {
  const cell = compareExposed([...CONFOUNDED, persons('alone', true, 500, 500)]);
  expect(tellIncrement(cell, 50)).toMatchObject({ exposedPeople: 1_000, orders: '100.0' });
});

test('is withheld of few people, and of people of whom the shop’s platform alone tells', () => {
  expect(tellIncrement(compareExposed(CONFOUNDED), 1_001).withheld).toBe('TOO_FEW_PEOPLE');
  const invented = CONFOUNDED.map((alike) => ({ ...alike, vouched: Math.min(alike.vouched, 9) }));
  expect(tellIncrement(compareExposed(invented), 50).withheld).toBe('TOO_FEW_PEOPLE');
  expect(exposureRow(NAME, compareExposed(invented), 50).withheld).toBe('TOO_FEW_PEOPLE');
});
