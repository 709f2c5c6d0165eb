import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type TestClients, testClients } from '../kit/clients.ts';
import type { TestGateway } from '../kit/gateway.ts';
import { ITEMS, startPriced, startPricedGateway } from '../kit/priced.ts';
import type { TestServer } from '../kit/subgraph.ts';

const ITEM = '{ item(id: "1") { id } }';
const LIST = 'query List($n: Int!) { items(first: $n) { id } }';

interface Told {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly code?: string;
  readonly extensions?: { readonly cost: Record<string, unknown> };
}

const CLIENTS = {
  told: { quota: '600', requests: '50', burst: '80' },
  costly: { quota: '6' },
  small: { quota: '50' },
  leaving: { quota: '6' },
  fast: { requests: '1', burst: '4' },
  operator: { scopes: 'gateway:metrics' },
};

describe('a client with a quota', () => {
  const keys = new Map<string, string>();
  let clients: TestClients;
  let priced: TestServer;
  let onSlow = () => {};
  let gateway: TestGateway;

  beforeAll(async () => {
    [clients, priced] = await Promise.all([
      testClients(),
      // Nobody waits for its answer.
      startPriced(() => {
        onSlow();
        return new Promise(() => undefined);
      }),
    ]);
    await writeFile(join(clients.operations, 'List.graphql'), LIST);
    for (const [name, flags] of Object.entries(CLIENTS)) keys.set(name, (await clients.add(name, flags)).key);
    gateway = await startPricedGateway(priced, {
      GATEWAY_KEYS: clients.file,
      GATEWAY_CLAIMS_KEY: 'none',
      GATEWAY_OPERATIONS: clients.operations,
      GATEWAY_QUOTA_ANONYMOUS: 'cost=1000',
      GATEWAY_QUOTA_ADDRESSES: 'requests=1,burst=3',
      GATEWAY_TRUSTED_PROXIES: '1',
    });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([priced[Symbol.asyncDispose](), clients[Symbol.asyncDispose]()]);
  });

  const ask = async (headers: Record<string, string>, query = ITEM, variables: object = {}) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { response, told: (await response.json()) as Told };
  };
  const bearer = (key: string, more: Record<string, string> = {}) => ({
    authorization: `Bearer ${keys.get(key)}`,
    ...more,
  });

  test('is told in headers what it may ask for and what is left, and what an answer cost where it asks', async () => {
    const key = 'told';
    const { response, told } = await ask(bearer(key, { 'x-redcat-cost': '1' }), LIST, { n: 100 });
    expect(response.headers.get('ratelimit-policy')).toBe(
      '"cost";q=600;w=60;qu="cost", "requests";q=80;w=2;qu="requests"',
    );
    expect(response.headers.get('ratelimit')).toMatch(/^"cost";r=(59\d|600);t=[01], "requests";r=(7\d|80);t=[01]$/);
    // What was not spent is given back.
    expect(told.extensions?.cost).toEqual({
      requestedQueryCost: 101,
      actualQueryCost: 1 + ITEMS,
      throttleStatus: { maximumAvailable: 600, currentlyAvailable: expect.any(Number), restoreRate: 10 },
    });
  });

  test('over its cost per minute is refused with 429 and the time to wait, and no subgraph is asked', async () => {
    const key = 'costly';
    for (let index = 0; index < 3; index++) expect((await ask(bearer(key))).response.status).toBe(200);
    const seen = priced.seen.length;
    const { response, told } = await ask(bearer(key));
    expect([response.status, told.errors?.[0]?.extensions.code]).toEqual([429, 'QUOTA_EXCEEDED']);
    const wait = Number(response.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(10);
    expect(wait).toBeLessThanOrEqual(20);
    expect(response.headers.get('ratelimit')).toBe(`"cost";r=0;t=${wait}`);
    expect(told.extensions?.cost).toMatchObject({ requestedQueryCost: 2, actualQueryCost: null });
    const plain = await fetch(`${gateway.url}/op/List?n=3`, { headers: bearer(key) });
    expect([plain.status, ((await plain.json()) as Told).code]).toEqual([429, 'QUOTA_EXCEEDED']);
    expect(plain.headers.get('retry-after')).not.toBeNull();
    expect(priced.seen.length).toBe(seen);
  });

  test('may not ask at all for what its quota never holds', async () => {
    const key = 'small';
    const { response, told } = await ask(bearer(key, { accept: 'application/graphql-response+json' }), LIST, {
      n: 100,
    });
    expect(response.status).toBe(400);
    expect(told.errors).toMatchObject([{ extensions: { code: 'COST_LIMIT', limit: 50, found: 101 } }]);
    expect(response.headers.get('retry-after')).toBeNull();
  });

  test('pays for what it did not wait for', async () => {
    const gone = new AbortController();
    onSlow = () => gone.abort();
    const left = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer('leaving') },
      body: JSON.stringify({ query: '{ slow { id } items(first: 4) { id } }' }),
      signal: gone.signal,
    });
    await expect(left).rejects.toThrow('aborted');
    for (let index = 0; index < 3; index++) {
      expect((await ask(bearer('leaving'), LIST, { n: 3 })).response.status).toBe(429);
    }
  });

  test('over its requests per second is refused at every door, whatever it asks for', async () => {
    const key = 'fast';
    const all = await Promise.all(
      [ITEM, '{ wrong }', '{', ITEM, ITEM, ITEM, ITEM, ITEM].map((query) => ask(bearer(key), query)),
    );
    const refused = all.filter(({ response }) => response.status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused.length).toBeLessThanOrEqual(4);
    const plain = await fetch(`${gateway.url}/op/List?n=3`, { headers: bearer(key) });
    expect([plain.status, plain.headers.get('retry-after')]).toEqual([429, '1']);
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: bearer(key),
      retryAttempts: 0,
    });
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => Array.fromAsync(client.iterate({ query: ITEM }))),
    );
    expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(answers)).toMatch(/it is there in \d+ s.*"code":"QUOTA_EXCEEDED","retryAfter":\d+/);
    await client.dispose();
  });

  test('without a credential is bounded by its address, which only a proxy of ours can tell', async () => {
    const from = (address: string) => ask({ 'x-forwarded-for': `6.6.6.6, ${address}` });
    const one = await Promise.all(Array.from({ length: 8 }, () => from('1.1.1.1')));
    expect(one.filter(({ response }) => response.status === 200).length).toBeLessThan(8);
    expect((await from('2.2.2.2')).response.status).toBe(200);
    const { response } = await from('3.3.3.3');
    expect(response.headers.get('ratelimit-policy')).toBe(
      '"requests";q=3;w=3;qu="requests", "all-cost";q=1000;w=60;qu="cost"',
    );
    const metrics = await (await fetch(`${gateway.url}/metrics`, { headers: bearer('operator') })).text();
    expect(metrics).toMatch(/gateway_quota_refused_total\{kind="anonymous"\} [1-5]\b/);
  });

  test('a wrong credential is charged to its address as well, and tried no faster than that', async () => {
    const wrong = () => ask({ 'x-forwarded-for': '4.4.4.4', 'x-api-key': `rck_${'0'.repeat(16)}_${'A'.repeat(43)}` });
    const codes = (await Promise.all(Array.from({ length: 8 }, wrong))).map(
      ({ told }) => told.errors?.[0]?.extensions.code,
    );
    expect(new Set(codes)).toEqual(new Set(['CREDENTIAL_REFUSED', 'QUOTA_EXCEEDED']));
    expect((await ask({ 'x-forwarded-for': '4.4.4.4' })).response.status).toBe(429);
  });

  test('a WebSocket counts as a request of its address, and can’t say that it comes from another', async () => {
    const headers = { 'x-forwarded-for': '5.5.5.5' };
    const opened = async (payload: object) => {
      const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
      const said: string[] = [];
      const over = new Promise((resolve) =>
        socket.on('close', resolve).on('unexpected-response', (_request, response) => {
          said.push(`${response.statusCode} ${response.headers['retry-after']}`);
          resolve(undefined);
        }),
      );
      socket.on('error', () => undefined);
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
      socket.on('message', (data) => {
        const message = JSON.parse(String(data));
        said.push(message.type === 'error' ? message.payload[0].extensions.code : message.type);
        if (message.type === 'connection_ack')
          socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: ITEM } }));
        else if (message.type !== 'next') socket.close();
      });
      await over;
      return said.at(-1);
    };
    const all: unknown[] = [];
    for (let index = 0; index < 4; index++) all.push(await opened({ 'x-forwarded-for': `7.7.7.${index}` }));
    expect(all[0]).toBe('complete');
    expect(all.at(-1)).toBe('429 1');
  });
});
