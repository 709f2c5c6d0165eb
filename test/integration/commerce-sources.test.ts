import { expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { rebuild } from '../../subgraphs/commerce/conversions/keeping/rebuild.ts';
import { sealDay } from '../../subgraphs/commerce/store/events/sealed-days.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { linkOf, personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const FIGURES = `query($id: ID!) { source(id: $id) { id
  last: conversion { linkClicks shopVisits orders netSales { amount } conversionRate withheld }
  linear: conversion(model: LINEAR) { creditedOrders }
  read: conversion(model: READ_THROUGH) { orders } } }`;

/** A click of person 1 on a product that a clip shows, so many minutes before noon. */
function clipSent(
  eventId: string,
  minutes: number,
  more: Omit<SentEvent, 'eventId'> & { link?: string } = {},
): SentEvent {
  const { link = 'link_11', ...event } = more;
  const { platformId, platformProductId } = linkOf(link);
  const occurredAt = new Date(Date.parse('2025-05-07T12:00:00+08:00') - minutes * 60_000).toISOString();
  const { productLinkId: _, ...tap } = tapSent({ eventId, occurredAt, sourceId: 'clip_1' });
  return { ...tap, platformId, platformProductId, ...event };
}

describeOnDatabases('an item of a connected platform that leads to products', (fresh) => {
  const commerce = useCommerce(fresh);
  const db = () => commerce().database.db;

  async function source(id: string) {
    const { data, errors } = await commerce().ask(FIGURES, { id });
    expect(errors).toEqual([]);
    return data.source;
  }

  async function feed() {
    const reader = new FeedReader();
    await reader.read(db(), 500);
    return new Map([...reader.held.values()].map((each) => [each.eventId, each]));
  }

  const outcomes = async (...events: SentEvent[]) =>
    (await commerce().record(...events)).results.map(
      ({ outcome, error, uncounted }) => error?.code ?? uncounted ?? outcome,
    );

  test('has the clicks on it and what followed them in its figures, and in those of product and shop', async () => {
    expect(
      await outcomes(clipSent('click', 30), visitSent({ eventId: 'visit' }), paidSent({ eventId: 'paid' })),
    ).toEqual(Array(3).fill('ACCEPTED'));
    expect(await source('clip_1')).toEqual({
      id: 'clip_1',
      last: {
        linkClicks: 1,
        shopVisits: 1,
        orders: 1,
        netSales: { amount: '129.00' },
        conversionRate: '1.0000',
        withheld: null,
      },
      linear: { creditedOrders: '1.000000' },
      read: { orders: 0 },
    });
    expect((await source('clip_2')).last).toMatchObject({ linkClicks: 0, orders: 0 });
    expect(await readFigures(db())).toMatchObject({
      'PRODUCT product_11 2025-05-07 orders_15d': 1,
      'SHOP shop_1 2025-05-07 clicks': 1,
    });
  });

  test('shares the credit for an order with the note that led there, too; journey and feed tell of both', async () => {
    await commerce().record(
      tapSent({ eventId: 'note', occurredAt: '2025-05-07T11:00:00+08:00' }),
      clipSent('clip', 30),
    );
    await commerce().record(paidSent({ eventId: 'paid' }));
    expect((await source('clip_1')).linear).toEqual({ creditedOrders: '0.500000' });
    const { data, errors } = await commerce().ask(`{
      shop(id: "shop_1") { orders { nodes { journey(model: LINEAR) { touches { sourceId note { id } productLink { id } credit } } } } }
      conversions { nodes { eventId sourceId note { id } source { id } productLink { id } } } }`);
    expect(errors).toEqual([]);
    const [{ journey }] = data.shop.orders.nodes;
    expect(journey.touches).toEqual([
      { sourceId: 'note_1', note: { id: 'note_1' }, productLink: { id: 'link_11' }, credit: '0.500000' },
      { sourceId: 'clip_1', note: null, productLink: null, credit: '0.500000' },
    ]);
    expect(data.conversions.nodes).toEqual([
      { eventId: 'note', sourceId: null, note: { id: 'note_1' }, source: null, productLink: { id: 'link_11' } },
      { eventId: 'clip', sourceId: 'clip_1', note: null, source: { id: 'clip_1' }, productLink: null },
      { eventId: 'paid', sourceId: null, note: null, source: { id: 'clip_1' }, productLink: null },
    ]);
    const lines = await (await fetch(`${commerce().url}/feed/conversions`)).text();
    expect(lines).toMatch(/"eventId":"paid".*"noteId":null,"creditedSourceId":"clip_1","productLinkId":null/);
  });

  test('its clicks are corrected, taken back, and invalid traffic by the same rules', async () => {
    const again = { occurredAt: new Date(Date.parse('2025-05-07T11:30:00.500+08:00')).toISOString() };
    expect(
      await outcomes(
        clipSent('a', 30),
        clipSent('b', 0, again),
        clipSent('c', 0, { ...again, sourceId: 'clip_2' }),
        clipSent('d', 0, { ...again, link: 'link_12' }),
      ),
    ).toEqual(['ACCEPTED', 'INVALID_TRAFFIC', 'ACCEPTED', 'ACCEPTED']);
    await commerce().record(
      clipSent('e', 30, { correctsEventId: 'c', sourceId: 'clip_3' }),
      { eventId: 'f', stage: 'LINK_CLICK', correctsEventId: 'd', retract: true },
      paidSent({ eventId: 'paid' }),
    );
    expect((await source('clip_1')).last).toMatchObject({ linkClicks: 1 });
    expect((await source('clip_2')).last).toMatchObject({ linkClicks: 0, orders: 0 });
    expect((await source('clip_3')).last).toMatchObject({ linkClicks: 1, orders: 1 });
    const told = await feed();
    expect(told.get('b')).toMatchObject({ state: 'INVALID_TRAFFIC', noteId: null });
    expect(told.get('d')).toMatchObject({ state: 'RETRACTED', noteId: null });
  });

  test('a read of it has credit where the event says that it led', async () => {
    const read = (eventId: string, more: SentEvent) => ({
      eventId,
      stage: 'READ',
      occurredAt: '2025-05-07T11:00:00+08:00',
      personKey: personOf(1),
      ...more,
    });
    await commerce().record(
      read('shown', { sourceId: 'clip_1', shopId: 'shop_1' }),
      read('elsewhere', { sourceId: 'clip_2', shopId: 'shop_2' }),
      read('nowhere', { sourceId: 'clip_3' }),
      visitSent({ eventId: 'visit', occurredAt: '2025-05-07T11:30:00+08:00' }),
      paidSent({ eventId: 'paid' }),
    );
    expect((await source('clip_1')).read).toEqual({ orders: 1 });
    for (const id of ['clip_2', 'clip_3']) expect((await source(id)).read).toEqual({ orders: 0 });
  });

  test('a click names the item with the product; a note’s names its link, and figures of notes stand at notes', async () => {
    const { platformId: _, platformProductId: __, ...bare } = clipSent('bare', 30);
    expect(
      await outcomes(
        bare,
        clipSent('note', 30, { sourceId: 'note_1' }),
        clipSent('none', 30, { sourceId: null }),
        clipSent('unknown', 30, { platformProductId: 'nothing' }),
      ),
    ).toEqual([...Array(3).fill('EVENT_LINK_REQUIRED'), 'EVENT_PRODUCT_UNKNOWN']);
    const { errors } = await commerce().ask(FIGURES, { id: 'note_1' });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['ID_INVALID']);
  });

  test('where its products are sold on a platform that returns nothing, its clicks alone are told', async () => {
    await commerce().record(clipSent('click', 30, { link: 'link_31' }));
    expect((await source('clip_1')).last).toMatchObject({ linkClicks: 1, orders: null, withheld: 'NOT_REPORTED' });
  });

  test('its days are sealed, and all of it is derived anew as it was', async () => {
    await commerce().record(
      clipSent('click', 30),
      clipSent('other', 20, { link: 'link_21' }),
      paidSent({ eventId: 'paid' }),
    );
    const before = [
      await readFigures(db()),
      await db().selectFrom('placements').selectAll().orderBy('link_id').execute(),
    ];
    expect(before[1]).toHaveLength(2);
    await rebuild(db());
    expect([
      await readFigures(db()),
      await db().selectFrom('placements').selectAll().orderBy('link_id').execute(),
    ]).toEqual(before);
    const { day } = await db().selectFrom('click_days').select('day').executeTakeFirstOrThrow();
    expect(await sealDay(db(), day)).toMatchObject({ events: 3 });
    await db().deleteFrom('sealed_days').execute();
  });
});
