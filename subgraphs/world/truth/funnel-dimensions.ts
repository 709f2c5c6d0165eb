/** By what a funnel may be grouped, in the contract's order, but for the day: a row of a day is that day's own. */
export const FUNNEL_DIMENSIONS = [
  'NOTE',
  'PRODUCT',
  'AUTHOR',
  'INDUSTRY',
  'PLATFORM',
  'CAMPAIGN',
  'AGE_COHORT',
] as const;
export type FunnelDimension = (typeof FUNNEL_DIMENSIONS)[number];

/** Up to two dimensions. */
export type FunnelGrouping = readonly FunnelDimension[];

/** A note has one author, a product one industry. */
export const FOLLOWS: Partial<Record<FunnelDimension, FunnelDimension>> = { NOTE: 'AUTHOR', PRODUCT: 'INDUSTRY' };

/** What is grouped by some dimensions makes the groups of these: a note with its author is the note. */
export function groupingOf(asked: readonly FunnelDimension[]): FunnelGrouping {
  const isSaid = (dimension: FunnelDimension) => asked.some((other) => FOLLOWS[other] === dimension);
  return FUNNEL_DIMENSIONS.filter((dimension) => asked.includes(dimension) && !isSaid(dimension));
}

/** Coarser groups that groups lie in, and how a group's keys lead to them: of which key, and whether by what follows from it. */
export interface Coarser {
  readonly grouping: FunnelGrouping;
  readonly from: readonly { readonly place: number; readonly follows: boolean }[];
}

/** All coarser groupings: each dimension is left out, kept, or taken for what follows from it, the first one's choice changing last. */
export function coarserOf(grouping: FunnelGrouping): Coarser[] {
  let chosen: { dimension: FunnelDimension; place: number; follows: boolean }[][] = [[]];
  for (const [place, dimension] of grouping.entries()) {
    const above = FOLLOWS[dimension];
    const choices = [
      [],
      [{ dimension, place, follows: false }],
      ...(above ? [[{ dimension: above, place, follows: true }]] : []),
    ];
    chosen = chosen.flatMap((before) => choices.map((choice) => [...before, ...choice]));
  }
  const inOrder = chosen.map((own) =>
    own.toSorted((a, b) => FUNNEL_DIMENSIONS.indexOf(a.dimension) - FUNNEL_DIMENSIONS.indexOf(b.dimension)),
  );
  const isItself = (own: (typeof chosen)[number]) =>
    own.length === grouping.length && own.every(({ follows }) => !follows);
  const isTwice = (own: (typeof chosen)[number]) => own.length === 2 && own[0]?.dimension === own[1]?.dimension;
  return inOrder
    .filter((own) => !isItself(own) && !isTwice(own))
    .map((from) => ({ grouping: from.map(({ dimension }) => dimension), from }));
}

/** All groupings, each after those that it divides further, and in the order of the dimensions. */
export const FUNNEL_GROUPINGS: readonly FunnelGrouping[] = allGroupings();

function allGroupings(): FunnelGrouping[] {
  const singles = FUNNEL_DIMENSIONS.map((one): FunnelGrouping => [one]);
  const pairs = FUNNEL_DIMENSIONS.flatMap((one, place) =>
    FUNNEL_DIMENSIONS.slice(place + 1).map((other) => groupingOf([one, other])),
  );
  const all = new Map([[], ...singles, ...pairs].map((each: FunnelGrouping) => [each.join(' '), each]));
  return [...all.values()].toSorted((a, b) => coarserOf(a).length - coarserOf(b).length);
}
