import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The days whose events may go, or are gone: what they came to stands in the tables of clicks, visits and orders, and stays. The digest
 * is the sum of a hash of each event, so that it does not depend on their order.
 */
export const sealingMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table sealed_days (
        day date primary key,
        events bigint not null,
        digest numeric not null,
        sealed_at timestamptz(3) not null default clock_timestamp()
      )`.execute(db);
  },
};
