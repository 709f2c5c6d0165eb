import { ALL, cellKeys } from '../../subgraphs/commerce/reports/cells.ts';
import { type CountedPeriod, marketRows, type Readership } from '../../subgraphs/commerce/reports/year-over-year.ts';
import { type Industry, industries } from '../../subgraphs/commerce/store/catalogue/catalogue-tables.ts';
import type { Period, PeriodKind } from '../../subgraphs/kit/people/lattice.ts';
import { yearBefore } from '../../subgraphs/kit/people/year-before.ts';
import type { Query } from '../oracle/stored-figures.ts';
import type { UpliftFigures } from '../oracle/uplift.ts';

/** The market's rates year on year as commerce tells them, of what both subgraphs keep: by `kind from metric subject`, those with an interval. */
export async function toldUplift(ofContent: Query, ofCommerce: Query): Promise<Map<string, UpliftFigures>> {
  const [readership, counted] = await Promise.all([cellsOf(ofContent), cellsOf(ofCommerce)]);
  const of = [null, ...industries];
  const periodOf = (period: Period, isBaseline: boolean): CountedPeriod => {
    const { kind, from } = period;
    const own = <Cell>(cells: ReadonlyMap<string, unknown>, key: (industry: Industry | null) => string) =>
      new Map(
        of.flatMap((industry) => {
          const cell = cells.get(key(industry));
          return cell === undefined ? [] : [[industry, cell as Cell] as const];
        }),
      );
    const read = own<Readership>(readership, (industry) => `readership ${kind} ${from} ${industry ?? ALL}`);
    return {
      period,
      readership: new Map([...read].map(([industry, cell]) => [industry, { ...cell, industry, isBaseline }])),
      visits: own(counted, (industry) => cellKeys.visits(kind, from, industry ?? ALL)),
      merchants: new Map(),
    };
  };
  const told = new Map<string, UpliftFigures>();
  for (const key of readership.keys()) {
    const [, kind = '', from = '', subject] = key.split(' ');
    if (subject !== ALL || kind === 'DAY') continue;
    const period = { kind: kind as PeriodKind, from, to: lastDay(readership.get(key), from) };
    const [baseline, current] = [periodOf(yearBefore(period), true), periodOf(period, false)];
    for (const row of marketRows(baseline, current, of, industries, 1)) {
      const { confidence95, mixShift } = row;
      if (!confidence95) continue;
      told.set(`${kind} ${from} ${row.metric} ${row.industry ?? ALL}`, {
        baseline: Number(row.baseline),
        current: Number(row.current),
        change: Number(row.change),
        low: Number(confidence95.low),
        high: Number(confidence95.high),
        baselineSize: row.baselineSize ?? 0,
        size: row.currentSize ?? 0,
        changeAtBaselineMix: mixShift && Number(mixShift.changeAtBaselineMix),
        isMisleading: mixShift?.isMisleading ?? null,
      });
    }
  }
  return told;
}

function lastDay(cell: unknown, from: string): string {
  const { impressions } = cell as Readership;
  return new Date(Date.parse(from) + (impressions.length - 1) * 86_400_000).toISOString().slice(0, 10);
}

async function cellsOf(query: Query): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await query('select key, cell from decided_cells');
  return new Map((rows as { key: string; cell: unknown }[]).map(({ key, cell }) => [key, cell]));
}
