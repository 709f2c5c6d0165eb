import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type TestClients, testClients } from '../kit/clients.ts';
import { counterSdl } from '../kit/counter.ts';
import { type LiveWorld, startLive } from '../kit/live.ts';
import { claimsKeySetting, type TestIssuer, testIssuer } from '../kit/viewers.ts';

/** Ways that were thought of to follow what one may not read. Each is refused, and nothing is subscribed to. */

const SDL = counterSdl
  .replace('"@external"', '"@external", "@requiresScopes", "@policy"')
  .replace(
    'noteCounted(noteId: ID!): Note',
    'noteCounted(noteId: ID!): Note @requiresScopes(scopes: [["clicks:read"]])',
  )
  .replace('silence: Int', 'silence: Int @policy(policies: [["own_note"]])');
const COUNTED = 'subscription { noteCounted(noteId: "1") { id clicks } }';
const EXPIRED = { sub: 'ann', scope: 'clicks:read', exp: 1_700_000_000 };

let issuer: TestIssuer;
let keys: TestClients;
let world: LiveWorld;
let bound = '';

beforeAll(async () => {
  [issuer, keys] = await Promise.all([testIssuer(), testClients()]);
  bound = (await keys.add('bound', { scopes: 'clicks:read', level: 'ids-only' })).key;
  const levels = { GATEWAY_VIEWER_LEVEL: 'open', GATEWAY_ANONYMOUS_LEVEL: 'open' };
  const env = { ...issuer.settings, ...levels, GATEWAY_KEYS: keys.file, GATEWAY_CLAIMS_KEY: claimsKeySetting() };
  world = await startLive(env, SDL);
});

afterEach(() => {
  expect([world.counter.subscribed, world.counter.sockets(), world.counter.seen, world.titles.seen]).toEqual([
    [],
    0,
    [],
    [],
  ]);
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await Promise.all([issuer[Symbol.asyncDispose](), keys[Symbol.asyncDispose]()]);
});

/** Who tries, by the header that says so. */
const callers: Record<string, () => Record<string, string>> = {
  'who shows nothing': () => ({}),
  'who has another scope': () => issuer.headers({ sub: 'ann', scope: 'clicks clicks:readall order:read' }),
};

const operations: Record<string, string> = {
  'a subscription': COUNTED,
  'one behind an alias': 'subscription { silence: noteCounted(noteId: "1") { id } }',
  'one in a fragment': 'subscription { ...F } fragment F on Subscription { noteCounted(noteId: "1") { id } }',
  'one by a policy': 'subscription { silence }',
};

describe.each(Object.entries(callers))('%s', (_who, headers) => {
  describe.each(Object.entries(operations))('gets %s refused', (_what, query) => {
    test.each(['text/event-stream', 'multipart/mixed; subscriptionSpec=1.0'])('as %s', async (accept) => {
      const response = await fetch(`${world.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, ...headers() },
        body: JSON.stringify({ query }),
      });
      expect(await response.text()).toMatch(/"code":"(UNAUTHENTICATED|FIELD_FORBIDDEN)"/);
    });

    test('over WebSocket', async () => {
      expect(await told(headers(), { id: '1', type: 'subscribe', payload: { query } })).toMatch(
        /"type":"error".*"code":"(UNAUTHENTICATED|FIELD_FORBIDDEN)"/,
      );
    });
  });
});

/** What a client is told after `connection_init` and a message; or with which code it is closed. */
async function told(payload: object, message: object, init = true): Promise<string> {
  const socket = open();
  await once(socket, 'open');
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.on('close', (code) => resolve(String(code)));
  socket.on('message', (data) => {
    const text = String(data);
    if (text.includes('connection_ack')) socket.send(JSON.stringify(message));
    else resolve(text);
  });
  socket.send(JSON.stringify(init ? { type: 'connection_init', payload } : message));
  return promise.finally(() => socket.terminate());
}

function open(headers: Record<string, string> = {}): WebSocket {
  return new WebSocket(`${world.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
}

describe('a WebSocket', () => {
  const SUBSCRIBE = { id: '1', type: 'subscribe', payload: { query: COUNTED } };
  const upgrades: Record<string, [headers: () => Record<string, string>, status: number]> = {
    'by a key that nobody has': [() => ({ 'x-api-key': `rck_${'0'.repeat(16)}_${'a'.repeat(43)}` }), 401],
    'by an expired token': [() => issuer.headers(EXPIRED), 401],
    'from a foreign page': [() => ({ origin: 'https://evil.example' }), 403],
  };

  test.each(Object.entries(upgrades))('%s is not opened', async (_how, [headers, status]) => {
    const socket = open(headers());
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(status);
    socket.terminate();
  });

  const closings: Record<string, [payload: () => object, code: string]> = {
    'that shows an expired token later': [() => issuer.headers(EXPIRED), '4403'],
    'that shows a wrong key later': [() => ({ 'x-api-key': 'rck_1' }), '4403'],
    'that shows two credentials': [() => ({ ...issuer.headers({ sub: 'ann' }), 'x-api-key': bound }), '4403'],
  };

  test.each(Object.entries(closings))('%s is closed', async (_how, [payload, code]) => {
    expect(await told(payload(), SUBSCRIBE)).toBe(code);
  });

  test('that subscribes before it says who it is, is closed', async () => {
    expect(await told({}, SUBSCRIBE, false)).toBe('4401');
  });

  test('of a client that may send ids alone is refused text', async () => {
    expect(await told({ 'x-api-key': bound }, SUBSCRIBE)).toContain('"code":"OPERATION_FORBIDDEN"');
  });

  test('gets nothing by __proto__ in what it says of itself', async () => {
    const socket = open();
    await once(socket, 'open');
    const { authorization } = issuer.headers({ sub: 'ann', scope: 'clicks:read' });
    socket.send(
      `{"type":"connection_init","payload":{"__proto__":{"authorization":${JSON.stringify(authorization)}}}}`,
    );
    await once(socket, 'message');
    socket.send(JSON.stringify(SUBSCRIBE));
    expect(String((await once(socket, 'message'))[0])).toContain('UNAUTHENTICATED');
    socket.terminate();
  });
});

test('a stream of many operations begins none without its token, nor one that may not be read', async () => {
  const url = `${world.gateway.url}/graphql/stream`;
  const begin = (token: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-graphql-event-stream-token': token },
      body: JSON.stringify({ query: COUNTED, extensions: { operationId: 'a' } }),
    });
  expect((await begin('guessed')).status).toBe(404);
  expect((await begin('__proto__')).status).toBe(404);
  const token = await (await fetch(url, { method: 'PUT' })).text();
  const leaving = new AbortController();
  const stream = await fetch(`${url}?token=${token}`, {
    headers: { accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  expect((await begin(token)).status).toBe(202);
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.includes('event: complete')) break;
  }
  expect(text).toContain('"code":"UNAUTHENTICATED"');
  leaving.abort();
});
