import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What people agreed to, purpose by purpose, and the feed of its changes, from which commerce learns of them. A row stands in the feed once, at the
 * position of its last change; a writer holds the feed's lock until it commits.
 */
export const consentsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create sequence consent_feed`.execute(db);
    await sql`
      create table consents (
        person bytea not null,
        purpose text not null check (purpose in ('ATTRIBUTION', 'PERSONALIZATION', 'AI_TRAINING')),
        granted boolean not null,
        changed_at timestamptz(3) not null,
        feed_position bigint not null default nextval('consent_feed'),
        primary key (person, purpose)
      )`.execute(db);
    await sql`create unique index consents_feed on consents (feed_position)`.execute(db);
  },
};
