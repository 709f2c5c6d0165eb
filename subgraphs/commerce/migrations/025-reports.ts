import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createClosedPeriods } from '../../kit/people/close-periods.ts';

/**
 * What reports count periods by. The indexes tell, of some pages of a table at once, between which times they lie: rows come about in the order of
 * their time, so that a period's are found without reading the others, and an index of each row would cost recording more.
 */
export const reportsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await createClosedPeriods(db);
    for (const table of ['reads', 'searches', 'outcomes'])
      await sql`create index ${sql.raw(`${table}_in_time`)} on ${sql.table(table)} using brin (occurred_at)`.execute(
        db,
      );
    await sql`create index orders_in_time on orders using brin (counted_at)`.execute(db);
    await sql`create index outcome_days_in_time on outcome_days using brin (day)`.execute(db);
  },
};
