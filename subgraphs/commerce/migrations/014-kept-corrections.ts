import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What corrects what, for good: it outlives the raw events, and tells of a name that was accepted whether it is a correction's, and
 * whether what it names was taken back. Reads and searches are found by their names, so that they can be corrected too.
 */
export const keptCorrectionsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table corrections (conversion uuid primary key, corrects uuid not null, retract boolean not null)`.execute(
      db,
    );
    await sql`create index corrections_of on corrections (corrects)`.execute(db);
    await sql`
      insert into corrections select conversion, corrects, retract from events where corrects is not null`.execute(db);
    await sql`create index reads_held on reads (conversion) where retired_at is null`.execute(db);
    await sql`create index searches_held on searches (conversion) where retired_at is null`.execute(db);
  },
};
