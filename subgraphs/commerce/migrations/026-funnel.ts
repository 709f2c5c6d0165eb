import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Shops' funnels as they were decided when a period closed, so that reading one costs the rows shown. Figures are JSON as
 * `funnel/told-figures.ts` has them. What is counted is found by its time: facts come nearly in its order, so that a summary of pages is index enough
 * and costs who records nothing to speak of.
 */
export const funnelMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table funnel_periods (
        shop_id text collate "C" not null,
        kind text collate "C" not null check (kind in ('DAY', 'WEEK', 'MONTH')),
        from_day date not null,
        told boolean not null,
        totals jsonb not null,
        withheld jsonb not null,
        decided_at timestamptz(3) not null,
        primary key (shop_id, kind, from_day)
      )`.execute(db);
    await sql`
      create table funnel_rows (
        shop_id text collate "C" not null,
        kind text collate "C" not null,
        grouping_name text collate "C" not null,
        from_day date not null,
        place integer not null,
        keys text[] collate "C" not null,
        figures jsonb not null,
        primary key (shop_id, kind, grouping_name, from_day, place)
      )`.execute(db);
    await sql`
      create table funnel_closed (kind text collate "C" primary key, last_day date not null)`.execute(db);
    await sql`
      create table age_cohorts (person bytea primary key, age_cohort text collate "C" not null)`.execute(db);
    await sql`create index clicks_in_time on clicks using brin (occurred_at)`.execute(db);
  },
};
