import { expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const FIGURES = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Note { conversion {
  linkClicks shopVisits addToCarts orders newCustomerOrders grossSales { amount } refunds { amount } } }
  ... on Product { soldAtLeast } } }`;

const READ_THROUGH = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Note { conversion(model: READ_THROUGH) { orders } } } }`;

describeOnDatabases('corrections', (fresh) => {
  const commerce = useCommerce(fresh);

  async function note(id: string) {
    const { data, errors } = await commerce().ask(FIGURES, { of: [{ __typename: 'Note', id }] });
    expect(errors).toEqual([]);
    const { grossSales, refunds, ...rest } = data._entities[0].conversion;
    return { ...rest, grossSales: grossSales.amount, refunds: refunds.amount };
  }

  /** Records what is accepted. @returns their conversions' ids */
  async function record(...events: SentEvent[]): Promise<string[]> {
    const { results } = await commerce().record(...events);
    expect(results.flatMap(({ error }) => error ?? [])).toEqual([]);
    return results.map(({ conversionId }) => conversionId ?? '');
  }

  async function feed() {
    const reader = new FeedReader();
    await reader.read(commerce().database.db, 500);
    return [...reader.held.values()];
  }

  const retraction = (eventId: string, correctsEventId: string, stage: string): SentEvent => ({
    eventId,
    stage,
    correctsEventId,
    retract: true,
  });

  test('a payment’s amount is corrected: figures, order and feed tell the new one, under the same id', async () => {
    const [, id] = await record(tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }, { amount: '129.00' }));
    const [corrected] = await record(
      paidSent(
        { eventId: 'fix', correctsEventId: 'paid' },
        { platformOrderId: 'T-paid', amount: '99.00', quantity: 3 },
      ),
    );
    expect(corrected).toBe(id);
    expect(await note('note_1')).toMatchObject({ orders: 1, newCustomerOrders: 1, grossSales: '99.00' });
    const { data } = await commerce().ask(
      '{ shop(id: "shop_1") { orders { nodes { lines { quantity paid { amount } } } } } }',
    );
    expect(data.shop.orders.nodes).toEqual([{ lines: [{ quantity: 3, paid: { amount: '99.00' } }] }]);
    expect((await feed()).at(-1)).toMatchObject({
      id,
      eventId: 'paid',
      state: 'RESTATED',
      version: 2,
      quantity: 3,
      value: { amount: '99.00' },
      noteId: 'note_1',
    });
  });

  test('a payment is taken back: no order is left of it, and a tombstone in the feed', async () => {
    const ids = await record(
      tapSent({ eventId: 'tap' }),
      paidSent({ eventId: 'paid' }),
      visitSent({ eventId: 'visit' }),
    );
    expect(await record(retraction('undo', 'paid', 'ORDER_PAID'))).toEqual([ids[1]]);
    expect(await note('note_1')).toMatchObject({ linkClicks: 1, shopVisits: 1, orders: 0, grossSales: '0.00' });
    expect((await feed()).at(-1)).toMatchObject({
      id: ids[1],
      eventId: 'paid',
      stage: 'ORDER_PAID',
      state: 'RETRACTED',
      version: 2,
      shopId: 'shop_1',
      productId: 'product_11',
      platformOrderId: 'T-paid',
      platformLineId: '1',
      quantity: null,
      value: null,
      noteId: null,
      linkId: null,
    });
    const { data } = await commerce().ask('{ shop(id: "shop_1") { orders { nodes { id } } } }');
    expect(data.shop.orders.nodes).toEqual([]);
  });

  test('a click is corrected to another link: its visits and orders go with it, and the feed tells of each', async () => {
    await record(
      tapSent({ eventId: 'tap', clickId: 'click_1' }),
      visitSent({ eventId: 'visit' }),
      paidSent({ eventId: 'paid' }),
    );
    await record(tapSent({ eventId: 'fix', correctsEventId: 'tap', productLinkId: 'link_12', clickId: 'click_1' }));
    expect(await note('note_1')).toMatchObject({ linkClicks: 0, shopVisits: 0, orders: 0 });
    expect(await note('note_2')).toMatchObject({ linkClicks: 1, shopVisits: 1, orders: 1, grossSales: '129.00' });
    expect(await feed()).toMatchObject(
      [
        { eventId: 'tap', version: 2, state: 'RESTATED', noteId: 'note_2' },
        { eventId: 'visit', version: 2, state: 'REPORTED', noteId: 'note_2' },
        { eventId: 'paid', version: 2, state: 'REPORTED', noteId: 'note_2' },
      ].sort((a, b) => (a.eventId === 'tap' ? 1 : 0) - (b.eventId === 'tap' ? 1 : 0)),
    );
  });

  test('a click is taken back: the credit goes to the one before it, and its id is free', async () => {
    await record(
      tapSent({ eventId: 'old', productLinkId: 'link_12', occurredAt: '2025-05-06T12:00:00+08:00' }),
      tapSent({ eventId: 'new', clickId: 'click_1' }),
      paidSent({ eventId: 'paid' }),
    );
    expect(await note('note_1')).toMatchObject({ orders: 1 });
    await record(retraction('undo', 'new', 'LINK_CLICK'));
    expect(await note('note_1')).toMatchObject({ linkClicks: 0, orders: 0 });
    expect(await note('note_2')).toMatchObject({ linkClicks: 1, orders: 1 });
    await record(tapSent({ eventId: 'again', clickId: 'click_1' }));
    expect(await note('note_1')).toMatchObject({ linkClicks: 1, orders: 1 });
  });

  test('consent is withdrawn by a correction: the event is in no figure any more', async () => {
    await record(
      tapSent({ eventId: 'tap' }),
      visitSent({ eventId: 'visit' }),
      visitSent({ eventId: 'cart', stage: 'ADD_TO_CART' }),
    );
    await record(visitSent({ eventId: 'fix', correctsEventId: 'visit', consent: 'DENIED' }));
    expect(await note('note_1')).toMatchObject({ linkClicks: 1, shopVisits: 0, addToCarts: 1 });
    await record(tapSent({ eventId: 'fix', correctsEventId: 'tap', consent: 'DENIED' }));
    expect(await note('note_1')).toMatchObject({ linkClicks: 0, addToCarts: 0 });
    await record(tapSent({ eventId: 'back', correctsEventId: 'tap' }));
    expect(await note('note_1')).toMatchObject({ linkClicks: 1, addToCarts: 1 });
  });

  test('an event and its corrections in one batch come to what the last of them says', async () => {
    await record(
      tapSent({ eventId: 'tap' }),
      paidSent({ eventId: 'paid' }, { amount: '129.00' }),
      paidSent({ eventId: 'fix-1', correctsEventId: 'paid' }, { platformOrderId: 'T-paid', amount: '100.00' }),
      paidSent({ eventId: 'fix-2', correctsEventId: 'paid' }, { platformOrderId: 'T-paid', amount: '80.00' }),
      visitSent({ eventId: 'visit' }),
      retraction('undo', 'visit', 'SHOP_VISIT'),
    );
    expect(await note('note_1')).toMatchObject({ shopVisits: 0, orders: 1, grossSales: '80.00' });
    expect(await feed()).toMatchObject([
      { eventId: 'tap', version: 1, state: 'REPORTED' },
      { eventId: 'paid', version: 3, state: 'RESTATED', value: { amount: '80.00' } },
      { eventId: 'visit', version: 2, state: 'RETRACTED' },
    ]);
  });

  test('a correction is counted once, and refused ones change nothing', async () => {
    await record(tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }));
    const fix = (eventId: string, order: SentEvent['order'] = {}) =>
      paidSent({ eventId, correctsEventId: 'paid' }, { platformOrderId: 'T-paid', amount: '10.00', ...order });
    await record(fix('fix'));
    const again = await commerce().record(
      fix('fix'),
      fix('fix', { amount: '11.00' }),
      fix('fix-2', { platformLineId: '2' }),
      paidSent({ eventId: 'fix-3', correctsEventId: 'fix' }, { platformOrderId: 'T-paid' }),
      paidSent({ eventId: 'fix-4', correctsEventId: 'none' }, { platformOrderId: 'T-paid' }),
      { ...retraction('undo', 'paid', 'ORDER_PAID'), correctsEventId: null },
    );
    expect(again.results.map(({ outcome, error }) => error?.code ?? outcome)).toEqual([
      'DUPLICATE',
      'EVENT_CONFLICT',
      'EVENT_CORRECTS_MISMATCH',
      'EVENT_CORRECTS_CORRECTION',
      'EVENT_CORRECTS_UNKNOWN',
      'EVENT_CORRECTS_REQUIRED',
    ]);
    expect(await note('note_1')).toMatchObject({ orders: 1, grossSales: '10.00' });
    expect((await feed()).map(({ eventId, version }) => [eventId, version])).toEqual([
      ['tap', 1],
      ['paid', 2],
    ]);
  });

  test('a read and a search are corrected and taken back: READ_THROUGH credits what is left; none is in the feed', async () => {
    const at = (hour: number) => `2025-05-07T${String(hour).padStart(2, '0')}:00:00+08:00`;
    const readSent = (eventId: string, sourceId: string, more: SentEvent = {}): SentEvent => ({
      eventId,
      stage: 'READ',
      occurredAt: at(10),
      personKey: personOf(1),
      sourceId,
      ...more,
    });
    const searchSent: SentEvent = { eventId: 's', stage: 'SEARCH', occurredAt: at(11), personKey: personOf(1) };
    const credited = async () => {
      const of = ['note_1', 'note_2'].map((id) => ({ __typename: 'Note', id }));
      const { data } = await commerce().ask(READ_THROUGH, { of });
      return data._entities.map((each: { conversion: { orders: number } }) => each.conversion.orders);
    };
    await record(readSent('r', 'note_1'), searchSent, paidSent({ eventId: 'paid', occurredAt: at(12) }));
    expect(await credited()).toEqual([1, 0]);
    await record(readSent('fix', 'note_2', { correctsEventId: 'r' }));
    expect(await credited()).toEqual([0, 1]);
    await record({ ...searchSent, eventId: 'fix-s', correctsEventId: 's', occurredAt: at(9) });
    expect(await credited()).toEqual([0, 0]);
    await record({ ...searchSent, eventId: 'fix-s-2', correctsEventId: 's' });
    await record(retraction('undo', 'r', 'READ'));
    expect(await credited()).toEqual([0, 0]);
    const refused = await commerce().record(
      readSent('fix-2', 'note_1', { correctsEventId: 'r' }),
      readSent('fix-3', 'note_1', { correctsEventId: 'fix' }),
      readSent('fix-4', 'note_1', { correctsEventId: 'none' }),
      readSent('fix', 'note_2', { correctsEventId: 'r' }),
    );
    expect(refused.results.map(({ outcome, error }) => error?.code ?? outcome)).toEqual([
      'EVENT_CORRECTS_RETRACTED',
      'EVENT_CORRECTS_CORRECTION',
      'EVENT_CORRECTS_UNKNOWN',
      'DUPLICATE',
    ]);
    expect((await feed()).map(({ eventId }) => eventId)).toEqual(['paid']);
  });

  test('what is only counted is corrected and taken back too, also within one batch', async () => {
    const sent = (eventId: string, more: SentEvent = {}): SentEvent => ({
      eventId,
      stage: 'IMPRESSION',
      occurredAt: '2025-05-07T10:00:00+08:00',
      sourceId: 'note_1',
      ...more,
    });
    const ids = await record(sent('i'), sent('fix', { correctsEventId: 'i', sourceId: 'note_2' }));
    expect(new Set(ids).size).toBe(1);
    await record(sent('j'));
    expect(await record(retraction('undo', 'i', 'IMPRESSION'), retraction('undo-j', 'j', 'IMPRESSION'))).toHaveLength(
      2,
    );
    const { results } = await commerce().record(sent('fix-2', { correctsEventId: 'i' }));
    expect(results[0]?.error?.code).toBe('EVENT_CORRECTS_RETRACTED');
  });
});
