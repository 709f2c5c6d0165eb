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
  },
};
