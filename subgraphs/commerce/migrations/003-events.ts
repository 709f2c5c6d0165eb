import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What was reported, as it was accepted. An event's identity stands apart from it, since it has to outlive it; `conversion` is 128 bits
 * of the hash of its name (platform, stage, event id), so that the name is looked up, and stored, in 16 bytes. No foreign keys: each
 * event was checked against the catalogue before, and a trigger for each row would cost more than the row.
 */
export const eventsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table event_identities (conversion uuid primary key, content_hash bytea not null)`.execute(db);
    await sql`
      create table events (
        sequence bigint generated always as identity primary key,
        conversion uuid not null,
        platform_id text collate "C" not null,
        stage text collate "C" not null,
        event_id text collate "C" not null,
        occurred_at timestamptz(3) not null,
        received_at timestamptz(3) not null,
        consent text collate "C" not null check (consent in ('GRANTED', 'DENIED', 'UNKNOWN')),
        person bytea check (person is null or consent <> 'DENIED'),
        click_id text collate "C",
        source_id text collate "C",
        link_id text collate "C",
        note_id text collate "C",
        search_id text collate "C",
        shop_id text collate "C",
        product_id text collate "C",
        order_id text collate "C",
        order_platform_id text collate "C",
        platform_order_id text collate "C",
        line_id text collate "C",
        quantity integer,
        amount_fen bigint,
        payment_method text collate "C",
        logistics_provider text collate "C",
        refund_of_event_id text collate "C"
      )`.execute(db);
    await sql`create index events_newest on events (occurred_at)`.execute(db);
  },
};
