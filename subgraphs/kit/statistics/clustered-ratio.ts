import type { Interval } from './proportions.ts';
import { t95 } from './quantiles.ts';

/** What one cluster (a day, a person) adds to a rate: to its numerator and to its denominator. */
export interface Cluster {
  readonly count: number;
  readonly of: number;
}

/** Fewer clusters tell too little of how much they differ. */
const FEWEST_CLUSTERS = 4;

/**
 * The squared relative standard error of a rate sum(count) / sum(of) over independent clusters, within which whatever is counted may hang
 * together: the ratio estimator linearised, as in Cochran, Sampling Techniques (1977) 6.3, and Deng, Knoblich and Lu, Applying the Delta Method in
 * Metric Analytics, KDD 2018, section 3.
 * @returns undefined where there are too few clusters, or nothing was counted
 */
export function relativeVariance(clusters: readonly Cluster[]): number | undefined {
  const count = clusters.reduce((sum, each) => sum + each.count, 0);
  const of = clusters.reduce((sum, each) => sum + each.of, 0);
  if (clusters.length < FEWEST_CLUSTERS || count <= 0 || of <= 0) return undefined;
  const rate = count / of;
  const squares = clusters.reduce((sum, each) => sum + (each.count - rate * each.of) ** 2, 0);
  return (clusters.length / (clusters.length - 1)) * (squares / count ** 2);
}

/**
 * The 95 % interval of current rate / baseline rate - 1: symmetric around the logarithm of the ratio (delta method), with Student's t for
 * the clusters of both.
 * @returns undefined where it can't be told
 */
export function changeInterval(baseline: readonly Cluster[], current: readonly Cluster[]): Interval | undefined {
  const [before, after] = [relativeVariance(baseline), relativeVariance(current)];
  if (before === undefined || after === undefined) return undefined;
  const reach = t95(baseline.length + current.length - 2) * Math.sqrt(before + after);
  const ratio = rateOf(current) / rateOf(baseline);
  return { low: ratio * Math.exp(-reach) - 1, high: ratio * Math.exp(reach) - 1 };
}

function rateOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, each) => sum + each.count, 0) / clusters.reduce((sum, each) => sum + each.of, 0);
}
