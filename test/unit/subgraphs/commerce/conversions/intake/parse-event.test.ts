import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../../../../../subgraphs/commerce/conversions/event.ts';
import { parseEvent } from '../../../../../../subgraphs/commerce/conversions/intake/parse-event.ts';
import { RejectedEvent, type Rejection } from '../../../../../../subgraphs/commerce/conversions/judging/reasons.ts';
import { personOf, searchIdOf } from '../../../../../kit/commerce/market.ts';

const order = { platformOrderId: 'T1', platformLineId: 'T1-1', amount: '129.00', currencyCode: 'CNY' };
const paid: SentEvent = {
  eventId: 'paid-1',
  stage: 'ORDER_PAID',
  occurredAt: '2025-05-07T12:00:00+08:00',
  personKey: personOf(1),
  clickId: 'click_1',
  platformId: 'platform_taobao',
  platformProductId: 'tb11',
  order,
};
const tap: SentEvent = {
  eventId: 'tap-1',
  stage: 'LINK_CLICK',
  occurredAt: '2025-05-07T04:00:00Z',
  productLinkId: 'link_11',
};

function rejectionOf(sent: SentEvent): Rejection | undefined {
  try {
    parseEvent(sent);
    return undefined;
  } catch (error) {
    if (error instanceof RejectedEvent) return error.rejection;
    throw error;
  }
}

