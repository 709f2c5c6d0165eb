import { sql } from 'kysely';
import type { Run } from '../../../kit/people/close-periods.ts';
import { dayColumn, periodColumn, withinRun } from '../../../kit/people/period-columns.ts';
import { isConsenting } from '../consents/consents.ts';
import type { CommerceDb } from '../tables.ts';

/** Who bought in a period, and how many of them had searched within 30 days before the first order of it. */
export interface SearchedBefore {
  /** The first day of the period. */
  readonly from: string;
  readonly buyers: number;
  readonly searched: number;
  /** Those of both whom no merchant can have invented. */
  readonly vouched: number;
  readonly searchedVouched: number;
}

/** Nobody counts who withdrew attribution, also where that is not carried out yet. */
const isKnown = sql`person is not null and ${isConsenting('orders.person', 'ATTRIBUTION')}`;

/** Distinct buyers by period. @param eventPlatform in whose name merchants' events are issued */
export async function countSearchedBefore(db: CommerceDb, run: Run, eventPlatform: string): Promise<SearchedBefore[]> {
  const { rows } = await sql<SearchedBefore>`
    select period as "from", count(*) as buyers, count(*) filter (where has_searched) as searched,
      count(*) filter (where is_vouched) as vouched,
      count(*) filter (where has_searched and is_vouched) as "searchedVouched"
    from (
      select period, exists (
          select from searches where searches.person = bought.person and retired_at is null
            and occurred_at < first_at and occurred_at >= first_at - interval '720 hours'
        ) as has_searched,
        exists (select from age_cohorts where age_cohorts.person = bought.person)
        or exists (
          select from reads where reads.person = bought.person and retired_at is null and platform_id <> ${eventPlatform}
        ) as is_vouched
      from (
        select ${periodColumn(run, dayColumn(sql`counted_at`))} as period, person, min(counted_at) as first_at
        from orders where ${withinRun(run, sql`counted_at`)} and ${isKnown} group by 1, 2
      ) as bought
    ) as judged
    group by 1`.execute(db);
  return rows;
}

/** Who bought at a shop in a period. */
export interface ShopBuyers {
  readonly from: string;
  readonly shopId: string;
  readonly buyers: number;
  /** Those of whom another platform than the shop's told, too: that they read or tapped. */
  readonly vouched: number;
  /** Those with an order before one of the period, and who is vouched for. */
  readonly repeat: number;
  readonly repeatVouched: number;
  /** To whose first order ever a click had led within 15 days, and the repeat buyers among them. */
  readonly seeded: number;
  readonly seededRepeat: number;
  /** Those of both who are vouched for. */
  readonly seededVouched: number;
  readonly seededRepeatVouched: number;
  /** The middle one of the times between first and second order of the repeat buyers, in days; null for none. */
  readonly medianDays: number | null;
}

/** Buyers by period and shop. @param eventPlatform in whose name merchants' events are issued */
export async function countShopBuyers(db: CommerceDb, run: Run, eventPlatform: string): Promise<ShopBuyers[]> {
  const { rows } = await sql<ShopBuyers>`
    with bought as (
      select ${periodColumn(run, dayColumn(sql`counted_at`))} as period, shop_id, person, max(counted_at) as last_at
      from orders where ${withinRun(run, sql`counted_at`)} and ${isKnown} group by 1, 2, 3
    ), lives as (
      select bought.*, first.counted_at as first_at, first.credited_click, second.counted_at as second_at
      from bought
      cross join lateral (
        select id, counted_at, credited_click from orders
        where orders.shop_id = bought.shop_id and orders.person = bought.person and counted_at is not null
        order by counted_at, id limit 1
      ) as first
      left join lateral (
        select counted_at from orders
        where orders.shop_id = bought.shop_id and orders.person = bought.person
          and (counted_at, id) > (first.counted_at, first.id) and counted_at <= last_at
        order by counted_at, id limit 1
      ) as second on true
    ), judged as (
      select period, lives.shop_id, second_at is not null as repeats, second_at - first_at as between_orders,
        exists (
          select from clicks where clicks.conversion = credited_click and retired_at is null and not invalid
            and clicks.occurred_at >= first_at - interval '360 hours'
        ) as seeded,
        exists (
          select from reads where reads.person = lives.person and retired_at is null
            and reads.platform_id not in (shops.platform_id, ${eventPlatform})
        )
        or exists (
          select from clicks where clicks.shop_id = lives.shop_id and clicks.person = lives.person and retired_at is null
            and clicks.platform_id not in (shops.platform_id, ${eventPlatform})
        ) as vouched
      from lives join shops on shops.id = lives.shop_id
    )
    select period as "from", shop_id as "shopId", count(*) as buyers, count(*) filter (where vouched) as vouched,
      count(*) filter (where repeats) as repeat, count(*) filter (where repeats and vouched) as "repeatVouched",
      count(*) filter (where seeded) as seeded, count(*) filter (where seeded and repeats) as "seededRepeat",
      count(*) filter (where seeded and vouched) as "seededVouched",
      count(*) filter (where seeded and repeats and vouched) as "seededRepeatVouched",
      extract(epoch from percentile_cont(0.5) within group (order by between_orders) filter (where repeats))::float8
        / 86400 as "medianDays"
    from judged group by 1, 2`.execute(db);
  return rows;
}
