import type { Visit } from '../../store/events/outcomes.ts';
import type { Credit } from './credit-of.ts';
import type { SummedOrder } from './first-orders.ts';
import { WHOLE_CREDIT } from './share-credit.ts';
import { countedRefunds } from './summarise-order.ts';
import type { Outcome } from './touch.ts';

/** What is added up of outcomes, in a fixed order: credit in millionths, sales and refunds in 分. */
export const FIGURES = ['visits', 'carts', 'orders', 'new_customers', 'credited', 'sales', 'refunds'] as const;
export type Figure = (typeof FIGURES)[number];

/** A figure that an outcome adds to, and when. */
export interface Entry {
  readonly figure: Figure;
  readonly amount: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What an outcome adds to the figures of those who have the credit for it. */
export interface Contribution {
  readonly credit: Credit;
  readonly entries: readonly Entry[];
}

/** What a visit or a cart adds. */
export function visitContribution({ stage, occurredAt }: Visit, credit: Credit): Contribution {
  const figure = stage === 'SHOP_VISIT' ? 'visits' : 'carts';
  return { credit, entries: [{ figure, amount: 1, at: occurredAt }] };
}

/**
 * What an order adds: itself and its money at its earliest payment, and each refund when it was made, in the windows in which the order
 * is.
 * @param first whether it is the buyer's first paid one in the shop
 * @returns undefined while nothing of it may be counted
 */
export function orderContribution(
  { state, summary }: SummedOrder,
  credit: Credit,
  first: boolean,
): Contribution | undefined {
  const { countedAt, countedFen } = summary;
  if (countedAt === null) return undefined;
  const refunds = countedRefunds(state.facts, state.refunds);
  return {
    credit,
    entries: [
      { figure: 'orders', amount: 1, at: countedAt },
      { figure: 'credited', amount: WHOLE_CREDIT, at: countedAt },
      { figure: 'new_customers', amount: first ? 1 : 0, at: countedAt },
      { figure: 'sales', amount: countedFen, at: countedAt },
      ...refunds.map(
        ({ amountFen, occurredAt }) => ({ figure: 'refunds', amount: amountFen, at: occurredAt }) as const,
      ),
    ],
  };
}

/** An order as attribution sees it; undefined where nothing of it may be counted. */
export function orderOutcome({ state, summary }: SummedOrder): Outcome | undefined {
  const { person, clickIds, countedAt } = summary;
  return countedAt === null ? undefined : { shopId: state.shopId, person, clickIds, occurredAt: countedAt };
}
