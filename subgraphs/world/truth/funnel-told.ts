import { type FunnelCell, funnelCells } from './funnel-cells.ts';
import type { FunnelDeed } from './funnel-deeds.ts';
import { coarserOf, type FunnelDimension, type FunnelGrouping } from './funnel-dimensions.ts';
import { FUNNEL_STAGES, type FunnelStage, measuresOf } from './funnel-ways.ts';
import { type Apart, NearBySize } from './near-by-size.ts';

/** A group, and of which measures its people may be told. */
export interface ToldFunnelCell extends FunnelCell {
  readonly told: Set<string>;
}

/** The groups of a period, by grouping and keys, each in order. */
type CellsOfFunnels = ReadonlyMap<string, ReadonlyMap<string, ToldFunnelCell>>;

/** The groups of a period, and of which lying in each other it tells. */
export interface ToldFunnels {
  readonly cells: CellsOfFunnels;
  readonly apart: readonly { readonly stage: FunnelStage; readonly lying: Apart }[];
}

/** A shop's month, its weeks from Monday on and its days, as its funnel tells of them. */
export interface ToldMonth {
  readonly month: ToldFunnels;
  /** By their days. */
  readonly weeks: ReadonlyMap<readonly string[], ToldFunnels>;
  readonly days: ReadonlyMap<string, ToldFunnels>;
}

/** What follows from a key. */
type Following = (dimension: FunnelDimension, key: string) => string;

/** By what it is decided what is told of a period. */
export interface FunnelRules {
  /** Coarser ones first, and all of them. */
  readonly groupings: readonly FunnelGrouping[];
  /** The groupings whose rows are wanted, told or not. */
  readonly shown: ReadonlySet<string>;
  /** The periods that lie within. */
  readonly shorter: readonly ToldFunnels[];
  readonly following: Following;
  /** The fewest people. */
  readonly least: number;
}

/**
 * Which people of a shop's period are told of, by the rules: enough of them, and no small group when one figure is taken from another, where who is in
 * the one is in the other. Of two figures the one gives way that is decided later: longer periods after the shorter ones in them, groups after those that they
 * lie in, models and windows in a fixed order; of the groups that one lies apart in the smaller give way.
 */
export function tellFunnels(
  deeds: readonly FunnelDeed[],
  { groupings, shown, shorter, following, least }: FunnelRules,
): ToldFunnels {
  const decided = new Map<string, Map<string, ToldFunnelCell>>();
  const beside = new Map(FUNNEL_STAGES.map((stage) => [kindOf(stage), new NearBySize()]));
  for (const period of shorter) {
    for (const { stage, people } of toldGroups(period)) beside.get(kindOf(stage))?.add(people);
    for (const { stage, lying } of period.apart) beside.get(kindOf(stage))?.addApart(lying);
  }
  const lyingApart: ToldFunnels['apart'][number][] = [];
  // A group is no larger than the whole: where that is too small in all, nothing is told of any.
  const whole = funnelCells(deeds, [], true).get('');
  const isLarge = [...(whole?.people.values() ?? [])].some(({ size }) => size >= least);
  for (const grouping of groupings) {
    const name = grouping.join(' ');
    if (!isLarge && grouping.length > 0 && !shown.has(name)) continue;
    const cells = new Map(
      [...funnelCells(deeds, grouping, isLarge || grouping.length === 0)].map(([name, cell]) => [
        name,
        { ...cell, told: new Set<string>() },
      ]),
    );
    decided.set(name, cells);
    if (!isLarge) continue;
    const before = (key: string, measure: string) =>
      shorter.flatMap((period) => peopleTold(period.cells.get(name)?.get(key), measure) ?? []);
    const wholes = wholesOf(grouping, cells, decided, following);
    for (const stage of FUNNEL_STAGES) {
      const near = beside.get(kindOf(stage)) ?? new NearBySize();
      for (const measure of measuresOf(stage)) {
        const around = aroundRows(wholes, measure);
        const apart = (key: string, own: ReadonlySet<string>): Apart[] => [
          ...before(key, measure).map((part) => ({ whole: own, part })),
          ...(around.get(key) ?? []).map((whole) => ({ whole, part: own })),
        ];
        const rows = rowsThatMayBeTold(cells, measure, (key) => before(key, measure), apart, near, least);
        do keepBack(rows, wholes, measure, least);
        while (keepBackCloseRests(rows, wholes, measure, near, least));
        for (const [key, people] of rows) {
          const own = apart(key, people);
          near.addAll(people, own);
          for (const lying of own) lyingApart.push({ stage, lying });
        }
        for (const { rest } of restsOf(rows, wholes, measure)) near.add(rest);
        for (const key of rows.keys()) cells.get(key)?.told.add(measure);
      }
    }
  }
  return { cells: decided, apart: lyingApart };
}

