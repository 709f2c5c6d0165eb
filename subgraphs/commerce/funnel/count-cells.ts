import { DistinctPeople, type PersonHashes } from '../../kit/people/distinct-people.ts';
import type { Grouping } from './dimensions.ts';
import type { FunnelFact } from './funnel-fact.ts';
import type { FunnelPart } from './funnel-groups.ts';
import { FIRST_CREDITED, measureOf, SALES, VARIANTS } from './measures.ts';

/** What was counted of one group. */
export interface FunnelCell {
  /** What it is of, by the grouping's dimensions. */
  readonly keys: readonly string[];
  /** Events by measure; absent: none. */
  readonly events: Map<number, number>;
  /** Who they were, by measure; absent: nobody. */
  readonly people: Map<number, DistinctPeople>;
  /** Of steps with money: sales in 分 by model and window. */
  readonly sales: Map<number, number[]>;
}

/**
 * Counts facts by groups.
 * @param facts in the order of their persons
 * @param counted the measures of which people are wanted; events always are
 */
export function countCells(
  facts: readonly FunnelFact[],
  grouping: Grouping,
  hashes: PersonHashes,
  counted: ReadonlySet<number> | 'all',
): FunnelCell[] {
  const cells = new Map<string, FunnelCell>();
  const cellOf = (name: string): FunnelCell => {
    const known = cells.get(name);
    if (known) return known;
    const cell = emptyCell(name);
    cells.set(name, cell);
    return cell;
  };
  for (const fact of facts) {
    const [first] = fact.parts;
    if (first && fact.parts.length === 1) {
      for (const name of first.groups.cellsOf(grouping)) countFact(cellOf(name), fact, fact.parts, hashes, counted);
    } else {
      for (const [name, parts] of partsByCell(fact.parts, grouping))
        countFact(cellOf(name), fact, parts, hashes, counted);
    }
  }
  // In the order of their keys: which of two rows alike is kept back must not depend on who came first.
  return [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
}

function emptyCell(name: string): FunnelCell {
  return { keys: name === '' ? [] : name.split(' '), events: new Map(), people: new Map(), sales: new Map() };
}

function partsByCell(parts: readonly FunnelPart[], grouping: Grouping): Map<string, FunnelPart[]> {
  const found = new Map<string, FunnelPart[]>();
  for (const part of parts) {
    for (const name of part.groups.cellsOf(grouping)) {
      const known = found.get(name);
      if (known) known.push(part);
      else found.set(name, [part]);
    }
  }
  return found;
}

function countFact(
  cell: FunnelCell,
  { person, step }: FunnelFact,
  parts: readonly FunnelPart[],
  hashes: PersonHashes,
  counted: ReadonlySet<number> | 'all',
): void {
  let variants = 0;
  for (const part of parts) {
    variants |= part.variants;
    if (part.sales) addSales(cell, step, part.sales);
  }
  for (let variant = 0; variant < (step < FIRST_CREDITED ? 1 : VARIANTS); variant += 1) {
    if ((variants & (1 << variant)) === 0) continue;
    const measure = measureOf(step, variant);
    cell.events.set(measure, (cell.events.get(measure) ?? 0) + 1);
    if (person < 0 || (counted !== 'all' && !counted.has(measure))) continue;
    const people = cell.people.get(measure) ?? new DistinctPeople(hashes);
    cell.people.set(measure, people);
    people.add(person);
  }
}

function addSales(cell: FunnelCell, step: number, sales: readonly number[]): void {
  const sums = cell.sales.get(step) ?? new Array<number>(SALES).fill(0);
  cell.sales.set(step, sums);
  sales.forEach((amount, index) => {
    sums[index] = (sums[index] ?? 0) + amount;
  });
}
