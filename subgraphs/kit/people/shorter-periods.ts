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
 * Whether the groups of a period may be told beside those of the shorter periods within it: none of these leaves a small group when it is taken from it, nor do all of a kind, nor the longest that share no day;
 * nor are few in several of these together, whose number follows where they add up to few more.
 * @param sizesOf what may be told of a period by itself; undefined where nothing is
 */
export function isToldBesideShorter(
  period: Period,
  sizesOf: (period: Period) => Sizes | undefined,
  rule: BesideShorter,
): boolean {
  const own = sizesOf(period);
  if (own === undefined) return false;
  const ofKinds = shorterPeriods(period, rule).map((within) =>
    within.flatMap((each): ToldSizes[] =>
      isToldBesideShorter(each, sizesOf, rule) ? [{ ...each, sizes: sizesOf(each) ?? [] }] : [],
    ),
  );
  const together = [...ofKinds, apart(ofKinds)].map(addedUp);
  return (
    ofKinds.flat().every(({ sizes }) => leavesNoFew(own, sizes, rule.least)) &&
    together.every((sum) => leavesNoFew(own, sum, rule.least) && leavesNoFew(sum, own, rule.least))
  );
}

/** A shorter period of which is told, and how large the groups in it are. */
interface ToldSizes extends Period {
  readonly sizes: Sizes;
}

/** The longest periods that share no day. @param ofKinds shorter kinds first */
function apart(ofKinds: readonly (readonly ToldSizes[])[]): ToldSizes[] {
  const longest: ToldSizes[] = [];
  for (const own of ofKinds.toReversed())
    longest.push(...own.filter(({ from, to }) => !longest.some((one) => one.from <= from && to <= one.to)));
  return longest;
}

function addedUp(told: readonly ToldSizes[]): Sizes {
  const [first] = told;
  return (first?.sizes ?? []).map((_, place) => told.reduce((sum, { sizes }) => sum + (sizes[place] ?? 0), 0));
}

/** Whether no small group is left of groups when others that lie in them are taken away; nothing follows where these are more. */
export function leavesNoFew(whole: Sizes, within: Sizes, least: number): boolean {
  return whole.every((size, place) => {
    const left = size - (within[place] ?? 0);
    return left <= 0 || left >= least;
  });
}
