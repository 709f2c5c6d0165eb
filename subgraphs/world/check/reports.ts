import { PERIODS } from '../calendar.ts';
import type { ShareTruth, UpliftTruth } from '../truth/report-truth.ts';
import type { Truth } from '../truth/truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';

interface Row {
  readonly industry: string | null;
  readonly metric: string;
  readonly baseline: string | null;
  readonly current: string | null;
  readonly change: string | null;
  readonly mixShift: { readonly isMisleading: boolean } | null;
  readonly withheld: string | null;
}

const UPLIFT = `query Check($range: DateRange!) { upliftReport(range: $range, basis: YEAR_OVER_YEAR) {
  rows { industry metric baseline current change mixShift { isMisleading } withheld } } }`;
const INSIGHTS = `query Check($range: DateRange!) { searchInsights(range: $range) {
  searcherShare userOriginShare firstDayShare beforePurchaseShare withheld beforePurchaseWithheld } }`;

/** What was published in the words of who published it. */
const HEADLINES: readonly (readonly [
  what: string,
  metric: UpliftTruth['metric'],
  industry: UpliftTruth['industry'],
])[] = [
  ['notes’ click rate', 'CLICK_RATE', 'ALL'],
  ['engagement', 'ENGAGEMENT_RATE', 'ALL'],
  ['shop visits, sports', 'SHOP_VISIT_RATE', 'SPORTS'],
  ['shop visits, beauty', 'SHOP_VISIT_RATE', 'BEAUTY'],
  ['merchants in joint campaigns a day', 'JOINT_CAMPAIGN_DAILY_MERCHANTS', 'ALL'],
];
const SHARES: readonly (readonly [what: string, share: ShareTruth['share']])[] = [
  ['people who search', 'searcherShare'],
  ['searches that people begin', 'userOriginShare'],
  ['new people who search on day one', 'firstDayShare'],
  ['buyers who searched before', 'beforePurchaseShare'],
];

/**
 * Compares the market's reports with the truth, cell by cell: what they tell, and what they withhold.
 * @returns the published figures as the reports have them, a line each
 */
export async function checkReports(ask: Ask, truth: Truth, comparison: Comparison): Promise<string[]> {
  const rows = await checkUplift(ask, truth, comparison);
  const insights = await checkShares(ask, truth, comparison);
  const changes = HEADLINES.map(([what, metric, industry]) => {
    const row = rows.find((one) => one.metric === metric && (one.industry ?? 'ALL') === industry);
    return line(what, row?.change ?? null, '+', row?.withheld ?? null);
  });
  const shares = SHARES.map(([what, share]) => {
    const told = insights[share];
    return line(what, typeof told === 'string' ? told : null, '', reasonOf(share, insights));
  });
  return [...changes, ...shares];
}

async function checkUplift(ask: Ask, truth: Truth, comparison: Comparison): Promise<Row[]> {
  const answers = new Map<string, Row[]>();
  for (const known of truth.reports.uplift) {
    const at = `${known.range.from} ${known.range.to}`;
    const rows = answers.get(at) ?? (await rowsOf(ask, known.range));
    answers.set(at, rows);
    const row = rows.find((one) => one.metric === known.metric && (one.industry ?? 'ALL') === known.industry);
    for (const [figure, expected] of Object.entries(expectedRow(known)))
      comparison.compare(
        'uplift report',
        `${at} ${known.metric} ${known.industry} ${figure}`,
        expected,
        figure === 'isMisleading' ? row?.mixShift?.isMisleading : row?.[figure as keyof Row],
      );
  }
  return answers.get(`${PERIODS.Y1.from} ${PERIODS.Y1.to}`) ?? [];
}

async function rowsOf(ask: Ask, range: UpliftTruth['range']): Promise<Row[]> {
  const { upliftReport } = (await ask(UPLIFT, { range })) as { upliftReport: { rows: Row[] } };
  return upliftReport.rows;
}

/** A reversal of all industries must be told; where not all are reversed, either answer may be right. */
function expectedRow({ baseline, current, isReversed, withheld }: UpliftTruth): Record<string, unknown> {
  if (withheld) return { withheld: 'TOO_FEW_PEOPLE', baseline: null, current: null, change: null };
  const [before, after] = [baseline, current].map(({ numerator, denominator }) => numerator / denominator);
  const ratio = (value: number | undefined) => (Number.isFinite(value) ? value?.toFixed(6) : null);
  return {
    withheld: null,
    baseline: ratio(before),
    current: ratio(after),
    change: ratio(
      (current.numerator * baseline.denominator - baseline.numerator * current.denominator) /
        (baseline.numerator * current.denominator),
    ),
    ...(isReversed ? { isMisleading: true } : {}),
  };
}

async function checkShares(ask: Ask, truth: Truth, comparison: Comparison): Promise<Record<string, unknown>> {
  const { searchInsights } = (await ask(INSIGHTS, { range: PERIODS.Y1 })) as {
    searchInsights: Record<string, unknown>;
  };
  for (const { share, numerator, denominator, withheld } of truth.reports.shares) {
    const expected = withheld || denominator === 0 ? null : (numerator / denominator).toFixed(4);
    comparison.compare('search insights', share, expected, searchInsights[share]);
    if (withheld)
      comparison.compare('search insights', `${share} withheld`, 'TOO_FEW_PEOPLE', reasonOf(share, searchInsights));
  }
  return searchInsights;
}

function reasonOf(share: ShareTruth['share'], insights: Record<string, unknown>): string | null {
  const reason = share === 'beforePurchaseShare' ? insights.beforePurchaseWithheld : insights.withheld;
  return typeof reason === 'string' ? reason : null;
}

function line(what: string, share: string | null, sign: string, withheld: string | null): string {
  const percent =
    share === null ? withheld : `${Number(share) < 0 ? '' : sign}${Number((Number(share) * 100).toFixed(4))} %`;
  return `${what.padEnd(36)} ${percent}`;
}
