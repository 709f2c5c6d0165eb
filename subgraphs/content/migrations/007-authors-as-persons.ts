import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who an author is among the persons who say for what their data may be used; and the brands that sponsor notes, which are few. */
export const authorsAsPersonsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table authors add column person bytea`.execute(db);
    await sql`create index notes_of_brands on notes (brand_name) where brand_name is not null`.execute(db);
    await sql`create index authors_brands on authors (name) where kind = 'BRAND'`.execute(db);
  },
};
