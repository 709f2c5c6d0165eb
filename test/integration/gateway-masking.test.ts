import { describe, expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { useLibraryGateway } from '../kit/library-gateway.ts';
import { startRawServer } from '../kit/subgraph.ts';

describe('errors of a subgraph', () => {
  const library = useLibraryGateway();

  test('pass with code, message and path where they were made for clients, and with nothing beside', async () => {
    const { data, errors } = await post(library().gateway.url, { query: '{ fail(how: "input") }' });
    expect(data).toEqual({ fail: null });
    expect(errors).toEqual([
      {
        message: 'That is no page number.',
        path: ['fail'],
        extensions: { code: 'PAGE_INVALID', requestId: expect.any(String) },
      },
    ]);
  });

  test('pass at the place of the entity that they are of', async () => {
    const { errors } = await post(library().gateway.url, { query: '{ books { title fail(how: "input") } }' });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['books', 0, 'fail'], 'PAGE_INVALID'],
      [['books', 1, 'fail'], 'PAGE_INVALID'],
    ]);
  });

  test.each(['sql', 'driver', 'coded'])(
    'say no more than whose they are where nobody made them for clients (%s)',
    async (how) => {
      const before = library().gateway.logs.length;
      const { status, data, errors } = await post(library().gateway.url, {
        query: 'query($how: String!) { books { title fail(how: $how) } }',
        variables: { how },
      });
      expect(status).toBe(200);
      expect(data).toMatchObject({ books: [{ title: '红楼梦', fail: null }, { title: 'Middlemarch' }] });
      expect(errors[0]).toEqual({
        message: 'Something went wrong in the reviews subgraph.',
        path: ['books', 0, 'fail'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph: 'reviews', requestId: expect.any(String) },
      });
      const logged = JSON.stringify(library().gateway.logs.slice(before));
      expect(logged).toMatch({ sql: /relation/, driver: /10\.1\.2\.3/, coded: /42P01.*db\.ts/ }[how] ?? '');
      expect(logged).toContain(errors[0]?.extensions.requestId);
    },
  );

  test.each([
    { what: 'without a path', path: undefined, nulls: [0, 1] },
    { what: 'of all entities', path: ['_entities'], nulls: [0, 1] },
    { what: 'of one entity', path: ['_entities', '1'], nulls: [1] },
  ])('are told at every null that they left, where they are $what', async ({ path, nulls }) => {
    const error = { message: 'No.', path, extensions: { code: 'READERS_RESTING' } };
    const entities = [{ rating: 4, reviews: [] }, null];
    const body = { data: nulls.length === 1 ? { _entities: entities } : null, errors: [error] };
    await using resting = await startRawServer((_request, response) => response.end(JSON.stringify(body)));
    await using other = await startTestGateway({ books: library().books.origin, reviews: resting.origin });
    const { errors } = await post(other.url, { query: '{ books { title rating reviews { text } } }' });
    expect(errors.map((each) => [each.message, each.extensions.code, ...(each.path ?? [])])).toEqual(
      nulls.flatMap((index) => [
        ['No.', 'READERS_RESTING', 'books', index, 'rating'],
        ['No.', 'READERS_RESTING', 'books', index, 'reviews'],
      ]),
    );
  });

  test('tell of a null that the schema forbids, which the executor would hide', async () => {
    await using nulls = await startRawServer((_request, response) =>
      response.end(JSON.stringify({ data: { books: [{ __typename: 'Book', id: '1', title: null }] } })),
    );
    await using other = await startTestGateway({ books: nulls.origin, reviews: library().reviews.origin });
    const { data, errors, ...rest } = await post(other.url, { query: '{ books { title } }' });
    expect(data).toEqual({ books: null });
    expect(errors).toMatchObject([{ path: ['books', 0, 'title'], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }]);
    expect(rest).not.toHaveProperty('extensions');
  });

  test('are never told with the plan or the subgraph documents, whatever a header asks for', async () => {
    const response = await fetch(`${library().gateway.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'apollo-query-plan-experimental': '1',
        'apollo-federation-include-trace': 'ftv1',
      },
      body: JSON.stringify({ query: '{ books { rating } }' }),
    });
    expect(Object.keys((await response.json()) as object)).toEqual(['data']);
  });
});
