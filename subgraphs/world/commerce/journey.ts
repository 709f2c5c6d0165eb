import { HOUR, SECOND } from '../calendar.ts';
import type { Trail } from '../catalog/shelf.ts';
import { usualDelay } from '../dirt/arrival.ts';
import {
  type Actor,
  arrive,
  CONTENT_PLATFORM,
  type EventInput,
  type RawEvent,
  type Stage,
  who,
  yuan,
} from './event.ts';
import type { Line, Order } from './order.ts';

/** What one person did after one note: perhaps a tap, perhaps a visit, perhaps orders. Absent steps did not happen. */
export interface Journey {
  /** Names the click and all that follows. */
  readonly key: string;
  readonly actor: Actor;
  readonly trail: Trail;
  readonly click?: { readonly at: number; readonly searchId?: string; readonly delay?: number | undefined };
  readonly visit?: { readonly at: number; readonly delay?: number | undefined };
  readonly viewAt?: number;
  readonly cartAt?: number;
  /** Whether what follows names the click. */
  readonly namesClick: boolean;
  readonly orders: readonly Order[];
}

/** The id of a journey's click. */
export function clickIdOf(key: string): string {
  return `click_${key}`;
}

/** The events of a journey, each as often as it was sent. */
export function eventsOf(seed: number, journey: Journey): RawEvent[] {
  const { key, actor, trail, click, visit, viewAt, cartAt } = journey;
  const events: RawEvent[] = [];
  const named = click && journey.namesClick ? { clickId: clickIdOf(key) } : {};
  const follow = (stage: Stage, at: number, delay?: number) =>
    events.push(
      arrive(
        trail.shop.platformId,
        { eventId: `${stage.toLowerCase()}_${key}`, stage, ...who(seed, actor, at), ...named, ...place(stage, trail) },
        at,
        delay,
      ),
    );
  if (click) events.push(clickEvent(seed, journey, click.at, clickIdOf(key), click.delay));
  if (visit) follow('SHOP_VISIT', visit.at, visit.delay);
  if (viewAt !== undefined) follow('PRODUCT_VIEW', viewAt);
  if (cartAt !== undefined) follow('ADD_TO_CART', cartAt);
  for (const order of journey.orders)
    events.push(...orderEvents(seed, actor, order, order.namesClick && click ? clickIdOf(key) : undefined));
  return events;
}

/** A tap on the journey's link. */
export function clickEvent(seed: number, journey: Journey, at: number, clickId: string, delay?: number): RawEvent {
  const { actor, trail, click } = journey;
  const input: EventInput = {
    eventId: clickId,
    stage: 'LINK_CLICK',
    ...who(seed, actor, at),
    clickId,
    sourceId: trail.note.id,
    productLinkId: trail.link.id,
    ...(click?.searchId ? { searchId: click.searchId } : {}),
  };
  return arrive(CONTENT_PLATFORM, input, at, delay);
}

function place(stage: Stage, { shop, product }: Trail): Partial<EventInput> {
  const seen = { platformId: product.platformId, platformProductId: product.platformProductId };
  return stage === 'SHOP_VISIT' ? { shopId: shop.id } : { shopId: shop.id, ...seen };
}

/** The events of an order: one a line and stage. What is told twice is told twice of the first line, up to an hour apart. */
function orderEvents(seed: number, actor: Actor, order: Order, clickId: string | undefined): RawEvent[] {
  const { placedAt, paidAt, receivedAt, refundedAt } = order;
  const told: [Stage, number | null][] = [
    ['ORDER_PLACED', placedAt],
    ['ORDER_PAID', paidAt],
    ['ORDER_RECEIVED', receivedAt],
    ['REFUND', refundedAt],
  ];
  const events: RawEvent[] = [];
  for (const [stage, at] of told) {
    if (at === null) continue;
    order.lines.forEach((line, index) => {
      if (stage === 'REFUND' && line.refunded === 0) return;
      const instant = at + (stage === 'ORDER_PAID' ? index * SECOND : 0);
      const input = lineEvent(seed, { actor, order, clickId }, stage, line, index, instant);
      const delay = stage === 'ORDER_PAID' ? order.delay : undefined;
      const event = arrive(order.shop.platformId, input, instant, delay);
      events.push(event);
      if (index === 0 && order.twice.has(stage))
        events.push({ ...event, receivedAt: event.receivedAt + SECOND + ((usualDelay(instant + 1) * 1_999) % HOUR) });
    });
  }
  return events;
}

interface OrderContext {
  readonly actor: Actor;
  readonly order: Order;
  readonly clickId: string | undefined;
}

function lineEvent(
  seed: number,
  context: OrderContext,
  stage: Stage,
  line: Line,
  index: number,
  at: number,
): EventInput {
  const { actor, order, clickId } = context;
  const { product, quantity, amount, refunded } = line;
  const name = (of: Stage) => `${of.toLowerCase()}_${order.key}_${index + 1}`;
  return {
    eventId: name(stage),
    stage,
    ...who(seed, actor, at),
    ...(clickId ? { clickId } : {}),
    shopId: order.shop.id,
    platformId: product.platformId,
    platformProductId: product.platformProductId,
    order: {
      platformOrderId: order.platformOrderId,
      platformLineId: `${order.platformOrderId}-${index + 1}`,
      ...(quantity === 1 ? {} : { quantity }),
      amount: yuan(stage === 'REFUND' ? refunded : amount),
      currencyCode: 'CNY',
      ...(stage === 'ORDER_PAID' || stage === 'ORDER_PLACED' ? payment(order) : {}),
      ...(stage === 'ORDER_RECEIVED' ? { logisticsProvider: order.shop.logistics[0]?.provider ?? 'OTHER' } : {}),
      ...(stage === 'REFUND' ? { refundOfEventId: name('ORDER_PAID') } : {}),
    },
  };
}

function payment({ shop, placedAt }: Order): { paymentMethod: string } {
  return { paymentMethod: shop.paymentMethods[placedAt % shop.paymentMethods.length] ?? 'ALIPAY' };
}
