import { batched } from '../../kit/batch.ts';
import { journeyOf, type OrderJourney } from '../conversions/journey.ts';
import { currentCredit } from '../conversions/judge-credit.ts';
import { summariseOrder } from '../conversions/summarise-order.ts';
import { readOrders } from '../store/order-states.ts';
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
