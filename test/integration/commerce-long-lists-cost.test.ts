import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { takenClickIds } from '../../subgraphs/commerce/store/events/touches.ts';
import { tapSent } from '../kit/commerce/events.ts';
import { useCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const KEPT = 20_000;
const LONG = 2000;

// On PGlite alone, whose one connection tells at once what it has read.
describe('a long list of click ids', () => {
  const commerce = useCommerce(async () => ({ pglite: await createPGlite() }));

  async function rowsRead(): Promise<number> {
    const { db } = commerce().database;
    await sql`select pg_stat_force_next_flush()`.execute(db);
    const { rows } = await sql<{ rows: number }>`
      select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint as rows
      from pg_stat_user_tables where relname = 'clicks'`.execute(db);
    return Number(rows[0]?.rows);
  }

  test('is looked up without reading the taps that are kept, also where nothing is known yet of the table', async () => {
    const { db } = commerce().database;
    expect((await commerce().record(tapSent({ eventId: 't', clickId: 'click_0' }))).rejected).toBe(0);
    await sql`
      insert into clicks (conversion, platform_id, event_id, click_id, shop_id, link_id, note_id, product_id, occurred_at, recorded_at)
      select gen_random_uuid(), platform_id, event_id, 'click_' || n, shop_id, link_id, note_id, product_id, occurred_at, recorded_at
      from clicks, generate_series(1, ${KEPT}::int) n`.execute(db);
    const asked = Array.from({ length: LONG }, (_, place) => `click_${KEPT + place}`);
    const before = await rowsRead();
    expect([...(await takenClickIds(db, asked))]).toEqual([`click_${KEPT}`]);
    expect((await rowsRead()) - before).toBeLessThanOrEqual(1);
  });
});
