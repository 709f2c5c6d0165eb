import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { closeFunnels } from '../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { closeReports } from '../../subgraphs/commerce/store/reports/close-reports.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const RANGE = { from: '2025-05-05', to: '2025-05-11' };
const PEOPLE = 20;

/** The dashboard's operation, but for what content answers of it. */
async function ownPart(): Promise<string> {
  const file = await readFile('schema/operations/frontend/ShopDashboard.graphql', 'utf8');
  return file.replace('note { id title }', 'note { id }');
}

// On PGlite alone, whose one connection tells at once what it has read.
describe("a shop's dashboard", () => {
  const commerce = useCommerce(async () => ({ pglite: await createPGlite() }));

  /** So many people tap, visit and buy on a day: in shop 1, and in shop 2. */
  async function buy(day: string, from: number): Promise<void> {
    const occurredAt = `${day}T12:00:00+08:00`;
    commerce().now = new Date(occurredAt);
    const events = Array.from({ length: PEOPLE }, (_, place) => {
      const given = { personKey: personOf(from + place), occurredAt };
      const id = `${day}-${from + place}`;
      return [
        tapSent({ ...given, eventId: `t${id}` }),
        visitSent({ ...given, eventId: `v${id}` }),
        paidSent({ ...given, eventId: `p${id}` }),
        tapSent({ ...given, eventId: `u${id}`, productLinkId: 'link_21' }),
        paidSent({ ...given, eventId: `q${id}`, link: 'link_21' }),
      ];
    });
    const { rejected } = await commerce().record(...events.flat());
    expect(rejected).toBe(0);
  }

  /** What closes by an instant is decided. */
  async function decide(now: Date): Promise<void> {
    const { db } = commerce().database;
    commerce().now = now;
    await closeFunnels(db, { now, leastPeople: 1, monthStart: 8, eventPlatform: 'platform_wechat' });
    await closeReports(db, now, { monthStart: 8, eventPlatform: 'platform_taobao' });
    await sql`vacuum analyze`.execute(db);
  }

  async function rowsRead(): Promise<number> {
    const { db } = commerce().database;
    await sql`select pg_stat_force_next_flush()`.execute(db);
    const { rows } = await sql<{ rows: number }>`
      select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint as rows from pg_stat_user_tables`.execute(db);
    return Number(rows[0]?.rows);
  }

  async function cost(document: string): Promise<number> {
    const before = await rowsRead();
    const { data, errors } = await commerce().ask(document, { shopId: 'shop_1', range: RANGE });
    const after = await rowsRead();
    expect(errors).toEqual([]);
    expect(data.shop.conversion.linkClicks).toBe(PEOPLE);
    expect(data.shop.byNote.rows).toHaveLength(1);
    return after - before;
  }

  test('reads as many rows however many events there are', async () => {
    const document = await ownPart();
    await sql`set enable_seqscan = off`.execute(commerce().database.db);
    await buy('2025-05-07', 1);
    await decide(new Date('2025-05-15T04:00:00.000Z'));
    await cost(document);
    const few = await cost(document);
    const days = ['2025-05-16', '2025-05-23', '2025-05-30', '2025-06-10'];
    for (const [index, day] of days.entries()) await buy(day, 1 + index * PEOPLE);
    await decide(new Date('2025-07-15T04:00:00.000Z'));
    await cost(document);
    const many = await cost(document);
    expect(few).toBeLessThan(100);
    expect(many).toBe(few);
  });
});
