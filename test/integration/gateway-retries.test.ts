import { describe, expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

const QUERY = '{ newestReview { text } }';
const ANSWER = '{"data":{"newestReview":{"text":"x"}}}';

/** Reviews that break the first request in a way. */
async function reviewsThat(failing: 'reset' | 'cut' | 503 | 500, times = 1) {
  let asked = 0;
  return startRawServer((request, response) => {
    if (asked++ >= times) response.end(ANSWER);
    else if (failing === 'reset') request.socket.destroy();
    else if (failing === 'cut') response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy());
    else response.writeHead(failing).end('down');
  });
}

describe('a query that finds no answer', () => {
  test.each(['reset', 503] as const)('is sent again (%s), and the client sees nothing of it', async (failing) => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await reviewsThat(failing);
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    const { data, errors } = await post(gateway.url, { query: QUERY });
    expect([data, errors]).toEqual([{ newestReview: { text: 'x' } }, []]);
    expect(reviews.seen).toHaveLength(2);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('gateway_subgraph_retries_total{subgraph="reviews"} 1');
  });

  test.each(['cut', 500] as const)('is not sent again where an answer had begun (%s)', async (failing) => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await reviewsThat(failing);
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    const { errors } = await post(gateway.url, { query: QUERY });
    expect(errors).toHaveLength(1);
    expect(reviews.seen).toHaveLength(1);
  });

  test.each(['0', 'reviews=0'])('is sent once where GATEWAY_SUBGRAPH_RETRIES is %s', async (retries) => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await reviewsThat('reset');
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { GATEWAY_SUBGRAPH_RETRIES: retries },
    );
    expect((await post(gateway.url, { query: QUERY })).errors).toHaveLength(1);
    expect(reviews.seen).toHaveLength(1);
  });

  test('is sent again a few times in all, however many fail', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await reviewsThat('reset', 1000);
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { GATEWAY_BREAKER: 'off', GATEWAY_SHARE: 'off' },
    );
    const began = performance.now();
    await Promise.all(Array.from({ length: 100 }, () => post(gateway.url, { query: QUERY })));
    const seconds = (performance.now() - began) / 1000;
    // Ten at hand, a tenth of the requests, two a second.
    expect(reviews.seen.length).toBeLessThanOrEqual(100 + 10 + 10 + Math.ceil(seconds * 2));
    expect(reviews.seen.length).toBeGreaterThan(100);
  });
});

test('a mutation is never sent again', async () => {
  let asked = 0;
  await using books = await startRawServer((request) => {
    asked++;
    request.socket.destroy();
  });
  await using gateway = await startTestGateway({ books: books.origin, reviews: books.origin });
  const { errors } = await post(gateway.url, { query: 'mutation { bookAdd(title: "x") { id } }' });
  expect(errors).toMatchObject([{ path: ['bookAdd'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  expect(asked).toBe(1);
});
