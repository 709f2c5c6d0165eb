import { sql } from 'kysely';
import type { Run } from '../../../kit/people/close-periods.ts';
import { dayColumn, periodColumn, withinRun } from '../../../kit/people/period-columns.ts';
import type { Industry } from '../catalogue/catalogue-tables.ts';
import { isConsenting } from '../consents/consents.ts';
import type { CommerceDb } from '../tables.ts';

/** What led to a shop on a day of a period. */
export interface ShopDay {
  /** The first day of the period. */
  readonly from: string;
  readonly shopId: string;
  readonly industry: Industry;
  readonly day: string;
  /** Visits to which a click had led (LAST_CLICK, 15 days). */
  readonly visits: number;
  /** Reads, by known persons, of notes that led to the shop. */
  readonly reads: number;
}

/** Visits and reads of shops in a run, of the days that have any. */
export async function countShopDays(db: CommerceDb, run: Run): Promise<ShopDay[]> {
  const { from, to } = run;
  const { rows } = await sql<ShopDay>`
    with visited as (
      select subject_id as shop_id, day, sum(visits_15d) as visits from outcome_days
      where subject_kind = 'SHOP' and model = 'LAST_CLICK' and day between ${from}::date and ${to}::date
      group by 1, 2 having sum(visits_15d) <> 0
    ), read as (
      select shop_id, ${dayColumn(sql`occurred_at`)} as day, count(*) as reads
      from reads cross join unnest(shop_ids) as led(shop_id)
      where ${withinRun(run, sql`occurred_at`)} and retired_at is null and ${isConsenting('reads.person', 'ATTRIBUTION')}
      group by 1, 2
    )
    select ${periodColumn(run, sql`day`)} as "from", shop_id as "shopId", shops.industry, day,
      coalesce(visits, 0)::bigint as visits, coalesce(reads, 0)::bigint as reads
    from visited full join read using (shop_id, day) join shops on shops.id = shop_id`.execute(db);
  return rows;
}
