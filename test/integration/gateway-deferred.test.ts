import { request } from 'node:http';
import { ApolloClient, type ErrorLike, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, fetchExchange } from '@urql/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { merged, readMultipart } from '../kit/incremental.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const QUERY = 'query Page { books { id title ... @defer(label: "more") { rating reviews { id text } } } }';

const first = { books: [{ title: '红楼梦' }, { title: 'Middlemarch' }] };
const whole = {
  books: [
    { title: '红楼梦', rating: 4, reviews: [{ text: '好书' }] },
    { title: 'Middlemarch', rating: 5, reviews: [] },
  ],
};

describe('a client that takes answers in parts', () => {
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;
  /** Whoever asks for ratings waits for it. */
  let gate: Promise<unknown> = Promise.resolve();
  let aborted = 0;

  beforeAll(async () => {
    const slow = {
      ...reviewsParts,
      resolvers: {
        ...reviewsParts.resolvers,
        Book: {
          ...(reviewsParts.resolvers as { Book: object }).Book,
          rating: async ({ id }: { id: string }) => {
            await gate;
            return Number(id) + 3;
          },
        },
      },
      routes: (app: Parameters<NonNullable<typeof reviewsParts.routes>>[0]) => {
        app.addHook('onRequest', (_request, { raw }, done) => {
          raw.once('close', () => {
            if (!raw.writableFinished) aborted++;
          });
          done();
        });
      },
    };
    [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(slow)]);
    gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books[Symbol.asyncDispose](), reviews[Symbol.asyncDispose]()]);
  });

  const handlers = {
    Defer20220824Handler: new Defer20220824Handler(),
    GraphQL17Alpha9Handler: new GraphQL17Alpha9Handler(),
  };
  for (const [name, incrementalHandler] of Object.entries(handlers)) {
    test(`Apollo Client with ${name} shows the first part, then the whole`, async () => {
      const gated = Promise.withResolvers<void>();
      gate = gated.promise;
      const client = new ApolloClient({
        cache: new InMemoryCache(),
        link: new HttpLink({ uri: `${gateway.url}/graphql` }),
        incrementalHandler,
      });
      const seen: unknown[] = [];
      const done = Promise.withResolvers<void>();
      const subscription = client.watchQuery({ query: gql(QUERY) }).subscribe((result) => {
        if (result.error) done.reject(result.error);
        if (!result.data) return;
        seen.push(structuredClone(result.data));
        if (seen.length === 1) gated.resolve();
        if (!result.loading && result.dataState === 'complete') done.resolve();
      });
      await done.promise;
      subscription.unsubscribe();
      client.stop();
      expect(seen[0]).toMatchObject(first);
      expect(seen[0]).not.toMatchObject(whole);
      expect(seen.at(-1)).toMatchObject(whole);
    });

    test(`Apollo Client with ${name} is told, masked, what went wrong in a later part`, async () => {
      const client = new ApolloClient({
        cache: new InMemoryCache(),
        link: new HttpLink({ uri: `${gateway.url}/graphql` }),
        incrementalHandler,
      });
      const query = gql(
        'query Failing { book(id: "1") { id title ... @defer(label: "fails") { fail(how: "driver") } } }',
      );
      const error = await new Promise<ErrorLike>((resolve, reject) => {
        client.watchQuery({ query, errorPolicy: 'all' }).subscribe((result) => {
          if (result.error) resolve(result.error);
          else if (!result.loading && result.dataState === 'complete') reject(new Error('no error'));
        });
      });
      client.stop();
      expect(error.message).toContain('Something went wrong in the reviews subgraph.');
      expect(JSON.stringify(error)).not.toContain('relation');
    });
  }

  test('urql shows the first part, then the whole', async () => {
    const gated = Promise.withResolvers<void>();
    gate = gated.promise;
    const client = new Client({ url: `${gateway.url}/graphql`, exchanges: [fetchExchange], preferGetMethod: false });
    const seen: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      client.query(QUERY, {}).subscribe(({ data, error, hasNext }) => {
        if (error) reject(error);
        seen.push(structuredClone(data));
        if (seen.length === 1) gated.resolve();
        if (!hasNext) resolve();
      });
    });
    expect(seen[0]).toMatchObject(first);
    expect(seen[0]).not.toMatchObject(whole);
    expect(seen.at(-1)).toMatchObject(whole);
  });

  const formats = {
    'multipart/mixed': 'multipart/mixed; boundary="-"; deferSpec=20220824',
    'multipart/mixed; incrementalSpec=v0.2': 'multipart/mixed; boundary="-"; incrementalSpec=v0.2',
  };
  for (const [accept, type] of Object.entries(formats)) {
    test(`${accept}: each part is there before the next is made, errors masked, with the request’s id`, async () => {
      const gated = Promise.withResolvers<void>();
      gate = gated.promise;
      const query = '{ book(id: "1") { title ... @defer { rating fail(how: "driver") } } }';
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query }),
      });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
      let body = '';
      for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
        if (body === '') expect(chunk).toMatch(/"title":"红楼梦".*"hasNext":true\}\r\n---\r\n$/s);
        body += chunk;
        gated.resolve();
      }
      const { data, errors } = merged(readMultipart(body));
      expect(data).toEqual({ book: { title: '红楼梦', rating: 4, fail: null } });
      expect(errors).toEqual([
        {
          message: 'Something went wrong in the reviews subgraph.',
          path: ['book', 'fail'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph: 'reviews', requestId: expect.any(String) },
        },
      ]);
    });
  }

  /** How many requests of an operation were counted, by outcome. */
  const counted = async (operation: string) => {
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    const lines = metrics.matchAll(/^gateway_requests_total\{operation="(\w+)",outcome="(\w+)"\} (\d+)$/gm);
    return [...lines].flatMap(([, name, outcome, count]) => (name === operation ? [`${outcome} ${count}`] : []));
  };
  const recordOf = (name: string) =>
    gateway.logs.map(({ operation }) => operation as { name?: string } | undefined).find((each) => each?.name === name);

  test('an answer in parts is counted and logged once, with the errors of all its parts', async () => {
    gate = Promise.resolve();
    const fail = '... @defer { fail(how: "driver") }';
    const parts = {
      LaterPart: `{ book(id: "1") { title ${fail} } }`,
      AtRoot: '{ ... @defer { books { title fail(how: "driver") } } }',
      NoValue: '{ ... @defer { fail(how: "sql") } }',
      NoError: '{ books { title ... @defer { rating } } }',
    };
    for (const [name, selection] of Object.entries(parts)) {
      const headers = { 'content-type': 'application/json', accept: 'multipart/mixed' };
      const body = JSON.stringify({ query: `query ${name} ${selection}` });
      const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
      expect(response.headers.get('content-type')).toContain('multipart/mixed');
      await response.text();
      while (!recordOf(name)) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const codes = ['INTERNAL_SERVER_ERROR'];
    expect(recordOf('LaterPart')).toEqual({ name: 'LaterPart', outcome: 'partial', codes });
    expect(await counted('LaterPart')).toEqual(['partial 1']);
    expect(recordOf('AtRoot')).toEqual({ name: 'AtRoot', outcome: 'partial', codes });
    expect(recordOf('NoValue')).toEqual({ name: 'NoValue', outcome: 'failed', codes });
    expect(recordOf('NoError')).toEqual({ name: 'NoError', outcome: 'ok' });
    expect(await counted('NoError')).toEqual(['ok 1']);
  });

  test('who takes no parts, or in a format that nobody knows, gets the whole answer with 200', async () => {
    gate = Promise.resolve();
    const others = ['image/png', 'multipart/*', 'Multipart/Mixed; deferSpec=20300101'];
    for (const accept of [
      'application/json;q=0',
      'application/json;q=0, application/graphql-response+json;q=0',
      'application/json',
      'multipart/mixed; deferSpec=20300101',
      'multipart/mixed;q=0.1, */*',
      ...others,
    ]) {
      const { status, headers, data } = await post(gateway.url, { query: QUERY }, { accept });
      expect(status).toBe(200);
      expect(headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
      expect(data).toMatchObject(whole);
    }
  });

  test.each([
    'application/json;q=0',
    'application/json;q=0, application/graphql-response+json;q=0, */*',
    'application/json;version=2',
    'text/event-stream;q=0',
  ])('who takes nothing of what there is (%s) is told in JSON what is wrong with a document', async (accept) => {
    for (const query of ['{ nothing }', '{']) {
      const { headers, errors } = await post(gateway.url, { query }, { accept });
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(errors[0]?.extensions.code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/);
    }
  });

  test.each(['text/event-stream, multipart/mixed', 'multipart/mixed;incrementalSpec=v0.2, text/event-stream'])(
    'who takes event streams besides (%s) gets the whole answer as one event, and it is counted',
    async (accept) => {
      gate = Promise.resolve();
      const name = accept.startsWith('text') ? 'EventsFirst' : 'PartsFirst';
      const query = `query ${name} { books { title ... @defer { rating } } }`;
      for (const search of ['', `?query=${encodeURIComponent(query)}`]) {
        const byPost = { method: 'POST', body: JSON.stringify({ query }) };
        const headers = { 'content-type': 'application/json', accept };
        const response = await fetch(`${gateway.url}/graphql${search}`, { headers, ...(!search && byPost) });
        expect(response.headers.get('content-type')).toContain('text/event-stream');
        const data = JSON.stringify({ books: whole.books.map(({ title, rating }) => ({ title, rating })) });
        expect(await response.text()).toContain(`event: next\ndata: {"data":${data}}\n\nevent: complete`);
      }
      expect(await counted(name)).toEqual(['ok 2']);
    },
  );

  test('who takes parts of an operation that defers nothing gets it whole', async () => {
    const { status, headers, data } = await post(
      gateway.url,
      { query: '{ books { id } }' },
      { accept: 'multipart/mixed' },
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(data).toEqual({ books: [{ id: '1' }, { id: '2' }] });
  });

  test('introspection knows @defer, and validation where it may stand', async () => {
    const { data } = await post(gateway.url, { query: '{ __schema { directives { name locations } } }' });
    expect(data).toMatchObject({
      __schema: {
        directives: expect.arrayContaining([{ name: 'defer', locations: ['FRAGMENT_SPREAD', 'INLINE_FRAGMENT'] }]),
      },
    });
    const { errors } = await post(gateway.url, { query: '{ books @defer { id } }' });
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('when it leaves, the subgraph that is asked for the rest is told', async () => {
    const gated = Promise.withResolvers<void>();
    gate = gated.promise;
    const before = aborted;
    await new Promise<void>((resolve) => {
      const sent = request(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'multipart/mixed' },
      });
      sent.on('response', (response) => {
        response.once('data', () => {
          sent.destroy();
          resolve();
        });
        response.on('error', () => {});
      });
      sent.on('error', () => {});
      sent.end(JSON.stringify({ query: QUERY.replace('Page', 'Left') }));
    });
    while (aborted === before) await new Promise((resolve) => setTimeout(resolve, 10));
    gated.resolve();
    expect(aborted).toBeGreaterThan(before);
    while ((await counted('Left')).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await counted('Left')).toEqual(['ok 1']);
  });
});
