import { askOracle, SCRIPTS } from './expected-figures.ts';
import { RAW_EVENT_TYPES, type RawEvent } from './raw-event.ts';
import type { Query } from './stored-figures.ts';

/** The raw rows that funnels come to, beside the events. */
export interface RawFunnels {
  readonly linked: readonly unknown[];
  readonly boosted: readonly unknown[];
  readonly ages: readonly unknown[];
}

const TYPES = {
  linked: {
    note_id: 'VARCHAR',
    shop_id: 'VARCHAR',
    product_id: 'VARCHAR',
    author_id: 'VARCHAR',
    industry: 'VARCHAR',
    leads: 'BOOLEAN',
  },
  boosted: { note_id: 'VARCHAR', shop_id: 'VARCHAR', campaign_id: 'VARCHAR', from_day: 'BIGINT', to_day: 'BIGINT' },
  ages: { person: 'VARCHAR', age_cohort: 'VARCHAR' },
  shared: { platform_id: 'VARCHAR' },
  closed: { now: 'BIGINT' },
};

/** Figures that are not zero, by `shop kind from grouping keys stage model window figure`. */
export type FunnelFigures = ReadonlyMap<string, number>;

/** Reads the rows from commerce's database. */
export async function readFunnelRows(query: Query): Promise<RawFunnels> {
  const linked = await query(`
    select note_id, shop_id, product_id, author_id, industry, status <> 'REMOVED' as leads
    from link_targets join products on products.id = product_id`);
  const boosted = await query(`
    select distinct note_id, shop_id, campaign_id, starts_on - date '1970-01-01' as from_day, ends_on - date '1970-01-01' as to_day
    from campaigns join boosts on campaign_id = campaigns.id`);
  const ages = await query("select encode(person, 'hex') as person, age_cohort from age_cohorts");
  return { linked: linked.rows, boosted: boosted.rows, ages: ages.rows };
}

/**
 * Works out every cell of every shop's funnel of the periods that had closed, with nobody too few: it knows the rules that the schema states, and none of
 * the code that counts.
 */
export async function expectedFunnels(
  events: readonly RawEvent[],
  { linked, boosted, ages }: RawFunnels,
  closed: Date,
): Promise<FunnelFigures> {
  const rows = await askOracle<{ name: string; amount: number }>(
    {
      events: [RAW_EVENT_TYPES, events],
      linked: [TYPES.linked, linked],
      boosted: [TYPES.boosted, boosted],
      ages: [TYPES.ages, ages],
      shared: [TYPES.shared, [{ platform_id: 'platform_taobao' }]],
      closed: [TYPES.closed, [{ now: closed.getTime() }]],
    },
    [...SCRIPTS, 'periods', 'funnels'],
    `select concat_ws(' ', shop_id, kind, strftime(date '1970-01-01' + start::int, '%Y-%m-%d'), grouping_name, key, stage, model, window_name, figure) as name, amount
    from funnel_figures`,
  );
  return new Map(rows.map(({ name, amount }) => [name, amount]));
}

const STAGES = ['READ', 'LINK_CLICK', 'SHOP_VISIT', 'ADD_TO_CART', 'ORDER_PAID', 'REPURCHASE'];
const MODELS = ['LAST_CLICK', 'FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY', 'READ_THROUGH'];
const WINDOWS = ['HOURS_24', 'DAYS_7', 'DAYS_15', 'DAYS_30'];
const FIGURES = ['events', 'people', 'sales'];

type Told = readonly (number | null)[];

/** As commerce keeps them: a model that is absent is as LAST_CLICK. */
interface Kept {
  readonly led: readonly Told[];
  readonly credited: Readonly<Record<string, readonly (readonly Told[])[]>>;
}

/** What is kept of shops' funnels, in the same form. */
export async function readStoredFunnels(query: Query): Promise<FunnelFigures> {
  const found = new Map<string, number>();
  const add = (names: readonly string[], amount: number | null | undefined) => {
    if (amount) found.set(names.join(' '), amount);
  };
  const addAll = (cell: readonly string[], { led, credited }: Kept) => {
    const addStep = (way: readonly string[], told: Told) => {
      for (const [place, figure] of FIGURES.entries()) add([...cell, ...way, figure], told[place]);
    };
    for (const [step, told] of led.entries()) addStep([STAGES[step] ?? '', '', ''], told);
    for (const model of MODELS)
      for (const [window, steps] of (credited[model] ?? credited.LAST_CLICK ?? []).entries())
        for (const [step, told] of steps.entries())
          addStep([STAGES[led.length + step] ?? '', model, WINDOWS[window] ?? ''], told);
  };
  const wholes = await query('select shop_id, kind, from_day::text as day, totals, withheld from funnel_periods');
  for (const { shop_id, kind, day, totals, withheld } of wholes.rows as Whole[]) {
    addAll([shop_id, kind, day, '', ''], totals);
    for (const [grouping, rows] of Object.entries(withheld))
      add([shop_id, kind, day, grouping, '', '', '', '', 'leftOut'], rows);
  }
  const largest = await query("select key, cell from decided_cells where key like 'funnel-told %'");
  for (const { key, cell } of largest.rows as Largest[]) {
    const [, kind = '', day = '', shop = ''] = key.split(' ');
    const { readers, ...groups } = cell;
    add([shop, kind, day, '', '', '', '', '', 'readers'], readers);
    for (const [group, sizes] of Object.entries(groups))
      for (const [place, size] of sizes.entries())
        add([shop, kind, day, '', '', '', '', '', `${group}${place + 1}`], size);
  }
  const rows = await query(
    'select shop_id, kind, from_day::text as day, grouping_name, keys, figures from funnel_rows',
  );
  for (const { shop_id, kind, day, grouping_name, keys, figures } of rows.rows as Row[])
    addAll([shop_id, kind, day, grouping_name, keys.slice(0, grouping_name.split(' ').length).join(' ')], figures);
  return found;
}

interface Whole {
  readonly shop_id: string;
  readonly kind: string;
  readonly day: string;
  readonly totals: Kept;
  readonly withheld: Readonly<Record<string, number>>;
}

/** How many readers are told of, and the sizes of the largest groups of those who bought. */
interface Largest {
  readonly key: string;
  readonly cell: Readonly<Record<'bought' | 'boughtAgain', readonly number[]>> & { readonly readers: number | null };
}

interface Row {
  readonly shop_id: string;
  readonly kind: string;
  readonly day: string;
  readonly grouping_name: string;
  readonly keys: readonly string[];
  readonly figures: Kept;
}

/** Where what is kept is not what is expected, for people to read. */
export function tellFunnelDifferences(expected: FunnelFigures, kept: FunnelFigures, most = 30): string {
  const names = new Set([...expected.keys(), ...kept.keys()]);
  const lines = [...names]
    .filter((name) => expected.get(name) !== kept.get(name))
    .sort()
    .map((name) => `  ${name}: ${expected.get(name) ?? 0} expected, ${kept.get(name) ?? 0} kept`);
  return [`${lines.length} figures differ`, ...lines.slice(0, most)].join('\n');
}
