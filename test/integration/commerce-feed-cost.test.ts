import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFeedFilter } from '../../subgraphs/commerce/feed/feed-filter.ts';
import { readFeedPage } from '../../subgraphs/commerce/feed/feed-page.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const GROUP = 100;

describeOnDatabases('a page of the feed', (fresh) => {
  let commerce: Database<CommerceTables>;
  beforeAll(async () => {
    const source = await fresh();
    commerce = await openCommerceDatabase('url' in source ? { ...source, poolSize: 1 } : source);
  });
  afterAll(() => commerce?.close());

  /** Adds conversions in groups of 100; one in a hundred is of stage REFUND and shop_rare. */
  async function add(count: number) {
    const { db } = commerce;
    await sql`insert into feed_groups (recorded_at, size)
      select '2025-05-07', ${GROUP}::integer from generate_series(1, ${count / GROUP}::integer)`.execute(db);
    await sql`
      insert into conversions (conversion, group_id, ordinal, version, state, event_id, stage, shop_id, occurred_at, received_at)
      select gen_random_uuid(), made.id, place, 1, 'REPORTED', place, case place when 1 then 'REFUND' else 'LINK_CLICK' end,
        case place when 1 then 'shop_rare' else 'shop_1' end, '2025-05-07', '2025-05-07'
      from feed_groups made cross join generate_series(1, ${GROUP}::integer) place
      where not exists (select 1 from conversions where group_id = made.id)`.execute(db);
    await sql`vacuum analyze`.execute(db);
  }

  /** Pages of tables and indexes that the database touched for a page of the feed. */
  async function cost(asked: object, after: string | null) {
    await readFeedPage(commerce.db, { filter: readFeedFilter(asked), first: 100, after });
    const before = await touched();
    await readFeedPage(commerce.db, { filter: readFeedFilter(asked), first: 100, after });
    return (await touched()) - before;
  }

  async function touched(): Promise<number> {
    await sql`select pg_stat_force_next_flush()`.execute(commerce.db);
    const { rows } = await sql<{ blocks: number }>`
      select sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit)::bigint as blocks from pg_statio_user_tables
      where relname in ('feed', 'feed_groups', 'conversions')`.execute(commerce.db);
    return rows[0]?.blocks ?? 0;
  }

  test('costs the same however long the feed is: at its beginning, at its end, and where the filter lets little through', async () => {
    const asked = [{}, { stages: ['REFUND'] }, { shopIds: ['shop_rare'] }, { shopIds: ['shop_none'] }];
    const costs = async () => {
      const end = await readFeedPage(commerce.db, {
        filter: readFeedFilter({ changedSince: '2025-05-08T00:00:00Z' }),
        first: 1,
        after: null,
      });
      const found: number[] = [await cost({}, end.endCursor)];
      for (const filter of asked) found.push(await cost(filter, null));
      return found;
    };
    await add(20_000);
    const short = await costs();
    await add(80_000);
    const long = await costs();
    expect(Math.min(...short)).toBeGreaterThan(0);
    long.forEach((blocks, index) => {
      // A taller index is all that a longer feed adds: a block or two for each group looked at.
      expect(blocks).toBeLessThanOrEqual((short[index] ?? 0) * 1.3 + 50);
    });
  });
});
