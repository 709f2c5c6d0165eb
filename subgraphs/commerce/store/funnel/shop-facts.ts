import { type RawBuilder, sql } from 'kysely';
import { givenRows } from '../../../kit/given-rows.ts';
import { summariseOrder } from '../../conversions/attribution/summarise-order.ts';
import { LONGEST_WINDOW_MS } from '../../conversions/attribution/windows.ts';
import type { PaidOrder, ShopFacts } from '../../funnel/lay-out-shops.ts';
import { toBytea } from '../events/bytes.ts';
import { readVisitsWithin } from '../events/outcomes.ts';
import { readReadsWithin, readSearchesOf } from '../events/reads.ts';
import { readTouchesWithin } from '../events/touches.ts';
import { firstOrders, readOrders } from '../orders/order-states.ts';
import type { CommerceDb } from '../tables.ts';

/** From an instant on, until before another. */
export interface Span {
  readonly start: Date;
  readonly end: Date;
}

/** How many touches, reads, visits and orders shops have within a span; shops with none are left out. */
export async function shopSizesWithin(db: CommerceDb, span: Span): Promise<{ shopId: string; size: number }[]> {
  const occurred = within('occurred_at', span);
  const { rows } = await sql<{ shopId: string; size: number }>`
    select shop_id as "shopId", count(*) as size
    from (
      select shop_id from clicks where ${occurred} union all select unnest(shop_ids) from reads where ${occurred}
      union all select shop_id from outcomes where ${occurred}
      union all select shop_id from orders where ${within('counted_at', span)}
    ) recorded
    group by shop_id order by shop_id`.execute(db);
  return rows;
}

/** When the first thing happened of which commerce knows; undefined where nothing ever did. */
export async function firstInstant(db: CommerceDb): Promise<Date | undefined> {
  const { rows } = await sql<{ first: Date | null }>`
    select least((select min(occurred_at) from reads), (select min(occurred_at) from clicks),
      (select min(occurred_at) from outcomes), (select min(counted_at) from orders)) as first`.execute(db);
  return rows[0]?.first ?? undefined;
}

/** What holds of some shops within a span, and what it may be credited with. */
export async function readShopFacts(
  db: CommerceDb,
  shopIds: readonly string[],
  { start, end }: Span,
): Promise<ShopFacts> {
  const span = { start: new Date(start.getTime() - LONGEST_WINDOW_MS), end };
  const clicks = await readTouchesWithin(db, shopIds, span);
  const visits = await readVisitsWithin(db, shopIds, span);
  const reads = await readReadsWithin(db, shopIds, span);
  const orders = await readPaidOrders(db, shopIds, { start, end });
  const persons = [...visits, ...orders].flatMap(({ person }) => person ?? []);
  const searches = await readSearchesOf(db, [...new Set(persons)]);
  return { clicks, visits, reads, orders, searches: searches.filter(({ retiredAt }) => retiredAt === null) };
}

async function readPaidOrders(db: CommerceDb, shopIds: readonly string[], span: Span): Promise<PaidOrder[]> {
  const { rows } = await sql<{ id: string }>`
    select id from orders where shop_id = any(${shopIds}::text[]) and ${within('counted_at', span)}`.execute(db);
  const states = await readOrders(
    db,
    rows.map(({ id }) => id),
  );
  const orders = [...states.values()].flatMap((state) => {
    const { person, clickIds, countedAt, countedFen } = summariseOrder(state.facts, state.refunds);
    return countedAt === null ? [] : [{ id: state.id, shopId: state.shopId, person, clickIds, countedAt, countedFen }];
  });
  const buyers = orders.flatMap(({ shopId, person }) => (person === null ? [] : [{ shopId, person }]));
  const firsts = await firstOrders(db, buyers, new Set());
  return orders.map(({ id, ...order }) => {
    const first = firsts.get(`${order.shopId} ${order.person}`);
    return { ...order, repeated: first !== undefined && first.id !== id };
  });
}

/** Those of some persons of whom a platform told in its own name, or whose age content knows: nobody else can have invented them. */
export async function vouchedPersons(
  db: CommerceDb,
  persons: readonly string[],
  sharedPlatformId: string,
): Promise<Set<string>> {
  if (persons.length === 0) return new Set();
  const wanted = persons.map((person) => ({ who: toBytea(person) }));
  const { rows } = await sql<{ person: string }>`
    select encode(who, 'hex') as person from ${givenRows(db, 'wanted', { who: 'bytea' }, wanted)}
    where exists (select from age_cohorts where person = who)
      or exists (select from reads where person = who and platform_id <> ${sharedPlatformId} and retired_at is null)
  `.execute(db);
  return new Set(rows.map(({ person }) => person));
}

function within(column: string, { start, end }: Span): RawBuilder<unknown> {
  const ref = sql.ref(column);
  return sql`${ref} >= ${start} and ${ref} < ${end}`;
}
