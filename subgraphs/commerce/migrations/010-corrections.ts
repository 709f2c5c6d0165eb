import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Of an event that corrects another, or takes it back: which one. Events before were none. */
export const correctionsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      alter table events
        add column corrects uuid,
        add column corrects_event_id text collate "C",
        add column retract boolean not null default false`.execute(db);
  },
};
