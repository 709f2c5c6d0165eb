import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { followChanges, notifyChanged } from '../../subgraphs/commerce/store/figures/changes.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { tapSent } from '../kit/commerce/events.ts';
import { type LiveClient, overWebSocket } from '../kit/commerce/live.ts';
import { openMarket } from '../kit/commerce/market.ts';
import { runCommerce } from '../kit/commerce/process.ts';
import { describeOnDatabases } from '../kit/databases.ts';
import { createDatabase } from '../kit/postgres.ts';

const postgresUrl = inject('postgresUrl');
const NOTE = 'subscription { noteConversionUpdated(noteId: "note_1") { conversion { linkClicks } } }';
const RECORD = 'mutation ($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted } }';

async function record(origin: string, eventId: string): Promise<void> {
  const body = JSON.stringify({ query: RECORD, variables: { events: [tapSent({ eventId, personKey: null })] } });
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(await response.json()).toEqual({ data: { eventsRecord: { accepted: 1 } } });
}

describe.skipIf(postgresUrl === null)('subscriptions of several processes', () => {
  let url = '';
  let drop: () => Promise<void>;

  beforeEach(async () => {
    ({ url, drop } = await createDatabase(postgresUrl ?? ''));
    const database = await openCommerceDatabase({ url });
    await openMarket(database.db);
    await database.close();
  });

  afterEach(() => drop());

  /** A subscription to note_1, whose first message was heard. */
  async function watch(client: LiveClient) {
    const subscription = client.subscribe(NOTE);
    const next = async () => (await subscription.next())?.data?.noteConversionUpdated.conversion.linkClicks as number;
    expect(await next()).toBe(0);
    return next;
  }

  test('hear of what any of them recorded', async () => {
    const env = { COMMERCE_DATABASE_URL: url, COMMERCE_LIVE_INTERVAL_MS: '0' };
    await using one = runCommerce(env);
    await using other = runCommerce(env);
    const [here, there] = [await one.listening(), await other.listening()];
    await using client = overWebSocket(here);
    const next = await watch(client);
    await record(there, 'there');
    // The listener of a process that has just started may come later than the event: then all is told when it is there.
    expect(await heardAtLast(next, 1)).toBe(1);
    await record(here, 'here');
    expect(await heardAtLast(next, 2)).toBe(2);
  });

  test('are told their totals again when the listener’s connection was lost, with what happened meanwhile', async () => {
    await using commerce = runCommerce({ COMMERCE_DATABASE_URL: url, COMMERCE_LIVE_INTERVAL_MS: '0' });
    const origin = await commerce.listening();
    await using client = overWebSocket(origin);
    const next = await watch(client);
    await record(origin, 'first');
    expect(await heardAtLast(next, 1)).toBe(1);
    const administrator = new pg.Client({ connectionString: url });
    await administrator.connect();
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'redcat-listener' and datname = current_database()`;
    const { rowCount } = await administrator.query(kill);
    await administrator.end();
    expect(rowCount).toBe(1);
    await record(origin, 'second');
    expect(await heardAtLast(next, 2)).toBe(2);
    await record(origin, 'third');
    expect(await heardAtLast(next, 3)).toBe(3);
  });
});

/** Totals never go back; those that come twice are read on. */
async function heardAtLast(next: () => Promise<number>, wanted: number): Promise<number> {
  for (;;) {
    const heard = await next();
    if (heard >= wanted) return heard;
  }
}

describeOnDatabases('what a transaction tells', (fresh) => {
  let database: Database<CommerceTables>;
  let stop: () => Promise<void>;
  let heard: string[] = [];

  beforeEach(async () => {
    heard = [];
    database = await openCommerceDatabase(await fresh());
    const connected = Promise.withResolvers<void>();
    stop = followChanges(database, {
      changed: (subjects) => heard.push(...subjects),
      account: (shopId) => heard.push(`account of ${shopId}`),
      anything: () => heard.push('anything'),
      connected: () => {
        heard.push('anything');
        connected.resolve();
      },
      lost: () => {},
    });
    await connected.promise;
  });

  afterEach(async () => {
    await stop();
    await database.close();
  });

  const subjects = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ kind: 'NOTE', id: `note_${index}_${'x'.repeat(60)}` }) as const);

  test.each([1, 500])('names %i subjects, each once, as soon as it is committed', async (count) => {
    await database.db.transaction().execute(async (transaction) => {
      await notifyChanged(transaction, [...subjects(count), ...subjects(count)]);
      expect(heard).toEqual(['anything']);
    });
    await expect.poll(() => heard.length).toBe(1 + count);
    expect(heard.slice(1)).toEqual(subjects(count).map(({ id }) => `NOTE:${id}`));
  });

  test('says that anything may have changed where the names are too many', async () => {
    await database.db.transaction().execute((transaction) => notifyChanged(transaction, subjects(5_000)));
    await expect.poll(() => heard).toEqual(['anything', 'anything']);
  });

  test('says nothing when it is rolled back', async () => {
    const failing = database.db.transaction().execute(async (transaction) => {
      await notifyChanged(transaction, subjects(1));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await notifyChanged(database.db, subjects(2));
    await expect.poll(() => heard.length).toBe(3);
  });
});
