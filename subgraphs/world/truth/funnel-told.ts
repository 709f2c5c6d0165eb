import { type FunnelCell, funnelCells } from './funnel-cells.ts';
import type { FunnelDeed } from './funnel-deeds.ts';
import { coarserOf, type FunnelDimension, type FunnelGrouping } from './funnel-dimensions.ts';
import { FUNNEL_STAGES, measuresOf } from './funnel-ways.ts';

/** A group, and of which measures its people may be told. */
export interface ToldFunnelCell extends FunnelCell {
  readonly told: Set<string>;
}

/** The groups of a period, by grouping and keys, each in order. */
export type ToldFunnels = ReadonlyMap<string, ReadonlyMap<string, ToldFunnelCell>>;

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
      shorter.flatMap((period) => peopleTold(period.get(name)?.get(key), measure) ?? []);
    const wholes = wholesOf(grouping, cells, decided, following);
    for (const stage of FUNNEL_STAGES) {
      const measures = measuresOf(stage);
      for (const measure of measures) {
        const rows = new Map<string, ReadonlySet<string>>();
        for (const [key, cell] of cells) {
          const people = cell.people.get(measure);
          const others = measures.flatMap((other) => peopleTold(cell, other) ?? []);
          if (people && mayBeTold(people, others, before(key, measure), least)) rows.set(key, people);
        }
        keepBack(rows, wholes, measure, least);
        for (const key of rows.keys()) cells.get(key)?.told.add(measure);
      }
    }
  }
  return decided;
}

function peopleTold(cell: ToldFunnelCell | undefined, measure: string): ReadonlySet<string> | undefined {
  return cell?.told.has(measure) ? cell.people.get(measure) : undefined;
}

/** Whether a group may be told beside what is told of itself in other ways and in shorter periods. */
function mayBeTold(
  people: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
  shorter: readonly ReadonlySet<string>[],
  least: number,
): boolean {
  const isFew = (group: ReadonlySet<string>) => group.size > 0 && group.size < least;
  if (people.size < least) return false;
  for (const other of others) {
    if (people.isSubsetOf(other) && isFew(other.difference(people))) return false;
    if (other.isSubsetOf(people) && isFew(people.difference(other))) return false;
  }
  if (shorter.some((one) => isFew(people.difference(one)))) return false;
  return shorter.length === 0 || !isFew(withoutAll(people, shorter));
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
}

function wholesOf(
  grouping: FunnelGrouping,
  cells: ReadonlyMap<string, ToldFunnelCell>,
  decided: ReadonlyMap<string, ReadonlyMap<string, ToldFunnelCell>>,
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
    return [...(decided.get(coarser.join(' ')) ?? [])].map(([key, cell]) => ({ cell, rows: rows.get(key) ?? [] }));
  });
}

/** Takes the smallest rows from those that are to be told, until no whole that is told leaves a small group when its rows are taken from it. */
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
        if (size === 0 || size >= least) break;
        rows.delete(row);
        changed = true;
      }
    }
  }
}
