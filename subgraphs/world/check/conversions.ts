import type { PeriodFigures, SubjectKind } from '../truth/conversion-truth.ts';
import { TRUTH_MODELS, TRUTH_WINDOW_KEYS, type TruthModel, type TruthWindow } from '../truth/credit.ts';
import { TRUTH_PERIODS, type TruthPeriod } from '../truth/periods.ts';
import type { Truth } from '../truth/truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';

interface Stats {
  readonly linkClicks: number | null;
  readonly shopVisits: number | null;
  readonly addToCarts: number | null;
  readonly orders: number | null;
  readonly creditedOrders: string | null;
  readonly newCustomerOrders: number | null;
  readonly grossSales: { readonly amount: string } | null;
  readonly refunds: { readonly amount: string } | null;
  readonly netSales: { readonly amount: string } | null;
  readonly withheld: string | null;
}

const FRAGMENT = `fragment Figures on ConversionStats {
  linkClicks shopVisits addToCarts orders creditedOrders newCustomerOrders
  grossSales { amount } refunds { amount } netSales { amount } withheld
}`;

/** Of the subjects of which nothing is reported, every so many is asked for. */
const SILENT_SAMPLE = 4;

/** How a subject of a kind is asked for. */
const ROOTS: Readonly<Record<Exclude<SubjectKind, 'ALL'>, (fields: string) => string>> = {
  NOTE: (fields) => `subject: note(id: $id) { ${fields} }`,
  PRODUCT: (fields) => `subject: product(id: $id) { ${fields} }`,
  SHOP: (fields) => `subject: shop(id: $id) { ${fields} }`,
  LINK: (fields) => `subject: node(id: $id) { ... on ProductLink { ${fields} } }`,
  SEARCH: (fields) => `subject: node(id: $id) { ... on Search { ${fields} } }`,
};

/** Compares the conversion figures of the truth's subjects, in each model, window and period. */
export async function checkConversions(
  ask: Ask,
  truth: Truth,
  periods: readonly TruthPeriod[],
  comparison: Comparison,
): Promise<void> {
  const silent = new Set(truth.withheld.notReported.map(({ kind, id }) => `${kind} ${id}`));
  for (const entry of truth.conversions) {
    if (entry.kind === 'ALL') continue;
    // What followed a searched text is told of months alone.
    const asked = entry.kind === 'SEARCH' ? periods.filter((period) => period === 'Y0' || period === 'Y1') : periods;
    const id = entry.searchId ?? entry.id;
    const answersOf = once((model: TruthModel) => askFor(ask, entry.kind as Asked, id, model, asked));
    const unreported = silent.has(`${entry.kind} ${entry.id}`) ? 'NOT_REPORTED' : null;
    for (const [model, period] of TRUTH_MODELS.flatMap((each) => asked.map((one) => [each, one] as const))) {
      const answers = await answersOf(model);
      const few = entry.clickers !== undefined && entry.clickers[period] < truth.withheld.threshold;
      const reason = few ? 'TOO_FEW_PEOPLE' : unreported;
      for (const window of TRUTH_WINDOW_KEYS) {
        const stats = answers[`${period}_${window}`];
        const expected = expectedStats(entry.periods[period], window, model, reason);
        for (const [figure, value] of Object.entries(expected))
          comparison.compare(
            `${entry.kind} conversion`,
            `${entry.id} ${period} ${window} ${model} ${figure}`,
            value,
            stats && answeredValue(stats, figure as keyof Stats),
          );
      }
    }
  }
  await checkSilent(ask, truth, comparison);
}

type Asked = Exclude<SubjectKind, 'ALL'>;

/** Asks once for each argument. */
function once<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const answers = new Map<Key, Promise<Value>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}

async function askFor(ask: Ask, kind: Asked, id: string, model: TruthModel, periods: readonly TruthPeriod[]) {
  const fields = periods.flatMap((period) =>
    TRUTH_WINDOW_KEYS.map((window) => {
      const range = TRUTH_PERIODS[period];
      const ranged = range ? `, range: { from: "${range.from}", to: "${range.to}" }` : '';
      return `${period}_${window}: conversion(model: $model, window: ${window}${ranged}) { ...Figures }`;
    }),
  );
  const query = `query Check($id: ID!, $model: AttributionModel!) { ${ROOTS[kind](fields.join('\n'))} }\n${FRAGMENT}`;
  const { subject } = await ask(query, { id, model });
  return (subject ?? {}) as Readonly<Record<string, Stats>>;
}

/** Nothing may be told of what is not reported, whatever the subject's place among the truth's. */
async function checkSilent(ask: Ask, truth: Truth, comparison: Comparison): Promise<void> {
  for (const { kind, id } of truth.withheld.notReported.filter((_, place) => place % SILENT_SAMPLE === 0)) {
    if (kind === 'ALL') continue;
    const stats = (await askFor(ask, kind, id, 'LAST_CLICK', ['EVER'])).EVER_DAYS_15;
    comparison.compare('not reported', `${kind} ${id} withheld`, 'NOT_REPORTED', stats?.withheld);
    comparison.compare('not reported', `${kind} ${id} orders`, null, stats?.orders);
  }
}

function expectedStats(
  figures: PeriodFigures,
  window: TruthWindow,
  model: TruthModel,
  reason: string | null,
): Record<string, unknown> {
  const told = figures.windows[window][model];
  const linkClicks = figures.linkClicks[window];
  const nothing = {
    shopVisits: null,
    addToCarts: null,
    orders: null,
    creditedOrders: null,
    newCustomerOrders: null,
    grossSales: null,
    refunds: null,
    netSales: null,
  };
  if (reason === 'TOO_FEW_PEOPLE') return { ...nothing, linkClicks: null, withheld: reason };
  if (reason) return { ...nothing, linkClicks, withheld: reason };
  return {
    linkClicks,
    shopVisits: told.shopVisits,
    addToCarts: told.addToCarts,
    orders: told.orders,
    creditedOrders: (told.creditedOrders / 1_000_000).toFixed(6),
    newCustomerOrders: told.newCustomerOrders,
    grossSales: yuan(told.grossSales),
    refunds: yuan(told.refunds),
    netSales: yuan(told.grossSales - told.refunds),
    withheld: null,
  };
}

function answeredValue(stats: Stats, figure: keyof Stats): unknown {
  const value = stats[figure];
  return typeof value === 'object' && value !== null ? value.amount : value;
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
