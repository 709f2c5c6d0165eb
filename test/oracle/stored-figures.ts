import type { Figure } from './expected-figures.ts';
import type { RawEvent } from './raw-event.ts';

/** Runs a statement on commerce's database, whichever it is. */
export type Query = (sql: string) => Promise<{ readonly rows: unknown[] }>;

const WINDOWS = { '24h': 'HOURS_24', '7d': 'DAYS_7', '15d': 'DAYS_15', '30d': 'DAYS_30' };
const FIGURES = {
  visits: 'shopVisits',
  carts: 'addToCarts',
  orders: 'orders',
  new_customers: 'newCustomerOrders',
  credited: 'creditedOrders',
  sales: 'grossSales',
  refunds: 'refunds',
};

/** An event's name, as it was accepted under it. */
export interface AcceptedName {
  readonly conversion: string;
  readonly stage: string;
  readonly event_id: string;
  readonly click_id: string | null;
}

/** The names of all raw events: of corrections too. */
export async function readAcceptedNames(query: Query): Promise<AcceptedName[]> {
  const { rows } = await query('select conversion::text, stage, event_id, click_id from events');
  return rows as AcceptedName[];
}

/** The raw events as commerce keeps them, corrections in the place of what they correct: each until the next one. */
export async function readRawEvents(query: Query): Promise<RawEvent[]> {
  const { rows } = await query(`
    select coalesce(corrects, conversion)::text as conversion, platform_id, stage, coalesce(corrects_event_id, event_id) as event_id, (extract(epoch from occurred_at) * 1000)::float8 as occurred_at, consent,
      (extract(epoch from recorded_at) * 1000)::float8 as recorded_at, (extract(epoch from retired_at) * 1000)::float8 as retired_at, encode(person, 'hex') as person, click_id, source_id, link_id, note_id, search_id, shop_id,
      product_id, order_id, line_id, amount_fen::float8 as amount_fen, read_shops
    from (
      select *, lead(recorded_at) over (partition by coalesce(corrects, conversion) order by recorded_at, sequence) as retired_at
      from events
    ) as corrected
    where not retract and recorded_at is distinct from retired_at`);
  return rows as RawEvent[];
}

/** Models of which commerce keeps what they differ from LAST_CLICK by. */
const SHARING = ['FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY'];

/** The figures as commerce keeps them, those that are not zero. */
export async function readStoredFigures(query: Query): Promise<Figure[]> {
  const clicks = Object.entries(WINDOWS).map(
    ([suffix, window]) => `
      select subject_kind as kind, subject_id as id, day::text, '${window}' as "window", '' as model, 'linkClicks' as figure,
        clicks_${suffix} as amount
      from click_days`,
  );
  const outcomes = Object.entries(WINDOWS).flatMap(([suffix, window]) =>
    Object.entries(FIGURES).map(
      ([column, figure]) => `
        select subject_kind, subject_id, day::text, '${window}', model, '${figure}', ${column}_${suffix} from whole_days`,
    ),
  );
  const { rows } = await query(`
    with whole_days as (
      select * from outcome_days
      union all
      select days.* from unnest(array[${SHARING.map((model) => `'${model}'`).join(', ')}]) as sharing(model)
      cross join lateral (
        select (jsonb_populate_record(outcome_days, jsonb_build_object('model', sharing.model))).*
        from outcome_days where outcome_days.model = 'LAST_CLICK'
      ) as days
    )
    select kind, id, day, "window", model, figure, sum(amount)::float8 as amount
    from (${[...clicks, ...outcomes].join(' union all ')}) as stored
    group by kind, id, day, "window", model, figure having sum(amount) <> 0`);
  return rows as Figure[];
}
