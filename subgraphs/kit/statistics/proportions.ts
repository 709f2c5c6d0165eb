import { Z95 } from './quantiles.ts';

/** An interval, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many of a group did something. */
export interface Proportion {
  readonly count: number;
  readonly of: number;
}

/** The 95 % interval of a proportion by the score method of Wilson, Journal of the American Statistical Association 22 (1927) 209–212. */
export function wilson({ count, of }: Proportion): Interval {
  const middle = 2 * count + Z95 ** 2;
  const spread = Z95 * Math.sqrt(Z95 ** 2 + 4 * count * (1 - count / of));
  const scale = 2 * (of + Z95 ** 2);
  return { low: (middle - spread) / scale, high: (middle + spread) / scale };
}

/**
 * The 95 % interval of `current` less `baseline`, two independent proportions: Newcombe's hybrid of two score intervals, Statistics in
 * Medicine 17 (1998) 873–890, method 10. It holds for small groups and for proportions of 0 and 1 too.
 */
export function newcombe(baseline: Proportion, current: Proportion): Interval {
  const [before, after] = [baseline.count / baseline.of, current.count / current.of];
  const [around0, around1] = [wilson(baseline), wilson(current)];
  const difference = after - before;
  return {
    low: difference - Math.hypot(after - around1.low, around0.high - before),
    high: difference + Math.hypot(around1.high - after, before - around0.low),
  };
}
