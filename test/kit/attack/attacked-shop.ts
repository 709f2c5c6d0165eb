import { sql } from 'kysely';
import { expect } from 'vitest';
import { readConfig } from '../../../gateway/config.ts';
import { startGateway } from '../../../gateway/main.ts';
import { createLog } from '../../../gateway/telemetry/log.ts';
import { closeFunnels } from '../../../subgraphs/commerce/store/funnel/close-funnels.ts';
import { closeReports } from '../../../subgraphs/commerce/store/reports/close-reports.ts';
import type { DatabaseSource } from '../../../subgraphs/kit/database.ts';
import { introduceGateway } from '../../../system/introduce-gateway.ts';
import type { SeenError } from '../ask.ts';
import { testClients } from '../clients.ts';
import { personOf } from '../commerce/market.ts';
import { startCommerce, type TestCommerce } from '../commerce.ts';
import { deadOrigin } from '../subgraph.ts';
import { type Kind, numbered } from './people.ts';

const SCOPES = 'shop:read,conversion:read,uplift:read,event:write';
const CALLERS = {
  content: 'own_shop=*,own_author=*,own_platform=platform_xiaohongshu',
  marketplace: 'own_platform=platform_taobao',
  merchant: 'own_shop=shop_1',
  neighbour: 'own_shop=shop_2',
  agency: 'joint_shop=shop_1',
  author: 'own_author=author_1+author_2',
};
export type Caller = keyof typeof CALLERS;

/** Below how many people a group is withheld. */
export const LEAST = 50;
/** When events come, and when their month has closed long since. */
const [WEEK_AFTER, CLOSED] = [new Date('2025-05-19T04:00:00.000Z'), new Date('2025-07-20T04:00:00.000Z')];

/** Shop 1 of the market, with three notes of two authors, behind a gateway in this process; content is away. */
export interface AttackedShop extends AsyncDisposable {
  readonly commerce: TestCommerce;
  readonly url: string;
  headersOf(caller: Caller): Record<string, string>;
  /** POSTs JSON to a path of the gateway; gives the text of its answer. */
  send(caller: Caller, path: string, body: object, headers?: Record<string, string>): Promise<string>;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
  ask(caller: Caller, query: string, variables?: object): Promise<{ data: any; codes: string[] }>;
  /** Sends events, all of which are taken, on the day after the week. */
  record(caller: Caller, events: readonly object[]): Promise<void>;
  /** Tells commerce in which decades people were born. */
  tellAges(kinds: readonly Kind[]): Promise<void>;
  /** Decides what is told of all periods that have closed. */
  decide(): Promise<void>;
}

/** Starts it on an empty database. */
export async function startAttackedShop(source: DatabaseSource): Promise<AttackedShop> {
  const clients = await testClients();
  const keys = new Map<string, string>();
  for (const [name, rows] of Object.entries(CALLERS))
    keys.set(name, (await clients.add(name, { scopes: SCOPES, rows })).key);
  const { COMMERCE_CLAIMS_KEYS = '', GATEWAY_CLAIMS_KEY } = introduceGateway({});
  const commerce = await startCommerce(source, { COMMERCE_CLAIMS_KEYS });
  const urls = `commerce=${commerce.url}/graphql,content=${await deadOrigin()}/graphql`;
  const settings = { PORT: '0', GATEWAY_SUBGRAPH_URLS: urls, GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY };
  const gateway = await startGateway(readConfig(settings, {}), createLog('silent'));
  const { db } = commerce.database;
  await sql`update link_targets set author_id = 'author_2' where note_id = 'note_3'`.execute(db);
  await sql`
    insert into link_targets (link_id, note_id, product_id, author_id, status, feed_position, jump_code)
    values ('link_13', 'note_3', 'product_11', 'author_2', 'ACTIVE', 100, 'jump-code-of-link_1300')`.execute(db);
  const headersOf = (caller: Caller) => ({
    'content-type': 'application/json',
    'x-api-key': keys.get(caller) ?? '',
  });
  const send: AttackedShop['send'] = async (caller, path, body, more = {}) => {
    const headers = { ...headersOf(caller), ...more };
    const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.text();
  };
  const ask: AttackedShop['ask'] = async (caller, query, variables = {}) => {
    const { data, errors = [] } = JSON.parse(await send(caller, '/graphql', { query, variables }));
    return { data, codes: errors.map(({ extensions }: SeenError) => extensions.code) };
  };
  return {
    commerce,
    url: gateway.url,
    headersOf,
    send,
    ask,
    async record(caller, events) {
      commerce.now = WEEK_AFTER;
      for (let from = 0; from < events.length; from += MOST_EVENTS) {
        const some = events.slice(from, from + MOST_EVENTS);
        const { data, codes } = await ask(caller, RECORD, { events: some });
        expect(codes).toEqual([]);
        expect(data.eventsRecord).toMatchObject({ accepted: some.length });
      }
      commerce.now = CLOSED;
    },
    async tellAges(kinds) {
      for (const { kind, persons } of numbered(kinds))
        await sql`
          insert into age_cohorts (person, age_cohort)
          select decode(person, 'hex'), ${kind.age} from unnest(${persons.map(personOf)}::text[]) as person`.execute(
          db,
        );
    },
    async decide() {
      const rule = { monthStart: 8, eventPlatform: 'platform_taobao' };
      await closeReports(db, CLOSED, rule);
      await closeFunnels(db, { ...rule, now: CLOSED, leastPeople: LEAST });
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await commerce.close();
      await clients[Symbol.asyncDispose]();
    },
  };
}

const MOST_EVENTS = 500;
const RECORD = 'mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted } }';
