import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What platforms are called in English: pages in that language named them in Chinese. */
export const englishNamesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table platforms add column english_name text`.execute(db);
  },
};
