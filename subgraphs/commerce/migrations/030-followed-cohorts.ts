import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How far content's feed of age cohorts has been followed; rows go with a withdrawal, so that they can't tell. */
export const followedCohortsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table followed_cohorts (one boolean primary key default true check (one), position bigint not null)`.execute(
      db,
    );
  },
};