/** The groups that are told in which rows lie, by the rows. */
function aroundRows(wholes: readonly Whole[], measure: string): Map<string, ReadonlySet<string>[]> {
  const around = new Map<string, ReadonlySet<string>[]>();
  for (const { cell, rows } of wholes) {
    const people = peopleTold(cell, measure);
    if (people) for (const key of rows) around.set(key, [...(around.get(key) ?? []), people]);
  }
  return around;
}

/** Who buys again is among those who buy; no other step's people are among another's by necessity. */
function kindOf(stage: FunnelStage): FunnelStage {
  return stage === 'REPURCHASE' ? 'ORDER_PAID' : stage;
}

/** A group of which a period tells in some measure, or whose size follows from what it tells. */
export interface ToldGroup {
  readonly stage: FunnelStage;
  readonly measure: string;
  readonly people: ReadonlySet<string>;
}

/** All groups of which a period tells, and who is left of those that it divides by age. */
export function* toldGroups({ cells: period }: ToldFunnels): Generator<ToldGroup> {
  for (const [name, cells] of period) {
    const dimensions = name.split(' ');
    const wholes = dimensions.at(-1) === 'AGE_COHORT' ? period.get(dimensions.slice(0, -1).join(' ')) : undefined;
    for (const stage of FUNNEL_STAGES) {
      for (const measure of measuresOf(stage)) {
        const told = [...cells.values()].filter((cell) => cell.told.has(measure));
        for (const cell of told) yield { stage, measure, people: cell.people.get(measure) ?? new Set() };
        for (const whole of wholes?.values() ?? []) {
          const ages = told.filter(({ keys }) => keys.slice(0, -1).join(' ') === whole.keys.join(' '));
          const people = ages.length > 0 ? peopleTold(whole, measure) : undefined;
          const inAges = ages.flatMap((cell) => cell.people.get(measure) ?? []);
          if (people) yield { stage, measure, people: withoutAll(people, inAges) };
        }
      }
    }
  }
}

function peopleTold(cell: ToldFunnelCell | undefined, measure: string): ReadonlySet<string> | undefined {
  return cell?.told.has(measure) ? cell.people.get(measure) : undefined;
}

/** The groups that may be told beside what is told already, and beside the larger ones of their own kind; so too what lies apart in them, or them in. */
function rowsThatMayBeTold(
  cells: ReadonlyMap<string, ToldFunnelCell>,
  measure: string,
  before: (key: string) => readonly ReadonlySet<string>[],
  apart: (key: string, own: ReadonlySet<string>) => readonly Apart[],
  near: NearBySize,
  least: number,
): Map<string, ReadonlySet<string>> {
  const candidates = [...cells].flatMap(([key, { people }]) => {
    const own = people.get(measure);
    return own && own.size >= least ? [{ key, own }] : [];
  });
  const rows = new Map<string, ReadonlySet<string>>();
  const neighbours = new NearBySize();
  for (const { key, own } of candidates.toSorted((a, b) => b.own.size - a.own.size)) {
    const shorter = before(key);
    const lying = apart(key, own);
    if (near.isClose(own, least, lying) || neighbours.isClose(own, least, lying)) continue;
    if (shorter.some((one) => isFew(own.difference(one), least))) continue;
    if (shorter.length > 0 && isFew(withoutAll(own, shorter), least)) continue;
    rows.set(key, own);
    neighbours.addAll(own, lying);
  }
  return new Map(
    [...cells.keys()].flatMap((key) => (rows.has(key) ? [[key, rows.get(key) as ReadonlySet<string>]] : [])),
  );
}

