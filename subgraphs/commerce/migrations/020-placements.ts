import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which items of other platforms show which products, so that it is known into which shops each of them leads. */
export const placementsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table placements (
        link_id text collate "C" primary key,
        source_id text collate "C" not null,
        product_id text collate "C" not null,
        shop_id text collate "C" not null
      )`.execute(db);
    await sql`create index placements_of_source on placements (source_id)`.execute(db);
  },
};
