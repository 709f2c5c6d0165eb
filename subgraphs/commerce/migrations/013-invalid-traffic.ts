import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Clicks that no person made: each keeps the instants at which it turned into invalid traffic and back, so that figures follow from what
 * was known when. What was recorded before counts until a rebuild.
 */
export const invalidTrafficMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      alter table clicks add column turned_at timestamptz(3)[],
        add column invalid boolean not null generated always as (coalesce(cardinality(turned_at), 0) % 2 = 1) stored
    `.execute(db);
    await sql`alter table conversions drop constraint conversions_state_check`.execute(db);
    await sql`
      alter table conversions add constraint conversions_state_check
        check (state in ('REPORTED', 'RESTATED', 'RETRACTED', 'INVALID_TRAFFIC'))`.execute(db);
  },
};
