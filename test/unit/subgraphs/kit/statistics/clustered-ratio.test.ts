import { expect, test } from 'vitest';
import { changeInterval, relativeVariance } from '../../../../../subgraphs/kit/statistics/clustered-ratio.ts';
import { t95 } from '../../../../../subgraphs/kit/statistics/quantiles.ts';

const persons = (count: number, of: number) =>
  Array.from({ length: of }, (_, index) => ({ count: index < count ? 1 : 0, of: 1 }));

test('gives the relative risk of the Physicians’ Health Study where each person is a cluster: 1.82 (1.43 to 2.30), Agresti, Categorical Data Analysis, 3.1.2', () => {
  const interval = changeInterval(persons(104, 11_037), persons(189, 11_034));
  expect([interval?.low.toFixed(2), interval?.high.toFixed(2)]).toEqual(['0.43', '1.31']);
});

test('widens where clusters hang together: twice the same day is no second day', () => {
  const days = [3, 5, 4, 6, 2, 4].map((count) => ({ count, of: 100 }));
  const doubled = days.map(({ count, of }) => ({ count: 2 * count, of: 2 * of }));
  expect(relativeVariance(doubled)).toBeCloseTo(relativeVariance(days) ?? 0, 12);
});

test('tells no interval of too few days, or of a rate of zero', () => {
  const days = [1, 2, 3].map((count) => ({ count, of: 10 }));
  expect(changeInterval(days, days)).toBeUndefined();
  expect(relativeVariance(persons(0, 10))).toBeUndefined();
});

test('has the quantiles of Student’s t that its tables print', () => {
  expect([4, 6, 12, 58].map((degrees) => t95(degrees).toFixed(2))).toEqual(['2.78', '2.45', '2.18', '2.00']);
});
