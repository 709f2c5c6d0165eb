import type { Buyer, FirstOrder, OrderState } from '../../store/orders/order-states.ts';
import type { OrderSummary } from './summarise-order.ts';

/** An order with what it comes to. */
export interface SummedOrder {
  readonly state: OrderState;
  readonly summary: OrderSummary;
}

/** Each buyer's first paid order, by `buyerKey`. */
export type FirstOrders = ReadonlyMap<string, FirstOrder>;

export function buyerKey({ shopId, person }: Buyer): string {
  return `${shopId} ${person}`;
}

/** Whose an order is in figures; undefined where nobody knows. */
export function buyerOf({ state, summary }: SummedOrder): Buyer | undefined {
  return summary.person === null ? undefined : { shopId: state.shopId, person: summary.person };
}

/** Each buyer's first order, by time and at one time by id: of some that are known to be first among others, and some more. */
export function firstsWith(firsts: FirstOrders, orders: readonly SummedOrder[]): FirstOrders {
  const after = new Map(firsts);
  for (const order of orders) {
    const buyer = buyerOf(order);
    if (!buyer || order.summary.countedAt === null) continue;
    const key = buyerKey(buyer);
    const made = { id: order.state.id, countedAt: order.summary.countedAt };
    const first = after.get(key);
    if (!first || isEarlier(made, first)) after.set(key, made);
  }
  return after;
}

/** Whether an order is its buyer's first. */
export function isFirst(order: SummedOrder, firsts: Pick<FirstOrders, 'get'>): boolean {
  const buyer = buyerOf(order);
  return buyer !== undefined && firsts.get(buyerKey(buyer))?.id === order.state.id;
}

/** Whether an order comes before another: by time, at one time by id. */
export function isEarlier(a: FirstOrder, b: FirstOrder): boolean {
  return a.countedAt !== b.countedAt ? a.countedAt < b.countedAt : a.id < b.id;
}
