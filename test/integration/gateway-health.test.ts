import { describe, expect, test } from 'vitest';
import { startTestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { deadOrigin, startRawServer, startSubgraph, type TestServer } from '../kit/subgraph.ts';

async function ready(url: string, query = ''): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/readyz${query}`);
  return { status: response.status, body: await response.json() };
}

describe('health', () => {
  test('is ready when every subgraph says that it is, asked at its own /readyz', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startSubgraph(reviewsParts);
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    expect((await fetch(`${gateway.url}/livez`)).status).toBe(200);
    expect(await ready(gateway.url)).toEqual({
      status: 200,
      body: { status: 'ready', subgraphs: { books: 'ready', reviews: 'ready' } },
    });
    expect(books.seen.map(({ path }) => path)).toEqual(['/readyz']);
  });

  test.each([400, 404])('is ready where a subgraph knows no /readyz, and answers with %i', async (status) => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startRawServer((_request, response) => response.writeHead(status).end());
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    expect(await ready(gateway.url)).toMatchObject({ status: 200, body: { subgraphs: { reviews: 'ready' } } });
  });

  const unready: readonly { what: string; start: () => Promise<TestServer> }[] = [
    { what: 'says no', start: () => startRawServer((_request, response) => response.writeHead(503).end('pg down')) },
    { what: 'hangs', start: () => startRawServer(() => undefined) },
    {
      what: 'is dead',
      start: async () => ({ ...(await startRawServer(() => undefined)), origin: await deadOrigin() }),
    },
  ];

  test.each(unready)('is alive and not ready, and names which is not, when a subgraph $what', async ({ start }) => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await start();
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { GATEWAY_READINESS_TIMEOUT_MS: '100' },
    );
    expect((await fetch(`${gateway.url}/livez`)).status).toBe(200);
    expect(await ready(gateway.url)).toEqual({
      status: 503,
      body: { status: 'not ready', subgraphs: { books: 'ready', reviews: 'not ready' } },
    });
    expect(await ready(gateway.url, '?exclude=reviews')).toEqual({
      status: 200,
      body: { status: 'ready', subgraphs: { books: 'ready' } },
    });
  });

  test('asks each subgraph once for many probes at once', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startSubgraph(reviewsParts);
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    await Promise.all(Array.from({ length: 20 }, () => ready(gateway.url)));
    expect(books.seen.length).toBeLessThanOrEqual(2);
  });
});
