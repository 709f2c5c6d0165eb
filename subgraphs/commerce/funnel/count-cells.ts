import { DistinctPeople, type PersonHashes } from '../../kit/people/distinct-people.ts';
import type { Grouping } from './dimensions.ts';
import type { FunnelFact } from './funnel-fact.ts';
import type { FunnelGroups, FunnelPart } from './funnel-groups.ts';
import { placesOf } from './group-keys.ts';
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
  const [one, other] = placesOf(grouping);
  const cells = new Map<number, FunnelCell>();
  const cellOf = (number: number, groups: FunnelGroups): FunnelCell => {
    const known = cells.get(number);
    if (known) return known;
    const cell = { keys: groups.keysOf(number, one, other), events: new Map(), people: new Map(), sales: new Map() };
    cells.set(number, cell);
    return cell;
  };
  for (const fact of facts) {
    const [first] = fact.parts;
    if (!first) continue;
    if (fact.parts.length === 1) {
      for (const number of first.groups.cellsOf(one, other))
        countFact(cellOf(number, first.groups), fact, fact.parts, hashes, counted);
    } else {
      for (const [number, parts] of partsByCell(fact.parts, one, other))
        countFact(cellOf(number, first.groups), fact, parts, hashes, counted);
    }
  }
  // In the order of their keys: which of two rows alike is kept back must not depend on who came first.
  return [...cells.values()]
    .map((cell) => ({ cell, name: cell.keys.join(' ') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ cell }) => cell);
}

function partsByCell(parts: readonly FunnelPart[], one: number, other: number): Map<number, FunnelPart[]> {
  const found = new Map<number, FunnelPart[]>();
  for (const part of parts) {
    for (const number of part.groups.cellsOf(one, other)) {
      const known = found.get(number);
      if (known) known.push(part);
      else found.set(number, [part]);
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
