import { describe, expect, test } from 'vitest';
import { post, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { startRawServer, startSubgraph } from '../kit/subgraph.ts';

const QUERY = '{ books { title } newestReview { text } }';
const ANSWER = '{"data":{"newestReview":{"text":"x"}}}';
const alone = { GATEWAY_SHARE: 'off', GATEWAY_SUBGRAPH_RETRIES: '0' };

async function state(gateway: TestGateway): Promise<string | undefined> {
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  return /gateway_subgraph_breaker_state\{subgraph="reviews"\} (\d)/.exec(metrics)?.[1];
}

describe('a subgraph that fails again and again', () => {
  test('is left alone, and told as unavailable at once', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startRawServer((request) => void request.socket.destroy());
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { ...alone, GATEWAY_BREAKER_OPEN_MS: '600000' },
    );
    for (let sent = 0; sent < 20; sent++) await post(gateway.url, { query: QUERY });
    expect(await state(gateway)).toBe('2');
    expect(gateway.logs.filter(({ state }) => state === 'open')).toMatchObject([{ subgraph: 'reviews', level: 40 }]);
    const { data, errors } = await post(gateway.url, { query: QUERY });
    expect(data).toMatchObject({ books: [{}, {}], newestReview: null });
    expect(errors).toMatchObject([{ path: ['newestReview'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(reviews.seen).toHaveLength(20);
  });

  test('is tried again after a while, and asked as before once that goes well', async () => {
    let down = true;
    await using books = await startSubgraph(booksParts);
    await using reviews = await startRawServer((request, response) => {
      if (down) request.socket.destroy();
      else response.end(ANSWER);
    });
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { ...alone, GATEWAY_BREAKER_OPEN_MS: '50' },
    );
    const ask = () => post(gateway.url, { query: QUERY });
    while ((await state(gateway)) !== '2') await ask();
    const before = reviews.seen.length;
    while (reviews.seen.length === before) await ask();
    expect(await state(gateway)).toBe('2');

    down = false;
    while ((await ask()).errors.length > 0);
    expect(await state(gateway)).toBe('0');
    expect((await post(gateway.url, { query: QUERY })).errors).toEqual([]);
  });

  test('is left alone when it hangs', async () => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startRawServer(() => undefined);
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { ...alone, GATEWAY_SUBGRAPH_TIMEOUT_MS: 'reviews=50' },
    );
    await Promise.all(Array.from({ length: 20 }, () => post(gateway.url, { query: QUERY })));
    expect(await state(gateway)).toBe('2');
  });

  test.each([
    ['its answers hold errors', {}, '{"errors":[{"message":"no"}]}'],
    ['its answers can’t be read', {}, '<html>'],
    ['it is excepted', { GATEWAY_BREAKER: 'reviews=off' }, undefined],
  ])('is asked on where %s', async (_why, env, answer) => {
    await using books = await startSubgraph(booksParts);
    await using reviews = await startRawServer((request, response) => {
      if (answer === undefined) request.socket.destroy();
      else response.end(answer);
    });
    await using gateway = await startTestGateway(
      { books: books.origin, reviews: reviews.origin },
      { ...alone, ...env },
    );
    for (let sent = 0; sent < 25; sent++) await post(gateway.url, { query: QUERY });
    expect(reviews.seen).toHaveLength(25);
  });

  test('is not blamed for clients that leave', async () => {
    await using books = await startSubgraph(booksParts);
    const asked: (() => void)[] = [];
    await using reviews = await startRawServer(() => asked.shift()?.());
    await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin }, alone);
    for (let sent = 0; sent < 25; sent++) {
      const controller = new AbortController();
      const arrived = new Promise<void>((resolve) => asked.push(resolve));
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query: QUERY });
      const { signal } = controller;
      const left = fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal }).catch(() => undefined);
      await arrived;
      controller.abort();
      await left;
    }
    expect(await state(gateway)).toBeUndefined();
  });
});
