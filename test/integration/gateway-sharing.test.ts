import { describe, expect, test } from 'vitest';
import { post, startTestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startAnswering, startSubgraph } from '../kit/subgraph.ts';
import { claimsKeySetting, testIssuer } from '../kit/viewers.ts';

const QUERY = '{ newestReview { text } }';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Reviews that take a while, and books. */
async function slowLibrary() {
  const books = await startSubgraph(booksParts);
  const reviews = await startAnswering(async (_query, { headers }) => {
    await pause(300);
    return { newestReview: { text: headers['x-redcat-viewer'] ?? 'nobody' } };
  });
  return {
    origins: { books: books.origin, reviews: reviews.origin },
    seen: reviews.seen,
    async [Symbol.asyncDispose]() {
      await books[Symbol.asyncDispose]();
      await reviews[Symbol.asyncDispose]();
    },
  };
}

describe('equal fetches at the same time', () => {
  test('are sent once, and all get the answer', async () => {
    await using library = await slowLibrary();
    await using gateway = await startTestGateway(library.origins);
    await post(gateway.url, { query: QUERY });
    const replies = await Promise.all(Array.from({ length: 20 }, () => post(gateway.url, { query: QUERY })));
    for (const { data } of replies) expect(data).toEqual({ newestReview: { text: 'nobody' } });
    expect(library.seen.length).toBeLessThan(6);
  });

  test('of two viewers are never shared', async () => {
    await using library = await slowLibrary();
    await using gateway = await startTestGateway(library.origins);
    const viewers = Array.from({ length: 24 }, (_, index) => `v${index % 4}`);
    const replies = await Promise.all(
      viewers.map((viewer) => post(gateway.url, { query: QUERY }, { 'x-redcat-viewer': viewer })),
    );
    expect(replies.map(({ data }) => data)).toEqual(viewers.map((text) => ({ newestReview: { text } })));
  });

  test('of two viewers are never shared where the field is personal, though no header of theirs is passed on', async () => {
    await using library = await slowLibrary();
    await using gateway = await startTestGateway(library.origins, {
      GATEWAY_PERSONAL_FIELDS: 'Query.newestReview',
      GATEWAY_PROPAGATE_HEADERS: 'none',
    });
    const ask = (viewer?: string) => post(gateway.url, { query: QUERY }, viewer ? { 'x-redcat-viewer': viewer } : {});
    await ask();
    await Promise.all([ask(), ask(), ask('ann'), ask('bob'), ask('cy')]);
    expect(library.seen).toHaveLength(6);
  });

  test('of viewers with tokens are one where fields read nothing of who asks, and of each his own where they may', async () => {
    await using library = await slowLibrary();
    await using issuer = await testIssuer();
    const ask = async (fields: string) => {
      const env = { ...issuer.settings, GATEWAY_CLAIMS_KEY: claimsKeySetting(), GATEWAY_ROW_FIELDS: fields };
      await using gateway = await startTestGateway(library.origins, { ...env, GATEWAY_VIEWER_LEVEL: 'open' });
      const asked = (index: number) => post(gateway.url, { query: QUERY }, issuer.headers({ sub: `v${index}` }));
      await asked(0);
      library.seen.length = 0;
      const replies = await Promise.all(Array.from({ length: 20 }, (_, index) => asked(index)));
      for (const { errors } of replies) expect(errors).toEqual([]);
      return new Set(replies.map(({ data }) => JSON.stringify(data))).size;
    };
    expect(await ask('none')).toBe(1);
    expect(library.seen.length).toBeLessThan(6);
    for (const { headers } of library.seen) expect(headers['x-redcat-viewer']).toBeUndefined();
    expect(await ask('any')).toBe(20);
    expect(library.seen).toHaveLength(20);
  });

  test.each(['off', 'reviews=off', 'on,reviews=off'])('are each sent where GATEWAY_SHARE is %s', async (share) => {
    await using library = await slowLibrary();
    await using gateway = await startTestGateway(library.origins, { GATEWAY_SHARE: share });
    await Promise.all(Array.from({ length: 6 }, () => post(gateway.url, { query: QUERY })));
    expect(library.seen).toHaveLength(6);
  });

  test('a personal field that the supergraph lacks is refused at start', async () => {
    await using library = await slowLibrary();
    await expect(startTestGateway(library.origins, { GATEWAY_PERSONAL_FIELDS: 'Query.search' })).rejects.toThrow(
      'GATEWAY_PERSONAL_FIELDS names Query.search; the supergraph has no such field',
    );
  });
});

test('equal requests at the same time are answered together, and each is told under its own name', async () => {
  await using books = await startAnswering(async () => {
    await pause(300);
    return { books: [{ title: null }] };
  });
  await using gateway = await startTestGateway({ books: books.origin, reviews: books.origin });
  const ids = Array.from({ length: 8 }, (_, index) => `request-${index}`);
  const ask = (id: string) => post(gateway.url, { query: '{ books { title } }' }, { 'x-request-id': id });
  await ask('first');
  const replies = await Promise.all(ids.map(ask));
  expect(replies.map(({ errors }) => errors[0]?.extensions.requestId)).toEqual(ids);
  expect(books.seen.length).toBeLessThan(5);
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  const shared = Number(/^gateway_requests_shared_total (\d+)/m.exec(metrics)?.[1]);
  expect(shared).toBe(ids.length + 1 - books.seen.length);
});

test('whoever writes and then reads sees what was written, while others read the same all the time', async () => {
  let state = 0;
  const books = startAnswering(async (query) => {
    await pause(Math.random() * 5);
    if (query.includes('bookAdd')) return { bookAdd: { id: String(++state) } };
    // A read is as old as its beginning: the answer takes a while.
    const title = String(state);
    await pause(Math.random() * 30);
    return { books: [{ title }] };
  });
  await using server = await books;
  await using gateway = await startTestGateway({ books: server.origin, reviews: server.origin });
  const read = async () => {
    const { data } = await post(gateway.url, { query: '{ books { title } }' });
    const [book] = (data?.books ?? []) as { title: string }[];
    return Number(book?.title);
  };
  let over = false;
  let reads = 0;
  const readers = Array.from({ length: 6 }, async () => {
    while (!over) {
      await read();
      reads++;
    }
  });
  for (let round = 0; round < 40; round++) {
    const { data } = await post(gateway.url, { query: 'mutation { bookAdd(title: "x") { id } }' });
    const written = Number((data?.bookAdd as { id: string } | undefined)?.id);
    expect(await read()).toBeGreaterThanOrEqual(written);
  }
  over = true;
  await Promise.all(readers);
  // Some were shared, or the test would show nothing.
  expect(server.seen.length).toBeLessThan(reads + 80);
});
