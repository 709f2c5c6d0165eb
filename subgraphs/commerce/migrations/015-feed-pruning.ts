import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Old groups of the feed out of which every conversion has moved go: `pruned_to` is the number up to which some may be gone, `looked_to` how
 * far they were looked through this time round.
 */
export const feedPruningMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      alter table feed add column pruned_to bigint not null default 0, add column looked_to bigint not null default 0
    `.execute(db);
  },
};
