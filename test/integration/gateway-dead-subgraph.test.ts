import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { deadOrigin, startRawServer, startSubgraph, type TestServer } from '../kit/subgraph.ts';

const PAGE = '{ books { title rating reviews { text } } }';

/** Ways for a subgraph to give no answer, and what the client is told. */
const broken: readonly { what: string; code: string; message: RegExp; start: () => Promise<TestServer> }[] = [
  {
    what: 'cuts the connection',
    code: 'SUBGRAPH_UNAVAILABLE',
    message: /reviews subgraph can’t be reached/,
    start: () => startRawServer((request) => request.socket.destroy()),
  },
  {
    what: 'cuts the connection in the middle of its answer',
    code: 'SUBGRAPH_UNAVAILABLE',
    message: /reviews subgraph can’t be reached/,
    start: () =>
      startRawServer((_request, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"data":');
        setImmediate(() => response.destroy());
      }),
  },
  {
    what: 'says that it is unavailable',
    code: 'SUBGRAPH_UNAVAILABLE',
    message: /reviews subgraph can’t be reached/,
    start: () => startRawServer((_request, response) => response.writeHead(503).end('try db7.internal:5432')),
  },
  {
    what: 'hangs',
    code: 'SUBGRAPH_TIMEOUT',
    message: /reviews subgraph did not answer in time/,
    start: () => startRawServer(() => undefined),
  },
  {
    what: 'begins an answer and hangs',
    code: 'SUBGRAPH_TIMEOUT',
    message: /reviews subgraph did not answer in time/,
    start: () => startRawServer((_request, response) => void response.write('{"data":')),
  },
  {
    what: 'lets its answer drip',
    code: 'SUBGRAPH_TIMEOUT',
    message: /reviews subgraph did not answer in time/,
    start: () =>
      startRawServer((_request, response) => {
        response.write('{"data":{"_entities":"');
        const drip = setInterval(() => response.write('x'), 10);
        response.on('close', () => clearInterval(drip));
      }),
  },
  {
    what: 'answers with something that is not HTTP',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /can’t be read/,
    start: () => startRawServer((request) => void request.socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
  },
  {
    what: 'answers with JSON that is cut',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /can’t be read/,
    start: () => startRawServer((_request, response) => response.end('{"data":{"_entities":[{"rating":4')),
  },
  {
    what: 'answers with 64 MB',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /can’t be read/,
    start: () =>
      startRawServer((_request, response) => {
        response.writeHead(200, { 'content-length': 64 * 1024 * 1024 }).write(Buffer.alloc(65_536, 'x'));
      }),
  },
  {
    what: 'answers with what unpacks to 64 MB',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /can’t be read/,
    start: () =>
      startRawServer((_request, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(bomb)),
  },
  {
    what: 'answers with a web page',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /reviews subgraph gave an answer that can’t be read/,
    start: () => startRawServer((_request, response) => response.end('<html>/srv/app.ts</html>')),
  },
  {
    what: 'answers with JSON that is no GraphQL',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /can’t be read/,
    start: () => startRawServer((_request, response) => response.end('{"data":[1]}')),
  },
  {
    what: 'fails with a status and a page',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /can’t be read/,
    start: () => startRawServer((_request, response) => response.writeHead(500).end('Error: at /srv/db.ts:3')),
  },
  {
    what: 'answers with more than the limit',
    code: 'SUBGRAPH_RESPONSE_INVALID',
    message: /can’t be read/,
    start: () => startRawServer((_request, response) => response.end(`{"data":{"a":"${'x'.repeat(5000)}"}}`)),
  },
];

/** 64 MB of zeros, in 60 bytes. */
const bomb = brotliCompressSync(Buffer.alloc(64 * 1024 * 1024));

/** Only where no answer comes is the time short, and only for who gives none: a slow machine takes longer over one. */
const small = (code: string) => ({
  GATEWAY_SUBGRAPH_TIMEOUT_MS: code === 'SUBGRAPH_TIMEOUT' ? '60000,reviews=200' : '60000',
  GATEWAY_SUBGRAPH_RESPONSE_BYTES: '4000',
});

describe('a subgraph that gives no answer', () => {
  let books: TestServer;

  beforeAll(async () => {
    books = await startSubgraph(booksParts);
  });

  afterAll(async () => {
    await books[Symbol.asyncDispose]();
  });

  test.each(broken)('costs only its own fields where it $what', async ({ code, message, start }) => {
    await using reviews = await start();
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin }, small(code));
    const { status, data, errors } = await post(gateway.url, { query: PAGE });
    expect(status).toBe(200);
    expect(data).toEqual({
      books: [
        { title: '红楼梦', rating: null, reviews: null },
        { title: 'Middlemarch', rating: null, reviews: null },
      ],
    });
    expect(errors.map((error) => error.path)).toEqual([
      ['books', 0, 'rating'],
      ['books', 0, 'reviews'],
      ['books', 1, 'rating'],
      ['books', 1, 'reviews'],
    ]);
    for (const error of errors) {
      expect(error.message).toMatch(message);
      expect(error.extensions).toEqual({ code, subgraph: 'reviews', requestId: expect.any(String) });
    }
    expectNothingOfTheInside(errors);
  });

  test('is told by name where it is dead, and its cause stands in the log', async () => {
    await using gateway = await startTestGateway({ books: books.origin, reviews: await deadOrigin() });
    const { data, errors } = await post(gateway.url, {
      query: '{ book(id: "1") { title rating } newestReview { text } }',
    });
    expect(data).toEqual({ book: { title: '红楼梦', rating: null }, newestReview: null });
    expect(errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code }))).toEqual(
      expect.arrayContaining([
        { message: 'The reviews subgraph can’t be reached.', path: ['newestReview'], code: 'SUBGRAPH_UNAVAILABLE' },
        { message: 'The reviews subgraph can’t be reached.', path: ['book', 'rating'], code: 'SUBGRAPH_UNAVAILABLE' },
      ]),
    );
    expect(errors).toHaveLength(2);
    expectNothingOfTheInside(errors);
    expect(logged(gateway, 'a fetch failed')[0]).toMatchObject({
      subgraph: 'reviews',
      cause: expect.stringContaining('ECONNREFUSED'),
      requestId: errors[0]?.extensions.requestId,
    });
  });

  test('is told once for each null, where a field that is never null takes its parents with it', async () => {
    await using gateway = await startTestGateway({ books: books.origin, reviews: await deadOrigin() });
    const { data, errors } = await post(gateway.url, { query: '{ books { title score rating } }' });
    expect(data).toEqual({ books: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path?.slice(0, 2)).toEqual(['books', 0]);
  });

  test('is told at aliases, and not at fields that @skip leaves out', async () => {
    await using gateway = await startTestGateway({ books: books.origin, reviews: await deadOrigin() });
    const query = 'query($no: Boolean!) { book(id: "1") { stars: rating reviews @include(if: $no) { text } } }';
    const { data, errors } = await post(gateway.url, { query, variables: { no: false } });
    expect(data).toEqual({ book: { stars: null } });
    expect(errors.map((error) => error.path)).toEqual([['book', 'stars']]);
  });

  test('is told of all the same where it was to feed another subgraph alone', async () => {
    await using reviews = await startSubgraph(reviewsParts);
    await using gateway = await startTestGateway({ books: await deadOrigin(), reviews: reviews.origin });
    const { data, errors } = await post(gateway.url, { query: '{ newestReview { text book { minutes } } }' });
    expect(data).toEqual({ newestReview: { text: '好书', book: { minutes: null } } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'books' } }]);
  });

  test('fails a mutation with a code and a path', async () => {
    await using gateway = await startTestGateway({ books: await deadOrigin(), reviews: await deadOrigin() });
    const { data, errors } = await post(gateway.url, { query: 'mutation { bookAdd(title: "x") { id } }' });
    expect(data).toEqual({ bookAdd: null });
    expect(errors).toMatchObject([
      { path: ['bookAdd'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'books' } },
    ]);
  });

  test('answers again as soon as it is back, over the same gateway', async () => {
    const reviews = await startSubgraph(reviewsParts);
    const port = Number(new URL(reviews.origin).port);
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    const query = '{ newestReview { text } }';
    expect((await post(gateway.url, { query })).errors).toEqual([]);
    await reviews[Symbol.asyncDispose]();
    expect((await post(gateway.url, { query })).errors).toHaveLength(1);
    await using _again = await startSubgraph({ ...reviewsParts, port });
    expect((await post(gateway.url, { query })).data).toEqual({ newestReview: { text: '好书' } });
  });
});

function logged(gateway: TestGateway, message: string) {
  return gateway.logs.filter((line) => line.msg === message);
}

function expectNothingOfTheInside(errors: unknown): void {
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|localhost|http|ECONN|stack|internal|srv|_entities|query/i);
}
