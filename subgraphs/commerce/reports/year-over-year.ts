import { daysOf } from '../../kit/calendar.ts';
import type { Period } from '../../kit/people/lattice.ts';
import type { Cluster } from '../../kit/statistics/clustered-ratio.ts';
import type { Industry } from '../store/catalogue/catalogue-tables.ts';
import type { FunnelToldCell, MerchantsCell, VisitsCell } from './cells.ts';
import { merchantsRow, rateRow, sumOf, type UpliftMetric, type UpliftRow, withheldRow } from './uplift-row.ts';

/** What content counted of an industry's notes (null: of all) in one of two periods, by day. */
export interface Readership {
  readonly industry: Industry | null;
  readonly isBaseline: boolean;
  readonly readers: number;
  readonly impressions: readonly number[];
  readonly reads: readonly number[];
  readonly interactions: readonly number[];
}

/** What both subgraphs counted of a period of the whole market, by industry; null for all together. */
export interface CountedPeriod {
  readonly period: Period;
  readonly readership: ReadonlyMap<Industry | null, Readership>;
  readonly visits: ReadonlyMap<Industry | null, VisitsCell>;
  readonly merchants: ReadonlyMap<Industry | null, MerchantsCell>;
}

type RateMetric = Exclude<UpliftMetric, 'JOINT_CAMPAIGN_DAILY_MERCHANTS'>;
const RATES: readonly RateMetric[] = ['CLICK_RATE', 'ENGAGEMENT_RATE', 'SHOP_VISIT_RATE'];

/**
 * The market's rows, year on year.
 * @param industries of which rows are wanted; with null, all together
 * @param all every industry there is, which all together consists of
 * @param least the fewest persons that may be told of
 */
export function marketRows(
  baseline: CountedPeriod,
  current: CountedPeriod,
  industries: readonly (Industry | null)[],
  all: readonly Industry[],
  least: number,
): UpliftRow[] {
  const rates = RATES.flatMap((metric) =>
    industries.map((industry) => {
      const [before, after] = [baseline, current].map(({ readership }) => readership.get(industry)?.readers ?? 0);
      const behind = {
        baselinePeople: before ?? 0,
        people: after ?? 0,
        vouched: Math.min(before ?? 0, after ?? 0),
        least,
      };
      const days = { baseline: clustersOf(metric, baseline, industry), current: clustersOf(metric, current, industry) };
      const parts = all.map((one) => ({
        baseline: sumOf(clustersOf(metric, baseline, one)),
        current: sumOf(clustersOf(metric, current, one)),
      }));
      return rateRow({ industry, metric }, days, behind, industry === null ? parts : undefined);
    }),
  );
  const merchants = industries.map((industry) =>
    merchantsRow(
      { industry, metric: 'JOINT_CAMPAIGN_DAILY_MERCHANTS' },
      merchantsOf(baseline, industry),
      merchantsOf(current, industry),
    ),
  );
  return [...rates, ...merchants];
}

/** What was counted of a shop's period, and of whom its funnel tells in it. */
export interface ShopPeriod {
  readonly cell: VisitsCell | undefined;
  readonly funnel: FunnelToldCell | undefined;
}

/** A shop's row, year on year; told where the shop's funnel tells of both periods' readers, and of as many. @param least the fewest persons that may be told of */
export function shopRow(baseline: ShopPeriod, current: ShopPeriod, least: number): UpliftRow {
  const name = { industry: null, metric: 'SHOP_VISIT_RATE' } as const;
  const [baselinePeople, people] = [baseline.funnel?.readers ?? null, current.funnel?.readers ?? null];
  if (!baseline.cell || !current.cell || baselinePeople === null || people === null)
    return withheldRow(name, 'TOO_FEW_PEOPLE');
  const clusters = ({ visits, reads }: VisitsCell) => pair(visits, reads);
  const behind = { baselinePeople, people, vouched: Math.min(baselinePeople, people), least };
  return rateRow(name, { baseline: clusters(baseline.cell), current: clusters(current.cell) }, behind);
}

function clustersOf(metric: RateMetric, { readership, visits }: CountedPeriod, industry: Industry | null): Cluster[] {
  const counted = readership.get(industry);
  if (!counted) return [];
  const { impressions, reads, interactions } = counted;
  switch (metric) {
    case 'CLICK_RATE':
      return pair(reads, impressions);
    case 'ENGAGEMENT_RATE':
      return pair(interactions, reads);
    case 'SHOP_VISIT_RATE':
      return pair(visits.get(industry)?.visits ?? [], reads);
  }
}

function pair(counts: readonly number[], of: readonly number[]): Cluster[] {
  return of.map((size, day) => ({ count: counts[day] ?? 0, of: size }));
}

function merchantsOf({ merchants, period }: CountedPeriod, industry: Industry | null): readonly number[] {
  return merchants.get(industry)?.merchants ?? daysOf(period).map(() => 0);
}
