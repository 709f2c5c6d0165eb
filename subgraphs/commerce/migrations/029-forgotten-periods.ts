import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createForgottenPeriods } from '../../kit/people/forget-decided.ts';

/** Of which periods what was told of people is deleted, and when funnels were decided. */
export const forgottenPeriodsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await createForgottenPeriods(db);
    await sql`alter table funnel_closed add column forgotten_to date`.execute(db);
    await sql`alter table funnel_periods alter column decided_at set default now()`.execute(db);
    await sql`create index funnel_periods_in_time on funnel_periods using brin (decided_at)`.execute(db);
  },
};
