import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { readSettings } from '../../settings/settings.ts';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import type { EventsRecordPayload } from '../../subgraphs/commerce/generated/resolvers.ts';
import { createCommerceServer } from '../../subgraphs/commerce/server.ts';
import { commerceSettings } from '../../subgraphs/commerce/settings.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database, DatabaseSource } from '../../subgraphs/kit/database.ts';
import { createMetrics } from '../../subgraphs/kit/metrics.ts';
import type { SeenError } from './ask.ts';
import { forgetEvents, openMarket } from './commerce/market.ts';
import { deadOrigin } from './subgraph.ts';

/** The instant at which a test's clock stands until it is set: noon in Shanghai, when the events of `commerce/events.ts` happen. */
const NOON = new Date('2025-05-07T04:00:00.000Z');

/** The commerce subgraph of a test, served over HTTP, with the market of `commerce/market.ts`. */
export interface TestCommerce {
  readonly database: Database<CommerceTables>;
  readonly url: string;
  /** The statements that ran since it was last emptied. */
  readonly statements: string[];
  /** When requests come. */
  now: Date;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
  ask(query: string, variables?: object): Promise<{ data: any; errors: SeenError[] }>;
  /** Sends a batch through eventsRecord. */
  record(...events: readonly SentEvent[]): Promise<EventsRecordPayload>;
  close(): Promise<void>;
}

const RECORD = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) {
  accepted duplicates rejected userErrors { field code message }
  results { index eventId outcome conversionId uncounted error { field code message } } } }`;

/**
 * Starts a commerce subgraph on an empty database.
 * @param env settings, beside: content can't be reached, nothing is logged
 */
export async function startCommerce(source: DatabaseSource, env: Record<string, string> = {}): Promise<TestCommerce> {
  const statements: string[] = [];
  const time = { now: NOON };
  const database = await openCommerceDatabase(source, (sql) => statements.push(sql));
  await openMarket(database.db);
  const folder = await mkdtemp(join(tmpdir(), 'redcat-commerce-'));
  const settings = readSettings(commerceSettings, 'COMMERCE_', {
    COMMERCE_LOG_LEVEL: 'silent',
    COMMERCE_DATA_FOLDER: folder,
    COMMERCE_LINK_FEED_URL: `${await deadOrigin()}/feed/product-links`,
    COMMERCE_LINK_FEED_INTERVAL_MS: '3600000',
    COMMERCE_LEDGER_INTERVAL_MS: '3600000',
    ...env,
  });
  const app = await createCommerceServer({ database, settings, metrics: createMetrics(), clock: () => time.now });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const commerce: TestCommerce = {
    database,
    url,
    statements,
    get now() {
      return time.now;
    },
    set now(instant) {
      time.now = instant;
    },
    async ask(query, variables = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors = [] } = (await response.json()) as { data: unknown; errors?: SeenError[] };
      return { data, errors };
    },
    async record(...events) {
      const { data, errors } = await commerce.ask(RECORD, { events });
      expect(errors).toEqual([]);
      return data.eventsRecord;
    },
    async close() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
  return commerce;
}

/** A commerce subgraph for the tests of a block: at noon, and with nothing recorded, when each begins. */
export function useCommerce(
  fresh: () => Promise<DatabaseSource>,
  env: Record<string, string> = {},
): () => TestCommerce {
  let commerce: TestCommerce | undefined;
  const current = () => {
    if (!commerce) throw new Error('The subgraph runs within tests only.');
    return commerce;
  };
  beforeAll(async () => {
    commerce = await startCommerce(await fresh(), env);
  });
  beforeEach(async () => {
    current().now = NOON;
    await forgetEvents(current().database);
  });
  afterAll(() => commerce?.close());
  return current;
}
