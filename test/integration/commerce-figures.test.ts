import { expect, test } from 'vitest';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { LINKS, personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const HOUR = 3_600_000;

const STATS = `fragment S on ConversionStats { window model linkClicks shopVisits orders netSales { amount } conversionRate
  withheld freshness { asOf watermark finality } byDay { day linkClicks shopVisits orders creditedOrders netSales { amount } } }`;

type Representation = { readonly __typename: string; readonly id: string; readonly [field: string]: unknown };

describeOnDatabases('conversion figures', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_LATENESS_MINUTES: '60' });

  /** `conversion` of a subject, as the gateway asks for it. */
  async function conversion(representation: Representation, args = '') {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) {
      ... on ${representation.__typename} { conversion${args} { ...S } } } } ${STATS}`;
    const { data, errors } = await commerce().ask(query, { of: [representation] });
    expect(errors).toEqual([]);
    return data._entities[0].conversion;
  }

  const note = (id = 'note_1') => ({ __typename: 'Note', id });
  const at = (iso: string) => ({ occurredAt: iso });
  const range = (from: string, to: string) => `(range: { from: "${from}", to: "${to}" })`;

  test('each window holds what lies at its end, and nothing beyond', async () => {
    const click = Date.parse('2025-04-01T12:00:00+08:00');
    const lengths = { HOURS_24: 24, DAYS_7: 168, DAYS_15: 360, DAYS_30: 720 };
    const ends = Object.values(lengths).flatMap((hours) => [click + hours * HOUR, click + hours * HOUR + 1]);
    await commerce().record(
      tapSent({ eventId: 'tap', ...at(new Date(click).toISOString()) }),
      ...ends.map((end, index) => paidSent({ eventId: `paid-${index}`, ...at(new Date(end).toISOString()) })),
    );
    const orders = await Promise.all(
      Object.keys(lengths).map(async (window) => (await conversion(note(), `(window: ${window})`)).orders),
    );
    expect(orders).toEqual([1, 3, 5, 7]);
    expect(await conversion(note())).toMatchObject({ window: 'DAYS_15', model: 'LAST_CLICK', orders: 5 });
  });

  test('days begin at midnight in Shanghai; a range holds both its ends; each of its days is told, empty ones too', async () => {
    await commerce().record(
      tapSent({ eventId: 'before', personKey: personOf(2), ...at('2025-04-30T23:59:59.999+08:00') }),
      tapSent({ eventId: 'first', ...at('2025-05-01T00:00:00+08:00') }),
      paidSent({ eventId: 'paid', ...at('2025-05-03T00:00:00+08:00') }, { amount: '30.00' }),
      tapSent({ eventId: 'last', personKey: personOf(2), ...at('2025-05-03T23:59:59.999+08:00') }),
      tapSent({ eventId: 'after', ...at('2025-05-04T00:00:00+08:00') }),
    );
    const none = { linkClicks: 0, shopVisits: 0, orders: 0, creditedOrders: '0.000000', netSales: { amount: '0.00' } };
    expect(await conversion(note(), range('2025-05-01', '2025-05-03'))).toMatchObject({
      linkClicks: 2,
      orders: 1,
      conversionRate: '0.5000',
      byDay: [
        { ...none, day: '2025-05-01', linkClicks: 1 },
        { ...none, day: '2025-05-02' },
        {
          day: '2025-05-03',
          linkClicks: 1,
          shopVisits: 0,
          orders: 1,
          creditedOrders: '1.000000',
          netSales: { amount: '30.00' },
        },
      ],
    });
    expect(await conversion(note())).toMatchObject({ linkClicks: 4, byDay: null });
  });

  test('tells the days of a range up to 92 of them, and the figures of one up to 366', async () => {
    expect((await conversion(note(), range('2025-01-01', '2025-04-02'))).byDay).toHaveLength(92);
    expect((await conversion(note(), range('2025-01-01', '2025-04-03'))).byDay).toBeNull();
    expect((await conversion(note(), range('2024-01-01', '2024-12-31'))).linkClicks).toBe(0);
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Note {
      conversion${range('2024-01-01', '2025-01-01')} { orders } } } }`;
    const { errors } = await commerce().ask(query, { of: [note()] });
    expect(errors).toMatchObject([{ message: expect.stringContaining('367'), extensions: { code: 'RANGE_INVALID' } }]);
  });

  test('is of the note, the link, the product or the shop that the credited click touched', async () => {
    const people = Array.from({ length: 3 }, (_, index) => ({ personKey: personOf(index + 1) }));
    await commerce().record(
      ...people.map((person, index) => tapSent({ eventId: `${index}`, ...person })),
      tapSent({ eventId: 'other', productLinkId: 'link_12', personKey: personOf(9) }),
      paidSent({ eventId: 'paid', link: 'link_12' }),
    );
    const of = async (__typename: string, id: string) => {
      const { linkClicks, orders } = await conversion({ __typename, id });
      return [linkClicks, orders];
    };
    // Person 1 clicked on link_11 and bought the product of link_12: the click has the credit.
    expect(await of('Note', 'note_1')).toEqual([3, 1]);
    expect(await of('Note', 'note_2')).toEqual([1, 0]);
    expect(await of('ProductLink', 'link_11')).toEqual([3, 1]);
    expect(await of('Product', 'product_11')).toEqual([3, 1]);
    expect(await of('Product', 'product_12')).toEqual([1, 0]);
    expect(await of('Shop', 'shop_1')).toEqual([4, 1]);
  });

  test('withholds what followed on a platform that does not return it, and tells the clicks', async () => {
    await commerce().record(tapSent({ eventId: 'tap', productLinkId: 'link_31' }));
    const silent = { linkClicks: 1, shopVisits: null, orders: null, netSales: null, withheld: 'NOT_REPORTED' };
    for (const [__typename, id] of [
      ['ProductLink', 'link_31'],
      ['Product', 'product_31'],
      ['Shop', 'shop_3'],
      ['Note', 'note_3'],
    ] as const) {
      expect(await conversion({ __typename, id })).toMatchObject(silent);
    }
  });

  test('of a note that leads to such a platform and to others, tells the figures of the others', async () => {
    const { db } = commerce().database;
    const mixed = { link_id: 'link_32', note_id: 'note_1', product_id: 'product_31', author_id: 'author_1' };
    await db
      .insertInto('link_targets')
      .values({ ...mixed, status: 'ACTIVE', feed_position: 99, jump_code: 'mixed' })
      .execute();
    await commerce().record(tapSent({ eventId: 'tap' }), visitSent({ eventId: 'visit' }));
    expect(await conversion(note())).toMatchObject({ linkClicks: 1, shopVisits: 1, withheld: null });
    await db.deleteFrom('link_targets').where('link_id', '=', 'link_32').execute();
  });

  test('is as of the newest event counted, of the whole subgraph where the subject has none, of the watermark where there is none', async () => {
    const watermark = '2025-05-07T03:00:00.000Z';
    expect((await conversion(note())).freshness).toEqual({ asOf: watermark, watermark, finality: 'LIVE' });
    await commerce().record(
      tapSent({ eventId: 'tap', ...at('2025-05-01T12:00:00+08:00') }),
      visitSent({ eventId: 'visit', ...at('2025-05-03T12:00:00+08:00') }),
      tapSent({ eventId: 'other', productLinkId: 'link_22', ...at('2025-05-05T12:00:00+08:00') }),
    );
    const asOf = async (args = '', id = 'note_1') => (await conversion(note(id), args)).freshness.asOf;
    expect(await asOf()).toBe('2025-05-03T04:00:00.000Z');
    // The visit lies beyond the window of 24 hours.
    expect(await asOf('(window: HOURS_24)')).toBe('2025-05-01T04:00:00.000Z');
    expect(await asOf('', 'note_3')).toBe('2025-05-05T04:00:00.000Z');
  });

  test.each([
    ['LIVE', '2025-05-09T15:59:59.999Z'],
    ['PROVISIONAL', '2025-05-09T16:00:00.000Z'],
    ['PROVISIONAL', '2025-05-12T15:59:59.999Z'],
    ['FINAL', '2025-05-12T16:00:00.000Z'],
  ])('a range that ended is %s at %s, by its window of 7 days', async (finality, now) => {
    commerce().now = new Date(now);
    const args = '(range: { from: "2025-05-01", to: "2025-05-02" }, window: DAYS_7)';
    expect((await conversion(note(), args)).freshness.finality).toBe(finality);
  });

  test('divides lifetime orders by reads; nothing by no reads', async () => {
    await commerce().record(tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }));
    const query = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Note { readToOrderRate } } }';
    const of = [8, 0].map((readCount) => ({ ...note(), readCount }));
    const { data } = await commerce().ask(query, { of });
    expect(data._entities).toEqual([{ readToOrderRate: '0.125000' }, { readToOrderRate: null }]);
  });

  test('of many notes, links, products and shops cost the same statements as of one, and as with many events', async () => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) {
      ... on Note { conversion { ...S } readToOrderRate week: conversion${range('2025-05-01', '2025-05-07')} { ...S } }
      ... on ProductLink { conversion { ...S } destination { jumpUrl platform { name } opensInPlace } }
      ... on Product { title soldAtLeast conversion { ...S } shop { name platform { name } conversion { ...S } } } } } ${STATS}`;
    const notes = ['note_1', 'note_2', 'note_3'].map((id) => ({ ...note(id), readCount: 100 }));
    const links = LINKS.map(({ id }) => ({ __typename: 'ProductLink', id }));
    const products = LINKS.map(({ productId }) => ({ __typename: 'Product', id: productId }));
    const statementsOf = async (of: readonly object[]) => {
      commerce().statements.length = 0;
      const { errors } = await commerce().ask(query, { of });
      expect(errors).toEqual([]);
      return commerce().statements.length;
    };
    const one = await statementsOf([notes[0], links[0], products[0]] as object[]);
    expect(await statementsOf([...notes, ...links, ...products])).toBeLessThanOrEqual(one);
    const many = Array.from({ length: 150 }, (_, index) =>
      tapSent({ eventId: `${index}`, personKey: personOf(index) }),
    );
    await commerce().record(
      ...many,
      ...many.map((event) => visitSent({ ...event, eventId: `${event.eventId}`, stage: 'SHOP_VISIT' })),
    );
    expect(await statementsOf([...notes, ...links, ...products])).toBeLessThanOrEqual(one);
  });
});
