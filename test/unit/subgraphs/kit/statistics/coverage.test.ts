import { expect, test } from 'vitest';
import { changeInterval } from '../../../../../subgraphs/kit/statistics/clustered-ratio.ts';
import {
  type MatchedEffect,
  matchedEffect,
  relativeEffectInterval,
  shareDifferenceInterval,
  totalEffect,
} from '../../../../../subgraphs/kit/statistics/matched-strata.ts';
import type { Interval } from '../../../../../subgraphs/kit/statistics/proportions.ts';
import { stream } from '../../../../../subgraphs/world/random/stream.ts';

/** Whether intervals hold the truth as often as they say, over draws of which the truth is known. The same draws each time. */

const DRAWS = 2_000;
const random = stream(1, 'coverage');
let drawn = 0;
const unit = () => random.unit(drawn++);
const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
/** How many of `of` do what each does with a chance, about: so many that the normal distribution is near. */
const binomial = (of: number, chance: number) =>
  Math.min(of, Math.max(0, Math.round(of * chance + Math.sqrt(of * chance * (1 - chance)) * normal())));

/** In percent. */
function coverage(truth: number, draw: () => Interval | undefined): number {
  const intervals = Array.from({ length: DRAWS }, draw).filter((interval) => interval !== undefined);
  return (100 * intervals.filter(({ low, high }) => low <= truth && truth <= high).length) / intervals.length;
}

function expectHolds(percent: number): void {
  expect(percent).toBeGreaterThan(93);
  expect(percent).toBeLessThan(97);
}

test.each([
  [7, 0.2],
  [30, 0],
  [30, 0.4],
])('a change over %i days, whose own rates spread by %f, lies in 95 of 100 intervals', (days, spread) => {
  const period = (rate: number) =>
    Array.from({ length: days }, () => {
      const of = Math.round(1_000 * Math.exp(0.3 * normal()));
      return { count: binomial(of, Math.min(1, rate * Math.exp(spread * normal() - spread ** 2 / 2))), of };
    });
  expectHolds(coverage(0.2, () => changeInterval(period(0.1), period(0.12))));
});

/** Exposed persons, others, and the chance of who was not exposed: the more of them were exposed the likelier they visit anyway. */
const STRATA = [
  [120, 400, 0.05],
  [60, 160, 0.15],
  [60, 50, 0.4],
] as const;

function drawEffect(added: number): MatchedEffect {
  const group = (people: number, chance: number) => {
    const sum = Array.from({ length: people }, unit).filter((each) => each < chance).length;
    return { people, sum, squares: sum };
  };
  const strata = STRATA.map(([exposed, others, chance]) => ({
    exposed: group(exposed, chance + added),
    control: group(others, chance),
  }));
  const effect = matchedEffect(strata);
  if (!effect) throw new Error('Every stratum has both.');
  return effect;
}

test.each([0, 0.1])(
  'what exposure adds (%f) lies in 95 of 100 intervals, though who was exposed was likelier to visit',
  (added) => {
    const people = STRATA.reduce((sum, [exposed]) => sum + exposed, 0);
    const alone = STRATA.reduce((sum, [exposed, , chance]) => sum + exposed * chance, 0) / people;
    expectHolds(coverage(added, () => shareDifferenceInterval(drawEffect(added))));
    expectHolds(coverage(added / alone, () => relativeEffectInterval(drawEffect(added))));
    expectHolds(coverage(added * people, () => totalEffect(drawEffect(added))));
  },
);
