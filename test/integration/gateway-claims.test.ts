import { generateKeyPairSync, sign } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS, DEVELOPMENT } from '../../gateway/clients/client.ts';
import type { Claims } from '../../subgraphs/kit/claims/claims.ts';
import { claimsReader } from '../../subgraphs/kit/claims/claims-settings.ts';
import { createMetrics } from '../../subgraphs/kit/metrics.ts';
import { createSubgraphServer } from '../../subgraphs/kit/server.ts';
import { testClients } from '../kit/clients.ts';
import { post, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import type { SubgraphParts } from '../kit/subgraph.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = claimsKeyOf(privateKey);
const QUERY = '{ books { title reviews { text } } }';

/** What a subgraph heard, request by request. */
interface Heard {
  readonly token: string | undefined;
  readonly claims: Claims;
}

interface Served {
  readonly app: FastifyInstance;
  readonly origin: string;
  readonly heard: Heard[];
}

/** A subgraph of the kit that answers the gateway alone. @param keys JWKS, or where it is */
async function serve(name: string, { typeDefs, resolvers }: SubgraphParts, keys: string): Promise<Served> {
  const heard: Heard[] = [];
  const app = await createSubgraphServer({
    name,
    typeDefs: `${typeDefs} scalar DateTime scalar Date scalar URL scalar BigInt scalar Decimal`,
    resolvers,
    contextOf: (request) => {
      heard.push({ token: request.headers['x-redcat-claims'] as string, claims: request.claims });
      return {};
    },
    checkReady: async () => undefined,
    logLevel: 'silent',
    metrics: createMetrics(),
    claims: claimsReader(name, { claimsKeys: keys }),
    live: { subscriptions: 10, perConnection: 10, connections: 10, bytes: 1_000_000, contextOf: () => ({}) },
  });
  app.get('/l/:code', async ({ claims }) => ({ data: { kind: claims.kind } }));
  return { app, origin: await app.listen({ host: '127.0.0.1', port: 0 }), heard };
}

describe('what subgraphs are told of callers', () => {
  const clients = testClients();
  let books: Served;
  let reviews: Served;
  let gateway: TestGateway;
  let partner: string;

  beforeAll(async () => {
    const keys = JSON.stringify({ keys: [key.publicJwk] });
    [books, reviews] = await Promise.all([serve('books', booksParts, keys), serve('reviews', reviewsParts, keys)]);
    const { file, add } = await clients;
    partner = (await add('partner-a', { scopes: 'b:read,a:read', rows: 'own_shop=shop_1' })).key;
    gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { GATEWAY_KEYS: file, GATEWAY_CLAIMS_KEY: pem, GATEWAY_FORWARD: '/l/=reviews' },
    );
  });

  beforeEach(() => {
    for (const { heard } of [books, reviews]) heard.length = 0;
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books.app.close(), reviews.app.close()]);
    await (await clients)[Symbol.asyncDispose]();
  });

  async function ask({ origin }: Served, headers: Record<string, string>): Promise<number> {
    const body = JSON.stringify({ query: '{ __typename }' });
    const json = { 'content-type': 'application/json' };
    const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body });
    return response.status;
  }

  test('is who asks, signed for each subgraph, and the same token for the same caller', async () => {
    for (let time = 0; time < 2; time++) {
      expect((await post(gateway.url, { query: QUERY }, { 'x-api-key': partner })).errors).toEqual([]);
    }
    for (const { heard } of [books, reviews]) {
      expect(heard[0]?.claims).toEqual({
        kind: 'partner',
        client: 'partner-a',
        subject: 'partner-a',
        scopes: new Set(['a:read', 'b:read']),
        rows: new Map([['own_shop', new Set(['shop_1'])]]),
      });
      expect(heard[1]?.token).toBe(heard[0]?.token);
    }
    expect(books.heard[0]?.token).not.toBe(reviews.heard[0]?.token);
  });

  test('is that somebody is anonymous who shows nothing, also on forwarded paths, whatever claims come with it', async () => {
    const forged = new ClaimsMinter(claimsKeyOf(generateKeyPairSync('ed25519').privateKey)).claimsOf(DEVELOPMENT);
    const own = { 'x-redcat-claims': forged.tokenFor('books') };
    expect((await post(gateway.url, { query: QUERY }, own)).errors).toEqual([]);
    expect(books.heard[0]?.claims).toMatchObject({ kind: 'anonymous', scopes: new Set(), rows: new Map() });
    const tapped = await fetch(`${gateway.url}/l/a`, { headers: own });
    expect(await tapped.json()).toEqual({ data: { kind: 'anonymous' } });
  });

  test('is refused by another subgraph than that which it was said to', async () => {
    await post(gateway.url, { query: QUERY }, { 'x-api-key': partner });
    const token = books.heard[0]?.token ?? '';
    expect(await ask(books, { 'x-redcat-claims': token })).toBe(200);
    expect(await ask(reviews, { 'x-redcat-claims': token })).toBe(401);
  });

  test('is refused by everyone where it is not the gateway that says it, or not now', async () => {
    const minter = (now: number, by = key) => new ClaimsMinter(by, () => now).claimsOf(ANONYMOUS).tokenFor('books');
    const now = Date.now();
    const [head = '', body = '', signature = ''] = minter(now).split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = encode({ alg: 'none', typ: 'redcat-claims+jwt', kid: key.id });
    const elsewhere = encode({ alg: 'EdDSA', typ: 'JWT', kid: key.id });
    const otherType = sign(null, Buffer.from(`${elsewhere}.${body}`), privateKey).toString('base64url');
    const attempts: Record<string, string> = {
      nothing: '',
      'no token': 'x',
      'another key': minter(now, claimsKeyOf(generateKeyPairSync('ed25519').privateKey)),
      'an expired one': minter(now - 70_000),
      'one of the future': minter(now + 10_000),
      'alg none': `${none}.${body}.`,
      'no signature': `${head}.${body}.`,
      'other claims under the same signature': `${head}.${encode({ aud: 'books', kind: 'development' })}.${signature}`,
      'a token of another kind': `${elsewhere}.${body}.${otherType}`,
      'more parts': `${head}.${body}.${signature}.x`,
    };
    for (const [name, token] of Object.entries(attempts)) {
      expect([name, await ask(books, { 'x-redcat-claims': token })]).toEqual([name, 401]);
    }
    expect(await ask(books, {})).toBe(401);
    expect(await ask(books, { 'x-redcat-claims': `${head}.${body}.${signature}` })).toBe(200);
    for (const path of ['/livez', '/readyz', '/metrics']) expect((await fetch(books.origin + path)).status).toBe(200);
    expect((await fetch(`${books.origin}/nowhere`)).status).toBe(401);
  });

  test('must be said for a WebSocket and an event stream, too', async () => {
    const opened = (headers: Record<string, string>) => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const socket = new WebSocket(`${books.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers,
      });
      socket.on('open', () => resolve('open'));
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
      socket.on('error', () => undefined);
      return promise.finally(() => socket.terminate());
    };
    const token = new ClaimsMinter(key).claimsOf(ANONYMOUS).tokenFor('books');
    expect(await opened({})).toBe(401);
    expect(await opened({ 'x-redcat-claims': token })).toBe('open');
    expect(await ask(books, { accept: 'text/event-stream' })).toBe(401);
  });

  test('can be checked by the keys that the gateway publishes', async () => {
    const other = await serve('books', booksParts, `${gateway.url}/.well-known/jwks.json`);
    const token = new ClaimsMinter(key).claimsOf(ANONYMOUS).tokenFor('books');
    expect(await ask(other, { 'x-redcat-claims': token })).toBe(200);
    await other.app.close();
  });
});
