import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

const MB = 1024 * 1024;
const CHUNK = Buffer.alloc(65_536, 'x');

/** How much the process grew by, in bytes, at its most. */
async function growth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  await work();
  clearInterval(watch);
  return Math.max(most, process.memoryUsage().rss) - before;
}

test('an answer without end is read up to the limit and no further', async () => {
  let written = 0;
  await using books = await startSubgraph(booksParts);
  await using reviews = await startRawServer((_request, response) => {
    response.write('{"data":{"newestReview":{"text":"');
    const write = () => {
      do written += CHUNK.length;
      while (response.write(CHUNK));
      response.once('drain', write);
    };
    write();
  });
  await using gateway = await startTestGateway(
    { books: books.origin, reviews: reviews.origin },
    { GATEWAY_SUBGRAPH_RESPONSE_BYTES: String(4 * MB) },
  );
  const { data, errors } = await post(gateway.url, { query: '{ books { title } newestReview { text } }' });
  expect(data).toMatchObject({ books: [{}, {}], newestReview: null });
  expect(errors).toMatchObject([{ path: ['newestReview'], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }]);
  // The sockets of both sides hold some more.
  expect(written).toBeLessThan(16 * MB);
});

test('a small answer that unpacks to a gigabyte costs no more memory than the limit', async () => {
  // Members of gzip may follow each other.
  const bomb = Buffer.concat(Array(16).fill(gzipSync(Buffer.alloc(64 * MB), { level: 9 })));
  expect(bomb.length).toBeLessThan(2 * MB);
  await using books = await startSubgraph(booksParts);
  await using reviews = await startRawServer((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
  const grown = await growth(async () => {
    const { errors } = await post(gateway.url, { query: '{ newestReview { text } }' });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }]);
  });
  expect(grown).toBeLessThan(200 * MB);
});
