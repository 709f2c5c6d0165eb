import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { openMarket } from '../kit/commerce/market.ts';
import { runCommerce } from '../kit/commerce/process.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { newDataFolder } from '../kit/data-folder.ts';

let folder = '';

beforeEach(async () => {
  folder = await newDataFolder();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const run = (env: Record<string, string> = {}, args: readonly string[] = []) =>
  runCommerce({ COMMERCE_DATA_FOLDER: folder, ...env }, args);

test('npm run commerce serves an empty commerce graph, is ready, keeps others off its folder, and ends with SIGTERM', async () => {
  // It makes the database itself.
  await rm(join(folder, 'pglite'), { recursive: true });
  await using commerce = run();
  const origin = await commerce.listening();
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  expect((await fetch(`${origin}/livez`)).status).toBe(200);
  expect(await (await fetch(`${origin}/metrics`)).text()).toContain('sql_statements_total');
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ products { nodes { id } } _service { sdl } }' }),
  });
  expect(await answer.json()).toMatchObject({
    data: { products: { nodes: [] }, _service: { sdl: expect.stringContaining('type Product') } },
  });
  // Another process on its folder ends, saying who holds it and what to do.
  await using second = run();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`process ${commerce.child.pid}`);
  expect(second.output()).not.toMatch(/\n\s+at /);
  commerce.child.kill('SIGTERM');
  expect(await commerce.ended).toBe(0);
});

test.each([
  [{ COMMERCE_HOST: '0.0.0.0' }, /COMMERCE_HOST=0\.0\.0\.0: must be a loopback address/],
  [{ COMMERCE_MIN_PEPLE: '10' }, /COMMERCE_MIN_PEPLE is unknown; did you mean COMMERCE_MIN_PEOPLE\?/],
  [{ COMMERCE_MIN_PEOPLE: '0' }, /COMMERCE_MIN_PEOPLE=0/],
  [{ COMMERCE_EVENT_PLATFORM: 'taobao' }, /COMMERCE_EVENT_PLATFORM=taobao/],
])('refuses to start with %o', async (env, says) => {
  await using commerce = run(env as unknown as Record<string, string>);
  expect(await commerce.ended).toBe(2);
  expect(commerce.output()).toMatch(says);
});

test('--help tells every setting with its default', async () => {
  await using help = run({}, ['--help']);
  expect(await help.ended).toBe(0);
  expect(help.output()).toContain('| `COMMERCE_MIN_PEOPLE` | `50` |');
  expect(help.output()).toContain('rebuild');
});

test('rebuild derives from the events what was lost', async () => {
  const arrivals = [tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' })].map((sent) => ({
    platformId: 'platform_taobao',
    receivedAt: Date.parse('2025-05-07T05:00:00Z'),
    sent,
  }));
  const before = await openCommerceDatabase({ folder });
  await openMarket(before.db);
  await recorderInto(before.db).record(arrivals);
  const figures = await readFigures(before.db);
  for (const table of ['click_days', 'outcome_days', 'clicks', 'orders'] as const)
    await before.db.deleteFrom(table).execute();
  await before.close();
  await using rebuilding = run({}, ['rebuild']);
  expect(await rebuilding.ended).toBe(0);
  expect(rebuilding.output()).toBe('2 events\n');
  const after = await openCommerceDatabase({ folder });
  expect(await readFigures(after.db)).toEqual(figures);
  await after.close();
});

test('feed-epoch gives the feed another epoch', async () => {
  const epoch = async () => {
    const database = await openCommerceDatabase({ folder });
    const row = await database.db.selectFrom('feed').select('epoch').executeTakeFirst();
    await database.close();
    return row?.epoch;
  };
  const before = await epoch();
  await using beginning = run({}, ['feed-epoch']);
  expect(await beginning.ended).toBe(0);
  expect(await epoch()).not.toBe(before);
  expect(beginning.output()).toContain(await epoch());
});

test('what was acknowledged outlives the process, however it ends', async () => {
  const database = await openCommerceDatabase({ folder });
  await openMarket(database.db);
  await database.close();
  const record = async (origin: string) => {
    const query = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted duplicates } }`;
    const body = JSON.stringify({
      query,
      variables: { events: [tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' })] },
    });
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return ((await answer.json()) as { data: { eventsRecord: object } }).data.eventsRecord;
  };
  {
    await using commerce = run();
    expect(await record(await commerce.listening())).toEqual({ accepted: 2, duplicates: 0 });
    commerce.child.kill('SIGKILL');
    await commerce.ended;
  }
  await using again = run();
  expect(await record(await again.listening())).toEqual({ accepted: 0, duplicates: 2 });
});
