import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The batches that their senders named, and what they were answered; written in the transaction that recorded the batch. */
export const idempotencyMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table idempotency_keys (
        client text collate "C" not null,
        key_hash bytea not null,
        body_hash bytea not null,
        answer json not null,
        recorded_at timestamptz(3) not null,
        primary key (client, key_hash)
      )`.execute(db);
    await sql`create index idempotency_keys_oldest on idempotency_keys (recorded_at)`.execute(db);
  },
};
