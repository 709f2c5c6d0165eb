import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const FEEDS = { consent_feed: 'consents', age_cohort_feed: 'age_cohorts', product_link_feed: 'product_links' };

/**
 * Positions in the feeds that commerce follows are no less than the time, in microseconds: a database that is taken back to an earlier state goes on with greater ones
 * than it ever gave, so that its reader, who is further on, misses nothing. Who takes a position holds the feed's lock, as before.
 */
export const feedPositionsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create function next_feed_position(feed regclass) returns bigint language sql volatile as $$
        select setval(feed, greatest(nextval(feed), (extract(epoch from clock_timestamp()) * 1000000)::bigint))
      $$`.execute(db);
    for (const [feed, table] of Object.entries(FEEDS))
      await sql`
        alter table ${sql.table(table)} alter column feed_position set default next_feed_position(${sql.lit(feed)})`.execute(
        db,
      );
  },
};
