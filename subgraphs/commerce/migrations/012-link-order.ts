import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Links in the order in which they were changed, page by page; those that were loaded beside the feed share a position. */
export const linkOrderMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index link_targets_changed on link_targets (feed_position, link_id)`.execute(db);
    await sql`drop index link_targets_newest`.execute(db);
  },
};
