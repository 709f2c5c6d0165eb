import { type Selectable, sql } from 'kysely';
import { copyRows } from '../../../kit/copy-rows.ts';
import { givenRows } from '../../../kit/given-rows.ts';
import type { Lived } from '../../conversions/attribution/life.ts';
import type { Outcome } from '../../conversions/attribution/touch.ts';
import { LONGEST_WINDOW_MS } from '../../conversions/attribution/windows.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { fromBytea, toBytea } from './bytes.ts';
import { lifeColumns, lifeOf } from './lives.ts';

const TYPES = {
  conversion: 'uuid',
  stage: 'text',
  shop_id: 'text',
  person: 'bytea',
  click_id: 'text',
  occurred_at: 'timestamptz',
  credited_click: 'uuid',
  recorded_at: 'timestamptz',
  retired_at: 'timestamptz',
} as const;

type Row = Selectable<CommerceTables['outcomes']>;

/** A visit or a cart. */
export interface Visit extends Outcome {
  readonly conversion: string;
  readonly stage: Row['stage'];
  /** The conversion of the click that it is credited to, if any. */
  readonly creditedClick: string | null;
}

/** Keeps visits and carts with their credit. */
export async function insertVisits(db: CommerceDb, visits: readonly Lived<Visit>[]): Promise<void> {
  if (visits.length === 0) return;
  const rows = visits.map((visit) => ({
    conversion: visit.conversion,
    stage: visit.stage,
    shop_id: visit.shopId,
    person: toBytea(visit.person),
    click_id: visit.clickIds[0] ?? null,
    occurred_at: new Date(visit.occurredAt),
    credited_click: visit.creditedClick,
    ...lifeColumns(visit),
  }));
  await copyRows(db, 'outcomes', TYPES, rows);
}

/** Gives the credit for visits and carts to other clicks, or to none. */
export async function creditVisits(db: CommerceDb, visits: readonly Visit[]): Promise<void> {
  if (visits.length === 0) return;
  const rows = visits.map(({ conversion, creditedClick }) => ({ conversion, click: creditedClick }));
  await sql`
    update outcomes set credited_click = given.click
    from ${givenRows(db, 'given', { conversion: 'uuid', click: 'uuid' }, rows)}
    where outcomes.conversion = given.conversion and outcomes.retired_at is null`.execute(db);
}

/** From when to when a person did what may change the credit for what the person did later. Milliseconds since 1970. */
export interface Span {
  readonly person: string;
  /** Whether it was only visits and searches: they change nothing for later visits, each of which is a visit itself. */
  readonly signs: boolean;
  readonly from: number;
  readonly to: number;
}

/** Outcomes for which the credit may change. */
export interface LaterOutcomes {
  readonly visits: Visit[];
  /** Each by the person whose it is, or the click that it names, as which it was found; one may be here by both. */
  readonly orders: ({ readonly id: string } & ({ readonly person: string } | { readonly clickId: string }))[];
}

/**
 * The visits, carts and orders of persons, within 30 days after they did something, and those that name some clicks.
 * @param most of one person, or naming one click: of more, one more is read, which tells that there are
 */
