import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** How long a group stays although nothing is in it any more: so long a cursor that names it is checked against its mark. 90 days, in milliseconds. */
const KEPT_MS = 90 * 24 * 3_600_000;

/** Groups that are looked at in one statement, and at one time; the next time goes on behind them. */
const AT_ONCE = 1_000;
const MOST_LOOKED_AT = 50_000;

/**
 * Forgets old groups of the feed out of which every conversion has moved. A conversion may move out of an old group at any time, so that
 * they are looked through again and again.
 * @param now milliseconds since 1970
 */
export async function pruneFeed(db: CommerceDb, now: number): Promise<void> {
  const old = new Date(now - KEPT_MS);
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += AT_ONCE) {
    const isMore = await db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ from: number; last: number | null }>`
        select looked_to as from, (
          select max(number) from (
            select number from feed_groups
            where number > looked_to and number <= (
              select number from feed_groups where reached < ${old} and number is not null
              order by reached desc, number desc limit 1
            )
            order by number limit ${AT_ONCE}
          ) next
        ) as last
        from feed for update of feed`.execute(transaction);
      const { from = 0, last = null } = rows[0] ?? {};
      await sql`
        delete from feed_groups where number > ${from} and number <= ${last ?? 0}
          and not exists (select from conversions where group_id = feed_groups.id)`.execute(transaction);
      await sql`
        update feed set looked_to = ${last ?? 0}, pruned_to = greatest(pruned_to, ${last ?? 0})`.execute(transaction);
      return last !== null;
    });
    if (!isMore) return;
  }
}
