import type { Period, PeriodKind } from '../../kit/people/lattice.ts';
import { type DecidedCell, type DecidedCells, type Deciding, decideCells, restsTold } from './decide-cells.ts';
import type { FunnelFact } from './funnel-fact.ts';
import { type GroupsOfMeasures, groupsTold } from './groups-told.ts';
import { type LargestTold, largestTold } from './largest-told.ts';
import { MEASURES_OF_STEPS } from './measures.ts';

/** A period of a shop with what was decided of it. */
export interface DecidedPeriod {
  readonly period: Period;
  readonly cells: DecidedCells;
  /** Of what it and the shorter ones within it tell. */
  readonly largest: LargestTold;
}

/** What was told of a shop's period by an earlier run: of which measures, by the grouping and keys of the cell. */
export type ToldBefore = (period: Period, grouping: string, keys: readonly string[]) => ReadonlySet<number> | undefined;

/** A period, and whether it was decided by an earlier run. */
export type PeriodToDecide = Period & { readonly before: boolean };

/** How a shop's periods are decided; the rest is as in `Deciding`. */
export interface DecidingShop extends Omit<Deciding, 'within' | 'before'> {
  /** Those to decide, and the shorter ones within them that were decided before. */
  readonly periods: readonly PeriodToDecide[];
  readonly toldBefore: ToldBefore;
}

const ORDER: readonly PeriodKind[] = ['DAY', 'WEEK', 'MONTH'];

/**
 * Decides the periods of a shop in which anything happened, the shorter ones first: what a longer one tells must not give a small group when what
 * the shorter ones told is taken from it.
 */
export function decideShop({ periods, toldBefore, facts, ...deciding }: DecidingShop): DecidedPeriod[] {
  const told: ToldPeriod[] = [];
  const decided: DecidedPeriod[] = [];
  const inOrder = periods.toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.from < b.from ? -1 : 1),
  );
  const byDay = Map.groupBy(facts, ({ day }) => day);
  for (const { before, ...period } of inOrder) {
    const ofPeriod = period.kind === 'DAY' ? (byDay.get(period.from) ?? []) : factsWithin(facts, period);
    if (ofPeriod.length === 0) continue;
    const shorter = told.filter(({ period: { from, to } }) => period.from <= from && to <= period.to);
    const within: Deciding['within'] = (grouping, keys, measure) =>
      shorter.flatMap(({ members }) => members(grouping, keys, measure) ?? []);
    const cells = decideCells({ ...deciding, facts: ofPeriod, within, before: groupsOf(shorter) });
    const kept = before ? asTold(cells, period, toldBefore) : cells;
    const own = toldPeriod(period, kept, restsTold({ ...deciding, within }, kept));
    told.push(own);
    const largest = largestTold([...shorter, own].map(({ groups }) => groups));
    if (!before) decided.push({ period, cells, largest });
  }
  return decided;
}

/** What is told in some periods, by step. */
function groupsOf(periods: readonly ToldPeriod[]): Deciding['before'] {
  return MEASURES_OF_STEPS.map((measures) => ({
    groups: new Set(periods.flatMap(({ groups }) => measures.flatMap((measure) => [...(groups.get(measure) ?? [])]))),
    rests: periods.flatMap(({ rests }) => measures.flatMap((measure) => rests.get(measure) ?? [])),
  }));
}

function factsWithin(facts: readonly FunnelFact[], { from, to }: Period): FunnelFact[] {
  return facts.filter(({ day }) => from <= day && day <= to);
}

/** Who was told of in a period, as far as they are known one by one. */
interface ToldPeriod {
  readonly period: Period;
  readonly groups: GroupsOfMeasures;
  readonly rests: ReturnType<typeof restsTold>;
  readonly members: (
    grouping: string,
    keys: readonly string[],
    measure: number,
  ) => readonly [readonly number[]] | undefined;
}

function toldPeriod(period: Period, cells: DecidedCells, rests: ToldPeriod['rests']): ToldPeriod {
  const byName = new Map<string, DecidedCell>();
  for (const [grouping, own] of cells.cells)
    for (const cell of own) if (cell.told.size > 0) byName.set(nameOf(grouping, cell.keys), cell);
  return {
    period,
    groups: groupsTold(cells),
    rests,
    members: (grouping, keys, measure) => {
      const cell = byName.get(nameOf(grouping, keys));
      const members = cell?.told.has(measure) ? cell.people.get(measure)?.members : undefined;
      return members && [members];
    },
  };
}

function nameOf(grouping: string, keys: readonly string[]): string {
  return [grouping, ...keys].join(' ');
}

/** What was told then, whatever would be told now. */
function asTold(cells: DecidedCells, period: Period, toldBefore: ToldBefore): DecidedCells {
  const told = [...cells.cells].map(([grouping, own]): [string, DecidedCell[]] => [
    grouping,
    own.map((cell) => ({ ...cell, told: toldBefore(period, grouping, cell.keys) ?? new Set() })),
  ]);
  return { ...cells, cells: new Map(told) };
}
