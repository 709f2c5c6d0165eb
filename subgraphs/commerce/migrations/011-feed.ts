import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The feed of conversions: each as it stands, self-contained, in the group of the transaction that changed it last. Groups are numbered
 * once they are committed, so that numbers follow the order of the commits and no writer waits for another.
 */
export const feedMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table feed (
        alone boolean primary key default true check (alone),
        epoch text collate "C" not null,
        last_number bigint not null,
        reached timestamptz(3)
      )`.execute(db);
    await sql`insert into feed (epoch, last_number) values (gen_random_uuid()::text, 0)`.execute(db);
    await sql`
      create table feed_groups (
        id bigint generated always as identity primary key,
        recorded_at timestamptz(3) not null,
        size integer not null,
        number bigint unique,
        mark bigint,
        reached timestamptz(3)
      )`.execute(db);
    await sql`create index feed_groups_waiting on feed_groups (id) where number is null`.execute(db);
    await sql`create index feed_groups_reached on feed_groups (reached, number) where number is not null`.execute(db);
    await sql`
      create table conversions (
        conversion uuid primary key,
        group_id bigint not null,
        ordinal integer not null,
        version integer not null,
        state text collate "C" not null check (state in ('REPORTED', 'RESTATED', 'RETRACTED')),
        event_id text collate "C" not null,
        stage text collate "C" not null,
        source_id text collate "C",
        link_id text collate "C",
        note_id text collate "C",
        product_id text collate "C",
        shop_id text collate "C",
        platform_order_id text collate "C",
        line_id text collate "C",
        quantity integer,
        value_fen bigint,
        occurred_at timestamptz(3) not null,
        received_at timestamptz(3) not null
      )`.execute(db);
    await sql`create index conversions_in_order on conversions (group_id, ordinal)`.execute(db);
    await tellOfEvents(db);
  },
};

const GROUP_SIZE = 1_000;

/** Events from before are told of in the order in which they were recorded, with the clicks that were credited within 15 days. */
async function tellOfEvents(db: Kysely<unknown>) {
  await sql`
    with credited as (
      select credit.conversion, click.link_id, click.note_id
      from (
        select conversion, conversion as click, occurred_at as at from clicks
        union all select conversion, credited_click, occurred_at from outcomes
        union all select fact.conversion, credited_click, counted_at
          from order_facts fact join orders on id = fact.order_id where fact.counted
        union all select refund.conversion, credited_click, counted_at
          from refunds refund join orders on id = refund.order_id where refund.counted
      ) credit
      join clicks click on click.conversion = credit.click and credit.at <= click.occurred_at + interval '360 hours'
    ), told as (
      select event.*, credited.link_id as credited_link, credited.note_id as credited_note,
        (row_number() over (order by event.recorded_at, sequence) - 1) / ${sql.lit(GROUP_SIZE)} as chunk
      from events event left join credited on credited.conversion = event.conversion
      where stage in ('LINK_CLICK', 'SHOP_VISIT', 'PRODUCT_VIEW', 'ADD_TO_CART', 'REFUND') or stage like 'ORDER_%'
    ), made as (
      insert into feed_groups (recorded_at, size)
      select max(recorded_at), count(*) from told group by chunk order by chunk returning id
    ), chunks as (select id, row_number() over (order by id) - 1 as chunk from made)
    insert into conversions
    select conversion, chunks.id, row_number() over (partition by chunks.id order by recorded_at, sequence), 1, 'REPORTED',
      event_id, stage, source_id, credited_link, credited_note, product_id, shop_id, platform_order_id, line_id, quantity,
      amount_fen, occurred_at, received_at
    from told join chunks using (chunk)`.execute(db);
}
