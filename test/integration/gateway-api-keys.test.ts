import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { revokeKeys, rotateKey } from '../../gateway/commands/clients/change-clients.ts';
import { signature, type TestClients, testClients } from '../kit/clients.ts';
import { post, type Reply, replyOf, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const QUERY = '{ books { title } }';
const EVENTS = '{"events":[]}';

/** The code of a refusal. */
function codeOf({ errors }: Reply): unknown {
  return errors[0]?.extensions.code;
}

describe('a gateway that asks for API keys', () => {
  let clients: TestClients;
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;
  let partner: string;

  beforeAll(async () => {
    clients = await testClients();
    await writeFile(join(clients.operations, 'Own.graphql'), 'query Own { books { title } }');
    await writeFile(join(clients.operations, 'Other.graphql'), 'query Other { books { pages } }');
    ({ key: partner } = await clients.add('partner-a', { scopes: 'event:write,gateway:metrics' }));
    const routes: NonNullable<Parameters<typeof startSubgraph>[0]['routes']> = (app) => {
      app.post('/events', async ({ body }) => ({ data: body }));
      app.get('/l/:code', async () => ({ data: {} }));
    };
    [books, reviews] = [await startSubgraph(booksParts), await startSubgraph({ ...reviewsParts, routes })];
    gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      {
        GATEWAY_KEYS: clients.file,
        GATEWAY_OPERATIONS: clients.operations,
        GATEWAY_CLAIMS_KEY: 'none',
        GATEWAY_FORWARD: '/l/=reviews,/events=reviews,/other=reviews',
      },
    );
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books[Symbol.asyncDispose](), reviews[Symbol.asyncDispose]()]);
    await clients[Symbol.asyncDispose]();
  });

  async function events(headers: Record<string, string>, path = '/events', body = EVENTS): Promise<Reply> {
    const json = { 'content-type': 'application/json' };
    return replyOf(await fetch(gateway.url + path, { method: 'POST', headers: { ...json, ...headers }, body }));
  }

  test('answers a key at every door, by either header, and names the client in its log and metrics', async () => {
    const ways: Record<string, string>[] = [{ authorization: `Bearer ${partner}` }, { 'x-api-key': partner }];
    for (const headers of ways) {
      expect((await post(gateway.url, { query: QUERY }, headers)).data).toMatchObject({ books: [{}, {}] });
      expect((await events(headers)).data).toEqual({ events: [] });
    }
    await vi.waitFor(
      () => expect(gateway.logs).toContainEqual(expect.objectContaining({ client: 'partner-a', route: '/events' })),
      10_000,
    );
    const metrics = await fetch(`${gateway.url}/metrics`, { headers: { 'x-api-key': partner } });
    expect(await metrics.text()).toContain('gateway_client_requests_total{client="partner-a",outcome="ok"} 2');
  });

  test('keeps keys from subgraphs and from its log', () => {
    for (const { seen } of [books, reviews]) {
      expect(JSON.stringify(seen)).not.toContain('rck_');
      expect(seen.length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(gateway.logs)).not.toContain('rck_');
  });

  test('serves whoever shows nothing what is for everyone, and nothing else', async () => {
    expect((await post(gateway.url, { query: QUERY })).status).toBe(200);
    expect((await fetch(`${gateway.url}/l/a`)).status).toBe(200);
    for (const path of ['/events', '/other']) {
      const refused = await events({}, path);
      expect([refused.status, codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(401);
    const { key } = await clients.add('no-scopes');
    await vi.waitFor(async () => {
      const refused = await events({ 'x-api-key': key });
      expect([refused.status, codeOf(refused)]).toEqual([403, 'CLIENT_FORBIDDEN']);
    });
    expect((await fetch(`${gateway.url}/metrics`, { headers: { 'x-api-key': key } })).status).toBe(403);
  });

  test.each([
    ['a wrong key', () => ({ 'x-api-key': `${partner.slice(0, -1)}${partner.endsWith('A') ? 'B' : 'A'}` })],
    ['a key in upper case', () => ({ 'x-api-key': partner.toUpperCase() })],
    ['an unknown key', () => ({ 'x-api-key': `rck_${'0'.repeat(16)}_${'A'.repeat(43)}` })],
    ['two credentials', () => ({ 'x-api-key': partner, authorization: `Bearer ${partner}` })],
    ['another scheme', () => ({ authorization: `Basic ${partner}` })],
    ['a token where none is taken', () => ({ authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' })],
    ['an empty credential', () => ({ authorization: 'Bearer ' })],
  ])('refuses %s at every door, with one code', async (_, headers) => {
    for (const reply of [await post(gateway.url, { query: QUERY }, headers()), await events(headers())]) {
      expect([reply.status, codeOf(reply)]).toEqual([401, 'CREDENTIAL_REFUSED']);
    }
    expect((await fetch(`${gateway.url}/op/Any`, { headers: headers() })).status).toBe(401);
    expect((await fetch(`${gateway.url}/graphql/stream`, { method: 'PUT', headers: headers() })).status).toBe(401);
  });

  test('takes a rotated key and the one before it, and neither once they are revoked', async () => {
    const { key } = await clients.add('partner-b');
    const said = await rotateKey(clients.store, 'partner-b', { overlap: '1h' });
    const next = /rck_\S+/.exec(said)?.[0] ?? '';
    for (const each of [key, next]) {
      await vi.waitFor(
        async () => expect((await post(gateway.url, { query: QUERY }, { 'x-api-key': each })).status).toBe(200),
        10_000,
      );
    }
    await revokeKeys(clients.store, 'partner-b', {});
    for (const each of [key, next]) {
      await vi.waitFor(
        async () => expect((await post(gateway.url, { query: QUERY }, { 'x-api-key': each })).status).toBe(401),
        10_000,
      );
    }
  });

  test('refuses a request whose key is revoked while its body is still on the way', async () => {
    const { key } = await clients.add('slow');
    await vi.waitFor(
      async () => expect((await post(gateway.url, { query: QUERY }, { 'x-api-key': key })).status).toBe(200),
      10_000,
    );
    const body = JSON.stringify({ query: QUERY });
    const headers = { 'content-type': 'application/json', 'content-length': body.length, 'x-api-key': key };
    const slow = request(`${gateway.url}/graphql`, { method: 'POST', headers });
    const answered = new Promise<number | undefined>((resolve, reject) =>
      slow.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject),
    );
    slow.write(body.slice(0, 5));
    await revokeKeys(clients.store, 'slow', {});
    await vi.waitFor(
      async () => expect((await post(gateway.url, { query: QUERY }, { 'x-api-key': key })).status).toBe(401),
      10_000,
    );
    slow.end(body.slice(5));
    expect(await answered).toBe(401);
  });

  test('bounds whoever shows no credential by address, and says once that a proxy is not counted', async () => {
    const headers = { 'x-forwarded-for': '1.2.3.4' };
    for (let index = 0; index < 2; index++) {
      const reply = await post(gateway.url, { query: QUERY }, headers);
      expect(reply.headers.get('ratelimit-policy')).toBe(
        '"cost";q=600000;w=60;qu="cost", "requests";q=400;w=4;qu="requests"',
      );
    }
    const told = gateway.logs.filter(({ msg }) => String(msg).includes('GATEWAY_TRUSTED_PROXIES'));
    expect(told).toHaveLength(1);
  });

  test('takes a signed request once, and no other from a client that signs', async () => {
    const { key, secret = '' } = await clients.add('signs', { scopes: 'event:write', signed: true });
    const signed = { 'x-api-key': key, 'x-redcat-signature': signature(secret, 'POST', '/events', EVENTS) };
    await vi.waitFor(
      async () => expect((await events({ 'x-api-key': key })).errors[0]?.message).toMatch(/missing/),
      10_000,
    );
    expect((await events(signed, '/events', '{"events":[1]}')).errors[0]?.message).toMatch(/wrong/);
    expect((await events(signed)).data).toEqual({ events: [] });
    const replayed = await events(signed);
    expect([replayed.status, codeOf(replayed)]).toEqual([401, 'SIGNATURE_REFUSED']);
    const body = JSON.stringify({ query: QUERY });
    const own = { 'x-api-key': key, 'x-redcat-signature': signature(secret, 'POST', '/graphql', body) };
    expect((await post(gateway.url, body, own)).data).toMatchObject({ books: [{}, {}] });
    expect((await post(gateway.url, body, own)).status).toBe(401);
    const get = `/graphql?query=${encodeURIComponent(QUERY)}`;
    const preflight = { 'x-api-key': key, 'apollo-require-preflight': '1' };
    expect((await fetch(gateway.url + get, { headers: preflight })).status).toBe(401);
    const of = { ...preflight, 'x-redcat-signature': signature(secret, 'GET', get, '') };
    expect((await fetch(gateway.url + get, { headers: of })).status).toBe(200);
  });

  test('answers a partner its own stored operations, and nothing else by any door', async () => {
    const { key } = await clients.add('stored', { operations: 'Own', level: 'ids-only' });
    const headers = { 'x-api-key': key };
    const op = async (name: string) => (await fetch(`${gateway.url}/op/${name}`, { headers })).status;
    await vi.waitFor(async () => expect(await op('Own')).toBe(200), 10_000);
    expect(await op('Other')).toBe(404);
    expect(await op('__proto__')).toBe(404);
    const sent = await post(gateway.url, { query: QUERY }, headers);
    expect([sent.status, codeOf(sent)]).toEqual([403, 'OPERATION_FORBIDDEN']);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'connection_ack')
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY } }));
      else resolve([type, payload[0].extensions.code]);
    });
    expect(await promise).toEqual(['error', 'OPERATION_FORBIDDEN']);
    socket.terminate();
  });

  test('takes a header named __proto__ for what it is', async () => {
    const incoming = await new Promise<string>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', ['__proto__']: 'authorization', 'x-api-key': 'rck_' };
      const asked = request(`${gateway.url}/graphql`, { method: 'POST', headers }, (response) =>
        resolve(text(response)),
      );
      asked.on('error', reject).end(JSON.stringify({ query: QUERY }));
    });
    expect(JSON.parse(incoming).errors[0].extensions.code).toBe('CREDENTIAL_REFUSED');
  });

  test('takes a key of a WebSocket’s upgrade or of its first message, and closes it for a wrong one', async () => {
    const said = async (headers: Record<string, string>, payload?: object) => {
      const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
      const { promise, resolve } = Promise.withResolvers<unknown>();
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
      socket.on('message', (data) => resolve(JSON.parse(String(data)).type));
      socket.on('close', (code) => resolve(code));
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
      socket.on('error', () => undefined);
      const first = await promise;
      socket.terminate();
      return first;
    };
    expect(await said({})).toBe('connection_ack');
    expect(await said({ 'x-api-key': partner })).toBe('connection_ack');
    expect(await said({}, { authorization: `Bearer ${partner}` })).toBe('connection_ack');
    expect(await said({ 'x-api-key': 'rck_' })).toBe(401);
    expect(await said({}, { 'X-Api-Key': 'rck_' })).toBe(4403);
    expect(await said({}, JSON.parse('{"__proto__":{"x-api-key":"rck_"}}'))).toBe('connection_ack');
  });
});
