import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/**
 * The orders of which something became known on each day in Asia/Shanghai: an event of the order, or a tap that may have the credit for it,
 * after it was paid.
 * @returns by the instant at which the day ended, in milliseconds since 1970
 */
export async function ordersByDay(db: CommerceDb): Promise<Map<number, string[]>> {
  const dayEnd = (instant: string) =>
    sql.raw(
      `(date_trunc('day', ${instant} at time zone 'Asia/Shanghai') + interval '1 day') at time zone 'Asia/Shanghai'`,
    );
  const { rows } = await sql<{ day_end: Date; order_id: string }>`
    select distinct ${dayEnd('recorded_at')} as day_end, order_id from order_facts
    union
    select distinct ${dayEnd('recorded_at')}, order_id from refunds
    union
    select distinct ${dayEnd('told.at')}, orders.id
    from orders cross join lateral (
      select unnest(array[click.recorded_at] || coalesce(click.turned_at, '{}')) as at from clicks click
      where click.shop_id = orders.shop_id and click.person = orders.person and click.retired_at is null
        and click.occurred_at <= orders.counted_at and click.occurred_at >= orders.counted_at - interval '15 days'
      union all
      select unnest(array[click.recorded_at] || coalesce(click.turned_at, '{}'))
      from order_facts fact join clicks click on click.click_id = fact.click_id and click.retired_at is null
      where fact.order_id = orders.id and fact.retired_at is null and fact.counted
    ) told
    where orders.counted_at is not null and told.at > orders.counted_at`.execute(db);
  const days = Map.groupBy(rows, (row) => row.day_end.getTime());
  return new Map([...days].map(([end, own]) => [end, own.map((row) => row.order_id)]));
}

/** When the next commission changes its stage by itself; undefined where none does. */
export async function nextDue(db: CommerceDb): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select min(next_at) as at from commissions`.execute(db);
  return rows[0]?.at ?? undefined;
}

/** A page of the orders that count, by id. */
export async function countedOrders(db: CommerceDb, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from orders where id > ${after} and counted_at is not null order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
