import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Since when a campaign has its status: what was shown before it was paused or ended is still paid for. */
export const boostSpendMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table campaigns add column status_since timestamptz(3) not null default 'epoch'`.execute(db);
    await sql`alter table campaigns alter column status_since drop default`.execute(db);
  },
};
