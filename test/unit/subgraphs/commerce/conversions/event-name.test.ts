import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../../../../subgraphs/commerce/conversions/event.ts';
import {
  contentHash,
  conversionId,
  conversionOf,
  orderIdOf,
} from '../../../../../subgraphs/commerce/conversions/event-name.ts';
import { parseEvent } from '../../../../../subgraphs/commerce/conversions/intake/parse-event.ts';
import { personOf } from '../../../../kit/commerce/market.ts';

const paid: SentEvent = {
  eventId: 'paid-1',
  stage: 'ORDER_PAID',
  occurredAt: '2025-05-07T12:00:00+08:00',
  personKey: personOf(171),
  platformId: 'platform_taobao',
  platformProductId: 'tb11',
  order: { platformOrderId: 'T1', platformLineId: '1', amount: '129.00', currencyCode: 'CNY' },
};

const hashOf = (sent: SentEvent) => contentHash(parseEvent(sent));

describe('conversionOf', () => {
  it('tells platforms, stages and event ids apart, also where their texts run together', () => {
    const names = [
      conversionOf('platform_taobao', 'READ', '1'),
      conversionOf('platform_jd', 'READ', '1'),
      conversionOf('platform_taobao', 'ENGAGE', '1'),
      conversionOf('platform_taobao', 'READ', '11'),
      conversionOf('platform_taobao1', 'READ', ''),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('is a UUID to the database, and an opaque id to clients', () => {
    const conversion = conversionOf('platform_taobao', 'READ', '1');
    expect(conversion).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(conversionId(conversion)).toMatch(/^conversion_[A-Za-z0-9_-]{22}$/);
  });
});

describe('orderIdOf', () => {
  it('is the same for every event of an order, and another on another platform', () => {
    expect(orderIdOf('platform_taobao', 'T1')).toBe(orderIdOf('platform_taobao', 'T1'));
    expect(orderIdOf('platform_taobao', 'T1')).not.toBe(orderIdOf('platform_jd', 'T1'));
    expect(orderIdOf('platform_taobao', 'T1')).toMatch(/^order_[A-Za-z0-9_-]{22}$/);
  });
});

describe('contentHash', () => {
  it('is the same however the same was written', () => {
    const order = { ...paid.order, quantity: 1, amount: '129.0' };
    const again = { ...paid, occurredAt: '2025-05-07T04:00:00.000Z', consent: 'UNKNOWN', order };
    const base64url = Buffer.from(personOf(171), 'hex').toString('base64url');
    expect(hashOf({ ...again, personKey: base64url, clickId: null })).toBe(hashOf(paid));
  });

  it.each([
    ['amount', { order: { ...paid.order, amount: '129.01' } }],
    ['line', { order: { ...paid.order, platformLineId: '2' } }],
    ['instant', { occurredAt: '2025-05-07T12:00:00.001+08:00' }],
    ['person', { personKey: personOf(172) }],
    ['consent', { consent: 'GRANTED' }],
    ['click', { clickId: 'click_1' }],
    ['product', { platformProductId: 'tb12' }],
    ['shop', { shopId: 'shop_1' }],
  ])('is another with another %s', (_what, change) => {
    expect(hashOf({ ...paid, ...change })).not.toBe(hashOf(paid));
  });
});
