import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** How many touches, reads, visits and orders each shop has; shops with none are left out. */
export async function shopSizes(db: CommerceDb): Promise<{ shopId: string; size: number }[]> {
  const { rows } = await sql<{ shopId: string; size: number }>`
    select shop_id as "shopId", count(*) as size
    from (
      select shop_id from clicks union all select unnest(shop_ids) from reads
      union all select shop_id from outcomes union all select shop_id from orders
    ) recorded
    group by shop_id order by shop_id`.execute(db);
  return rows;
}
