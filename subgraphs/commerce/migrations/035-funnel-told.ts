import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Of periods whose funnels were decided before, it is not known how large the largest groups are of which they tell: who read and bought in them is told no more. */
export const funnelToldMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      insert into decided_cells (key, cell, decided_at)
      select 'funnel-told ' || kind || ' ' || from_day || ' ' || shop_id, '{"readers": null, "bought": null, "boughtAgain": null}', decided_at
      from funnel_periods
      where told or exists (
        select from funnel_rows
        where funnel_rows.shop_id = funnel_periods.shop_id and funnel_rows.kind = funnel_periods.kind
          and funnel_rows.from_day = funnel_periods.from_day
      )`.execute(db);
  },
};
