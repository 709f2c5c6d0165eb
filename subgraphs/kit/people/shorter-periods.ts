import { addDays } from '../calendar.ts';
import { PERIOD_KINDS, type Period, type PeriodKind, periodAt } from './lattice.ts';

/** How large groups of people are, one after the other. Who is in one in a period is in that of the same place in every longer period that holds it. */
export type Sizes = readonly number[];

/** By what periods are judged beside shorter ones. */
export interface BesideShorter {
  /** The day on which a reporting month begins. */
  readonly monthStart: number;
  /** The fewest persons that may be told of. */
  readonly least: number;
  /** Of which kinds of period there are cells; by default of all. */
  readonly kinds?: readonly PeriodKind[];
}

/** The periods of the shorter kinds that lie within a period, by kind, each kind in the order of time. */
export function shorterPeriods(
  period: Period,
  { monthStart, kinds = PERIOD_KINDS }: Pick<BesideShorter, 'monthStart' | 'kinds'>,
): readonly (readonly Period[])[] {
  const shorter = kinds.filter((kind) => PERIOD_KINDS.indexOf(kind) < PERIOD_KINDS.indexOf(period.kind));
  return shorter.map((kind) => {
    const within: Period[] = [];
    const next = (after: Period) => periodAt(kind, addDays(after.to, 1), monthStart);
    const first = periodAt(kind, period.from, monthStart);
    for (let each = first.from < period.from ? next(first) : first; each.to <= period.to; each = next(each))
      within.push(each);
    return within;
  });
}

/**
 * Whether the groups of a period may be told beside those of the shorter periods within it: neither taking one of these from it, nor taking all of a kind, leaves a small group.
 * @param sizesOf what may be told of a period by itself; undefined where nothing is
 */
export function isToldBesideShorter(
  period: Period,
  sizesOf: (period: Period) => Sizes | undefined,
  rule: BesideShorter,
): boolean {
  const own = sizesOf(period);
  if (own === undefined) return false;
  return shorterPeriods(period, rule).every((within) => {
    const told = within.flatMap((each) => (isToldBesideShorter(each, sizesOf, rule) ? [sizesOf(each) ?? []] : []));
    return [...told, addedUp(told)].every((shorter) => leavesNoFew(own, shorter, rule.least));
  });
}

function addedUp(told: readonly Sizes[]): Sizes {
  const [first = []] = told;
  return first.map((_, place) => told.reduce((sum, sizes) => sum + (sizes[place] ?? 0), 0));
}

/**
 * Whether no small group is left of groups when others that lie in them are taken away. Of several of these together: where more are in them than in the whole, some are in several, and nothing
 * follows of the rest.
 */
export function leavesNoFew(whole: Sizes, within: Sizes, least: number): boolean {
  return whole.every((size, place) => {
    const left = size - (within[place] ?? 0);
    return left <= 0 || left >= least;
  });
}
