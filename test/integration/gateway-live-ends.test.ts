import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { revokeKeys } from '../../gateway/commands/clients/change-clients.ts';
import { type TestClients, testClients } from '../kit/clients.ts';
import { counterSdl } from '../kit/counter.ts';
import { startTestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { type LiveWorld, startLive, wsClient } from '../kit/live.ts';
import { liveClients } from '../kit/live-clients.ts';
import { startSubgraph } from '../kit/subgraph.ts';
import { claimsKeySetting, type TestIssuer, testIssuer } from '../kit/viewers.ts';

const WAIT = { timeout: 10_000, interval: 20 };
const SDL = counterSdl
  .replace('"@external"', '"@external", "@requiresScopes"')
  .replace('clicks(from: Int = 0): Int!', 'clicks(from: Int = 0): Int @requiresScopes(scopes: [["clicks:read"]])');
const ASKED = { query: 'subscription { noteCounted(noteId: "1") { id clicks } }', variables: {} };

let issuer: TestIssuer;
let keys: TestClients;
let world: LiveWorld;
/** By which the next client says who it is. */
let headers: Record<string, string> = {};

beforeAll(async () => {
  [issuer, keys] = await Promise.all([testIssuer(), testClients()]);
  await keys.add('another');
  world = await startLive(
    { ...issuer.settings, GATEWAY_KEYS: keys.file, GATEWAY_CLAIMS_KEY: claimsKeySetting(), GATEWAY_ROW_FIELDS: 'none' },
    SDL,
  );
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await Promise.all([issuer[Symbol.asyncDispose](), keys[Symbol.asyncDispose]()]);
});

const clients = liveClients(
  () => world.gateway.url,
  () => headers,
);

/** Subscribes, waits for the first message, has the credential end, and gives what the client was told then. */
async function toldWhen(client: keyof typeof clients, ended: () => unknown): Promise<string> {
  const told: unknown[] = [];
  const leave = clients[client]?.(
    ASKED,
    (result) => told.push(result),
    (error) => told.push(error),
  );
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), WAIT);
  expect(told[0]).toMatchObject({ data: { noteCounted: { id: '1' } } });
  await ended();
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(1), WAIT);
  await leave?.();
  return textOf(told.at(-1));
}

/** The same with a token that expires; where a busy machine lets it expire before the stream begins, with one that lasts longer. */
async function toldOfExpiry(client: keyof typeof clients): Promise<string> {
  for (let life = 1; ; life *= 4) {
    const exp = Date.now() / 1000 + life;
    headers = issuer.headers({ sub: 'ann', scope: 'clicks:read', exp });
    try {
      return await toldWhen(client, () => undefined);
    } catch (error) {
      if (life > 4 || Date.now() / 1000 < exp) throw error;
    }
  }
}

/** What an error of a client library says, be it of GraphQL, of a network, or the close of a WebSocket. */
function textOf(told: unknown): string {
  const { code, reason, message, errors, error } = told as Record<string, unknown>;
  return `${JSON.stringify([code, reason, message, errors])} ${error ? textOf(error) : ''}`;
}

