import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type EventInput,
  NotePageDocument,
  PartnerEventsRecordDocument,
  ProductLinkOpenDocument,
} from '../../schema/generated/operations.ts';
import { ask } from '../kit/ask.ts';
import { describeOnSystems } from '../kit/describe-systems.ts';
import type { TestSystem } from '../kit/test-system.ts';

const FIGURES = `
  fragment F on ConversionStats { linkClicks shopVisits orders creditedOrders netSales { amount } }
  query Figures($note: ID!, $link: ID!, $product: ID!) {
    note(id: $note) { conversion { ...F } }
    node(id: $link) { ... on ProductLink { conversion { ...F } } }
    product(id: $product) { conversion { ...F } platformId platformProductId }
  }`;

interface Stats {
  linkClicks: number;
  orders: number;
  netSales: { amount: string };
}

interface Figures {
  note: { conversion: Stats };
  node: { conversion: Stats };
  product: { conversion: Stats; platformId: string; platformProductId: string };
}

describeOnSystems('recording events through the gateway', (start) => {
  let system: TestSystem;
  let subject: { note: string; link: string; product: string };

  const figures = async () => (await ask<Figures, typeof subject>(system.urls.gateway, FIGURES, subject)).data;
  const record = async (events: EventInput[]) => {
    const { data, errors } = await ask(system.urls.gateway, PartnerEventsRecordDocument, { events });
    expect(errors).toEqual([]);
    return data.eventsRecord;
  };
  const personKey = () => randomBytes(32).toString('hex');

  async function paidOrder(eventId: string, amount: string): Promise<EventInput> {
    const opened = await ask(system.urls.gateway, ProductLinkOpenDocument, { productLinkId: subject.link });
    expect(opened.data.productLinkOpen?.userErrors).toEqual([]);
    const { platformId, platformProductId } = (await figures()).product;
    return {
      eventId,
      stage: 'ORDER_PAID',
      occurredAt: new Date().toISOString(),
      personKey: personKey(),
      clickId: opened.data.productLinkOpen?.click?.id,
      platformId,
      platformProductId,
      order: { platformOrderId: `o-${eventId}`, platformLineId: '1', quantity: 1, amount, currencyCode: 'CNY' },
    };
  }

  beforeAll(async () => {
    system = await start();
    const { data } = await ask(system.urls.gateway, NotePageDocument, { id: 'note_1' });
    const sold = data.note?.productLinks.nodes.find((link) => link.conversion?.orders != null);
    subject = { note: 'note_1', link: sold?.id ?? '', product: sold?.product?.id ?? '' };
  });

  afterAll(async () => {
    await system?.[Symbol.asyncDispose]();
  });

  it('moves the figures of note, link and product by exactly the order that a click led to', async () => {
    const event = await paidOrder('order-1', '129.00');
    const before = await figures();
    expect(await record([event])).toMatchObject({ accepted: 1, duplicates: 0, rejected: 0 });
    const after = await figures();
    for (const [was, is] of [
      [before.note, after.note],
      [before.node, after.node],
      [before.product, after.product],
    ] as const) {
      expect(is.conversion.orders).toBe(was.conversion.orders + 1);
      expect(fen(is.conversion.netSales.amount)).toBe(fen(was.conversion.netSales.amount) + 12_900);
      expect(is.conversion.linkClicks).toBe(was.conversion.linkClicks);
    }
  });

  it('answers DUPLICATE to the same event again, and CONFLICT to its name with another amount; nothing moves', async () => {
    const event = await paidOrder('order-2', '59.90');
    const [first] = (await record([event]))?.results ?? [];
    const before = await figures();
    const repeated = await record([event]);
    expect(repeated).toMatchObject({ accepted: 0, duplicates: 1, rejected: 0 });
    expect(repeated?.results[0]).toMatchObject({ outcome: 'DUPLICATE', conversionId: first?.conversionId });
    const conflicting = await record([{ ...event, order: { ...event.order, amount: '1.00' } }]);
    expect(conflicting).toMatchObject({ accepted: 0, duplicates: 0, rejected: 1 });
    expect(conflicting?.results[0]).toMatchObject({ outcome: 'CONFLICT', error: { code: 'EVENT_CONFLICT' } });
    expect(conflicting?.results[0]?.error?.message.match(/[0-9a-f]{8,}/g)).toHaveLength(2);
    expect(await figures()).toEqual(before);
  });

  it('accepts 497 of a batch of 500 and says of each of the 3 others where and why', async () => {
    const { platformId, platformProductId } = (await figures()).product;
    const events: EventInput[] = Array.from({ length: 500 }, (_, index) => ({
      eventId: `view-${index}`,
      stage: 'PRODUCT_VIEW',
      occurredAt: new Date().toISOString(),
      personKey: personKey(),
      platformId,
      platformProductId,
    }));
    events[7] = { ...events[7], stage: 'TELEPATHY' };
    events[123] = { ...events[123], eventId: null };
    events[499] = { ...events[499], occurredAt: 'last Tuesday' };
    const payload = await record(events);
    expect(payload).toMatchObject({ accepted: 497, duplicates: 0, rejected: 3 });
    expect(payload?.results.map((result) => result.index)).toEqual(events.map((_, index) => index));
    const rejected = payload?.results.filter((result) => result.outcome === 'REJECTED');
    expect(rejected).toMatchObject([
      { index: 7, error: { field: ['stage'], message: expect.stringContaining('TELEPATHY') } },
      { index: 123, error: { field: ['eventId'] } },
      { index: 499, error: { field: ['occurredAt'], message: expect.stringContaining('ISO 8601') } },
    ]);
  });

  it('refuses a raw phone number as personKey, and an event from the future', async () => {
    const payload = await record([
      {
        eventId: 'raw-1',
        stage: 'READ',
        occurredAt: new Date().toISOString(),
        personKey: '13812345678',
        sourceId: 'note_1',
      },
      {
        eventId: 'soon-1',
        stage: 'READ',
        occurredAt: '2999-01-01T00:00:00Z',
        personKey: personKey(),
        sourceId: 'note_1',
      },
    ]);
    expect(payload?.results).toMatchObject([
      { outcome: 'REJECTED', error: { code: 'EVENT_PERSON_RAW', field: ['personKey'] } },
      { outcome: 'REJECTED', error: { code: 'EVENT_IN_FUTURE', field: ['occurredAt'] } },
    ]);
  });

  it('takes events at POST /events too, and answers the same when a named batch is sent again', async () => {
    const event = await paidOrder('order-3', '10.00');
    const before = await figures();
    const send = async () => {
      const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'batch-3' };
      const body = `${JSON.stringify(event)}\n`;
      const response = await fetch(`${system.urls.gateway}/events`, { method: 'POST', headers, body });
      return response.json();
    };
    const first = await send();
    expect(first).toMatchObject({ accepted: 1, results: [{ index: 0, eventId: 'order-3', outcome: 'ACCEPTED' }] });
    expect(await send()).toEqual(first);
    expect((await figures()).note.conversion.orders).toBe(before.note.conversion.orders + 1);
  });

  it('keeps who denied consent out of every figure', async () => {
    const event = await paidOrder('order-denied', '80.00');
    const before = await figures();
    expect(await record([{ ...event, consent: 'DENIED' }])).toMatchObject({ accepted: 1 });
    expect(await figures()).toEqual(before);
  });
});

function fen(amount: string): number {
  return Math.round(Number(amount) * 100);
}
