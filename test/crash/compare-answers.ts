import { compareFigures } from '../oracle/compare-figures.ts';
import type { Figure } from '../oracle/expected-figures.ts';
import type { ToldConversion } from './feed-follower.ts';

/** How many subjects' figures are asked for. */
const MOST_ASKED = 12;
const TYPES: Readonly<Record<string, string>> = { NOTE: 'Note', LINK: 'ProductLink', PRODUCT: 'Product', SHOP: 'Shop' };
const MODELS = ['LAST_CLICK', 'FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY', 'READ_THROUGH'];
const WINDOWS = ['HOURS_24', 'DAYS_7', 'DAYS_15', 'DAYS_30'];
const FIELDS = `linkClicks shopVisits addToCarts orders creditedOrders newCustomerOrders grossSales { amount } refunds { amount } withheld`;

type Stats = Readonly<Record<string, number | string | { readonly amount: string } | null>>;

/**
 * Asks for the figures of the busiest subjects, each in every model in one window, and compares them with the oracle's.
 * @param origin of a commerce process
 * @param expected all figures, by day
 */
export async function compareAnswers(origin: string, expected: readonly Figure[]): Promise<string[]> {
  const subjects = busiest(expected);
  const aliases = MODELS.map((model) => `${model}: conversion(window: $window, model: ${model}) { ${FIELDS} }`);
  const parts = Object.values(TYPES).map((type) => `... on ${type} { ${aliases.join(' ')} }`);
  const query = `query($of: [_Any!]!, $window: AttributionWindow!) { _entities(representations: $of) { ${parts.join(' ')} } }`;
  const faults: string[] = [];
  for (const [place, { kind, id }] of subjects.entries()) {
    const window = WINDOWS[place % WINDOWS.length] as string;
    const variables = { of: [{ __typename: TYPES[kind], id }], window };
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data } = (await response.json()) as { data?: { _entities?: Record<string, Stats>[] } };
    for (const model of MODELS) {
      const stats = data?._entities?.[0]?.[model];
      const own = expected.filter((one) => one.kind === kind && one.id === id && one.window === window);
      faults.push(...differences(`${origin} ${kind} ${id} ${window} ${model}`, stats, sums(own, model)));
    }
  }
  return faults;
}

function busiest(expected: readonly Figure[]): { kind: string; id: string }[] {
  const known = expected.filter(({ kind }) => kind in TYPES);
  const bySubject = Map.groupBy(known, ({ kind, id }) => `${kind} ${id}`);
  return [...bySubject]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_ASKED)
    .map(([key]) => ({ kind: key.split(' ')[0] ?? '', id: key.split(' ')[1] ?? '' }));
}

/** The sums over all days of a model's figures; clicks are every model's. */
function sums(figures: readonly Figure[], model: string): Record<string, number> {
  const all: Record<string, number> = {};
  for (const one of figures)
    if (one.model === model || one.model === '') all[one.figure] = (all[one.figure] ?? 0) + one.amount;
  return all;
}

function differences(of: string, stats: Stats | undefined, expected: Record<string, number>): string[] {
  if (!stats) return [`${of}: no answer`];
  if (stats.withheld !== null) return [];
  return Object.entries(stats).flatMap(([field, told]) => {
    if (field === 'withheld') return [];
    const wanted = expected[field] ?? 0;
    const amount = typeof told === 'object' && told !== null ? Math.round(Number(told.amount) * 100) : Number(told);
    const kept = field === 'creditedOrders' ? Math.round(amount * 1_000_000) : amount;
    return kept === wanted ? [] : [`${of} ${field}: ${wanted} expected, ${told === null ? 'nothing' : kept} answered`];
  });
}

const FIGURE_OF_STAGE: Readonly<Record<string, string>> = {
  LINK_CLICK: 'linkClicks',
  SHOP_VISIT: 'shopVisits',
  ADD_TO_CART: 'addToCarts',
  ORDER_PAID: 'grossSales',
};

/**
 * Compares what a reader of the feed holds with the oracle's figures: by note, the clicks, visits, carts and sales whose last click within 15
 * days was on it.
 */
export function compareFeed(held: Iterable<ToldConversion>, expected: readonly Figure[]): string[] {
  const none = { kind: 'NOTE', day: '', window: 'DAYS_15', model: 'LAST_CLICK' };
  const told = new Map<string, Figure>();
  const add = (id: string, figure: string, amount: number, into: Map<string, Figure>) => {
    const key = `${id} ${figure}`;
    into.set(key, { ...none, id, figure, amount: (into.get(key)?.amount ?? 0) + amount });
  };
  for (const { stage, noteId, value } of held) {
    const figure = FIGURE_OF_STAGE[stage];
    if (!figure || noteId === null) continue;
    add(noteId, figure, figure === 'grossSales' ? Math.round(Number(value?.amount ?? 0) * 100) : 1, told);
  }
  const wanted = new Map<string, Figure>();
  const figures = new Set(Object.values(FIGURE_OF_STAGE));
  for (const { kind, id, window, model, figure, amount } of expected) {
    if (kind !== 'NOTE' || window !== 'DAYS_15' || !['', 'LAST_CLICK'].includes(model) || !figures.has(figure))
      continue;
    add(id, figure, amount, wanted);
  }
  return compareFigures([...wanted.values()], [...told.values()]).map(
    ({ of, expected: right, kept }) => `the feed of ${of}: ${right} expected, ${kept} held`,
  );
}
