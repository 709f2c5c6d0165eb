import { PERIODS } from '../calendar.ts';
import type { WholeTruth } from '../truth/whole-truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';
import { type ExpectedFunnel, expectedFunnels, expectedSteps } from './expected-funnels.ts';

const UPLIFT = `query Check($range: DateRange!, $shopId: ID!) {
  upliftReport(range: $range, basis: YEAR_OVER_YEAR, shopId: $shopId) { rows { baselinePeople people withheld } } }`;

/** Compares how many readers the shops' visit rates are said to be of, and of how many nothing is said, with the truth of their funnels. */
export async function checkShopReaders(ask: Ask, truth: WholeTruth, comparison: Comparison): Promise<void> {
  const wholes = expectedFunnels(truth.funnels, truth.withheld).filter(({ funnel }) => isWhole(funnel));
  for (const [shopId, own] of Map.groupBy(wholes, ({ funnel }) => funnel.shopId)) {
    const { upliftReport } = await ask(UPLIFT, { range: PERIODS.Y1, shopId });
    const [row] = (upliftReport as { rows: Record<string, unknown>[] }).rows;
    const [baselinePeople, people] = (['Y0', 'Y1'] as const).map((period) => readersOf(own, period));
    const isTold = baselinePeople !== null && people !== null;
    const expected = isTold
      ? { baselinePeople, people, withheld: null }
      : { baselinePeople: null, people: null, withheld: 'TOO_FEW_PEOPLE' };
    for (const [figure, value] of Object.entries(expected))
      comparison.compare('shop uplift', `${shopId} ${figure}`, value, row?.[figure]);
  }
}

function isWhole({ groupBy, model, window }: ExpectedFunnel['funnel']): boolean {
  return groupBy.length === 0 && model === 'LAST_CLICK' && window === 'DAYS_15';
}

function readersOf(funnels: readonly ExpectedFunnel[], period: 'Y0' | 'Y1'): number | null {
  const own = funnels.find(({ funnel }) => funnel.period === period);
  const read = own && expectedSteps(own, own.funnel.totals).find(({ stage }) => stage === 'READ');
  return read?.people ?? null;
}
