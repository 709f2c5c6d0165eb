import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What people said to content of the purposes for which their data may be used; who withdrew attribution is found among those who are recorded. */
export const consentsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table consents (
        person bytea not null,
        purpose text collate "C" not null,
        granted boolean not null,
        changed_at timestamptz(3) not null,
        feed_position bigint not null,
        primary key (person, purpose)
      )`.execute(db);
    await sql`create index consents_followed on consents (feed_position)`.execute(db);
    await sql`
      create index consents_withdrawn on consents (person) where purpose = 'ATTRIBUTION' and not granted`.execute(db);
  },
};
