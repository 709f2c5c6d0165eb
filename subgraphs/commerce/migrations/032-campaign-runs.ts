import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * When a campaign ran: the instants at which it began and stopped, in turn. What was shown while it was a draft, or paused, costs nothing,
 * whatever it is by the time of the report. Of campaigns from before, the last of them is known.
 */
export const campaignRunsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table campaigns add column turned_at timestamptz(3)[] not null default '{}'`.execute(db);
    await sql`
      update campaigns set turned_at = case
        when status = 'ACTIVE' then array[created_at]
        when status in ('PAUSED', 'ENDED') then array[least(created_at, status_since), status_since]
        else turned_at
      end where status <> 'DRAFT'`.execute(db);
    await sql`alter table campaigns drop column status_since`.execute(db);
  },
};
