import { sql } from 'kysely';
import type { Run } from '../../../kit/people/close-periods.ts';
import { periodColumn } from '../../../kit/people/period-columns.ts';
import type { Industry } from '../catalogue/catalogue-tables.ts';
import type { CommerceDb } from '../tables.ts';

/** How many merchants were in joint campaigns on a day. */
export interface MerchantsOfDay {
  /** The first day of the period. */
  readonly from: string;
  /** Null for all. */
  readonly industry: Industry | null;
  readonly day: string;
  readonly merchants: number;
}

/** The shops for whose campaigns merchant and marketplace both paid, by day, of the days that have any. */
export async function countJointMerchants(db: CommerceDb, run: Run): Promise<MerchantsOfDay[]> {
  const { from, to } = run;
  const { rows } = await sql<MerchantsOfDay>`
    select ${periodColumn(run, sql`day`)} as "from", industry, day, count(distinct shop_id) as merchants
    from (
      select shops.industry, shop_id, day::date as day from campaigns join shops on shops.id = shop_id
      cross join generate_series(
        greatest(joint_from, ${from}::date)::timestamp, least(ends_on, ${to}::date)::timestamp, interval '1 day'
      ) as day
      where joint_from <= ${to}::date and coalesce(ends_on, 'infinity'::date) >= ${from}::date
    ) as joint
    group by grouping sets ((day, industry), (day))`.execute(db);
  return rows;
}