export async function outcomesAfter(
  db: CommerceDb,
  spans: readonly Span[],
  clickIds: readonly string[],
  most: number,
): Promise<LaterOutcomes> {
  if (spans.length === 0 && clickIds.length === 0) return { visits: [], orders: [] };
  const rows = spans.map(({ person, signs, from, to }) => ({
    who: toBytea(person),
    signs,
    since: new Date(from),
    until: new Date(to + LONGEST_WINDOW_MS),
  }));
  const types = { who: 'bytea', signs: 'boolean', since: 'timestamptz', until: 'timestamptz' };
  const limit = sql.lit(most + 1);
  const found = await sql<LaterRow>`
    with span as materialized (select * from ${givenRows(db, 'span', types, rows)})
    select null as order_id, null::bytea as person_of, null as named, visit.* from span cross join lateral (
      select * from outcomes
      where person = span.who and retired_at is null and (not span.signs or stage = 'ADD_TO_CART')
        and occurred_at >= span.since and occurred_at <= span.until
      limit ${limit}
    ) visit
    union all
    select null, null, null, visit.* from unnest(${clickIds}::text[]) as named(id) cross join lateral (
      select * from outcomes where click_id = named.id and retired_at is null limit ${limit}
    ) visit
    union all
    select paid.id, span.who, null, ${NO_VISIT} from span cross join lateral (
      select id from orders where person = span.who and counted_at >= span.since and counted_at <= span.until
      limit ${limit}
    ) paid
    union all
    select paid.order_id, null, named.id, ${NO_VISIT} from unnest(${clickIds}::text[]) as named(id) cross join lateral (
      select order_id from order_facts where click_id = named.id and counted and retired_at is null limit ${limit}
    ) paid`.execute(db);
  return laterOf(found.rows);
}

type LaterRow = Row & { order_id: string | null; person_of: Uint8Array | null; named: string | null };

/** What is found in one way twice, as of two spans of a person, is there once: the server would have to compare whole rows. */
function laterOf(rows: readonly LaterRow[]): LaterOutcomes {
  const visits = new Map<string, Visit>();
  const orders = new Map<string, LaterOutcomes['orders'][number]>();
  for (const row of rows) {
    const { order_id: id, person_of, named } = row;
    if (id === null) {
      if (!visits.has(row.conversion)) visits.set(row.conversion, fromRow(row));
      continue;
    }
    const as = named === null ? { person: fromBytea(person_of) ?? '' } : { clickId: named };
    orders.set(`${id} ${named ?? as.person}`, { id, ...as });
  }
  return { visits: [...visits.values()], orders: [...orders.values()] };
}

/** In the place of a visit's columns. */
const NO_VISIT = sql.join(
  ['uuid', 'text', 'text', 'bytea', 'text', 'timestamptz', 'uuid', 'timestamptz', 'timestamptz'].map((type) =>
    sql.raw(`null::${type}`),
  ),
);

/** The visits and carts that hold of some conversions. */
export async function readVisits(db: CommerceDb, conversions: readonly string[]): Promise<Lived<Visit>[]> {
  if (conversions.length === 0) return [];
  const { rows } = await sql<Row>`
    select * from outcomes where conversion = any(${conversions}::uuid[]) and retired_at is null`.execute(db);
  return rows.map((row) => ({ ...fromRow(row), ...lifeOf(row) }));
}

/** All visits and carts of some shops that ever held, for attributing them anew. */
export async function readVisitsOfShops(db: CommerceDb, shopIds: readonly string[]): Promise<Lived<Visit>[]> {
  const { rows } = await sql<Row>`select * from outcomes where shop_id = any(${shopIds}::text[])`.execute(db);
  return rows.map((row) => ({ ...fromRow(row), ...lifeOf(row) }));
}

/** The visits and carts that hold of some shops, from an instant on until before another. */
export async function readVisitsWithin(
  db: CommerceDb,
  shopIds: readonly string[],
  { start, end }: { readonly start: Date; readonly end: Date },
): Promise<Lived<Visit>[]> {
  const { rows } = await sql<Row>`
    select * from outcomes
    where shop_id = any(${shopIds}::text[]) and occurred_at >= ${start} and occurred_at < ${end} and retired_at is null
  `.execute(db);
  return rows.map((row) => ({ ...fromRow(row), ...lifeOf(row) }));
}

function fromRow(row: Row): Visit {
  return {
    conversion: row.conversion,
    stage: row.stage,
    shopId: row.shop_id,
    person: fromBytea(row.person),
    clickIds: row.click_id === null ? [] : [row.click_id],
    occurredAt: row.occurred_at.getTime(),
    creditedClick: row.credited_click,
  };
}
