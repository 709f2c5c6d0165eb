import { orderOutcome } from './contribution.ts';
import type { Credit } from './credit-of.ts';
import type { SummedOrder } from './first-orders.ts';
import type { AttributionModel } from './models.ts';
import { shareCredit, WHOLE_CREDIT } from './share-credit.ts';
import type { Read, Touch } from './touch.ts';
import { type AttributionWindow, WINDOWS } from './windows.ts';

/** A touch of an order, with its credit in millionths. */
export interface CreditedTouch {
  readonly touch: Touch | Read;
  readonly stage: 'LINK_CLICK' | 'READ';
  readonly credit: number;
}

/** What may be told of an order's journey. */
export interface OrderJourney {
  /** When the order counts; null before it is paid, and where that was denied. */
  readonly countedAt: number | null;
  /** Whether it was paid, and consent was denied for each payment. */
  readonly denied: boolean;
  /** Null where nothing of it may be counted. */
  readonly credit: Credit | null;
}

/** An order's journey. */
export function journeyOf(order: SummedOrder, credit: Credit | null): OrderJourney {
  const { countedAt, paidAt } = order.summary;
  return { countedAt, denied: countedAt === null && paidAt !== null, credit: orderOutcome(order) ? credit : null };
}

/**
 * The touches of a journey within a window, oldest first, with their credit by a model: it sums to one, or there are none. Under
 * READ_THROUGH they are the read that has all credit, or none.
 */
export function journeyTouches(
  { touches, within, reads }: Credit,
  model: AttributionModel,
  window: AttributionWindow,
): CreditedTouch[] {
  const place = WINDOWS.findIndex(({ name }) => name === window);
  if (model === 'READ_THROUGH') {
    const read = reads[place];
    return read ? [{ touch: read, stage: 'READ', credit: WHOLE_CREDIT }] : [];
  }
  const count = within[place] ?? 0;
  if (count === 0) return [];
  const own = touches.slice(-count);
  const credits = shareCredit(
    model,
    own.map(({ occurredAt }) => occurredAt),
  );
  return own.map((touch, index) => ({ touch, stage: 'LINK_CLICK', credit: credits[index] ?? 0 }));
}
