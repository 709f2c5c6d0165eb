import { fixed, ratio } from '../../kit/decimal.ts';
import { roundingStep, roundPeople } from '../../kit/people/few-people.ts';
import type { Period } from '../../kit/people/lattice.ts';
import type { BesideShorter } from '../../kit/people/shorter-periods.ts';
import { type Cluster, changeInterval } from '../../kit/statistics/clustered-ratio.ts';
import { relativeEffectInterval, roundedEffect, shareDifferenceInterval } from '../../kit/statistics/matched-strata.ts';
import { mixShift, type Part } from '../../kit/statistics/mix-shift.ts';
import type { Interval } from '../../kit/statistics/proportions.ts';
import type { Industry } from '../store/catalogue/catalogue-tables.ts';
import type { ReportWithheld } from './cells.ts';
import { type ExposureCells, isDeedTold } from './exposed-groups.ts';

const DIGITS = 6;

/** What is compared. */
export type UpliftMetric = 'CLICK_RATE' | 'ENGAGEMENT_RATE' | 'SHOP_VISIT_RATE' | 'JOINT_CAMPAIGN_DAILY_MERCHANTS';

/** An interval as clients see it. */
export interface ToldInterval {
  readonly low: string;
  readonly high: string;
}

/** A metric beside its baseline, as clients see it. */
export interface UpliftRow {
  readonly industry: Industry | null;
  readonly metric: UpliftMetric;
  readonly baseline: string | null;
  readonly current: string | null;
  readonly change: string | null;
  readonly confidence95: ToldInterval | null;
  readonly difference: string | null;
  readonly difference95: ToldInterval | null;
  readonly baselineSize: number | null;
  readonly currentSize: number | null;
  readonly baselinePeople: number | null;
  readonly people: number | null;
  readonly mixShift: { readonly changeAtBaselineMix: string; readonly isMisleading: boolean } | null;
  readonly withheld: ReportWithheld | null;
}

/** Of what a row is. */
export type RowName = Pick<UpliftRow, 'industry' | 'metric'>;

/** A row of which nothing is told. */
export function withheldRow(name: RowName, withheld: ReportWithheld): UpliftRow {
  return { ...NOTHING, ...name, withheld };
}

const NOTHING = {
  baseline: null,
  current: null,
  change: null,
  confidence95: null,
  difference: null,
  difference95: null,
  baselineSize: null,
  currentSize: null,
  baselinePeople: null,
  people: null,
  mixShift: null,
} as const;

/** How many stand behind each of two periods, and of how many it is told at least. */
export interface Behind {
  readonly baselinePeople: number;
  readonly people: number;
  /** Those of them who make the group large enough to be told. */
  readonly vouched: number;
  readonly least: number;
}

/** Two periods of a rate, by day. */
export interface Days {
  readonly baseline: readonly Cluster[];
  readonly current: readonly Cluster[];
}

/**
 * A rate beside that of the year before.
 * @param parts of all industries, of which this is the sum; undefined for one of them
 */
export function rateRow(
  name: RowName,
  { baseline, current }: Days,
  behind: Behind,
  parts?: readonly Part[],
): UpliftRow {
  const { vouched, least } = behind;
  if (vouched < least) return withheldRow(name, 'TOO_FEW_PEOPLE');
  const [before, after] = [sumOf(baseline), sumOf(current)];
  const interval = changeInterval(baseline, current);
  return {
    ...NOTHING,
    ...name,
    baseline: ratio(before.count, before.of, DIGITS),
    current: ratio(after.count, after.of, DIGITS),
    change: changeOf(before, after),
    confidence95: interval ? tellInterval(interval) : null,
    baselineSize: before.of,
    currentSize: after.of,
    baselinePeople: roundPeople(behind.baselinePeople, least),
    people: roundPeople(behind.people, least),
    mixShift: tellMixShift(parts),
    withheld: null,
  };
}

/** Merchants in joint campaigns on a day, on average, beside the year before: sellers, of whom none is left out and every one may be told of. */
export function merchantsRow(name: RowName, baseline: readonly number[], current: readonly number[]): UpliftRow {
  const [before, after] = [baseline, current].map((days) => sumOf(days.map((count) => ({ count, of: 1 }))));
  if (!before || !after) return withheldRow(name, 'NOT_REPORTED');
  return {
    ...NOTHING,
    ...name,
    baseline: ratio(before.count, before.of, DIGITS),
    current: ratio(after.count, after.of, DIGITS),
    change: changeOf(before, after),
    baselineSize: before.of,
    currentSize: after.of,
    withheld: null,
  };
}

/** The share of exposed persons who visited beside that of those like them. All of it follows from counts that are rounded first. */
export function exposureRow(name: RowName, period: Period, cells: ExposureCells, rule: BesideShorter): UpliftRow {
  const exact = cells.cellOf(period)?.visitors;
  if (!exact || !isDeedTold('VISITED', period, cells, rule)) return withheldRow(name, 'TOO_FEW_PEOPLE');
  // With a threshold of 1 nothing is hidden, and nothing rounded.
  const effect = rule.least === 1 ? exact : roundedEffect(exact, roundingStep(rule.least));
  const { people, controls, exposedMean, controlMean } = effect;
  const interval = relativeEffectInterval(effect);
  return {
    ...NOTHING,
    ...name,
    baseline: tell(controlMean),
    current: tell(exposedMean),
    change: controlMean > 0 ? tell(exposedMean / controlMean - 1) : null,
    confidence95: interval ? tellInterval(interval) : null,
    difference: tell(exposedMean - controlMean),
    difference95: tellInterval(shareDifferenceInterval(effect)),
    baselineSize: controls,
    currentSize: people,
    baselinePeople: controls,
    people,
    withheld: null,
  };
}

function tellMixShift(parts: readonly Part[] | undefined): UpliftRow['mixShift'] {
  const shift = parts && mixShift(parts);
  return shift ? { changeAtBaselineMix: tell(shift.changeAtBaselineMix), isMisleading: shift.misleads } : null;
}

/** current / baseline - 1 of whole numbers, exactly. */
function changeOf(before: Cluster, after: Cluster): string | null {
  const [now, then] = [BigInt(after.count) * BigInt(before.of), BigInt(before.count) * BigInt(after.of)];
  return ratio(now - then, then, DIGITS);
}

function tellInterval({ low, high }: Interval): ToldInterval {
  return { low: tell(low), high: tell(high) };
}

function tell(value: number): string {
  return fixed(BigInt(Math.round(value * 10 ** DIGITS)), DIGITS);
}

/** The clusters added up. */
export function sumOf(clusters: readonly Cluster[]): Cluster {
  return {
    count: clusters.reduce((sum, { count }) => sum + count, 0),
    of: clusters.reduce((sum, { of }) => sum + of, 0),
  };
}
