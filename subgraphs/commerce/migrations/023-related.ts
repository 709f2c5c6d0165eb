import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What people who converted on one product or note converted on, too: kept as it was last refreshed, so that asking costs the rows that are shown. */
export const relatedMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table related (
        kind text collate "C" not null check (kind in ('PRODUCT', 'NOTE')),
        id text collate "C" not null,
        place smallint not null,
        other_id text collate "C" not null,
        people_at_least integer not null,
        primary key (kind, id, place)
      )`.execute(db);
    await sql`create table related_refreshed (one boolean primary key default true check (one), at timestamptz(3) not null)`.execute(
      db,
    );
  },
};
