import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replyOf, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { deadOrigin } from '../kit/subgraph.ts';

describe('an HTTP request that no door takes', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway({ books: await deadOrigin(), reviews: await deadOrigin() });
  });

  afterAll(() => gateway[Symbol.asyncDispose]());

  test.each([
    ['PUT', '/graphql', 'GET, POST, OPTIONS'],
    ['DELETE', '/graphql?query={__typename}', 'GET, POST, OPTIONS'],
    ['POST', '/livez', 'GET, HEAD'],
    ['DELETE', '/readyz', 'GET, HEAD'],
  ])('is told 405 for %s %s, and what is allowed', async (method, path, allow) => {
    const response = await fetch(gateway.url + path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect((await replyOf(response)).errors).toMatchObject([{ extensions: { code: 'METHOD_NOT_ALLOWED' } }]);
  });

  test('is told in the usual shape that its path can’t be read', async () => {
    const reply = await replyOf(await fetch(`${gateway.url}/%E0%A4%A`));
    expect(reply.status).toBe(400);
    expect(reply.errors).toEqual([
      {
        message: 'The path can’t be read.',
        extensions: { code: 'BAD_REQUEST', requestId: reply.headers.get('x-request-id') },
      },
    ]);
  });

  test('is told in the usual shape that its headers are too large', async () => {
    const reply = await replyOf(await fetch(gateway.url, { headers: { 'x-long': 'a'.repeat(40_000) } }));
    expect(reply.status).toBe(431);
    expect(reply.errors).toMatchObject([
      { extensions: { code: 'BAD_REQUEST', requestId: reply.headers.get('x-request-id') } },
    ]);
  });
});