describe('parseEvent', () => {
  it('reads an event with its defaults: one unit, consent unknown, instants in UTC, amounts in 分', () => {
    expect(parseEvent(paid)).toEqual({
      boost: null,
      eventId: 'paid-1',
      stage: 'ORDER_PAID',
      occurredAt: Date.parse('2025-05-07T04:00:00.000Z'),
      consent: 'UNKNOWN',
      person: personOf(1),
      clickId: 'click_1',
      sourceId: null,
      linkId: null,
      searchId: null,
      shopId: null,
      product: { platformId: 'platform_taobao', platformProductId: 'tb11' },
      order: {
        platformOrderId: 'T1',
        lineId: 'T1-1',
        quantity: 1,
        amountFen: 12_900,
        paymentMethod: null,
        logisticsProvider: null,
        refundOfEventId: null,
      },
      correction: null,
    });
  });

  it.each([
    ['129', 12_900],
    ['129.9', 12_990],
    ['0.07', 7],
    ['99999999.99', 9_999_999_999],
  ])('reads the amount %s as %i 分', (amount, fen) => {
    expect(parseEvent({ ...paid, order: { ...order, amount } }).order?.amountFen).toBe(fen);
  });

  const wrong: readonly [string, SentEvent, string, string, RegExp][] = [
    ['no eventId', { ...paid, eventId: null }, 'EVENT_ID_REQUIRED', 'eventId', /missing/],
    ['an empty eventId', { ...paid, eventId: '' }, 'EVENT_ID_REQUIRED', 'eventId', /missing/],
    ['an eventId too long', { ...paid, eventId: 'x'.repeat(129) }, 'EVENT_ID_INVALID', 'eventId', /129 .*1 to 128/],
    ['a Chinese eventId', { ...paid, eventId: '订单1' }, 'EVENT_ID_INVALID', 'eventId', /visible ASCII/],
    ['a stage that is none', { ...paid, stage: 'PAID' }, 'EVENT_STAGE_INVALID', 'stage', /"PAID".*ORDER_PAID/],
    ['no stage', { ...paid, stage: undefined }, 'EVENT_STAGE_INVALID', 'stage', /missing/],
    ['a date in words', { ...paid, occurredAt: 'last Tuesday' }, 'EVENT_TIME_INVALID', 'occurredAt', /ISO 8601/],
    ['no offset', { ...paid, occurredAt: '2025-05-07T12:00:00' }, 'EVENT_TIME_INVALID', 'occurredAt', /offset/],
    ['a 30 February', { ...paid, occurredAt: '2025-02-30T12:00:00Z' }, 'EVENT_TIME_INVALID', 'occurredAt', /02-30/],
    ['no time', { ...paid, occurredAt: null }, 'EVENT_TIME_INVALID', 'occurredAt', /missing/],
    ['a consent that is none', { ...paid, consent: 'YES' }, 'EVENT_CONSENT_INVALID', 'consent', /GRANTED, DENIED/],
    ['a raw phone number', { ...paid, personKey: '13812345678' }, 'EVENT_PERSON_RAW', 'personKey', /phone number/],
    ["another type's id as click", { ...paid, clickId: 'note_1' }, 'EVENT_CLICK_INVALID', 'clickId', /click_/],
    ['a source that is no id', { ...paid, sourceId: '笔记' }, 'EVENT_SOURCE_INVALID', 'sourceId', /global id/],
    ['a link that is no id', { ...tap, productLinkId: '1' }, 'EVENT_LINK_UNKNOWN', 'productLinkId', /link_/],
    ['no link on a tap', { ...tap, productLinkId: null }, 'EVENT_LINK_REQUIRED', 'productLinkId', /LINK_CLICK/],
    ["a search's id made up", { ...tap, searchId: 'search_1' }, 'EVENT_SEARCH_INVALID', 'searchId', /Search.id/],
    ['half a product', { ...paid, platformId: null }, 'EVENT_PRODUCT_UNKNOWN', 'platformId', /together/],
    [
      'no product',
      { ...paid, platformId: null, platformProductId: null },
      'EVENT_PRODUCT_REQUIRED',
      'platformProductId',
      /ORDER_PAID/,
    ],
    ['no shop', { ...tap, stage: 'SHOP_VISIT', productLinkId: null }, 'EVENT_SHOP_REQUIRED', 'shopId', /shopId/],
    ['a shop that is no id', { ...tap, shopId: '晴川' }, 'EVENT_SHOP_UNKNOWN', 'shopId', /shop_/],
    ['an order without order', { ...paid, order: null }, 'EVENT_ORDER_REQUIRED', 'order', /ORDER_PAID/],
    ['an order on a tap', { ...tap, order }, 'EVENT_ORDER_UNEXPECTED', 'order', /LINK_CLICK/],
  ];
  it.each(wrong)('refuses %s', (_what, sent, code, field, message) => {
    expect(rejectionOf(sent)).toEqual({ code, field: [field], message: expect.stringMatching(message) });
  });

  const wrongOrders: readonly [string, object, string, string, RegExp][] = [
    ['no order id', { platformOrderId: null }, 'EVENT_ORDER_ID_INVALID', 'platformOrderId', /missing/],
    ['an order id too long', { platformOrderId: '1'.repeat(65) }, 'EVENT_ORDER_ID_INVALID', 'platformOrderId', /65/],
    ['no line', { platformLineId: undefined }, 'EVENT_LINE_ID_INVALID', 'platformLineId', /missing/],
    ['none of it', { quantity: 0 }, 'EVENT_QUANTITY_INVALID', 'quantity', /1 to 100000/],
    ['no amount', { amount: null }, 'EVENT_AMOUNT_INVALID', 'amount', /129\.00/],
    ['an amount below zero', { amount: '-1.00' }, 'EVENT_AMOUNT_INVALID', 'amount', /"-1\.00"/],
    ['an amount with three places', { amount: '1.005' }, 'EVENT_AMOUNT_INVALID', 'amount', /decimal/],
    ['an amount with a sign for money', { amount: '¥129' }, 'EVENT_AMOUNT_INVALID', 'amount', /¥129/],
    ['another currency', { currencyCode: 'USD' }, 'EVENT_CURRENCY_INVALID', 'currencyCode', /CNY/],
    ['no currency', { currencyCode: null }, 'EVENT_CURRENCY_INVALID', 'currencyCode', /missing/],
    ['cash', { paymentMethod: 'CASH' }, 'EVENT_PAYMENT_METHOD_INVALID', 'paymentMethod', /ALIPAY/],
    ['a pigeon', { logisticsProvider: 'PIGEON' }, 'EVENT_LOGISTICS_INVALID', 'logisticsProvider', /JD_LOGISTICS/],
    ['a refund of something', { refundOfEventId: 'paid-0' }, 'EVENT_REFUND_OF_INVALID', 'refundOfEventId', /REFUND/],
  ];
  it.each(wrongOrders)('refuses a paid line with %s', (_what, change, code, field, message) => {
    const rejection = rejectionOf({ ...paid, order: { ...order, ...change } });
    expect(rejection).toEqual({ code, field: ['order', field], message: expect.stringMatching(message) });
  });

  it('refuses a refund of nothing, and takes a payment of nothing', () => {
    const free = { ...paid, order: { ...order, amount: '0.00' } };
    expect(rejectionOf({ ...free, stage: 'REFUND' })).toMatchObject({ code: 'EVENT_AMOUNT_INVALID' });
    expect(parseEvent(free).order?.amountFen).toBe(0);
  });

  it('takes a tap after a search', () => {
    expect(parseEvent({ ...tap, searchId: searchIdOf('防晒') }).searchId).toBe(searchIdOf('防晒'));
  });

  it('never repeats a raw identifier in its message', () => {
    expect(rejectionOf({ ...paid, personKey: 'li.wei@example.cn' })?.message).not.toContain('li.wei');
  });
});
