import { sql } from 'kysely';
import type { DayRange } from '../../../kit/calendar.ts';
import type { CommerceDb } from '../tables.ts';

/** How many merchants were in joint campaigns on a day. */
export interface JointMerchants {
  /** YYYY-MM-DD, in Asia/Shanghai. */
  readonly day: string;
  readonly merchants: number;
}

/**
 * The shops that were in a campaign for which merchant and marketplace both pay, on each day of a range. A paused campaign counts, one that
 * was never ACTIVE does not. Costs as many rows as there are such campaigns in the range, and its days.
 */
export async function jointMerchantsByDay(db: CommerceDb, { from, to }: DayRange): Promise<JointMerchants[]> {
  const { rows } = await sql<JointMerchants>`
    select day::date::text as day, count(distinct shop_id)::integer as merchants
    from generate_series(${from}::date::timestamp, ${to}::date::timestamp, interval '1 day') as day
    left join (
      select shop_id, joint_from, coalesce(ends_on, 'infinity'::date) as ends_on from campaigns
      where joint_from <= ${to}::date and coalesce(ends_on, 'infinity'::date) >= ${from}::date
    ) as joint on day between joint_from and joint.ends_on
    group by 1 order by 1`.execute(db);
  return rows;
}
