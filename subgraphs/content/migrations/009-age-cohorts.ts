import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** In which decade people were born, and the feed of its changes, from which commerce learns of them; as the feed of consents. */
export const ageCohortsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create sequence age_cohort_feed`.execute(db);
    await sql`
      create table age_cohorts (
        person bytea primary key,
        age_cohort text not null
          check (age_cohort in ('BORN_BEFORE_1980', 'BORN_1980S', 'BORN_1990S', 'BORN_SINCE_2000', 'UNKNOWN')),
        feed_position bigint not null default nextval('age_cohort_feed')
      )`.execute(db);
    await sql`create unique index age_cohorts_feed on age_cohorts (feed_position)`.execute(db);
  },
};
