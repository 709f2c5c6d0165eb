import type { KeptFunnel, KeptRow } from '../store/funnel/decided-funnels.ts';
import type { DecidedCell, Deciding } from './decide-cells.ts';
import type { DecidedPeriod } from './decide-shop.ts';
import { type Dimension, GROUPINGS, type Grouping, groupingName, keptDimensions } from './dimensions.ts';
import { mostPeople, toldFigures } from './told-figures.ts';

/** What was decided of a shop's period, as it is kept: rows with most people first, those of which nothing is told only as their number. */
export function keptOf(
  shopId: string,
  { period, cells }: DecidedPeriod,
  least: number,
  follow: Deciding['follow'],
): KeptFunnel {
  const rows: KeptRow[] = [];
  const withheld: Record<string, number> = {};
  for (const grouping of GROUPINGS) {
    if (grouping.length === 0) continue;
    const name = groupingName(grouping);
    const own = cells.cells.get(name) ?? [];
    const told = own
      .filter((cell) => cell.told.size > 0)
      .map((cell) => ({ keys: keysOf(cell.keys, grouping, follow), figures: toldFigures(cell, grouping, least) }))
      .map((row) => ({ ...row, people: mostPeople(row.figures) }))
      .sort((a, b) => b.people - a.people || (a.keys.join(' ') < b.keys.join(' ') ? -1 : 1));
    told.forEach(({ keys, figures }, index) => {
      rows.push({ shopId, period, grouping: name, place: index + 1, keys, figures });
    });
    const left = (cells.counts.get(name) ?? 0) - told.length;
    if (left > 0) withheld[name] = left;
  }
  const [whole = NOTHING] = cells.cells.get('') ?? [];
  const totals = toldFigures(whole, [], least);
  return { period: { shopId, period, told: whole.told.size > 0, totals, withheld }, rows };
}

/** A cell's keys, and what follows from them: empty where nothing is known to. */
function keysOf(keys: readonly string[], grouping: Grouping, follow: Deciding['follow']): string[] {
  const followed = keptDimensions(grouping).slice(grouping.length);
  const of = (dimension: Dimension) =>
    grouping.findIndex((own) => keptDimensions([own]).includes(dimension) && own !== dimension);
  return [
    ...keys,
    ...followed.map((dimension) => {
      const index = of(dimension);
      const own = grouping[index];
      return (own && follow(own, keys[index] ?? '')) ?? '';
    }),
  ];
}

const NOTHING: DecidedCell = { keys: [], events: new Map(), people: new Map(), sales: new Map(), told: new Set() };
