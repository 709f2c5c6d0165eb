import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

const QUERY = '{ newestReview { text } }';
const ANSWER = '{"data":{"newestReview":{"text":"x"}}}';

/** A subgraph that answers when the test says so. */
async function heldReviews() {
  const held: ServerResponse[] = [];
  let more = Promise.withResolvers<void>();
  const server = await startRawServer((_request, response) => {
    held.push(response);
    more.resolve();
    more = Promise.withResolvers();
  });
  return {
    ...server,
    held,
    async until(count: number): Promise<void> {
      while (held.length < count) await more.promise;
    },
  };
}

/** A client that can leave. */
function client(url: string, { path = '/graphql', query = QUERY } = {}) {
  const controller = new AbortController();
  const answer = fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: controller.signal,
  });
  answer.catch(() => undefined);
  return { answer, leave: () => controller.abort() };
}

test('when the client leaves, the subgraph sees its connection close', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await heldReviews();
  await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
  const { answer, leave } = client(gateway.url);
  await reviews.until(1);
  const closed = once(reviews.held[0] as ServerResponse, 'close');
  leave();
  await closed;
  expect(reviews.held[0]?.writableFinished).toBe(false);
  await expect(answer).rejects.toThrow();
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  expect(text).toContain('gateway_subgraph_fetches_total{subgraph="reviews",outcome="left"} 1');
});

test('when the client of a forwarded request leaves, the subgraph sees its connection close', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await heldReviews();
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_FORWARD: '/feed/=reviews' },
  );
  const { answer, leave } = client(gateway.url, { path: '/feed/all' });
  await reviews.until(1);
  const closed = once(reviews.held[0] as ServerResponse, 'close');
  leave();
  await closed;
  await expect(answer).rejects.toThrow();
});

test('what is not there by the request’s deadline is not waited for: the subgraph sees its connection close', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await heldReviews();
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_REQUEST_TIMEOUT_MS: '1000' },
  );
  const answer = post(gateway.url, { query: QUERY });
  await reviews.until(1);
  await once(reviews.held[0] as ServerResponse, 'close');
  expect((await answer).errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }]);
});

/** What two clients share whose documents are the same, or written differently. */
const SHARED = [
  { what: 'request', other: QUERY, metric: 'gateway_requests_shared_total' },
  { what: 'fetch', other: '{newestReview{text}}', metric: 'gateway_subgraph_shared_total{subgraph="reviews"}' },
];

test.each(SHARED)(
  'clients that leave cost those who share their $what nothing, and the last one ends it',
  async ({ other: query, metric }) => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await heldReviews();
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    const first = client(gateway.url);
    await reviews.until(1);
    const second = post(gateway.url, { query });
    await joined(gateway.url, `${metric} 1`);
    first.leave();
    await expect(first.answer).rejects.toThrow();
    reviews.held[0]?.end(ANSWER);
    expect((await second).data).toEqual({ newestReview: { text: 'x' } });
    expect(reviews.held).toHaveLength(1);

    const [third, fourth] = [client(gateway.url), client(gateway.url, { query })];
    await reviews.until(2);
    await joined(gateway.url, `${metric} 2`);
    const closed = once(reviews.held[1] as ServerResponse, 'close');
    third.leave();
    fourth.leave();
    await closed;
  },
);

/** Waits until the gateway's metrics have this line: so many have joined another. */
async function joined(url: string, line: string): Promise<void> {
  while (!(await (await fetch(`${url}/metrics`)).text()).includes(line)) await new Promise(setImmediate);
}
