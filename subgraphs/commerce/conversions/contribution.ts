import type { Visit } from '../store/outcomes.ts';
import type { SummedOrder } from './first-orders.ts';
import type { Contribution } from './roll-up.ts';
import { countedRefunds } from './summarise-order.ts';
import type { Outcome, Touch } from './touch.ts';

/** What a visit or a cart adds to the figures of the touch that it is credited to. */
export function visitContribution({ stage, occurredAt }: Visit, touch: Touch): Contribution {
  const figure = stage === 'SHOP_VISIT' ? 'visits' : 'carts';
  return { touch, occurredAt, entries: [{ figure, amount: 1, at: occurredAt }] };
}

/**
 * What an order adds: itself and its money at its earliest payment, and each refund when it was made, all of it to one touch, in the
 * windows in which the order is.
 * @param first whether it is the buyer's first paid one in the shop
 * @returns undefined while nothing of it may be counted
 */
export function orderContribution(
  { state, summary }: SummedOrder,
  touch: Touch,
  first: boolean,
): Contribution | undefined {
  const { countedAt, countedFen } = summary;
  if (countedAt === null) return undefined;
  const refunds = countedRefunds(state.facts, state.refunds);
  return {
    touch,
    occurredAt: countedAt,
    entries: [
      { figure: 'orders', amount: 1, at: countedAt },
      { figure: 'new_customers', amount: first ? 1 : 0, at: countedAt },
      { figure: 'sales', amount: countedFen, at: countedAt },
      ...refunds.map(
        ({ amountFen, occurredAt }) => ({ figure: 'refunds', amount: amountFen, at: occurredAt }) as const,
      ),
    ],
  };
}

/** An order as attribution sees it. One of which nothing may be counted has no person and names no click, so that none leads to it. */
export function orderOutcome({ state, summary }: SummedOrder): Outcome {
  const { person, clickIds, countedAt } = summary;
  return { shopId: state.shopId, person, clickIds, occurredAt: countedAt ?? 0 };
}
