import { expect, test } from 'vitest';
import {
  matchedEffect,
  relativeEffectInterval,
  totalEffect,
} from '../../../../../subgraphs/kit/statistics/matched-strata.ts';

const group = (count: number, of: number) => ({ people: of, sum: count, squares: count });

test('weighs controls as the exposed are spread: kidney stones (Julious and Mullee, BMJ 309 (1994) 1480) treated in the other way', () => {
  const effect = matchedEffect([
    { exposed: group(81, 87), control: group(234, 270) },
    { exposed: group(192, 263), control: group(55, 80) },
  ]);
  expect(effect?.exposedMean).toBeCloseTo(273 / 350, 12);
  expect(effect?.controlMean).toBeCloseTo((87 * (234 / 270) + 263 * (55 / 80)) / 350, 12);
  expect(effect && totalEffect(effect).estimate).toBeCloseTo(273 - 87 * (234 / 270) - 263 * (55 / 80), 9);
});

test('gives the relative risk of the Physicians’ Health Study in one stratum: 1.82 (1.43 to 2.30), Agresti, Categorical Data Analysis, 3.1.2', () => {
  const effect = matchedEffect([{ exposed: group(189, 11_034), control: group(104, 11_037) }]);
  const interval = effect && relativeEffectInterval(effect);
  expect([interval?.low.toFixed(2), interval?.high.toFixed(2)]).toEqual(['0.43', '1.31']);
});

test('compares nobody with nobody', () => {
  const lonely = { exposed: group(5, 9), control: group(0, 0) };
  expect(matchedEffect([lonely])).toBeUndefined();
  expect(matchedEffect([lonely, { exposed: group(1, 10), control: group(1, 20) }])?.people).toBe(10);
});
