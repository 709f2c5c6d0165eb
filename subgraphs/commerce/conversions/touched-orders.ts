import { firstOrders, type OrderState, ordersAfter, readOrders } from '../store/order-states.ts';
import type { CommerceDb } from '../store/tables.ts';
import { buyerKey, buyerOf, type FirstOrders, firstsWith, type SummedOrder } from './first-orders.ts';
import type { Kept } from './keep-facts.ts';
import { summariseOrder } from './summarise-order.ts';

/** An order that events touch: as it is, and as it was before. */
export interface TouchedOrder extends SummedOrder {
  /** Undefined for a new one. */
  readonly before: SummedOrder | undefined;
}

/** All orders that events touch, with the first orders of their buyers before and after. */
export interface TouchedOrders {
  readonly orders: readonly TouchedOrder[];
  readonly firstsBefore: FirstOrders;
  readonly firstsAfter: FirstOrders;
}

/**
 * Finds the orders whose figures events change: those that the events are of, those to which a touch told of only now led, and those
 * that are no longer their buyers' first.
 */
export async function findTouchedOrders(db: CommerceDb, kept: Kept): Promise<TouchedOrders> {
  const changed = kept.orders.map(({ before, after }) => ({ ...summed(after), before: before && summed(before) }));
  const known = new Set(changed.map((order) => order.state.id));
  const taken = await readUnchanged(db, await ordersAfter(db, kept.touches), known);
  const orders = [...changed, ...taken];
  const buyers = new Map(orders.flatMap((order) => buyerOf(order) ?? []).map((buyer) => [buyerKey(buyer), buyer]));
  const firstsBefore = await firstOrders(db, [...buyers.values()]);
  const firstsAfter = firstsWith(firstsBefore, orders);
  const dethroned = [...firstsBefore].filter(([buyer, { id }]) => firstsAfter.get(buyer)?.id !== id);
  const ids = dethroned.map(([, first]) => first.id);
  const others = await readUnchanged(db, ids, new Set(orders.map((order) => order.state.id)));
  return { orders: [...orders, ...others], firstsBefore, firstsAfter };
}

async function readUnchanged(db: CommerceDb, ids: readonly string[], known: ReadonlySet<string>) {
  const states = await readOrders(
    db,
    ids.filter((id) => !known.has(id)),
  );
  return [...states.values()].map((state): TouchedOrder => {
    const order = summed(state);
    return { ...order, before: order };
  });
}

function summed(state: OrderState): SummedOrder {
  return { state, summary: summariseOrder(state.facts, state.refunds) };
}
