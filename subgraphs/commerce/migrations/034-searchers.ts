import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who ever clicked after searching for a text is asked of its clicks, month by month. */
export const searchersMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`drop table search_people`.execute(db);
    await sql`drop index clicks_of_search`.execute(db);
    await sql`create index clicks_of_search on clicks (fingerprint, occurred_at) where fingerprint is not null`.execute(
      db,
    );
  },
};
