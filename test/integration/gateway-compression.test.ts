import { text } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

const ANSWER = '{"data":{"newestReview":{"text":"小红书"}}}';
const QUERY = '{ newestReview { text } }';

/** Reviews that compress wherever they may, and keep what they were sent. */
async function compressingReviews() {
  const bodies: string[] = [];
  const server = await startRawServer(async (request, response) => {
    const { 'content-encoding': encoding, 'accept-encoding': accepted } = request.headers;
    bodies.push(await text(encoding === 'gzip' ? request.pipe(createGunzip()) : request));
    if (accepted?.includes('gzip')) response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(ANSWER));
    else response.end(ANSWER);
  });
  return { ...server, bodies };
}

test.each([
  ['auto', undefined],
  ['off', undefined],
  ['on', 'gzip, br'],
  ['off,reviews=on', 'gzip, br'],
])('with %s, a subgraph on this machine may answer in %s', async (compression, accepted) => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await compressingReviews();
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_SUBGRAPH_COMPRESSION: compression },
  );
  expect((await post(gateway.url, { query: QUERY })).data).toEqual({ newestReview: { text: '小红书' } });
  expect(reviews.seen[0]?.headers['accept-encoding']).toBe(accepted);
});

test('large requests are sent compressed to a subgraph that is said to read them', async () => {
  await using books = await startSubgraph(booksParts);
  await using reviews = await compressingReviews();
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_SUBGRAPH_COMPRESS_FROM_BYTES: 'reviews=20' },
  );
  expect((await post(gateway.url, { query: QUERY })).data).toEqual({ newestReview: { text: '小红书' } });
  expect(reviews.seen[0]?.headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(reviews.bodies[0] ?? '')).toMatchObject({ query: '{newestReview{text}}' });
});
