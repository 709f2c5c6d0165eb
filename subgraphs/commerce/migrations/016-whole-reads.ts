import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * A row for each read, with the shops that its note led into. A row for each of those shops was most of what a read cost; the newest read
 * that led into a shop is found among the few that its person made within a month.
 */
export const wholeReadsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table reads rename to reads_of_shops`.execute(db);
    await sql`
      create table reads (
        person bytea not null,
        occurred_at timestamptz(3) not null,
        platform_id text collate "C" not null,
        event_id text collate "C" not null,
        conversion uuid not null,
        note_id text collate "C" not null,
        shop_ids text[] collate "C" not null,
        recorded_at timestamptz(3) not null,
        retired_at timestamptz(3)
      )`.execute(db);
    await sql`
      insert into reads
      select person, occurred_at, platform_id, event_id, conversion, note_id, array_agg(shop_id order by shop_id),
        recorded_at, retired_at
      from reads_of_shops group by conversion, person, occurred_at, platform_id, event_id, note_id, recorded_at, retired_at
    `.execute(db);
    await sql`drop table reads_of_shops`.execute(db);
    await sql`create index reads_of_person on reads (person, occurred_at) where retired_at is null`.execute(db);
    await sql`create index reads_held on reads (conversion) where retired_at is null`.execute(db);
  },
};
