import type { PersonHashes } from '../../kit/people/distinct-people.ts';
import { keepBack } from '../../kit/people/keep-back.ts';
import type { Rest } from '../../kit/people/told-groups.ts';
import {
  addTold,
  BesideOfSteps,
  type CellBeside,
  type DividedFamily,
  keepBackCloseRests,
  rowsThatMayBeTold,
  type ToldOfStep,
} from './beside-told.ts';
import { countCells, type FunnelCell } from './count-cells.ts';
import { countRows } from './count-rows.ts';
import {
  coarsenings,
  DIMENSIONS,
  type Dimension,
  GROUPINGS,
  type Grouping,
  groupingName,
  groupingOf,
  WHOLE,
} from './dimensions.ts';
import type { FunnelFact } from './funnel-fact.ts';
import type { FunnelGroups } from './funnel-groups.ts';
import { NONE } from './group-keys.ts';
import { MEASURES_OF_STEPS } from './measures.ts';

/** A cell, and of which measures its people are told. */
export interface DecidedCell extends FunnelCell {
  readonly told: ReadonlySet<number>;
}

/** All that is decided of a shop in a period, by the grouping's name. */
export interface DecidedCells {
  /** Those of groupings of which anything may be told. */
  readonly cells: ReadonlyMap<string, readonly DecidedCell[]>;
  /** How many rows there are, told or not. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What cells are decided by. */
export interface Deciding {
  /** In the order of their persons. */
  readonly facts: readonly FunnelFact[];
  readonly hashes: PersonHashes;
  /** The fewest persons. */
  readonly least: number;
  /** What follows from a key: a note's author, a product's industry. */
  readonly follow: (dimension: Dimension, key: string) => string | undefined;
  /** Who was told before in shorter periods within this one, for the same group and measure. */
  readonly within: (grouping: string, keys: readonly string[], measure: number) => readonly (readonly number[])[];
  /** All groups of which is told in these shorter periods, by step: an index of `STEPS`. */
  readonly before: readonly ToldOfStep[];
}

/**
 * Decides what is told of the people of a shop in a period. A group is told where it is large enough by itself and nothing that is told already gives
 * a small one when it is taken from it, or it from that: the whole less its rows, a longer period less the shorter ones in it, and of any two groups
 * one of which lies in the other, of this period or of a shorter one in it, the larger less the smaller.
 */
export function decideCells(deciding: Deciding): DecidedCells {
  const { facts, hashes, least } = deciding;
  const wholes = countCells(facts, WHOLE, hashes, 'all');
  // A part is no larger than the whole: where the whole is too small, nothing has to be counted of its parts.
  const large = largeMeasures(wholes, least);
  const groups = groupsIn(facts);
  if (large.size === 0) return { cells: new Map([['', undecided(wholes)]]), counts: countRows(groups) };
  const same = sameForAll(groups);
  const decided = new Map<string, DecidedCell[]>();
  const besides = new BesideOfSteps(deciding.before);
  for (const grouping of GROUPINGS) {
    const rest = groupingOf(grouping.filter((dimension) => !same.has(dimension)));
    const coarser = rest.length < grouping.length ? decided.get(groupingName(rest)) : undefined;
    decided.set(
      groupingName(grouping),
      coarser
        ? coarser.map((cell) => ({ ...cell, keys: keysWith(grouping, rest, cell.keys, same) }))
        : decideGrouping(deciding, grouping, countCells(facts, grouping, hashes, large), decided, large, besides),
    );
  }
  return { cells: decided, counts: countRows(groups) };
}

function groupsIn(facts: readonly FunnelFact[]): Set<FunnelGroups> {
  const groups = new Set<FunnelGroups>();
  for (const { parts } of facts) for (const part of parts) groups.add(part.groups);
  return groups;
}

/** The dimensions in which everything lies in the same group: they divide nothing further. */
function sameForAll(groups: ReadonlySet<FunnelGroups>): Map<Dimension, string> {
  const [one] = groups;
  return new Map(
    DIMENSIONS.flatMap((dimension, place) => {
      const [number, ...more] = one?.groupsOf(place) ?? [];
      if (one === undefined || number === undefined || more.length > 0) return [];
      for (const each of groups) {
        const own = each.groupsOf(place);
        if (own.length !== 1 || own[0] !== number) return [];
      }
      return [[dimension, one.keysOf(number, place, NONE)[0] ?? ''] as const];
    }),
  );
}

function keysWith(
  grouping: Grouping,
  rest: Grouping,
  keys: readonly string[],
  same: ReadonlyMap<Dimension, string>,
): string[] {
  return grouping.map((dimension) => same.get(dimension) ?? keys[rest.indexOf(dimension)] ?? '');
}

function undecided(cells: readonly FunnelCell[]): (FunnelCell & { readonly told: Set<number> })[] {
  return cells.map((cell) => ({ ...cell, told: new Set<number>() }));
}

function largeMeasures(cells: readonly FunnelCell[], least: number): Set<number> {
  const large = cells.flatMap(({ people }) => [...people].filter(([, { size }]) => size >= least));
  return new Set(large.map(([measure]) => measure));
}

function decideGrouping(
  deciding: Deciding,
  grouping: Grouping,
  cells: readonly FunnelCell[],
  before: ReadonlyMap<string, readonly DecidedCell[]>,
  large: ReadonlySet<number>,
  besides: BesideOfSteps,
): DecidedCell[] {
  const own = undecided(cells);
  const wholes = cells.some(({ people }) => people.size > 0) ? wholesOf(deciding, grouping, own, before) : [];
  for (const [step, measures] of MEASURES_OF_STEPS.entries()) {
    const beside = besides.ofStep(step);
    for (const measure of measures) {
      if (!large.has(measure)) continue;
      const rows = own.map(({ people }) => people.get(measure));
      const families = familiesOf(wholes, measure);
      const wholesOfRows = own.map((): (readonly number[])[] => []);
      for (const { whole, rows: lying } of families) for (const row of lying) if (whole) wholesOfRows[row]?.push(whole);
      const besideOf = (index: number): CellBeside => ({
        shorter: deciding.within(groupingName(grouping), own[index]?.keys ?? [], measure),
        wholes: wholesOfRows[index] ?? [],
      });
      const told = rowsThatMayBeTold(own, measure, besideOf, beside, deciding.least);
      if (!told.includes(true)) continue;
      const members = rows.map((people) => (people ? people.members : []));
      do keepBack(members, told, families, deciding.least);
      while (keepBackCloseRests(members, told, families, beside, deciding.least));
      addTold(members, told, families, besideOf, beside);
      own.forEach((cell, index) => {
        if (told[index]) cell.told.add(measure);
      });
    }
  }
  return own;
}

const COARSENINGS = new Map(GROUPINGS.map((grouping) => [grouping, coarsenings(grouping)]));

/** A cell that others lie in. */
interface Whole {
  readonly cell: DecidedCell;
  readonly rows: readonly number[];
  /** Whether each of its people is in one of the rows alone. */
  readonly divided: boolean;
}

/** Whatever is told of a period that lies in something else that is told of it, or of a shorter period in which something is: by measure. */
export function restsTold(
  deciding: Pick<Deciding, 'follow' | 'within'>,
  { cells }: Pick<DecidedCells, 'cells'>,
): ReadonlyMap<number, readonly Rest[]> {
  const rests = new Map<number, Rest[]>();
  const add = (measure: number, whole: DecidedCell, part: readonly number[] | undefined) => {
    const persons = whole.people.get(measure)?.members;
    if (!persons || !part || part.length === persons.length) return;
    rests.set(measure, rests.get(measure) ?? []);
    rests.get(measure)?.push({ whole: persons, part });
  };
  for (const grouping of GROUPINGS) {
    const name = groupingName(grouping);
    const own = cells.get(name) ?? [];
    if (own.every(({ told }) => told.size === 0)) continue;
    for (const cell of own)
      for (const measure of cell.told)
        for (const part of deciding.within(name, cell.keys, measure)) add(measure, cell, part);
    for (const { cell: whole, rows } of wholesOf(deciding, grouping, own, cells))
      for (const row of rows)
        for (const measure of own[row]?.told ?? [])
          if (whole.told.has(measure)) add(measure, whole, own[row]?.people.get(measure)?.members);
  }
  return rests;
}

function wholesOf(
  { follow }: Pick<Deciding, 'follow'>,
  grouping: Grouping,
  cells: readonly DecidedCell[],
  before: ReadonlyMap<string, readonly DecidedCell[]>,
): Whole[] {
  return (COARSENINGS.get(grouping) ?? []).flatMap(({ grouping: coarser, from }) => {
    const nameOf = (keys: readonly string[]) =>
      from
        .map(({ index, follows }) => {
          const [dimension, key = ''] = [grouping[index], keys[index]];
          return follows && dimension ? follow(dimension, key) : key;
        })
        .join(' ');
    const rows = Map.groupBy(cells.keys(), (index) => nameOf(cells[index]?.keys ?? []));
    return (before.get(groupingName(coarser)) ?? []).map((cell) => ({
      cell,
      rows: rows.get(cell.keys.join(' ')) ?? [],
      divided: [...grouping.filter((dimension) => !coarser.includes(dimension))].join() === 'AGE_COHORT',
    }));
  });
}

function familiesOf(wholes: readonly Whole[], measure: number): DividedFamily[] {
  return wholes
    .filter(({ cell }) => cell.told.has(measure))
    .map(({ cell, rows, divided }) => ({ whole: cell.people.get(measure)?.members, rows, divided }));
}
