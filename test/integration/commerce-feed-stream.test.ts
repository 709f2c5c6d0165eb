import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { startCommerce, useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const FAST = {
  COMMERCE_FEED_INTERVAL_MS: '10',
  COMMERCE_FEED_HEARTBEAT_MS: '40',
  COMMERCE_FEED_STREAMS: '2',
};

interface Line {
  readonly cursor: string;
  readonly id?: string;
  readonly eventId?: string;
  readonly [field: string]: unknown;
}

const FEED = `{ conversions { pageInfo { endCursor } nodes { id eventId stage state version sourceId platformOrderId platformLineId quantity
  occurredAt receivedAt changedAt value { amount currencyCode } note { id } productLink { id } shop { id }
  product { id platformId platformProductId } } } }`;

describeOnDatabases('the feed as NDJSON', (fresh) => {
  const commerce = useCommerce(fresh, FAST);

  const get = (query = '') => fetch(`${commerce().url}/feed/conversions${query}`);

  async function lines(query = ''): Promise<Line[]> {
    const response = await get(query);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const text = await response.text();
    expect(text.endsWith('\n')).toBe(true);
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  const names = (told: readonly Line[]) => told.map(({ eventId }) => eventId);

  test('tells what the query tells, a conversion a line, each with its cursor, and ends with the cursor of the end', async () => {
    await commerce().record(
      tapSent({ eventId: 'tap' }),
      paidSent({ eventId: 'paid' }),
      visitSent({ eventId: 'visit' }),
    );
    const { data } = await commerce().ask(FEED);
    const told = await lines();
    const flat = data.conversions.nodes.map(
      ({ note, productLink, product, shop, ...rest }: Record<string, Record<string, unknown> | null>) => ({
        ...rest,
        cursor: expect.any(String),
        noteId: note?.id ?? null,
        productLinkId: productLink?.id ?? null,
        productId: product?.id ?? null,
        platformId: product?.platformId ?? null,
        platformProductId: product?.platformProductId ?? null,
        shopId: shop?.id ?? null,
        creditedSourceId: null,
      }),
    );
    expect(told).toEqual([...flat, { cursor: data.conversions.pageInfo.endCursor }]);
    for (const [index, { cursor }] of told.entries()) {
      expect(names(await lines(`?after=${cursor}`))).toEqual([...names(told.slice(index + 1, -1)), undefined]);
    }
    expect(names(await lines('?stages=ORDER_PAID,REFUND&shopIds=shop_1'))).toEqual(['paid', undefined]);
    expect(await lines('?shopIds=shop_2')).toEqual([{ cursor: expect.any(String) }]);
  });

  test('gives the whole of many pages', async () => {
    for (let batch = 0; batch < 3; batch++) {
      await commerce().record(
        ...Array.from({ length: 500 }, (_, index) => visitSent({ eventId: `${batch}-${index}` })),
      );
    }
    const told = await lines();
    expect(told).toHaveLength(1_501);
    expect(new Set(told.map(({ id }) => id)).size).toBe(1_501);
  });

  test('follows: tells what is recorded later, and its cursor while nothing is', async () => {
    await commerce().record(visitSent({ eventId: 'before' }));
    const { response, next } = await follow();
    expect((await next()).eventId).toBe('before');
    const heartbeat = await next();
    expect(heartbeat).toEqual({ cursor: expect.any(String) });
    await commerce().record(visitSent({ eventId: 'after' }));
    let line = await next();
    while (line.id === undefined) line = await next();
    expect(line.eventId).toBe('after');
    response.destroy();
    expect(names(await lines(`?after=${heartbeat.cursor}`))).toEqual(['after', undefined]);
  });

  async function follow(query = '') {
    const response = await stream(`${commerce().url}/feed/conversions?follow=true${query}`);
    const reader = createInterface({ input: response })[Symbol.asyncIterator]();
    return { response, next: async (): Promise<Line> => JSON.parse((await reader.next()).value ?? 'null') };
  }

  test('lets in as many streams as there may be; a place is free again when one has ended', async () => {
    const open = [await follow(), await follow()];
    const refused = await get();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ code: 'FEED_BUSY' });
    for (const { response } of open) response.destroy();
    let status = 503;
    while (status === 503) status = (await get()).status;
    expect(status).toBe(200);
  });

  test.each([
    ['?after=x', 400, 'CURSOR_INVALID'],
    ['?stages=READ', 400, 'ARGUMENT_INVALID'],
    ['?stages=', 400, 'ARGUMENT_INVALID'],
    ['?stages=REFUND&stages=REFUND', 400, 'ARGUMENT_INVALID'],
    ['?shopIds=1', 400, 'ID_INVALID'],
    ['?changedSince=yesterday', 400, 'ARGUMENT_INVALID'],
    ['?follow=1', 400, 'ARGUMENT_INVALID'],
    ['?cursor=1', 400, 'ARGUMENT_INVALID'],
  ])('answers %s with %i %s', async (query, status, code) => {
    const response = await get(query);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ code, message: expect.any(String) });
  });

  test('answers a cursor of another epoch with 410', async () => {
    const [end] = await lines();
    await commerce().database.db.updateTable('feed').set({ epoch: 'another' }).execute();
    const response = await get(`?after=${end?.cursor}`);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ code: 'FEED_EPOCH_CHANGED' });
  });

  test('reads no further ahead than who reads it', async () => {
    for (let batch = 0; batch < 24; batch++) {
      await commerce().record(
        ...Array.from({ length: 500 }, (_, index) => visitSent({ eventId: `${batch}-${index}-${'x'.repeat(100)}` })),
      );
    }
    commerce().statements.length = 0;
    const response = await stream(`${commerce().url}/feed/conversions`);
    response.pause();
    const pagesRead = () => commerce().statements.filter((each) => each.includes('cross join lateral')).length;
    for (let before = -1; pagesRead() !== before; ) {
      before = pagesRead();
      await sleep(300);
    }
    expect(pagesRead()).toBeLessThan(20);
    let count = 0;
    for await (const _ of createInterface({ input: response })) count++;
    expect(count).toBe(24 * 500 + 1);
  });

  test('ends in good order, with a last cursor, when the server does', async () => {
    const other = await startCommerce(await fresh(), FAST);
    await other.record(visitSent({ eventId: 'visit' }));
    const response = await stream(`${other.url}/feed/conversions?follow=true`);
    const told: Line[] = [];
    const ended = (async () => {
      for await (const line of createInterface({ input: response })) told.push(JSON.parse(line));
    })();
    while (told.length < 2) await sleep(10);
    await other.close();
    await ended;
    expect(told[0]).toMatchObject({ eventId: 'visit' });
    expect(told.at(-1)).toEqual({ cursor: expect.any(String) });
  });
});

async function stream(url: string): Promise<IncomingMessage> {
  const sent = request(url, { agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return response;
}
