import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const WINDOWS = ['24h', '7d', '15d', '30d'];

/**
 * Figures of every model. Those of FIRST_CLICK, LINEAR, POSITION_BASED and TIME_DECAY are kept as what they differ from LAST_CLICK by,
 * which is nothing where a journey has one touch; `credited` is in millionths. Clicks are kept by window, since a click that came late may
 * be on another day in a short one. A row has several stripes: processes that count for one subject at once need not wait for one
 * another; its figures are their sum.
 */
export const figuresOfModelsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['click_days', 'outcome_days', 'product_units']) {
      await sql`alter table ${sql.table(table)} add column stripe smallint not null default 0`.execute(db);
      await sql`alter table ${sql.table(table)} alter column stripe drop default`.execute(db);
      await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(`${table}_pkey`)}`.execute(db);
    }
    await sql`alter table click_days add primary key (subject_kind, subject_id, day, stripe)`.execute(db);
    await sql`alter table outcome_days add primary key (subject_kind, subject_id, model, day, stripe)`.execute(db);
    await sql`alter table product_units add primary key (product_id, stripe)`.execute(db);
    for (const window of WINDOWS) {
      const [clicks, credited, orders] = ['clicks', 'credited', 'orders'].map((figure) => `${figure}_${window}`);
      await sql`alter table click_days add column ${sql.ref(`${clicks}`)} bigint`.execute(db);
      await sql`update click_days set ${sql.ref(`${clicks}`)} = link_clicks`.execute(db);
      await sql`alter table click_days alter column ${sql.ref(`${clicks}`)} set not null`.execute(db);
      await sql`alter table outcome_days add column ${sql.ref(`${credited}`)} bigint`.execute(db);
      await sql`update outcome_days set ${sql.ref(`${credited}`)} = ${sql.ref(`${orders}`)} * 1000000`.execute(db);
      await sql`alter table outcome_days alter column ${sql.ref(`${credited}`)} set not null`.execute(db);
    }
    await sql`alter table click_days drop column link_clicks, alter column newest_at drop not null`.execute(db);
  },
};