const isFew = (group: ReadonlySet<string>, least: number) => group.size > 0 && group.size < least;

/** Of wholes that are told, and whose people are each in one row alone, as they are by age: who is left by the rows that are told. */
function restsOf(rows: ReadonlyMap<string, ReadonlySet<string>>, wholes: readonly Whole[], measure: string) {
  return wholes.flatMap(({ cell, rows: own, divided }) => {
    const people = divided ? peopleTold(cell, measure) : undefined;
    const told = own.flatMap((key) => rows.get(key) ?? []);
    const rest = people && told.length > 0 ? withoutAll(people, told) : new Set<string>();
    return rest.size > 0 ? [{ rows: own, rest }] : [];
  });
}

/** Keeps the rows of a whole back that tell how many others there are, where these lack a few of what is told. */
function keepBackCloseRests(
  rows: Map<string, ReadonlySet<string>>,
  wholes: readonly Whole[],
  measure: string,
  near: NearBySize,
  least: number,
): boolean {
  const close = restsOf(rows, wholes, measure).filter(({ rest }) => near.isClose(rest, least));
  for (const { rows: own } of close) for (const key of own) rows.delete(key);
  return close.length > 0;
}

function withoutAll(people: ReadonlySet<string>, groups: Iterable<ReadonlySet<string>>): Set<string> {
  const rest = new Set(people);
  for (const group of groups) for (const person of group) rest.delete(person);
  return rest;
}

/** A group in which others of one grouping lie. */
interface Whole {
  readonly cell: ToldFunnelCell;
  readonly rows: readonly string[];
  /** By age alone. */
  readonly divided: boolean;
}

function wholesOf(
  grouping: FunnelGrouping,
  cells: ReadonlyMap<string, ToldFunnelCell>,
  decided: CellsOfFunnels,
  following: Following,
): Whole[] {
  return coarserOf(grouping).flatMap(({ grouping: coarser, from }) => {
    const liesIn = ({ keys }: FunnelCell) =>
      from
        .map(({ place, follows }) => {
          const [dimension, key = ''] = [grouping[place], keys[place]];
          return follows && dimension ? following(dimension, key) : key;
        })
        .join(' ');
    const rows = Map.groupBy(cells.keys(), (key) => liesIn(cells.get(key) as FunnelCell));
    const divided = grouping.filter((dimension) => !coarser.includes(dimension)).join() === 'AGE_COHORT';
    return [...(decided.get(coarser.join(' ')) ?? [])].map(([key, cell]) => ({
      cell,
      rows: rows.get(key) ?? [],
      divided,
    }));
  });
}

/**
 * Takes the smallest rows from those that are to be told, until no whole that is told leaves a small group when its rows are taken from it; nor, where they leave nobody, people are in more than one of them a
 * few times in all.
 */
function keepBack(
  rows: Map<string, ReadonlySet<string>>,
  wholes: readonly Whole[],
  measure: string,
  least: number,
): void {
  const told = wholes.flatMap(({ cell, rows: own }) => {
    const people = peopleTold(cell, measure);
    return people ? [{ people, rows: own }] : [];
  });
  for (let changed = true; changed; ) {
    changed = false;
    for (const whole of told) {
      // Of rows that are as large as each other the first by their keys give way.
      const smallestFirst = whole.rows
        .filter((key) => rows.has(key))
        .toSorted((a, b) => (rows.get(a)?.size ?? 0) - (rows.get(b)?.size ?? 0));
      for (const row of smallestFirst) {
        const left = whole.rows.flatMap((key) => rows.get(key) ?? []);
        const { size } = withoutAll(whole.people, left);
        const follows = size > 0 ? size : left.reduce((sum, people) => sum + people.size, 0) - whole.people.size;
        if (follows === 0 || follows >= least) break;
        rows.delete(row);
        changed = true;
      }
    }
  }
}
