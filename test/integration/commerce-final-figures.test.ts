import { expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const TAPPED = '2025-05-01T10:00:00+08:00';
const PAID = '2025-05-01T12:00:00+08:00';
/** The first of May is FINAL in HOURS_24 from midnight before the sixth on, in DAYS_7 from midnight before the twelfth on. */
const LATER = new Date('2025-05-09T04:00:00.000Z');

const STATS =
  'linkClicks shopVisits orders newCustomerOrders creditedOrders grossSales { amount } refunds { amount } netSales { amount }';

describeOnDatabases('figures that are FINAL', (fresh) => {
  const commerce = useCommerce(fresh);

  async function stats(id: string, day: string, window = 'HOURS_24', model = 'LAST_CLICK') {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Note {
      conversion(range: { from: "${day}", to: "${day}" }, window: ${window}, model: ${model}) { ${STATS} freshness { finality } } } } }`;
    const { data, errors } = await commerce().ask(query, { of: [{ __typename: 'Note', id }] });
    expect(errors).toEqual([]);
    return data._entities[0].conversion;
  }

  /** Records what came in time, and then what comes late. */
  async function record(inTime: readonly SentEvent[], late: readonly SentEvent[]) {
    commerce().now = new Date('2025-05-02T04:00:00.000Z');
    await commerce().record(...inTime);
    commerce().now = LATER;
    const was = await stats('note_1', '2025-05-01');
    expect(was.freshness.finality).toBe('FINAL');
    expect((await stats('note_1', '2025-05-01', 'DAYS_7')).freshness.finality).toBe('PROVISIONAL');
    await commerce().record(...late);
    expect(await stats('note_1', '2025-05-01')).toEqual(was);
    return was;
  }

  test('stay as they are: a late order is an adjustment on the day on which it is recorded', async () => {
    await record(
      [tapSent({ eventId: 'tap', occurredAt: TAPPED }), paidSent({ eventId: 'one', occurredAt: PAID })],
      [paidSent({ eventId: 'two', occurredAt: PAID }), visitSent({ eventId: 'visit', occurredAt: PAID })],
    );
    const adjustment = { orders: 1, shopVisits: 1, creditedOrders: '1.000000', netSales: { amount: '129.00' } };
    expect(await stats('note_1', '2025-05-09')).toMatchObject(adjustment);
    // The longer window is still open.
    expect(await stats('note_1', '2025-05-01', 'DAYS_7')).toMatchObject({ orders: 2, shopVisits: 1 });
    expect(await stats('note_1', '2025-05-09', 'DAYS_7')).toMatchObject({ orders: 0, shopVisits: 0 });
  });

  test('stay as they are: a late click takes the order from one note to another on the day on which it is recorded', async () => {
    await record(
      [tapSent({ eventId: 'tap', occurredAt: TAPPED }), paidSent({ eventId: 'one', occurredAt: PAID })],
      [tapSent({ eventId: 'late', occurredAt: '2025-05-01T11:00:00+08:00', productLinkId: 'link_12' })],
    );
    expect(await stats('note_1', '2025-05-09')).toMatchObject({
      linkClicks: 0,
      orders: -1,
      newCustomerOrders: -1,
      netSales: { amount: '-129.00' },
    });
    expect(await stats('note_2', '2025-05-09')).toMatchObject({
      linkClicks: 1,
      orders: 1,
      newCustomerOrders: 1,
      netSales: { amount: '129.00' },
    });
    expect(await stats('note_2', '2025-05-01')).toMatchObject({ linkClicks: 0, orders: 0 });
    expect(await stats('note_2', '2025-05-01', 'DAYS_7')).toMatchObject({ linkClicks: 1, orders: 1 });
    // The first click keeps the credit that the late one does not take.
    expect(await stats('note_1', '2025-05-09', 'HOURS_24', 'FIRST_CLICK')).toMatchObject({ orders: 0 });
    expect(await stats('note_2', '2025-05-09', 'HOURS_24', 'LINEAR')).toMatchObject({
      orders: 1,
      creditedOrders: '0.500000',
      grossSales: { amount: '64.50' },
    });
    expect(await stats('note_1', '2025-05-09', 'HOURS_24', 'LINEAR')).toMatchObject({
      orders: 0,
      creditedOrders: '-0.500000',
      grossSales: { amount: '-64.50' },
    });
  });

  test('stay as they are: a late read or search is an adjustment of READ_THROUGH', async () => {
    const person = { personKey: personOf(7) };
    const sent = { stage: 'READ', sourceId: 'note_1', occurredAt: TAPPED, ...person };
    await record(
      [paidSent({ eventId: 'one', occurredAt: PAID, ...person }), { ...sent, eventId: 'read' }],
      [{ eventId: 'search', stage: 'SEARCH', occurredAt: '2025-05-01T11:00:00+08:00', ...person }],
    );
    expect(await stats('note_1', '2025-05-09', 'HOURS_24', 'READ_THROUGH')).toMatchObject({ orders: 1, linkClicks: 0 });
    expect(await stats('note_1', '2025-05-01', 'HOURS_24', 'READ_THROUGH')).toMatchObject({ orders: 0 });
    expect(await stats('note_1', '2025-05-01', 'DAYS_7', 'READ_THROUGH')).toMatchObject({ orders: 1 });
    expect(await stats('note_1', '2025-05-01', 'DAYS_7', 'LAST_CLICK')).toMatchObject({ orders: 0 });
  });

  test('a refund counts on its own day, however long ago the order was', async () => {
    await record(
      [tapSent({ eventId: 'tap', occurredAt: TAPPED }), paidSent({ eventId: 'one', occurredAt: PAID })],
      [
        paidSent(
          { eventId: 'back', stage: 'REFUND', occurredAt: LATER.toISOString() },
          { platformOrderId: 'T-one', amount: '29.00' },
        ),
      ],
    );
    expect(await stats('note_1', '2025-05-09')).toMatchObject({ orders: 0, refunds: { amount: '29.00' } });
  });
});
