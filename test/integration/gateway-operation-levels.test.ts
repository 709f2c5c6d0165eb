import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { normalText } from '../../gateway/operations/normal-text.ts';
import { type TestClients, testClients } from '../kit/clients.ts';
import { post, type Reply, replyOf } from '../kit/gateway.ts';
import { type LiveWorld, NOTE, noteWith, startLive, wsClient } from '../kit/live.ts';

const TEXTS = {
  Clicks: 'query Clicks { clicks }',
  Click: 'mutation Click($id: ID!) { clickAdd(noteId: $id) { id } }',
  Foreign: 'query Foreign { more: clicks }',
  Note: NOTE,
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const ids = { Clicks: '', Click: '', Foreign: '', Note: '' };
const answered = { data: { clicks: null } };

type Body = Parameters<typeof post>[1] & object;
const byHash = (id: string): Body => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } });
const byDocument = (documentId: string): Body => ({ documentId }) as Body;

function codeOf({ errors: [first] }: Pick<Reply, 'errors'>): unknown {
  return first?.extensions.code;
}

describe('a gateway whose clients have levels', () => {
  let clients: TestClients;
  let world: LiveWorld;
  const keys: Record<string, Record<string, string>> = { anonymous: {} };

  beforeAll(async () => {
    clients = await testClients();
    for (const [name, text] of Object.entries(TEXTS)) {
      await writeFile(join(clients.operations, `${name}.graphql`), text);
    }
    for (const level of ['open', 'log', 'safelist', 'ids-only']) {
      const { key } = await clients.add(level, { level, operations: 'Clicks,Note,Click' });
      keys[level] = { 'x-api-key': key };
    }
    world = await startLive({
      GATEWAY_KEYS: clients.file,
      GATEWAY_CLAIMS_KEY: 'none',
      GATEWAY_OPERATIONS: clients.operations,
      GATEWAY_ANONYMOUS_LEVEL: '',
    });
    for (const name of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) ids[name] = sha256(normalText(parse(TEXTS[name])));
  });

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    await clients[Symbol.asyncDispose]();
  });

  const ask = (level: string, body: Body, headers: Record<string, string> = {}) =>
    post(world.gateway.url, body, { ...keys[level], ...headers });

  test('answers a registered id at every level, by each way in which clients send it', async () => {
    for (const level of Object.keys(keys)) {
      for (const body of [byHash(ids.Clicks), byDocument(ids.Clicks), byDocument(`sha256:${ids.Clicks}`)]) {
        expect(await ask(level, body), level).toMatchObject({ status: 200, ...answered });
      }
      const reply = await ask(level, { ...byHash(ids.Clicks), operationName: 'Clicks' });
      expect(reply).toMatchObject(answered);
      expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });

  test('answers a text of the safelist, however it is formatted, and no other', async () => {
    for (const query of [TEXTS.Clicks, '#?\nquery Clicks {\n  clicks\n}']) {
      for (const level of ['safelist', 'anonymous']) expect(await ask(level, { query })).toMatchObject(answered);
      expect(await ask('safelist', { query, ...byHash(sha256(query)) })).toMatchObject(answered);
    }
  });

  const introspection = '{ __schema { types { name } } }';
  test.each<[string, Body | string, string]>([
    ['another client’s id', byDocument('Foreign'), 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown id', byDocument('0'.repeat(64)), 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown hash', byHash('0'.repeat(64)), 'PERSISTED_QUERY_NOT_FOUND'],
    ['a hash of another type', byHash(['0'] as unknown as string), 'BAD_REQUEST'],
    ['an id that is __proto__', byDocument('__proto__'), 'PERSISTED_QUERY_NOT_FOUND'],
    ['nothing', {}, 'BAD_REQUEST'],
    ['a text of its own', { query: TEXTS.Foreign }, 'OPERATION_FORBIDDEN'],
    ['introspection', { query: introspection }, 'OPERATION_FORBIDDEN'],
    ['a text that is no GraphQL', { query: '}{' }, 'OPERATION_FORBIDDEN'],
    ['a text with its own hash', { query: TEXTS.Foreign, ...byHash(sha256(TEXTS.Foreign)) }, 'OPERATION_FORBIDDEN'],
    ['a batch', '[{"query":"{ clicks }"},{"query":"{ clicks }"}]', 'BAD_REQUEST'],
  ])('lets nothing past safelist and ids-only: %s', async (_, body, code) => {
    for (const level of ['safelist', 'ids-only']) {
      const sent = typeof body === 'object' && 'documentId' in body && body.documentId === 'Foreign';
      const reply = await post(world.gateway.url, sent ? byDocument(ids.Foreign) : body, keys[level]);
      expect([reply.data, codeOf(reply)], level).toEqual([undefined, code]);
    }
  });

  test('refuses a text that comes with the id of another, and any text of ids-only', async () => {
    for (const level of ['open', 'log', 'safelist']) {
      const reply = await ask(level, { query: TEXTS.Foreign, ...byHash(ids.Clicks) });
      expect(codeOf(reply), level).toBe('PERSISTED_QUERY_MISMATCH');
    }
    for (const more of [{}, byHash(ids.Clicks), byDocument(ids.Clicks)]) {
      const reply = await ask('ids-only', { query: TEXTS.Clicks, ...more });
      expect([reply.status, codeOf(reply)]).toEqual([403, 'OPERATION_FORBIDDEN']);
    }
  });

  test('keeps automatic persisted queries to those who may send any document', async () => {
    const text = 'query Kept { clicks }';
    const first = await ask('open', byHash(sha256(text)));
    expect([first.status, first.errors[0]?.message]).toEqual([200, 'PersistedQueryNotFound']);
    expect(await ask('open', { query: text, ...byHash(sha256(text)) })).toMatchObject(answered);
    expect(await ask('open', byHash(sha256(text)))).toMatchObject(answered);
    for (const level of ['safelist', 'ids-only', 'anonymous']) {
      const reply = await ask(level, byHash(sha256(text)));
      expect([reply.data, codeOf(reply)]).toEqual([undefined, 'PERSISTED_QUERY_NOT_FOUND']);
    }
    expect(codeOf(await ask('open', byDocument(sha256(text))))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('reports what is not registered of clients of the level log, each document once', async () => {
    const told = () => world.gateway.logs.filter(({ msg }) => msg === 'not registered');
    for (const query of [TEXTS.Clicks, '{clicks}', '{clicks}', TEXTS.Foreign]) {
      expect((await ask('log', { query })).status).toBe(200);
    }
    expect(told().map(({ client, id }) => [client, id])).toEqual([
      ['log', sha256('{clicks}')],
      ['log', sha256(TEXTS.Foreign)],
    ]);
    const { key } = await clients.add('metrics', { scopes: 'gateway:metrics' });
    await vi.waitFor(async () => {
      const metrics = await fetch(`${world.gateway.url}/metrics`, { headers: { 'x-api-key': key } });
      expect(await metrics.text()).toContain('gateway_unregistered_operations_total{client="log"} 3\n');
    }, 10_000);
  });

  test('answers an id by GET to be kept and asked about again, and changes nothing by it', async () => {
    const url = (id: string) => `${world.gateway.url}/graphql?documentId=${id}`;
    const headers = { ...keys['ids-only'] };
    const first = await fetch(url(ids.Clicks), { headers });
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(first.headers.get('vary')).toContain('x-api-key');
    expect(await first.json()).toEqual(answered);
    const etag = String(first.headers.get('etag'));
    expect((await fetch(url(ids.Clicks), { headers: { ...headers, 'if-none-match': etag } })).status).toBe(304);
    const changing = await fetch(`${url(ids.Click)}&variables={"id":"1"}`, { headers });
    expect([changing.status, changing.headers.get('allow')]).toEqual([405, 'POST']);
    expect(codeOf(await replyOf(changing))).toBe('METHOD_NOT_ALLOWED');
    const unknown = await fetch(url('0'), { headers: { ...headers, accept: 'application/graphql-response+json' } });
    expect(unknown.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(unknown.headers.get('cache-control')).toBe('no-store');
  });

  test('tells wrong variables and another operation’s name as of any document', async () => {
    const reply = await ask('ids-only', byDocument(ids.Click));
    expect([reply.status, codeOf(reply)]).toEqual([200, 'BAD_USER_INPUT']);
    const strict = { accept: 'application/graphql-response+json' };
    expect((await ask('ids-only', byDocument(ids.Click), strict)).status).toBe(400);
    const named = await ask('ids-only', { ...byDocument(ids.Clicks), operationName: 'Foreign' });
    expect(codeOf(named)).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  describe('over live connections', () => {
    const WAIT = { timeout: 10_000, interval: 20 };
    const byId = (id: string, variables = {}) => ({
      query: '',
      extensions: { persistedQuery: { version: 1, sha256Hash: id } },
      variables,
    });

    function collected() {
      const results: unknown[] = [];
      const faults: unknown[] = [];
      const sink = {
        next: (result: unknown) => void results.push(result),
        error: (error: unknown) => void faults.push(error),
        complete: () => undefined,
      };
      return { results, faults, sink };
    }

    test('a partner of ids-only subscribes by id over WebSocket, and to nothing else', async () => {
      const headers = keys['ids-only'] ?? {};
      const client = wsClient(world.gateway.url, { connectionParams: headers });
      const [note, query, text, unknown] = [collected(), collected(), collected(), collected()];
      client.subscribe(byId(ids.Note, { id: '1' }), note.sink);
      client.subscribe(byId(ids.Clicks), query.sink);
      client.subscribe({ query: NOTE, variables: { id: '1' } }, text.sink);
      client.subscribe(byId(ids.Foreign), unknown.sink);
      await vi.waitFor(() => {
        expect([note.results, note.faults]).toEqual([[noteWith(0)], []]);
        expect(query.results).toEqual([answered]);
        expect(text.faults).toMatchObject([[{ extensions: { code: 'OPERATION_FORBIDDEN' } }]]);
        expect(unknown.faults).toMatchObject([[{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]]);
      }, WAIT);
      await client.dispose();
    });

    test.each([false, true])('and over server-sent events; on one connection for all: %s', async (single) => {
      const url = `${world.gateway.url}/graphql${single ? '/stream' : ''}`;
      const headers = keys['ids-only'] ?? {};
      const common = { url, headers, retryAttempts: 0 };
      const client = single ? createSseClient({ ...common, singleConnection: true }) : createSseClient(common);
      const [note, text] = [collected(), collected()];
      client.subscribe(byId(ids.Note, { id: '1' }), note.sink);
      client.subscribe({ query: NOTE, variables: { id: '1' } }, text.sink);
      await vi.waitFor(() => {
        expect(note.results).toEqual([noteWith(0)]);
        expect(JSON.stringify([text.results, text.faults])).toMatch(/OPERATION_FORBIDDEN|403/);
      }, WAIT);
      client.dispose();
    });

    test('a page reads a registered subscription by GET, as an event source', async () => {
      const url = `${world.gateway.url}/graphql?documentId=${ids.Note}&variables={"id":"1"}`;
      const left = new AbortController();
      const headers = { ...keys['ids-only'], accept: 'text/event-stream' };
      const response = await fetch(url, { headers, signal: left.signal });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let read = '';
      while (!read.includes('红楼梦')) read += (await reader?.read())?.value ?? '红楼梦 never came';
      expect(read).toContain('event: next');
      left.abort();
    });
  });
});
