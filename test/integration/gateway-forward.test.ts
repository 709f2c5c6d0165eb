import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, replyOf, startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts } from '../kit/library.ts';
import { deadOrigin, startRawServer, startSubgraph, type TestServer } from '../kit/subgraph.ts';

describe('a forwarded path', () => {
  let books: TestServer;
  let shop: TestServer;
  let gateway: TestGateway;
  const bodies: string[] = [];

  beforeAll(async () => {
    books = await startSubgraph(booksParts);
    shop = await startRawServer(async (incoming, response) => {
      bodies.push(await text(incoming));
      if (incoming.url?.startsWith('/l/hang')) return;
      response.writeHead(302, {
        location: 'https://example.test/a?b=c',
        'cache-control': 'no-store',
        'set-cookie': ['a=1', 'b=2'],
        'x-request-id': 'theirs',
        connection: 'keep-alive, x-private',
        'x-private': 'hop',
      });
      response.end('moved 已移动');
    });
    const env = {
      GATEWAY_FORWARD: '/l/=reviews,/events=reviews',
      GATEWAY_BODY_BYTES: '1000',
      GATEWAY_SUBGRAPH_TIMEOUT_MS: '300',
    };
    gateway = await startTestGateway({ books: books.origin, reviews: shop.origin }, env);
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books[Symbol.asyncDispose](), shop[Symbol.asyncDispose]()]);
  });

  test('reaches the subgraph as it came, and its answer the client as it was given', async () => {
    const response = await fetch(`${gateway.url}/l/link_1/%E7%BA%A2%2F?utm=%20x&y`, {
      redirect: 'manual',
      headers: { 'x-custom': '1', 'user-agent': 'phone' },
    });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('https://example.test/a?b=c');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('moved 已移动');
    expect(shop.seen.at(-1)).toMatchObject({
      method: 'GET',
      path: '/l/link_1/%E7%BA%A2%2F?utm=%20x&y',
      headers: { 'x-custom': '1', 'user-agent': 'phone' },
    });
  });

  test.each(['/l/../graphql', '/l/%2e%2E/graphql', '/l/a/..', '/l/a%2f..%2fgraphql', '/l/.%2e', '/l/a\\..\\b'])(
    'does not lead out of its prefix: %s',
    async (path) => {
      const { length } = shop.seen;
      const { port } = new URL(gateway.url);
      const status = await new Promise((resolve, reject) =>
        request({ port, host: '127.0.0.1', path }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end(),
      );
      expect([status, shop.seen.length]).toEqual([400, length]);
    },
  );

  test('carries the request id, and no hop’s headers, credentials or forged claims', async () => {
    const { headers, status } = await rawGet(`${gateway.url}/l/a`, {
      connection: 'close, x-hop',
      'x-hop': '1',
      te: 'trailers',
      authorization: 'Bearer x',
      cookie: 'a=b',
      'x-redcat-claims': 'forged',
      'x-redcat-viewer': 'person_1',
      'x-request-id': 'tap-1',
    });
    expect(status).toBe(302);
    const seen = shop.seen.at(-1)?.headers ?? {};
    expect(seen).toMatchObject({ 'x-request-id': 'tap-1', 'x-redcat-viewer': 'person_1' });
    for (const name of ['x-hop', 'te', 'authorization', 'cookie', 'x-redcat-claims'])
      expect(seen).not.toHaveProperty(name);
    expect(seen.host).toBe(new URL(shop.origin).host);
    expect(headers['x-request-id']).toBe('tap-1');
    expect(headers).not.toHaveProperty('x-private');
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('carries a body of any type, by %s', async (method) => {
    const body = randomBytes(300).toString('base64');
    const headers = { 'content-type': 'application/x-anything' };
    await fetch(`${gateway.url}/events`, { method, body, headers, redirect: 'manual' });
    expect(bodies.at(-1)).toBe(body);
    expect(shop.seen.at(-1)).toMatchObject({ method, path: '/events', headers });
  });

  test('goes below its prefix alone', async () => {
    const before = shop.seen.length;
    for (const path of ['/l', '/lx', '/eventsx']) expect((await fetch(gateway.url + path)).status).toBe(404);
    expect(shop.seen.length).toBe(before);
    await fetch(`${gateway.url}/events/batch`, { redirect: 'manual' });
    expect(shop.seen.at(-1)?.path).toBe('/events/batch');
  });

  test('is refused with 413 for a body over the limit, told or not', async () => {
    const told = await fetch(`${gateway.url}/events`, { method: 'POST', body: 'x'.repeat(1001) });
    expect(told.status).toBe(413);
    expect((await replyOf(told)).errors).toMatchObject([{ extensions: { code: 'BODY_TOO_LARGE' } }]);
    const chunks = ReadableStream.from(Array.from({ length: 11 }, () => Buffer.alloc(100)));
    const untold = await fetch(`${gateway.url}/events`, {
      method: 'POST',
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(untold.status).toBe(413);
  });

  test('is told 504 of a subgraph that hangs and 502 of a dead one, by name', async () => {
    const hanging = await fetch(`${gateway.url}/l/hang`);
    expect(hanging.status).toBe(504);
    expect((await replyOf(hanging)).errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'reviews', requestId: hanging.headers.get('x-request-id') } },
    ]);
    const origins = { books: books.origin, reviews: await deadOrigin() };
    await using other = await startTestGateway(origins, { GATEWAY_FORWARD: '/l/=reviews' });
    const dead = await fetch(`${other.url}/l/a`);
    expect(dead.status).toBe(502);
    const { errors } = await replyOf(dead);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'reviews' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/127\.|ECONN/);
    expect([hanging, dead].map(({ headers }) => headers.get('retry-after'))).toEqual(['5', '5']);
  });

  test('is told to a person’s browser by a page, in its language, which names nobody', async () => {
    const origins = { books: books.origin, reviews: await deadOrigin() };
    await using other = await startTestGateway(origins, { GATEWAY_FORWARD: '/l/=reviews' });
    const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    const open = (headers: Record<string, string>, method = 'GET') => fetch(`${other.url}/l/a`, { method, headers });
    for (const [language, lang, title] of [
      ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '暂时打不开'],
      ['en-GB,en;q=0.9', 'en', 'This can’t be opened just now'],
    ] as const) {
      const response = await open({ ...browser, 'accept-language': language });
      const { status, headers } = response;
      expect([status, headers.get('retry-after'), headers.get('content-type'), headers.get('cache-control')]).toEqual([
        502,
        '5',
        'text/html; charset=utf-8',
        'no-store',
      ]);
      const page = await response.text();
      expect(page).toContain(`<html lang="${lang}">`);
      expect(page).toContain(`<h1>${title}</h1>`);
      expect(page).not.toMatch(/127\.|localhost|reviews|http:|ECONN/);
    }
    for (const response of [
      await open({ accept: 'application/json' }),
      await open({ accept: '*/*' }),
      await open({ accept: 'text/html;q=0, */*' }),
      await open(browser, 'POST'),
    ]) {
      expect((await replyOf(response)).errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    }
  });

  test('streams for as long as the subgraph does, of any size, at the pace of its client', async () => {
    const piece = Buffer.alloc(65_536, 'x');
    let written = 0;
    await using endless = await startRawServer((_incoming, response) => {
      const write = () => {
        let goesOn = true;
        for (; written < 1_000 && goesOn; written++) goesOn = response.write(piece);
        if (written < 1_000) response.once('drain', write);
        else response.end();
      };
      write();
    });
    await using other = await startTestGateway(
      { books: books.origin, reviews: endless.origin },
      {
        GATEWAY_FORWARD: '/feed/=reviews',
        GATEWAY_SUBGRAPH_TIMEOUT_MS: '300',
        GATEWAY_SUBGRAPH_RESPONSE_BYTES: '1000000',
      },
    );
    const response = await fetch(`${other.url}/feed/all`);
    for (let before = -1; written !== before; ) {
      before = written;
      await sleep(400);
    }
    expect(written).toBeLessThan(900);
    expect((await response.arrayBuffer()).byteLength).toBe(1_000 * piece.length);
  });

  test('is refused at start where it names a subgraph that there is not', async () => {
    const origins = { books: books.origin, reviews: shop.origin };
    await expect(startTestGateway(origins, { GATEWAY_FORWARD: '/l/=shop' })).rejects.toThrow(
      /GATEWAY_FORWARD names shop; the supergraph has books and reviews/,
    );
  });
});

