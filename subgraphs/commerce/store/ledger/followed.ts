import { sql } from 'kysely';
import { orderIdOf } from '../../conversions/event-name.ts';
import type { CommerceDb } from '../tables.ts';

/** Whether anything waits to be posted: groups of the feed that have their number, or a stage that changes by itself. */
export async function isLedgerBehind(db: CommerceDb, now: Date): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`
    select exists (select from feed, ledger where feed.last_number > ledger.followed_to)
      or exists (select from commissions where next_at <= ${now}) as behind`.execute(db);
  return rows[0]?.behind ?? false;
}

/** Orders that groups of the feed tell of. @param from the group after which to begin */
export async function ordersTold(
  db: CommerceDb,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<string[]> {
  // Each group's rows come from their index, also where the tables have grown since they were analysed.
  const { rows } = await sql<{ platform_id: string; platform_order_id: string }>`
    select distinct shop.platform_id, told.platform_order_id
    from (select id from feed_groups where number > ${from} and number <= ${to} order by number) grouped
    cross join lateral (
      select shop_id, platform_order_id from conversions
      where group_id = grouped.id and platform_order_id is not null offset 0
    ) told
    join shops shop on shop.id = told.shop_id`.execute(db);
  return rows.map((row) => orderIdOf(row.platform_id, row.platform_order_id));
}

/** Says how far the feed is posted. */
export async function setFollowed(db: CommerceDb, to: number): Promise<void> {
  await sql`update ledger set followed_to = ${to}`.execute(db);
}
