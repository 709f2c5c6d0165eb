import { expect, test } from 'vitest';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { personOf, searchIdOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const FIGURES = `query($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Note { conversion { ...F } } ... on ProductLink { conversion { ...F } }
  ... on Product { conversion { ...F } } ... on Shop { conversion { ...F } } } }
  fragment F on ConversionStats { linkClicks shopVisits addToCarts orders creditedOrders newCustomerOrders
    grossSales { amount } refunds { amount } netSales { amount } conversionRate withheld }`;

const SUBJECTS = [
  { __typename: 'Note', id: 'note_1' },
  { __typename: 'ProductLink', id: 'link_11' },
  { __typename: 'Product', id: 'product_11' },
  { __typename: 'Shop', id: 'shop_1' },
];

const NOTHING = {
  linkClicks: 0,
  shopVisits: 0,
  addToCarts: 0,
  orders: 0,
  creditedOrders: '0.000000',
  newCustomerOrders: 0,
  grossSales: { amount: '0.00' },
  refunds: { amount: '0.00' },
  netSales: { amount: '0.00' },
  conversionRate: null,
  withheld: null,
};

describeOnDatabases('recording', (fresh) => {
  const commerce = useCommerce(fresh);

  /** What the note, the link, the product and the shop of link_11 show. */
  async function figures() {
    const { data, errors } = await commerce().ask(FIGURES, { representations: SUBJECTS });
    expect(errors).toEqual([]);
    return data._entities.map(({ conversion }: { conversion: object }) => conversion);
  }

  test('an accepted event is in the next query: a click, and the order that names it', async () => {
    expect(await figures()).toEqual(SUBJECTS.map(() => NOTHING));
    await commerce().record(tapSent({ eventId: 'tap', clickId: 'click_1', personKey: null }));
    expect(await figures()).toEqual(SUBJECTS.map(() => ({ ...NOTHING, linkClicks: 1, conversionRate: '0.0000' })));
    const paid = await commerce().record(paidSent({ eventId: 'paid', clickId: 'click_1' }, { amount: '129.00' }));
    expect(paid).toMatchObject({ accepted: 1, duplicates: 0, rejected: 0, userErrors: [] });
    const sold = { orders: 1, creditedOrders: '1.000000', newCustomerOrders: 1, conversionRate: '1.0000' };
    const money = { grossSales: { amount: '129.00' }, netSales: { amount: '129.00' } };
    expect(await figures()).toEqual(SUBJECTS.map(() => ({ ...NOTHING, linkClicks: 1, ...sold, ...money })));
  });

  test('visits, carts and refunds move their figures by exactly what they are', async () => {
    await commerce().record(
      tapSent({ eventId: 'tap' }),
      visitSent({ eventId: 'visit' }),
      visitSent({ eventId: 'cart', stage: 'ADD_TO_CART' }),
      paidSent({ eventId: 'paid' }, { amount: '100.00' }),
      paidSent({ eventId: 'back', stage: 'REFUND' }, { platformOrderId: 'T-paid', amount: '30.00' }),
    );
    const [note] = await figures();
    expect(note).toMatchObject({ shopVisits: 1, addToCarts: 1, orders: 1, grossSales: { amount: '100.00' } });
    expect(note).toMatchObject({ refunds: { amount: '30.00' }, netSales: { amount: '70.00' } });
  });

  test('the same event again is a DUPLICATE of the first, and moves nothing', async () => {
    await commerce().record(tapSent({ eventId: 'tap' }));
    const [first] = (await commerce().record(paidSent({ eventId: 'paid' }))).results;
    const before = await figures();
    const again = await commerce().record(paidSent({ eventId: 'paid' }, { amount: '129.0' }));
    expect(again).toMatchObject({ accepted: 0, duplicates: 1, rejected: 0 });
    expect(again.results).toEqual([
      {
        index: 0,
        eventId: 'paid',
        outcome: 'DUPLICATE',
        conversionId: first?.conversionId,
        uncounted: null,
        error: null,
      },
    ]);
    expect(await figures()).toEqual(before);
  });

  test('the same name with other content is a CONFLICT, told with both hashes, and moves nothing', async () => {
    await commerce().record(tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }));
    const before = await figures();
    const conflict = await commerce().record(paidSent({ eventId: 'paid' }, { amount: '1.00' }));
    expect(conflict).toMatchObject({ accepted: 0, duplicates: 0, rejected: 1 });
    expect(conflict.results).toMatchObject([
      { outcome: 'CONFLICT', error: { code: 'EVENT_CONFLICT', field: ['eventId'] }, conversionId: expect.any(String) },
    ]);
    expect(new Set(conflict.results[0]?.error?.message.match(/\b[0-9a-f]{12}\b/g)).size).toBe(2);
    expect(await figures()).toEqual(before);
  });

  test('of a batch of 500 with 3 bad ones, 497 are accepted and 3 rejected, each with its place and reason', async () => {
    const events = Array.from({ length: 500 }, (_, index) => visitSent({ eventId: `visit-${index}` }));
    events[7] = { ...events[7], stage: 'TELEPATHY' };
    events[123] = { ...events[123], eventId: null };
    events[499] = { ...events[499], occurredAt: '昨天' };
    const payload = await commerce().record(...events);
    expect(payload).toMatchObject({ accepted: 497, duplicates: 0, rejected: 3 });
    expect(payload.results.map((result) => result.index)).toEqual(events.map((_, index) => index));
    expect(payload.results.filter((result) => result.outcome !== 'ACCEPTED')).toEqual([
      {
        index: 7,
        eventId: 'visit-7',
        outcome: 'REJECTED',
        conversionId: null,
        uncounted: null,
        error: { field: ['stage'], code: 'EVENT_STAGE_INVALID', message: expect.stringContaining('"TELEPATHY"') },
      },
      {
        index: 123,
        eventId: null,
        outcome: 'REJECTED',
        conversionId: null,
        uncounted: null,
        error: { field: ['eventId'], code: 'EVENT_ID_REQUIRED', message: expect.any(String) },
      },
      {
        index: 499,
        eventId: 'visit-499',
        outcome: 'REJECTED',
        conversionId: null,
        uncounted: null,
        error: { field: ['occurredAt'], code: 'EVENT_TIME_INVALID', message: expect.stringContaining('"昨天"') },
      },
    ]);
  });

  test('events that are one another’s within a batch are counted once', async () => {
    const payload = await commerce().record(
      tapSent({ eventId: 'tap' }),
      tapSent({ eventId: 'tap' }),
      tapSent({ eventId: 'tap', productLinkId: 'link_12' }),
    );
    expect(payload.results.map((result) => result.outcome)).toEqual(['ACCEPTED', 'DUPLICATE', 'CONFLICT']);
    expect((await figures())[0]).toMatchObject({ linkClicks: 1 });
  });

  test.each([0, 501])('a batch of %i events is refused whole', async (count) => {
    const events = Array.from({ length: count }, (_, index) => visitSent({ eventId: `${index}` }));
    expect(await commerce().record(...events)).toEqual({
      accepted: 0,
      duplicates: 0,
      rejected: 0,
      results: [],
      userErrors: [{ field: ['events'], code: 'EVENTS_COUNT', message: expect.stringContaining('1 to 500') }],
    });
  });

  test('who denied consent is in no figure: not by the click, not by the order, not by name', async () => {
    const denied = { consent: 'DENIED' };
    await commerce().record(
      tapSent({ eventId: 'tap', clickId: 'click_1', ...denied }),
      paidSent({ eventId: 'paid', clickId: 'click_1' }),
    );
    expect(await figures()).toEqual(SUBJECTS.map(() => NOTHING));
    const other = { personKey: personOf(2) };
    await commerce().record(
      tapSent({ eventId: 'tap-2', ...other }),
      paidSent({ eventId: 'paid-2', ...other, ...denied }),
    );
    expect((await figures())[0]).toMatchObject({ linkClicks: 1, orders: 0 });
    const kept = await commerce()
      .database.db.selectFrom('events')
      .select('person')
      .where('consent', '=', 'DENIED')
      .execute();
    expect(kept).toEqual([{ person: null }, { person: null }]);
  });

  test('a raw phone number is refused and kept nowhere; so are events from the future', async () => {
    const payload = await commerce().record(
      visitSent({ eventId: 'raw', personKey: '13812345678' }),
      visitSent({ eventId: 'soon', occurredAt: '2025-05-07T12:05:00.001+08:00' }),
      visitSent({ eventId: 'just', occurredAt: '2025-05-07T12:05:00+08:00' }),
    );
    expect(payload.results).toMatchObject([
      { outcome: 'REJECTED', error: { code: 'EVENT_PERSON_RAW', field: ['personKey'] } },
      { outcome: 'REJECTED', error: { code: 'EVENT_IN_FUTURE', field: ['occurredAt'] } },
      { outcome: 'ACCEPTED', error: null },
    ]);
    expect(JSON.stringify(payload)).not.toContain('13812345678');
  });

  test('a click that is told days after its order takes the credit from an older one', async () => {
    const { db } = commerce().database;
    await commerce().record(
      tapSent({ eventId: 'old', productLinkId: 'link_12', occurredAt: '2025-05-01T12:00:00+08:00' }),
    );
    await commerce().record(paidSent({ eventId: 'paid' }));
    expect(await readFigures(db)).toMatchObject({ 'NOTE note_2 2025-05-07 orders_7d': 1 });
    await commerce().record(tapSent({ eventId: 'new', occurredAt: '2025-05-06T12:00:00+08:00' }));
    const after = await readFigures(db);
    expect(after).toMatchObject({ 'NOTE note_1 2025-05-07 orders_24h': 1, 'NOTE note_1 2025-05-07 sales_7d': 12_900 });
    expect(after).not.toHaveProperty('NOTE note_2 2025-05-07 orders_7d');
  });

  test('an order told later is the first, and the one that was first is no more', async () => {
    const newCustomers = async () => (await figures())[3].newCustomerOrders;
    await commerce().record(
      tapSent({ eventId: 'tap', occurredAt: '2025-05-07T08:00:00+08:00' }),
      paidSent({ eventId: 'later' }),
    );
    expect(await newCustomers()).toBe(1);
    await commerce().record(paidSent({ eventId: 'earlier', occurredAt: '2025-05-07T07:00:00+08:00' }));
    expect(await newCustomers()).toBe(0);
  });

  test('counts each event by what became of it and why', async () => {
    await commerce().record(
      tapSent({ eventId: 'tap' }),
      tapSent({ eventId: 'tap' }),
      visitSent({ eventId: 'x', personKey: '李' }),
    );
    const metrics = await (await fetch(`${commerce().url}/metrics`)).text();
    expect(metrics).toMatch(/commerce_events_total\{outcome="ACCEPTED",reason="",step=""\} \d/);
    expect(metrics).toMatch(/commerce_events_total\{outcome="DUPLICATE",reason="",step=""\} \d/);
    expect(metrics).toMatch(
      /commerce_events_total\{outcome="REJECTED",reason="EVENT_PERSON_RAW",step="RAW_IDENTIFIER"\} \d/,
    );
  });

  test('a batch of 500 costs no more statements than one of 50', async () => {
    const batch = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => {
        const eventId = `${name}-${index}`;
        const personKey = personOf(index % 7);
        const searchId = searchIdOf('防晒');
        const kinds = [
          tapSent({ eventId, personKey, searchId, clickId: `click_${eventId}` }),
          visitSent({ eventId, personKey }),
          paidSent({ eventId, personKey }),
          paidSent(
            { eventId, personKey, stage: 'REFUND' },
            { platformOrderId: `T-${name}-${index - 1}`, amount: '1.00' },
          ),
          visitSent({ eventId, personKey, shopId: 'shop_2', stage: 'ADD_TO_CART' }),
        ];
        return kinds[index % kinds.length] ?? {};
      });
    const statementsOf = async (name: string, count: number) => {
      commerce().statements.length = 0;
      expect(await commerce().record(...batch(name, count))).toMatchObject({ accepted: count });
      return commerce().statements.length;
    };
    // So that the batches that are measured both change the credit of what is there.
    await statementsOf('before', 50);
    const few = await statementsOf('few', 50);
    expect(await statementsOf('many', 500)).toBeLessThanOrEqual(few);
    expect(few).toBeLessThan(40);
  });
});