/** fetch sends no connection header of one's own. */
function rawGet(url: string, headers: Record<string, string>) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status?: number;
    headers: object & Record<string, unknown>;
  }>();
  request(url, { headers }, (response) => {
    response.resume();
    resolve({ status: response.statusCode, headers: response.headers } as never);
  })
    .on('error', reject)
    .end();
  return promise;
}

test('whoever reads after a forwarded write reads what it wrote, and not with a query that began before', async () => {
  let text = 'before';
  await using books = await startSubgraph(booksParts);
  await using reviews = await startRawServer(async (incoming, response) => {
    if (incoming.url === '/events') {
      text = incoming.method ?? '';
      response.end();
      return;
    }
    const body = JSON.stringify({ data: { newestReview: { text } } });
    await sleep(text === 'before' ? 500 : 0);
    response.end(body);
  });
  const env = { GATEWAY_FORWARD: '/events=reviews' };
  await using gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin }, env);
  for (const method of ['POST', 'PUT', 'DELETE']) {
    text = 'before';
    const asked = reviews.seen.length;
    const older = post(gateway.url, { query: '{ newestReview { text } }' });
    while (reviews.seen.length === asked) await sleep(5);
    await fetch(`${gateway.url}/events`, { method });
    const newer = await post(gateway.url, { query: '{ newestReview { text } }' });
    expect(newer.data).toEqual({ newestReview: { text: method } });
    expect((await older).data).toEqual({ newestReview: { text: 'before' } });
  }
});
