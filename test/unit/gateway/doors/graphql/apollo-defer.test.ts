import { ApolloServer, HeaderMap } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deferPlugin } from '../../../../../gateway/doors/graphql/apollo-defer.ts';

describe('an Apollo Server with the plugin', () => {
  const deferred = { pending: [], async *[Symbol.asyncIterator]() {} };
  const plugin = deferPlugin(
    async () => ({ first: '{"data":{"x":1}}', deferred }),
    (error) => error,
  );
  const server = new ApolloServer({ typeDefs: 'type Query { x: Int }', plugins: [plugin] });

  beforeAll(() => server.start());
  afterAll(() => server.stop());

  test.each([
    ['multipart/mixed;deferspec=20220824', 'multipart/mixed; boundary="-"; deferSpec=20220824'],
    ['multipart/mixed, multipart/mixed;deferSpec="20220824"', 'multipart/mixed; boundary="-"; deferSpec=20220824'],
    ['multipart/mixed;incrementalspec=v0.2, multipart/*', 'multipart/mixed; boundary="-"; incrementalSpec=v0.2'],
    ['multipart/mixed, multipart/mixed;deferSpec=20220824;q=0, application/json', 'application/json; charset=utf-8'],
    ['multipart/mixed;deferSpec=20220824;boundary=x, application/json', 'application/json; charset=utf-8'],
  ])('answers who accepts %s in %s', async (accept, contentType) => {
    const headers = new HeaderMap([
      ['accept', accept],
      ['content-type', 'application/json'],
    ]);
    const response = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query: '{ x }' } },
      context: async () => ({}),
    });
    expect([response.status ?? 200, response.headers.get('content-type')]).toEqual([200, contentType]);
  });
});
