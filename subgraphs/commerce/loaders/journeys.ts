import { batched } from '../../kit/batch.ts';
import { journeyOf, type OrderJourney } from '../conversions/attribution/journey.ts';
import { summariseOrder } from '../conversions/attribution/summarise-order.ts';
import { currentCredit } from '../conversions/judging/judge-credit.ts';
import { readOrders } from '../store/orders/order-states.ts';
import type { CommerceDb } from '../store/tables.ts';

export type JourneyLoader = ReturnType<typeof journeyLoader>;

/** One request's loader of orders' journeys by the orders' ids: a few statements for all of them. */
export function journeyLoader(db: CommerceDb) {
  return batched(async (ids: readonly string[]): Promise<(OrderJourney | undefined)[]> => {
    const states = await readOrders(db, ids);
    const orders = [...states.values()].map((state) => ({
      state,
      summary: summariseOrder(state.facts, state.refunds),
    }));
    const credits = await currentCredit(db, orders);
    const journeys = new Map(orders.map((order, index) => [order.state.id, journeyOf(order, credits[index] ?? null)]));
    return ids.map((id) => journeys.get(id));
  });
}
