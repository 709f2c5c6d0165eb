import { PERIODS } from '../calendar.ts';
import type { FunnelAsked } from '../truth/funnel-subjects.ts';
import type { FunnelStage } from '../truth/funnel-ways.ts';
import type { FunnelRowTruth } from '../truth/funnels.ts';
import type { WholeTruth } from '../truth/whole-truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';
import {
  type ExpectedFunnel,
  expectedFunnels,
  expectedLeftOut,
  expectedSteps,
  nameOfFunnel,
} from './expected-funnels.ts';

interface Step {
  readonly stage: FunnelStage;
  readonly events: number | null;
  readonly people: number | null;
  readonly rateFromPrevious: string | null;
  readonly sales: { readonly amount: string } | null;
  readonly withheld: string | null;
}

interface Funnel {
  readonly steps: readonly Step[];
}

interface Row {
  readonly funnel: Funnel;
  readonly day: string | null;
  readonly industry: string | null;
  readonly ageCohort: string | null;
  readonly note: { readonly id: string } | null;
  readonly author: { readonly id: string } | null;
  readonly product: { readonly id: string } | null;
  readonly campaign: { readonly id: string } | null;
  readonly platform: { readonly id: string } | null;
}

interface Report {
  readonly totals: Funnel;
  readonly rows: readonly Row[];
  readonly withheldRows: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const REPORT = `fragment Report on FunnelReport {
  totals { ...Steps } withheldRows pageInfo { hasNextPage endCursor }
  rows { day industry ageCohort note { id } author { id } product { id } campaign { id } platform { id } funnel { ...Steps } }
}
fragment Steps on Funnel { steps { stage events people rateFromPrevious sales { amount } withheld } }`;

/** So many funnels are asked for at once, with so many rows each. */
const AT_ONCE = 25;
const ROWS_AT_ONCE = 100;

/**
 * Compares shops' funnels with the truth, row by row and step by step, and the ages of those who were led there: what is told, rounded, and that exactly the
 * cells are withheld, and the rows left out, which the truth lists.
 */
export async function checkFunnels(ask: Ask, truth: WholeTruth, comparison: Comparison): Promise<void> {
  const expected = expectedFunnels(truth.funnels, truth.withheld);
  comparison.compare('shop funnels', 'with what is withheld', truth.funnels.length, expected.length);
  for (const own of Map.groupBy(expected, ({ funnel }) => `${funnel.shopId} ${funnel.period}`).values())
    for (let from = 0; from < own.length; from += AT_ONCE)
      await checkSome(ask, own.slice(from, from + AT_ONCE), comparison);
  for (const one of expected) if (isByAge(one.funnel)) await checkAudience(ask, one, comparison);
}

async function checkSome(ask: Ask, expected: readonly ExpectedFunnel[], comparison: Comparison): Promise<void> {
  const fields = expected.map(({ funnel }, place) => `f${place}: ${fieldOf(funnel)}`);
  const [first] = expected;
  if (!first) return;
  const { shopId, period } = first.funnel;
  const query = `query Check($id: ID!, $range: DateRange!) { shop(id: $id) { ${fields.join('\n')} } }\n${REPORT}`;
  const { shop } = await ask(query, { id: shopId, range: PERIODS[period] });
  for (const [place, one] of expected.entries()) {
    const report = (shop as Readonly<Record<string, Report>>)[`f${place}`];
    if (report) compareFunnel(one, { ...report, rows: await allRows(ask, one.funnel, report) }, comparison);
  }
}

function fieldOf({ groupBy, model, window }: FunnelAsked, after?: string): string {
  const page = `first: ${ROWS_AT_ONCE}${after === undefined ? '' : `, after: "${after}"`}`;
  return `funnel(range: $range, groupBy: [${groupBy.join(' ')}], model: ${model}, window: ${window}, ${page}) { ...Report }`;
}

async function allRows(ask: Ask, asked: FunnelAsked, { rows, pageInfo }: Report): Promise<Row[]> {
  if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return [...rows];
  const query = `query Check($id: ID!, $range: DateRange!) { shop(id: $id) { next: ${fieldOf(asked, pageInfo.endCursor)} } }\n${REPORT}`;
  const { shop } = await ask(query, { id: asked.shopId, range: PERIODS[asked.period] });
  return [...rows, ...(await allRows(ask, asked, (shop as { next: Report }).next))];
}

function compareFunnel(expected: ExpectedFunnel, report: Report, comparison: Comparison): void {
  const { funnel } = expected;
  const name = nameOfFunnel(funnel);
  comparison.compare('shop funnels', `${name}: rows left out`, expectedLeftOut(expected), report.withheldRows);
  const told = new Map(report.rows.map((row) => [keysOf(row, funnel.groupBy), row.funnel]));
  compareSteps(expected, funnel.totals, report.totals, comparison);
  for (const row of funnel.rows) compareSteps(expected, row, told.get(row.row), comparison);
  const known = funnel.rows.map(({ row }) => row).toSorted();
  comparison.compare('shop funnels', `${name}: rows`, known.join(', '), [...told.keys()].toSorted().join(', '));
}

function keysOf(row: Row, groupBy: FunnelAsked['groupBy']): string {
  const keys: Record<FunnelAsked['groupBy'][number], string | null | undefined> = {
    DAY: row.day,
    INDUSTRY: row.industry,
    AGE_COHORT: row.ageCohort,
    NOTE: row.note?.id,
    AUTHOR: row.author?.id,
    PRODUCT: row.product?.id,
    CAMPAIGN: row.campaign?.id,
    PLATFORM: row.platform?.id,
  };
  return groupBy.map((dimension) => keys[dimension]).join(' ');
}

function compareSteps(
  expected: ExpectedFunnel,
  row: FunnelRowTruth,
  told: Funnel | undefined,
  comparison: Comparison,
): void {
  const name = `${nameOfFunnel(expected.funnel)}: ${row.row || 'all'}`;
  const stages = row.steps.map(({ stage }) => stage);
  comparison.compare(
    'shop funnels',
    `${name} steps`,
    stages,
    told?.steps.map(({ stage }) => stage),
  );
  let previous: number | null = null;
  for (const [place, step] of expectedSteps(expected, row).entries()) {
    const answered = told?.steps[place];
    const { stage, events, people, sales, withheld } = step;
    const rate: string | null = people === null || previous === null ? null : quotient(people, previous);
    previous = people;
    const compare = (what: string, one: unknown, other: unknown) =>
      comparison.compare('shop funnels', `${name} ${stage} ${what}`, one, other);
    compare('people', people, answered?.people);
    compare('withheld', withheld, answered?.withheld);
    compare('events', events, answered?.events);
    compare('sales', sales, answered && (answered.sales?.amount ?? null));
    compare('rateFromPrevious', rate, answered?.rateFromPrevious);
  }
}

function quotient(part: number, whole: number): string {
  return (Math.floor((2 * part * 10_000 + whole) / (2 * whole)) / 10_000).toFixed(4);
}

function isByAge({ groupBy, model, window }: FunnelAsked): boolean {
  return groupBy.join() === 'AGE_COHORT' && model === 'LAST_CLICK' && window === 'DAYS_15';
}

const COHORTS = ['BORN_BEFORE_1980', 'BORN_1980S', 'BORN_1990S', 'BORN_SINCE_2000', 'UNKNOWN'];
const AUDIENCE = `query Check($id: ID!, $range: DateRange!) { shop(id: $id) { audience(range: $range) {
  cohorts { ageCohort people share withheld } } } }`;

/** The ages of those who visited, as its funnel by age has them. */
async function checkAudience(ask: Ask, expected: ExpectedFunnel, comparison: Comparison): Promise<void> {
  const { funnel, isSilent } = expected;
  const { shop } = await ask(AUDIENCE, { id: funnel.shopId, range: PERIODS[funnel.period] });
  const { cohorts } = (shop as { audience: { cohorts: { ageCohort: string; [figure: string]: unknown }[] } }).audience;
  const visitsOf = (row: FunnelRowTruth | undefined) =>
    row && expectedSteps(expected, row).find(({ stage }) => stage === 'SHOP_VISIT');
  const whole = visitsOf(funnel.totals)?.people ?? null;
  for (const cohort of COHORTS) {
    const told = cohorts.find(({ ageCohort }) => ageCohort === cohort);
    const people = visitsOf(funnel.rows.find(({ row }) => row === cohort))?.people ?? null;
    const withheld = people === null ? (isSilent ? 'NOT_REPORTED' : 'TOO_FEW_PEOPLE') : null;
    const share = people === null || whole === null ? null : quotient(people, whole);
    for (const [figure, value] of Object.entries({ people, withheld, share }))
      comparison.compare('audience', `${funnel.shopId} ${funnel.period} ${cohort} ${figure}`, value, told?.[figure]);
  }
}