describe('a stream ends when the credential ends by which it was opened', () => {
  for (const client of Object.keys(clients)) {
    const overSocket = /WebSocket|graphql-ws/.test(client);
    test(`as ${client} sees it: a token expires`, async () => {
      expect(await toldOfExpiry(client)).toContain(overSocket ? '4403' : 'CREDENTIAL_ENDED');
    });

    test(`as ${client} sees it: a key is revoked`, async () => {
      const name = `partner-${Object.keys(clients).indexOf(client)}`;
      headers = { 'x-api-key': (await keys.add(name, { scopes: 'clicks:read' })).key };
      await vi.waitFor(async () => expect(await status(headers)).toBe(200), WAIT);
      const told = await toldWhen(client, () => revokeKeys(keys.store, name, {}));
      expect(told).toContain(overSocket ? '4403' : 'CREDENTIAL_ENDED');
    });
  }

  test('and so where its issuer takes out the key that signed it', async () => {
    headers = issuer.headers({ sub: 'ann', scope: 'clicks:read' });
    const told = await Promise.all(
      ['curl, by multipart', 'curl, by server-sent events', 'graphql-ws'].map((client) => toldWhen(client, exchanged)),
    );
    for (const each of told) expect(each).toMatch(/CREDENTIAL_ENDED|4403/);
    expect(await status(headers)).toBe(401);
    expect(await status(issuer.headers({ sub: 'ann' }))).toBe(200);
  });

  /** Exchanges the key once all three have their first message. */
  let reached = 0;
  const exchanged = async () => {
    reached++;
    if (reached === 3) await issuer.exchangeKey();
  };

  async function status(shown: Record<string, string>): Promise<number> {
    const body = JSON.stringify({ query: '{ __typename }' });
    const json = { 'content-type': 'application/json' };
    return (await fetch(`${world.gateway.url}/graphql`, { method: 'POST', headers: { ...json, ...shown }, body }))
      .status;
  }

  test('and so where it loses a scope or a row: whoever comes back with it reads what it grants now', async () => {
    const { key } = await keys.add('narrowed', { scopes: 'clicks:read', rows: 'own_shop=shop_1' });
    headers = { 'x-api-key': key };
    await vi.waitFor(async () => expect(await status(headers)).toBe(200), WAIT);
    const narrow = (change: object) =>
      keys.store.change((all) => {
        const { narrowed } = all.clients;
        if (!narrowed) throw new Error('gone');
        return { ...all, clients: { ...all.clients, narrowed: { ...narrowed, ...change } } };
      });
    expect(await toldWhen('curl, by multipart', () => narrow({ rows: {} }))).toContain('CREDENTIAL_ENDED');
    expect(await toldWhen('curl, by server-sent events', () => narrow({ scopes: [] }))).toContain('CREDENTIAL_ENDED');
    const client = wsClient(world.gateway.url, { connectionParams: headers });
    expect((await client.iterate(ASKED).next()).value).toMatchObject({
      data: { noteCounted: { clicks: null } },
      errors: [{ extensions: { code: 'FIELD_FORBIDDEN' } }],
    });
    await client.dispose();
  });

  test('while others, who share the subscription, go on', async () => {
    headers = issuer.headers({ sub: 'bob', scope: 'clicks:read' });
    const other = wsClient(world.gateway.url, { connectionParams: headers });
    const stream = other.iterate(ASKED);
    await stream.next();
    const before = world.counter.subscribed.length;
    expect(await toldOfExpiry('graphql-ws')).toContain('4403');
    expect(world.counter.subscribed).toHaveLength(before);
    world.counter.click('1');
    expect((await stream.next()).value).toMatchObject({ data: { noteCounted: { id: '1' } } });
    await other.dispose();
  });

  test('and so does a connection that asks for nothing', async () => {
    const { authorization } = issuer.headers({ sub: 'ann', exp: Date.now() / 1000 + 1 });
    const socket = new WebSocket(`${world.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
    const [code, reason] = await once(socket, 'close');
    expect([code, String(reason)]).toEqual([4403, 'Forbidden: the credential has ended']);
  });
});

test('a forwarded answer that goes on breaks off when the key ends by which it was asked for', async () => {
  const routes = (app: FastifyInstance) => {
    app.get('/feed/all', (_request, reply) => {
      reply.hijack();
      reply.raw.write('first\n');
    });
  };
  await using books = await startSubgraph(booksParts);
  await using reviews = await startSubgraph({ ...reviewsParts, routes });
  const { key } = await keys.add('follower');
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_KEYS: keys.file, GATEWAY_CLAIMS_KEY: claimsKeySetting(), GATEWAY_FORWARD: '/feed/=reviews' },
  );
  const response = await fetch(`${gateway.url}/feed/all`, { headers: { 'x-api-key': key } });
  const lines = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await lines?.read()).toEqual({ done: false, value: 'first\n' });
  await revokeKeys(keys.store, 'follower', {});
  await expect(lines?.read()).rejects.toThrow();
});
