import type { FunnelDeed, FunnelPart } from './funnel-deeds.ts';
import type { FunnelGrouping } from './funnel-dimensions.ts';

/** What happened of one group. */
export interface FunnelCell {
  /** What it is of, by the grouping's dimensions. */
  readonly keys: readonly string[];
  /** Events and distinct persons by measure. */
  readonly events: Map<string, number>;
  readonly people: Map<string, Set<string>>;
  /** 分 by step, model and window. */
  readonly sales: Map<string, number>;
}

/**
 * The groups in which anything happened, by their keys and in their order.
 * @param isCounted whether their figures are wanted, too
 */
export function funnelCells(
  deeds: readonly FunnelDeed[],
  grouping: FunnelGrouping,
  isCounted: boolean,
): Map<string, FunnelCell> {
  const cells = new Map<string, FunnelCell>();
  for (const deed of deeds) {
    for (const [name, { keys, parts }] of partsByGroup(deed.parts, grouping)) {
      const cell = cells.get(name) ?? { keys, events: new Map(), people: new Map(), sales: new Map() };
      cells.set(name, cell);
      if (isCounted) count(cell, deed, parts);
    }
  }
  return new Map([...cells].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function partsByGroup(parts: readonly FunnelPart[], grouping: FunnelGrouping) {
  const found = new Map<string, { readonly keys: readonly string[]; readonly parts: FunnelPart[] }>();
  for (const part of parts) {
    for (const keys of keysOf(part, grouping)) {
      const name = keys.join(' ');
      const own = found.get(name) ?? { keys, parts: [] };
      found.set(name, own);
      own.parts.push(part);
    }
  }
  return found;
}

function keysOf({ groups }: FunnelPart, [one, other]: FunnelGrouping): string[][] {
  if (one === undefined) return [[]];
  if (other === undefined) return groups[one].map((key) => [key]);
  return groups[one].flatMap((first) => groups[other].map((second) => [first, second]));
}

function count(
  { events, people, sales }: FunnelCell,
  { stage, person }: FunnelDeed,
  parts: readonly FunnelPart[],
): void {
  for (const [place, { measures }] of parts.entries()) {
    for (const measure of measures) {
      // Of several parts that have credit each counts the same event once more.
      if (parts.slice(0, place).some((part) => part.measures.has(measure))) continue;
      events.set(measure, (events.get(measure) ?? 0) + 1);
      if (person === undefined) continue;
      const persons = people.get(measure) ?? new Set();
      people.set(measure, persons.add(person));
    }
  }
  for (const part of parts)
    for (const [way, fen] of part.sales) sales.set(`${stage} ${way}`, (sales.get(`${stage} ${way}`) ?? 0) + fen);
}
