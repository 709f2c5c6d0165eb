import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startAnswering, startRawServer, startSubgraph, type TestServer } from '../kit/subgraph.ts';

describe('what is not there in time', () => {
  let books: TestServer;
  let hanging: TestServer;

  beforeAll(async () => {
    books = await startSubgraph(booksParts);
    hanging = await startRawServer(() => undefined);
  });

  afterAll(async () => {
    await books[Symbol.asyncDispose]();
    await hanging[Symbol.asyncDispose]();
  });

  test.each([
    ['by the whole request’s deadline', { GATEWAY_REQUEST_TIMEOUT_MS: '1500', GATEWAY_SUBGRAPH_TIMEOUT_MS: '600000' }],
    ['by its subgraph’s deadline', { GATEWAY_SUBGRAPH_TIMEOUT_MS: '600000,reviews=100' }],
  ])('%s is told at its fields, and the rest is answered', async (_by, env) => {
    await using gateway = await startTestGateway({ books: books.origin, reviews: hanging.origin }, env);
    const { data, errors } = await post(gateway.url, {
      query: '{ book(id: "1") { title rating } newestReview { text } }',
    });
    expect(data).toEqual({ book: { title: '红楼梦', rating: null }, newestReview: null });
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
      ['book.rating', 'SUBGRAPH_TIMEOUT'],
      ['newestReview', 'SUBGRAPH_TIMEOUT'],
    ]);
  });

  test('is not asked for any more once the request is over', async () => {
    const over = Promise.withResolvers<void>();
    await using slow = await startAnswering(async () => {
      await over.promise;
      return { book: { __typename: 'Book', id: '1', title: 'late' } };
    });
    await using gateway = await startTestGateway(
      { books: slow.origin, reviews: hanging.origin },
      { GATEWAY_REQUEST_TIMEOUT_MS: '150' },
    );
    const asked = hanging.seen.length;
    const { errors } = await post(gateway.url, { query: '{ book(id: "1") { title rating } }' });
    expect(errors).toMatchObject([{ path: ['book'], extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'books' } }]);
    over.resolve();
    // By the time that a later request is answered, what answers the one that is over would have been asked further.
    expect((await post(gateway.url, { query: '{ book(id: "1") { title } }' })).errors).toEqual([]);
    expect(hanging.seen).toHaveLength(asked);
  });

  test('a list of times that names a subgraph which is not there is refused at start', async () => {
    const env = { GATEWAY_SUBGRAPH_TIMEOUT_MS: 'authors=5' };
    await expect(startTestGateway({ books: books.origin, reviews: hanging.origin }, env)).rejects.toThrow(
      'GATEWAY_SUBGRAPH_TIMEOUT_MS names authors; the supergraph has books and reviews',
    );
  });
});
