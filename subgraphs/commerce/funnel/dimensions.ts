/** By what a funnel's rows are grouped, but for the day: a row of a day is that day's own cell. */
export const DIMENSIONS = ['NOTE', 'PRODUCT', 'AUTHOR', 'INDUSTRY', 'PLATFORM', 'CAMPAIGN', 'AGE_COHORT'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** None, one or two dimensions, in the order of `DIMENSIONS`. */
export type Grouping = readonly Dimension[];

/** What follows from another: a note has one author, a product one industry. */
const COARSER: Partial<Record<Dimension, Dimension>> = { NOTE: 'AUTHOR', PRODUCT: 'INDUSTRY' };

/**
 * The dimensions that rows are kept by. A note and its author make the same groups as the note alone, so that they are the same cells:
 * decided twice, they might be told differently.
 */
export function groupingOf(dimensions: Iterable<Dimension>): Grouping {
  const asked = new Set(dimensions);
  return DIMENSIONS.filter(
    (dimension) =>
      asked.has(dimension) && !DIMENSIONS.some((other) => asked.has(other) && COARSER[other] === dimension),
  );
}

/** A grouping's name, as its rows are kept under: `''` for the whole. */
export function groupingName(grouping: Grouping): string {
  return grouping.join(' ');
}

/** What a grouping's rows are kept with: its own dimensions, then what follows from them. */
export function keptDimensions(grouping: Grouping): Dimension[] {
  return [...grouping, ...grouping.flatMap((dimension) => COARSER[dimension] ?? [])];
}

/** No grouping: one cell, of everything. */
export const WHOLE: Grouping = [];

/** All groupings, each after those that it divides further. */
export const GROUPINGS: readonly Grouping[] = allGroupings();

function allGroupings(): Grouping[] {
  const pairs = DIMENSIONS.flatMap((one, index) =>
    DIMENSIONS.slice(index + 1).map((other) => groupingOf([one, other])),
  );
  const distinct = new Map<string, Grouping>();
  for (const grouping of [WHOLE, ...DIMENSIONS.map((one) => [one]), ...pairs])
    distinct.set(groupingName(grouping), grouping);
  return [...distinct.values()].toSorted((a, b) => coarsenings(a).length - coarsenings(b).length);
}

/** A grouping whose rows are made up of another's, with how each of its dimensions follows from the other's. */
export interface Coarsening {
  readonly grouping: Grouping;
  /** For each dimension of the coarser grouping: which of the finer one's it is, or follows from. */
  readonly from: readonly { readonly index: number; readonly follows: boolean }[];
}

/** Every grouping whose rows another's rows lie in, the whole included. */
export function coarsenings(grouping: Grouping): Coarsening[] {
  const choices = grouping.map((dimension, index) => {
    const coarser = COARSER[dimension];
    const own = { dimension, index, follows: false };
    return coarser ? [undefined, own, { dimension: coarser, index, follows: true }] : [undefined, own];
  });
  let combinations: (typeof choices)[number][] = [[]];
  for (const choice of choices)
    combinations = combinations.flatMap((chosen) => choice.map((each) => [...chosen, each]));
  const found = new Map<string, Coarsening>();
  for (const combination of combinations) {
    const chosen = combination
      .filter((each) => each !== undefined)
      .toSorted((a, b) => DIMENSIONS.indexOf(a.dimension) - DIMENSIONS.indexOf(b.dimension));
    const coarser = chosen.map(({ dimension }) => dimension);
    const isCell =
      groupingName(groupingOf(coarser)) === groupingName(coarser) && new Set(coarser).size === chosen.length;
    if (isCell && groupingName(coarser) !== groupingName(grouping))
      found.set(groupingName(coarser), { grouping: coarser, from: chosen });
  }
  return [...found.values()];
}
