import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When payouts were made, of which a metric tells the last. */
export const payoutsInTimeMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index payouts_in_time on payouts (paid_at)`.execute(db);
  },
};
