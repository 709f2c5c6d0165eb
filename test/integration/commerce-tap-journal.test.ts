import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { openLinkCopy } from '../../subgraphs/commerce/store/links/link-copy.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { jumpCodeOf, openMarket } from '../kit/commerce/market.ts';
import { runCommerce } from '../kit/commerce/process.ts';
import { PHONE } from '../kit/commerce/taps.ts';
import { createDatabase } from '../kit/postgres.ts';
import { type Wire, wireTo } from '../kit/wire.ts';

const postgresUrl = inject('postgresUrl');
const PATIENT = { timeout: 20_000 };

/** Has a request come by a connection of its own. */
const ALONE = { connection: 'close' };

const tap = (origin: string, link = 'link_11', headers: Record<string, string> = {}) =>
  fetch(`${origin}/l/${jumpCodeOf(link)}`, { redirect: 'manual', headers: { ...PHONE, ...headers } });

function clickIn(response: Response): string {
  return new URL(response.headers.get('location') ?? '').searchParams.get('click') ?? '';
}

/** Whether the market's last link has been copied. */
function isCopied(folder: string): boolean {
  const copy = openLinkCopy(join(folder, 'taps', '0'), 1_000);
  const found = copy.get(jumpCodeOf('link_11'));
  copy.close();
  return found !== undefined;
}

async function metric(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
}

describe.skipIf(postgresUrl === null)('taps while the database comes and goes', () => {
  let folder = '';
  let wire: Wire;
  let database: Database<CommerceTables>;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redcat-taps-'));
    const made = await createDatabase(postgresUrl ?? '');
    drop = made.drop;
    database = await openCommerceDatabase({ url: made.url });
    await openMarket(database.db);
    wire = await wireTo(made.url);
  });

  afterEach(async () => {
    await wire[Symbol.asyncDispose]();
    await database.close();
    await drop();
    await rm(folder, { recursive: true });
  });

  const run = () => runCommerce({ COMMERCE_DATABASE_URL: wire.url, COMMERCE_DATA_FOLDER: folder });
  const clicks = async () =>
    Object.entries(await readFigures(database.db))
      .filter(([key]) => /^LINK .* clicks$/.test(key))
      .reduce((sum, [, count]) => sum + Number(count), 0);

  test('land by the copy of where links lead, and are counted when it is back, once', async () => {
    await using commerce = run();
    const origin = await commerce.listening();
    expect((await tap(origin)).status).toBe(302);
    await expect.poll(clicks, PATIENT).toBe(1);
    await expect.poll(() => isCopied(folder), PATIENT).toBe(true);
    wire.cut();
    // Never tapped before: all links are copied.
    for (const link of ['link_11', 'link_22', 'link_31']) expect((await tap(origin, link)).status).toBe(302);
    expect(await clicks()).toBe(1);
    wire.mend();
    await expect.poll(clicks, PATIENT).toBe(4);
    expect((await tap(origin)).status).toBe(302);
    await expect.poll(clicks, PATIENT).toBe(5);
    await expect.poll(() => metric(origin, 'commerce_tap_journal_bytes'), PATIENT).toBe(0);
    expect(await metric(origin, 'commerce_tap_journal_seconds_count')).toBe(5);
    expect(await metric(origin, 'commerce_taps_lost_total')).toBe(0);
  });

  test('outlive the process that took them, killed while the database is down', async () => {
    {
      await using commerce = run();
      const origin = await commerce.listening();
      wire.cut();
      const taps = await Promise.all(Array.from({ length: 50 }, () => tap(origin)));
      expect(taps.map(({ status }) => status)).toEqual(taps.map(() => 302));
    }
    wire.mend();
    await using commerce = run();
    await commerce.listening();
    await expect.poll(clicks, PATIENT).toBe(50);
  });

  test('land though the process is started while the database is down; it serves everything when it is back', async () => {
    {
      await using commerce = run();
      await commerce.listening();
      // Until all links are copied.
      await expect.poll(() => isCopied(folder), PATIENT).toBe(true);
    }
    wire.cut();
    await using commerce = run();
    const origin = await commerce.listening();
    expect((await tap(origin)).headers.get('location')).toMatch(/^https:\/\/taobao/);
    expect((await tap(origin, 'link_99')).status).toBe(503);
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${origin}/graphql`, { method: 'POST' })).status).toBe(503);
    expect(commerce.output()).toMatch(/PostgreSQL can't be used at/);
    wire.mend();
    // None is refused while the one server follows the other.
    let taps = 1;
    await expect
      .poll(async () => {
        expect((await tap(origin, 'link_11', ALONE)).status).toBe(302);
        taps++;
        return (await fetch(`${origin}/readyz`, { headers: ALONE })).status;
      }, PATIENT)
      .toBe(200);
    await expect.poll(clicks, PATIENT).toBe(taps);
    commerce.child.kill('SIGTERM');
    expect(await commerce.ended).toBe(0);
  });

  test('keep no process from ending while the database is down', async () => {
    {
      await using commerce = run();
      await commerce.listening();
      await expect.poll(() => isCopied(folder), PATIENT).toBe(true);
    }
    wire.cut();
    await using commerce = run();
    await commerce.listening();
    commerce.child.kill('SIGTERM');
    expect(await commerce.ended).toBe(0);
  });

  test('are counted once though the process dies between counting and cutting its journal, whenever that is', async () => {
    const landed = new Set<string>();
    for (let round = 0; round < 4; round++) {
      await using commerce = run();
      const origin = await commerce.listening();
      const taps = Array.from({ length: 40 }, async () => {
        landed.add(clickIn(await tap(origin)));
      });
      await Promise.any(taps);
      commerce.child.kill('SIGKILL');
      await Promise.allSettled(taps);
    }
    await using commerce = run();
    const origin = await commerce.listening();
    await expect.poll(() => metric(origin, 'commerce_tap_journal_bytes'), PATIENT).toBe(0);
    const events = await database.db.selectFrom('events').select('event_id').execute();
    const counted = events.map((event) => event.event_id);
    // A tap whose answer was lost with the process may have been kept all the same.
    expect(counted).toEqual(expect.arrayContaining([...landed]));
    expect(new Set(counted).size).toBe(counted.length);
    expect(await clicks()).toBe(counted.length);
  });

  test('of several processes on one machine stand in journals of their own; what one left is counted by the next', async () => {
    await using one = run();
    const here = await one.listening();
    {
      await using other = run();
      const there = await other.listening();
      wire.cut();
      for (const origin of [here, there]) expect((await tap(origin)).status).toBe(302);
    }
    wire.mend();
    await expect.poll(clicks, PATIENT).toBe(1);
    await using third = run();
    await third.listening();
    await expect.poll(clicks, PATIENT).toBe(2);
  });
});
