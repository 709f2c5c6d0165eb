import type { SentEvent, SentOrder } from '../../../subgraphs/commerce/conversions/event.ts';
import { linkOf, personOf } from './market.ts';

/** Events of the market, as a platform sends them; what is given replaces what a test does not care about. */

type Given = Partial<SentEvent> & { readonly eventId: string };

const AT = '2025-05-07T12:00:00+08:00';

/** A tap of person 1 on link_11. */
export function tapSent(given: Given): SentEvent {
  return { stage: 'LINK_CLICK', occurredAt: AT, personKey: personOf(1), productLinkId: 'link_11', ...given };
}

/** A visit of person 1 to shop_1. */
export function visitSent(given: Given): SentEvent {
  return { stage: 'SHOP_VISIT', occurredAt: AT, personKey: personOf(1), shopId: 'shop_1', ...given };
}

/** A line of an order of person 1: product_11, unless a link to another is given, for 129.00. */
export function paidSent(given: Given & { readonly link?: string }, order: SentOrder = {}): SentEvent {
  const { link = 'link_11', ...event } = given;
  const { platformId, platformProductId } = linkOf(link);
  return {
    stage: 'ORDER_PAID',
    occurredAt: AT,
    personKey: personOf(1),
    platformId,
    platformProductId,
    ...event,
    order: {
      platformOrderId: `T-${given.eventId}`,
      platformLineId: '1',
      amount: '129.00',
      currencyCode: 'CNY',
      ...order,
    },
  };
}
