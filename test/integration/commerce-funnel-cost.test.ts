import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToldFigures } from '../../subgraphs/commerce/funnel/told-figures.ts';
import { closeFunnels } from '../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { keepDecided } from '../../subgraphs/commerce/store/funnel/decided-funnels.ts';
import { countWithheld, readPeriods, readRows } from '../../subgraphs/commerce/store/funnel/read-funnels.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceDb, CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import { addDays } from '../../subgraphs/kit/calendar.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const FIGURES: ToldFigures = { led: [[60, 60]], credited: {} };
const SHOWN = 20;

describeOnDatabases("reading a shop's funnel", (fresh) => {
  let commerce: Database<CommerceTables>;

  beforeAll(async () => {
    commerce = await openCommerceDatabase(await fresh());
  });
  afterAll(() => commerce.close());

  /** Keeps days of some shops, each with as many rows of notes. */
  async function fill(shops: readonly string[], days: number, notes: number): Promise<void> {
    const funnels = shops.flatMap((shopId) =>
      Array.from({ length: days }, (_, index) => {
        const from = addDays('2025-01-01', index);
        const period = { kind: 'DAY' as const, from, to: from };
        const rows = Array.from({ length: notes }, (_, place) => ({
          shopId,
          period,
          grouping: 'NOTE',
          place: place + 1,
          keys: [`note_${place}`, 'author_1'],
          figures: FIGURES,
        }));
        return { period: { shopId, period, told: true, totals: FIGURES, withheld: { NOTE: 3 } }, rows };
      }),
    );
    await keepDecided(commerce.db, funnels);
    for (const table of ['funnel_periods', 'funnel_rows'])
      await sql.raw(`vacuum analyze ${table}`).execute(commerce.db);
  }

  async function counted(db: CommerceDb): Promise<{ rows: number; pages: number }> {
    const { rows } = await sql<{ rows: number; pages: number }>`
      select sum(pg_stat_get_xact_tuples_fetched(oid) + pg_stat_get_xact_tuples_returned(oid))::bigint as rows,
        sum(pg_stat_get_xact_blocks_fetched(oid))::bigint as pages
      from pg_class where relname ~ '^funnel_(rows|periods)(_pkey)?$'`.execute(db);
    return rows[0] ?? { rows: 0, pages: 0 };
  }

  /** What the first page of a day's notes, its whole and what is left out cost. */
  function cost() {
    return commerce.db.transaction().execute(async (db) => {
      const day = { kind: 'DAY' as const, from: '2025-01-02', to: '2025-01-02' };
      // As where there are many more shops.
      await sql`set local enable_seqscan = off`.execute(db);
      const before = await counted(db);
      await readPeriods(db, day, ['shop_1']);
      await countWithheld(db, { ...day, grouping: 'NOTE' }, ['shop_1']);
      const rows = await readRows(db, { ...day, grouping: 'NOTE', after: undefined, limit: SHOWN }, ['shop_1']);
      const after = await counted(db);
      expect(rows).toHaveLength(SHOWN);
      return { rows: after.rows - before.rows, pages: after.pages - before.pages };
    });
  }

  test('costs the rows that are shown, however many shops, days and notes there are', async () => {
    await fill(['shop_1', 'shop_2'], 4, 100);
    await fill(
      Array.from({ length: 20 }, (_, index) => `shop_${index + 3}`),
      10,
      40,
    );
    const few = await cost();
    await fill(
      Array.from({ length: 30 }, (_, index) => `shop_${index + 100}`),
      20,
      40,
    );
    const many = await cost();
    expect(few.rows).toBeLessThan(4 * SHOWN);
    expect(many.rows).toBe(few.rows);
    expect(many.pages).toBeLessThan(few.pages + 10);
  });

  test('reads what was decided once, whatever is decided later', async () => {
    const [shopId, day] = ['shop_1', { kind: 'DAY' as const, from: '2025-01-02', to: '2025-01-02' }];
    const others: ToldFigures = { led: [[70, 70]], credited: {} };
    const again = { period: { shopId, period: day, told: true, totals: others, withheld: {} }, rows: [] };
    await keepDecided(commerce.db, [again]);
    expect((await readPeriods(commerce.db, day, [shopId]))[0]?.totals).toEqual(FIGURES);
    expect((await countWithheld(commerce.db, { ...day, grouping: 'NOTE' }, [shopId]))[0]?.rows).toBe(3);
    await closeFunnels(commerce.db, {
      now: new Date(),
      leastPeople: 1,
      monthStart: 8,
      eventPlatform: 'platform_taobao',
    });
    expect((await readPeriods(commerce.db, day, [shopId]))[0]?.totals).toEqual(FIGURES);
  });
});
