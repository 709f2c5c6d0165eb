import { sql } from 'kysely';
import { type DayRange, instantsOf } from '../../../kit/calendar.ts';
import type { NoteResult } from '../../campaigns/propose-boosts.ts';
import { isConsenting } from '../consents/consents.ts';
import type { CommerceDb } from '../tables.ts';

/**
 * What each note did for a shop on some days, by LAST_CLICK within 15 days. Read once for each period.
 * @param eventPlatform in whose name merchants' events are issued
 */
export async function noteResults(
  db: CommerceDb,
  shopId: string,
  days: DayRange,
  eventPlatform: string,
): Promise<NoteResult[]> {
  const { start, end } = instantsOf(days);
  const { rows } = await sql<NoteResult>`
    with links as (
      select link_id, note_id from link_targets join products on products.id = product_id where shop_id = ${shopId}
    ), clicked as (
      select note_id, sum(clicks_15d)::bigint as clicks from links
      join click_days on subject_kind = 'LINK' and subject_id = link_id
      where day between ${days.from} and ${days.to} group by 1
    ), outcomes as (
      select note_id, sum(credited_15d)::bigint as credited, sum(sales_15d - refunds_15d)::bigint as sales from links
      join outcome_days on subject_kind = 'LINK' and subject_id = link_id and model = 'LAST_CLICK'
      where day between ${days.from} and ${days.to} group by 1
    ), persons as (
      select note_id, count(distinct person)::integer as people from clicks
      join shops on shops.id = clicks.shop_id and clicks.platform_id not in (shops.platform_id, ${eventPlatform})
      where clicks.shop_id = ${shopId} and retired_at is null and not invalid and occurred_at >= ${start} and occurred_at < ${end}
        and person is not null and ${isConsenting('clicks.person', 'ATTRIBUTION')}
      group by 1
    )
    select note_id as "noteId", clicked.clicks, coalesce(credited, 0)::bigint as credited,
      coalesce(sales, 0)::bigint as "netSales", coalesce(people, 0)::integer as people
    from clicked left join outcomes using (note_id) left join persons using (note_id)`.execute(db);
  return rows;
}

/** The notes that campaigns of a shop boost which have not ended. */
export async function notesBoostedNow(db: CommerceDb, shopId: string, today: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ noteId: string }>`
    select distinct note_id as "noteId" from boosts join campaigns on campaigns.id = campaign_id
    where shop_id = ${shopId} and status <> 'ENDED' and coalesce(ends_on, 'infinity'::date) >= ${today}::date`.execute(
    db,
  );
  return new Set(rows.map(({ noteId }) => noteId));
}
