import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph } from '../kit/subgraph.ts';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const QUERY = '{ books { title } newestReview { text } }';

const sent = {
  'x-redcat-viewer': 'ann',
  'x-tenant': 't1',
  'accept-language': 'zh',
  'x-request-id': 'r1',
  traceparent: TRACE,
  cookie: 'session=1',
  authorization: 'Bearer x',
  'x-redcat-claims': 'forged',
  'x-forwarded-for': '10.0.0.1',
};

test('subgraphs are told the viewer, the request id and the trace, and nothing else of the client', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await startSubgraph(reviewsParts);
  await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
  await post(gateway.url, { query: QUERY }, sent);
  for (const { seen } of [books, reviews]) {
    const { host, connection, 'content-type': type, 'content-length': length, accept, ...own } = seen[0]?.headers ?? {};
    expect(own).toEqual({ 'x-redcat-viewer': 'ann', 'x-request-id': 'r1', traceparent: TRACE });
    expect([type, accept]).toEqual(['application/json', 'application/graphql-response+json, application/json']);
    expect(Number(length)).toBeGreaterThan(0);
    expect(host).not.toBe(new URL(gateway.url).host);
    expect(connection).toBe('keep-alive');
  }
});

test('rules say which headers go on, under which name, to which subgraph', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await startSubgraph(reviewsParts);
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_PROPAGATE_HEADERS: 'x-tenant=x-upstream-tenant,books:accept-language,reviews:cookie' },
  );
  await post(gateway.url, { query: QUERY }, sent);
  const [toBooks, toReviews] = [books.seen[0]?.headers, reviews.seen[0]?.headers];
  expect(toBooks).toMatchObject({ 'x-upstream-tenant': 't1', 'accept-language': 'zh', 'x-request-id': 'r1' });
  expect(toReviews).toMatchObject({ 'x-upstream-tenant': 't1', cookie: 'session=1', traceparent: TRACE });
  for (const name of ['x-tenant', 'cookie', 'x-redcat-viewer']) expect(toBooks).not.toHaveProperty(name);
  for (const name of ['x-tenant', 'accept-language', 'x-redcat-viewer']) expect(toReviews).not.toHaveProperty(name);
});
