import { createHash } from 'node:crypto';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { post, replyOf, startTestGateway } from '../kit/gateway.ts';
import { useLibraryGateway } from '../kit/library-gateway.ts';

describe('the gateway', () => {
  const library = useLibraryGateway();

  test('joins what two subgraphs know, in Chinese as in English', async () => {
    const { status, data, errors } = await post(library().gateway.url, {
      query:
        'query($t: String!) { find(filter: { title: $t }) { title author { name } rating minutes reviews { text book { title } } } }',
      variables: { t: '红楼' },
    });
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    expect(data).toEqual({
      find: [
        {
          title: '红楼梦',
          author: { name: '曹雪芹' },
          rating: 4,
          minutes: 2400,
          reviews: [{ text: '好书', book: { title: '红楼梦' } }],
        },
      ],
    });
  });

  test('tells its schema: what clients may ask, and nothing of the subgraphs', async () => {
    const { data } = await post(library().gateway.url, { query: getIntrospectionQuery() });
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(schema.getType('Book')).toBeDefined();
    expect(
      Object.keys(schema.getTypeMap()).filter((name) => /^_|join__|link__/.test(name) && !name.startsWith('__')),
    ).toEqual([]);
  });

  test('keeps its schema to itself where it is told to', async () => {
    await using shy = await startTestGateway(
      { books: library().books.origin, reviews: library().reviews.origin },
      { GATEWAY_INTROSPECTION: 'off' },
    );
    const { errors } = await post(shy.url, { query: '{ __schema { types { name } } }' });
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    const misspelt = await post(shy.url, { query: '{ bookz { id } }' });
    expect(misspelt.errors[0]?.message).not.toContain('Did you mean');
  });

  test('answers GET where the request is none that a foreign page could make', async () => {
    const query = encodeURIComponent('query($id: ID!) { book(id: $id) { title } }');
    const variables = encodeURIComponent('{"id":"1"}');
    const url = `${library().gateway.url}/graphql?query=${query}&variables=${variables}`;
    const reply = await replyOf(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }));
    expect(reply.data).toEqual({ book: { title: '红楼梦' } });
  });

  test('knows a document by its hash once it has seen it (APQ)', async () => {
    const query = '{ books { title } }';
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const unknown = await post(library().gateway.url, { extensions: { persistedQuery } });
    expect(unknown.status).toBe(200);
    expect(unknown.errors).toMatchObject([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    await post(library().gateway.url, { query, extensions: { persistedQuery } });
    const known = await post(library().gateway.url, { extensions: { persistedQuery } });
    expect(known.data).toEqual({ books: [{ title: '红楼梦' }, { title: 'Middlemarch' }] });
  });

  test('serves Apollo Client as its users have it: APQ by GET, cache, coded errors', async () => {
    const link = createPersistedQueryLink({
      sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
      useGETForHashedQueries: true,
    }).concat(new HttpLink({ uri: `${library().gateway.url}/graphql`, headers: { 'apollo-require-preflight': '1' } }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const query = gql`
      query Book($id: ID!) {
        book(id: $id) {
          id
          title
          rating
        }
      }
    `;
    const { data } = await client.query({ query, variables: { id: '2' } });
    expect(data).toMatchObject({ book: { __typename: 'Book', id: '2', title: 'Middlemarch', rating: 5 } });
    const failing = gql`
      query Fail($how: String!) {
        fail(how: $how)
      }
    `;
    const result = await client.query({ query: failing, variables: { how: 'input' }, errorPolicy: 'all' });
    expect(result.data).toEqual({ fail: null });
    expect(CombinedGraphQLErrors.is(result.error)).toBe(true);
    expect((result.error as CombinedGraphQLErrors).errors[0]?.extensions?.code).toBe('PAGE_INVALID');
    client.stop();
  });
});
