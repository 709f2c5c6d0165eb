import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** Conversions told in one group. */
const GROUP_SIZE = 1_000;

/**
 * Brings the feed up to what is credited now: it is told of events that it was never told of, in the order in which they were kept, and
 * of conversions that another click has the credit for. Of what has not changed it is told nothing.
 * @param db a transaction, in which nobody else records
 */
export async function tellFeedOfAll(db: CommerceDb): Promise<void> {
  await tellFeedOfNew(db);
  await sql`
    with changed as (
      select told.conversion, credited.link_id, credited.note_id, invalid.conversion is not null as invalid,
        row_number() over (order by told.conversion) - 1 as place
      from conversions told left join ${credited} credited on credited.conversion = told.conversion
        left join ${invalid} invalid on invalid.conversion = told.conversion
      where (told.link_id, told.note_id) is distinct from (credited.link_id, credited.note_id)
    ), made as (
      insert into feed_groups (recorded_at, size)
      select current_timestamp, count(*) from changed group by place / ${GROUP_SIZE}::integer returning id
    ), chunks as (select id, row_number() over (order by id) - 1 as chunk from made)
    update conversions set group_id = chunks.id, ordinal = place % ${GROUP_SIZE}::integer + 1,
      version = conversions.version + 1, link_id = changed.link_id, note_id = changed.note_id,
      state = case when invalid then 'INVALID_TRAFFIC' when state = 'INVALID_TRAFFIC' then 'RESTATED' else state end
    from changed join chunks on chunks.chunk = changed.place / ${GROUP_SIZE}::integer
    where conversions.conversion = changed.conversion`.execute(db);
}

/**
 * Tells the feed of events that it was never told of, as they came at first.
 * @param db a transaction, in which nobody else records
 */
export async function tellFeedOfNew(db: CommerceDb): Promise<void> {
  await sql`
    with told as (
      select event.*, credited.link_id as credited_link, credited.note_id as credited_note,
        case when invalid.conversion is null then 'REPORTED' else 'INVALID_TRAFFIC' end as state,
        (row_number() over (order by event.recorded_at, event.sequence) - 1) / ${GROUP_SIZE}::integer as chunk
      from events event left join lateral ${creditedOfEvent} credited on true
        left join lateral (
          select conversion from clicks where conversion = event.conversion and retired_at is null and invalid offset 0
        ) invalid on true
      where event.stage = any(${['LINK_CLICK', 'SHOP_VISIT', 'PRODUCT_VIEW', 'ADD_TO_CART', 'ORDER_PLACED', 'ORDER_PAID', 'ORDER_RECEIVED', 'REFUND']}::text[])
        and event.corrects is null and not exists (select 1 from conversions where conversion = event.conversion)
    ), made as (
      insert into feed_groups (recorded_at, size)
      select max(recorded_at), count(*) from told group by chunk order by chunk returning id
    ), chunks as (select id, row_number() over (order by id) - 1 as chunk from made)
    insert into conversions (group_id, ordinal, conversion, version, state, event_id, stage, source_id, link_id, note_id,
      product_id, shop_id, platform_order_id, line_id, quantity, value_fen, occurred_at, received_at)
    select chunks.id, row_number() over (partition by chunks.id order by told.recorded_at, sequence), conversion, 1, state, event_id, stage,
      source_id, credited_link, credited_note, product_id, shop_id, platform_order_id, line_id, quantity, amount_fen,
      occurred_at, received_at
    from told join chunks using (chunk)`.execute(db);
}

/** The taps that are invalid traffic. */
const invalid = sql`(select conversion from clicks where retired_at is null and invalid)`;

/**
 * The last click within 15 days, of one event: looked up in indexes, since of tables that were just filled the server would guess that
 * hardly anything is there, and compare each event with all that was credited.
 */
const creditedOfEvent = sql`(
  select click.link_id, click.note_id
  from (
    select conversion as click, occurred_at as at from clicks
    where event.stage = 'LINK_CLICK' and conversion = event.conversion and retired_at is null and not invalid
    union all
    select credited_click, occurred_at from outcomes
    where event.stage in ('SHOP_VISIT', 'ADD_TO_CART') and conversion = event.conversion and retired_at is null
    union all
    select credited_click, counted_at from orders where id = event.order_id and event.consent <> 'DENIED'
  ) credit join clicks click on click.conversion = credit.click and click.retired_at is null
    and credit.at <= click.occurred_at + interval '360 hours'
  offset 0
)`;

/** The last clicks within 15 days, of all that was credited. */
const credited = sql`(
  select credit.conversion, click.link_id, click.note_id
  from (
    select conversion, conversion as click, occurred_at as at from clicks where retired_at is null and not invalid
    union all select conversion, credited_click, occurred_at from outcomes where retired_at is null
    union all
    select fact.conversion, credited_click, counted_at from order_facts fact join orders on id = fact.order_id
    where fact.counted and fact.retired_at is null
    union all
    select refund.conversion, credited_click, counted_at from refunds refund join orders on id = refund.order_id
    where refund.counted and refund.retired_at is null
  ) credit join clicks click on click.conversion = credit.click and click.retired_at is null
    and credit.at <= click.occurred_at + interval '360 hours'
)`;
