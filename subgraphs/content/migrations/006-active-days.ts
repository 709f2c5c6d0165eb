import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createClosedPeriods } from '../../kit/people/close-periods.ts';

/** Who was active on which day, which the reports about people are counted from when a period closes. */
export const activeDaysMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table active_days (
        day date not null,
        person bytea not null,
        industry text collate "C" not null,
        primary key (day, person, industry)
      )`.execute(db);
    await sql`create table active_persons (person bytea primary key, first_day date not null)`.execute(db);
    await sql`create index active_persons_new on active_persons (first_day)`.execute(db);
    // Whatever the log's size, a page of the index tells of many of its pages; searches come in the order of their time.
    await sql`create index searches_in_time on searches using brin (searched_at)`.execute(db);
    await createClosedPeriods(db);
  },
};
