import { type Interval, newcombe } from './proportions.ts';
import { Z95 } from './quantiles.ts';

/** What some persons did, one after the other added up: how many they are, the sum of what each did, and the sum of its squares. */
export interface Group {
  readonly people: number;
  readonly sum: number;
  readonly squares: number;
}

/** Persons who are alike in every covariate: those who were exposed and those who were not. */
export interface Stratum {
  readonly exposed: Group;
  readonly control: Group;
}

/** What the exposed did beside what they would have done unexposed, each as a mean per person. */
export interface MatchedEffect {
  /** Exposed persons who have anybody to be compared with. */
  readonly people: number;
  /** Persons in the control. */
  readonly controls: number;
  /** How many persons weighed alike would make the control's mean as certain (Kish, Survey Sampling, 1965, 11.7). */
  readonly effectiveControls: number;
  readonly exposedMean: number;
  /** The mean of the controls, weighed so that they are spread over the strata as the exposed are. */
  readonly controlMean: number;
  /** Squared standard errors of both. */
  readonly exposedVariance: number;
  readonly controlVariance: number;
}

/** A stratum's variance needs two persons on either side. */
const FEWEST = 2;

/** Whether the persons of a stratum can be compared: without two on both sides nobody is. */
export function isMatched({
  exposed,
  control,
}: {
  readonly exposed: Pick<Group, 'people'>;
  readonly control: Pick<Group, 'people'>;
}): boolean {
  return exposed.people >= FEWEST && control.people >= FEWEST;
}

/**
 * The effect on the exposed by exact matching on strata of covariates: within a stratum everyone has the same propensity to be exposed, so that
 * weighing its controls by the odds of exposure makes the groups alike (Rosenbaum and Rubin, Biometrika 70 (1983) 41–55; subclassification:
 * Journal of the American Statistical Association 79 (1984) 516–524; coarsened exact matching: Iacus, King and Porro, Political Analysis 20 (2012) 1–24). Strata without two persons
 * on both sides are left out of both means, so that nobody is compared with nobody. Persons are independent and stand in one stratum each.
 * @returns undefined where no stratum has both
 */
export function matchedEffect(strata: readonly Stratum[]): MatchedEffect | undefined {
  const matched = strata.filter(isMatched);
  const people = sumOf(matched, ({ exposed }) => exposed.people);
  if (people === 0) return undefined;
  const weighed = (of: (stratum: Stratum) => number, power = 1) =>
    sumOf(matched, (stratum) => (stratum.exposed.people / people) ** power * of(stratum));
  return {
    people,
    controls: sumOf(matched, ({ control }) => control.people),
    effectiveControls: 1 / weighed(({ control }) => 1 / control.people, 2),
    exposedMean: weighed(({ exposed }) => mean(exposed)),
    controlMean: weighed(({ control }) => mean(control)),
    exposedVariance: weighed(({ exposed }) => varianceOfMean(exposed), 2),
    controlVariance: weighed(({ control }) => varianceOfMean(control), 2),
  };
}

/**
 * The same of counts that are rounded first, so that nothing that follows from it says more than these do: of how many persons there are, how many did it, and as how many controls count.
 * The variances are those of shares of so many persons: a stratum's are smaller, never larger, where strata differ.
 * @param effect of what each person did (1) or did not (0)
 * @param step to whose multiples counts are rounded, half up; as few controls as half of it count as one
 */
export function roundedEffect(effect: MatchedEffect, step: number): MatchedEffect {
  const round = (count: number) => Math.floor(count / step + 0.5) * step;
  const [people, controls] = [round(effect.people), round(effect.controls)];
  const effectiveControls = Math.max(step, round(effect.effectiveControls));
  const exposedMean = round(effect.exposedMean * effect.people) / people;
  const controlMean = round(effect.controlMean * effect.controls) / controls;
  const varianceOf = (share: number, of: number) => (share * (1 - share)) / of;
  return {
    people,
    controls,
    effectiveControls,
    exposedMean,
    controlMean,
    exposedVariance: varianceOf(exposedMean, people),
    controlVariance: varianceOf(controlMean, effectiveControls),
  };
}

/** What the exposed did beyond what the controls predict, all together, with its 95 % interval. */
export function totalEffect(effect: MatchedEffect): Interval & { readonly estimate: number } {
  const { people, exposedMean, controlMean, exposedVariance, controlVariance } = effect;
  const estimate = people * (exposedMean - controlMean);
  const reach = people * Z95 * Math.sqrt(exposedVariance + controlVariance);
  return { estimate, low: estimate - reach, high: estimate + reach };
}

/**
 * The 95 % interval of the difference of two shares of people: Newcombe's, of the groups as they were made alike.
 * @param effect of what each person did (1) or did not (0)
 */
export function shareDifferenceInterval(effect: MatchedEffect): Interval {
  const { people, exposedMean, controlMean, effectiveControls } = effect;
  return newcombe(
    { count: controlMean * effectiveControls, of: effectiveControls },
    { count: exposedMean * people, of: people },
  );
}

/** The 95 % interval of exposedMean / controlMean - 1 by the delta method on its logarithm; undefined where a mean is zero. */
export function relativeEffectInterval(effect: MatchedEffect): Interval | undefined {
  const { exposedMean, controlMean, exposedVariance, controlVariance } = effect;
  if (exposedMean <= 0 || controlMean <= 0) return undefined;
  const reach = Z95 * Math.sqrt(exposedVariance / exposedMean ** 2 + controlVariance / controlMean ** 2);
  const ratio = exposedMean / controlMean;
  return { low: ratio * Math.exp(-reach) - 1, high: ratio * Math.exp(reach) - 1 };
}

function mean({ people, sum }: Group): number {
  return sum / people;
}

function varianceOfMean({ people, sum, squares }: Group): number {
  return Math.max(0, squares - sum ** 2 / people) / (people - 1) / people;
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
