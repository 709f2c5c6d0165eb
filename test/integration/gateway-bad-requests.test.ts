import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, replyOf, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';

/** Requests that are none of GraphQL, and what they are told. */
const malformed: readonly {
  what: string;
  body: string;
  headers?: Record<string, string>;
  status: number;
  code: string;
}[] = [
  { what: 'malformed JSON', body: '{"query": ', status: 400, code: 'BAD_REQUEST' },
  { what: 'an empty body', body: '', status: 400, code: 'BAD_REQUEST' },
  { what: 'a body without a query', body: '{"variables":{}}', status: 400, code: 'BAD_REQUEST' },
  { what: 'a query that is no text', body: '{"query":{"kind":"Document"}}', status: 400, code: 'BAD_REQUEST' },
  {
    what: 'variables that are a list',
    body: '{"query":"{__typename}","variables":[1]}',
    status: 400,
    code: 'BAD_REQUEST',
  },
  { what: 'a batch', body: '[{"query":"{__typename}"}]', status: 400, code: 'BAD_REQUEST' },
  { what: 'a poisoned body', body: '{"__proto__":{"query":"x"}}', status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a body of text, which any web page could send',
    body: '{"query":"{__typename}"}',
    headers: { 'content-type': 'text/plain' },
    status: 400,
    code: 'BAD_REQUEST',
  },
  {
    what: 'a body of another type',
    body: '<query/>',
    headers: { 'content-type': 'application/xml' },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  {
    what: 'a compressed body',
    body: '{"query":"{__typename}"}',
    headers: { 'content-encoding': 'gzip' },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  {
    what: 'a body in another encoding',
    body: '{"query":"{__typename}"}',
    headers: { 'content-type': 'application/json; charset="UTF-16"' },
    status: 415,
    code: 'MEDIA_TYPE_UNSUPPORTED',
  },
  { what: 'too large a body', body: `{"query":"${' '.repeat(60_000)}"}`, status: 413, code: 'BODY_TOO_LARGE' },
  {
    what: 'a viewer that is no token',
    body: '{"query":"{__typename}"}',
    headers: { 'x-redcat-viewer': 'a b' },
    status: 400,
    code: 'BAD_REQUEST',
  },
];

/** GraphQL requests that ask for what can't be, and what they are told. */
const refused: readonly { what: string; body: Parameters<typeof post>[1]; code: string; says: RegExp }[] = [
  {
    what: 'a document that does not parse',
    body: { query: '{ books { ' },
    code: 'GRAPHQL_PARSE_FAILED',
    says: /Syntax/,
  },
  {
    what: 'too long a document',
    body: { query: `{ ${'a '.repeat(101)} }` },
    code: 'TOKEN_LIMIT',
    says: /100 tokens/,
  },
  {
    what: 'an unknown field',
    body: { query: '{ bookz { id } }' },
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: /bookz.*"books?"/,
  },
  {
    what: 'a small document that unfolds to a large one',
    body: {
      query: `{ ...F2 } fragment F2 on Query { ${'books { title } '.repeat(9)} id ...F1 } fragment F1 on Query { ${'a: books { id pages } '.repeat(6)} }`,
    },
    code: 'OPERATION_TOO_COMPLEX',
    says: /selects 37 fields.*limit is 30/,
  },
  {
    what: 'a variable that is missing',
    body: { query: 'query($id: ID!) { book(id: $id) { id } }' },
    code: 'BAD_USER_INPUT',
    says: /\$id/,
  },
  {
    what: 'a variable of the wrong type',
    body: { query: 'query($f: BookFilter!) { find(filter: $f) { id } }', variables: { f: { title: 7 } } },
    code: 'BAD_USER_INPUT',
    says: /f\.title.*String cannot represent/,
  },
  {
    what: 'braces that nest too deep',
    body: { query: `${'{a'.repeat(21)}${'}'.repeat(21)}` },
    code: 'DEPTH_LIMIT',
    says: /21 levels of fields.* is 20|20 levels/,
  },
  {
    what: 'lists that nest too deep',
    body: { query: `{ book(id: ${'['.repeat(21)}${']'.repeat(21)}) { id } }` },
    code: 'DEPTH_LIMIT',
    says: /21 levels of fields.* is 20|20 levels/,
  },
  {
    what: 'a subscription, where the schema has none',
    body: { query: 'subscription { x }' },
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: /no subscriptions/,
  },
  {
    what: 'an operation that the document has not',
    body: { query: 'query A { books { id } }', operationName: 'B' },
    code: 'OPERATION_RESOLUTION_FAILURE',
    says: /no operation named "B"/,
  },
  {
    what: 'one of several operations, not saying which',
    body: { query: 'query A { books { id } } query B { books { id } }' },
    code: 'OPERATION_RESOLUTION_FAILURE',
    says: /operationName/,
  },
];

describe('a request that is wrong', () => {
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;

  beforeAll(async () => {
    [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    const limits = {
      GATEWAY_BODY_BYTES: '50000',
      GATEWAY_DOCUMENT_DEPTH: '20',
      GATEWAY_DOCUMENT_TOKENS: '100',
      GATEWAY_DOCUMENT_SELECTIONS: '30',
      GATEWAY_DOCUMENT_ALIASES: '20',
    };
    gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin }, limits);
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books[Symbol.asyncDispose](), reviews[Symbol.asyncDispose]()]);
  });

  test.each(malformed)('is told $code with $status for $what', async ({ body, headers, status, code }) => {
    const reply = await post(gateway.url, body, headers);
    expect(reply.status).toBe(status);
    expect(reply.data).toBeUndefined();
    expect(reply.errors).toMatchObject([{ message: expect.stringMatching(/\w/), extensions: { code } }]);
    expect(reply.errors[0]?.extensions.requestId).toBe(reply.headers.get('x-request-id'));
  });

  test.each(refused)('is told $code for $what', async ({ body, code, says }) => {
    const reply = await post(gateway.url, body, { accept: graphqlJson });
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toContain(graphqlJson);
    expect(reply.data).toBeUndefined();
    expect(reply.errors).toMatchObject([{ message: expect.stringMatching(says), extensions: { code } }]);
    const legacy = await post(gateway.url, body, { accept: json });
    expect(legacy.status).toBe(200);
    expect(legacy.errors[0]?.extensions.code).toBe(code);
  });

  test('is told 404 for a path with nothing at it', async () => {
    const reply = await replyOf(await fetch(`${gateway.url}/nothing`));
    expect(reply.status).toBe(404);
    expect(reply.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('is told 405 for a mutation by GET, and 400 for a GET that a foreign page could have made', async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('mutation { bookAdd(title: "x") { id } }')}`;
    const mutation = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
    expect(mutation.status).toBe(405);
    expect(mutation.headers.get('allow')).toBe('POST');
    expect((await replyOf(mutation)).errors).toMatchObject([{ extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
    const foreign = await replyOf(await fetch(`${gateway.url}/graphql?query={__typename}`));
    expect(foreign.status).toBe(400);
    expect(foreign.errors).toMatchObject([
      { message: expect.stringContaining('CSRF'), extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  test('is told PERSISTED_QUERY_MISMATCH for a hash that is not the document’s', async () => {
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update('other').digest('hex') };
    const reply = await post(gateway.url, { query: '{ books { id } }', extensions: { persistedQuery } });
    expect(reply.status).toBe(400);
    expect(reply.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_MISMATCH' } }]);
  });

  test('is told 401 in development where it asks by a name that a foreign page may have given this machine', async () => {
    for (const path of ['/graphql?query={__typename}', '/openapi.json', '/op/Any', '/metrics']) {
      const asked = async (host: string) => {
        const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
        const headers = { host, 'apollo-require-preflight': '1' };
        request(gateway.url + path, { headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
        return promise;
      };
      expect([path, await asked('evil.example:4000')]).toEqual([path, 401]);
      expect(await asked('localhost:4000')).not.toBe(401);
    }
  });

  test('never reaches a subgraph', async () => {
    const seen = books.seen.length + reviews.seen.length;
    for (const { body, headers } of malformed) await post(gateway.url, body, headers);
    for (const { body } of refused) await post(gateway.url, body);
    expect(books.seen.length + reviews.seen.length).toBe(seen);
  });

  test('meets every requirement of GraphQL over HTTP: MUST, SHOULD and MAY', async () => {
    const results = await auditServer({
      url: `${gateway.url}/graphql`,
      // CSRF prevention asks for it of GETs.
      fetchFn: (url: string, init: RequestInit) =>
        fetch(url, { ...init, headers: { ...(init?.headers as object), 'apollo-require-preflight': '1' } }),
    });
    const levels = results.map(({ name }) => name.split(' ')[0]);
    for (const level of ['MUST', 'SHOULD', 'MAY']) expect(levels).toContain(level);
    expect(results.length).toBeGreaterThan(50);
    expect(results.filter(({ status }) => status !== 'ok').map(({ status, name }) => `${status}: ${name}`)).toEqual([]);
  });
});
