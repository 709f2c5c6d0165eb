import { expect, test } from 'vitest';
import { rateRow } from '../../../../../subgraphs/commerce/reports/uplift-row.ts';

const name = { industry: null, metric: 'SHOP_VISIT_RATE' } as const;
const week = (count: number) => Array.from({ length: 7 }, () => ({ count, of: 100 }));
const days = { baseline: week(10), current: week(12) };
const behind = { baselinePeople: 63, people: 58, least: 50 };

test('a rate is told of so many persons as the threshold asks for, and of one less nothing is', () => {
  expect(rateRow(name, days, { ...behind, vouched: 50 })).toMatchObject({
    baseline: '0.100000',
    current: '0.120000',
    change: '0.200000',
    baselinePeople: 60,
    people: 60,
    withheld: null,
  });
  const { industry, metric, withheld, ...figures } = rateRow(name, days, { ...behind, vouched: 49 });
  expect({ industry, metric, withheld }).toEqual({ ...name, withheld: 'TOO_FEW_PEOPLE' });
  expect(new Set(Object.values(figures))).toEqual(new Set([null]));
});
