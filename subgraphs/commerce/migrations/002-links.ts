import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Content's product links as its feed tells of them, where each leads, and the taps that named themselves. */
export const linksMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table link_targets (
        link_id text collate "C" primary key,
        note_id text collate "C" not null,
        product_id text collate "C" not null,
        author_id text collate "C" not null,
        status text not null check (status in ('PENDING_REVIEW', 'ACTIVE', 'PAUSED', 'REMOVED')),
        feed_position bigint not null,
        jump_code text collate "C" not null unique
      )`.execute(db);
    await sql`create index link_targets_of_note on link_targets (note_id, product_id)`.execute(db);
    await sql`create index link_targets_newest on link_targets (feed_position)`.execute(db);
    await sql`
      create table tap_keys (
        key_hash bytea primary key,
        link_id text collate "C" not null,
        client text not null,
        search_id text,
        click_id text not null,
        tapped_at timestamptz(3) not null
      )`.execute(db);
    await sql`create index tap_keys_oldest on tap_keys (tapped_at)`.execute(db);
  },
};
