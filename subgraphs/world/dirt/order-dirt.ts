import type { Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { quotaOf } from '../random/quota.ts';
import { makeArrival } from './arrival.ts';

/** What befalls one order. */
export interface Fate {
  readonly lines: number;
  readonly received: boolean;
  readonly refund: 'NONE' | 'PART' | 'FULL';
  /** Whether the refund comes after settlement (clawback). */
  readonly settled: boolean;
  readonly delay: number | undefined;
  readonly twice: ReadonlySet<string>;
}

/** The fates of n orders, in exact numbers. */
export interface OrderDirt {
  readonly name: string;
  of(ordinal: number): Fate;
}

const RECEIVED_SHARE = 0.95;
const NONE: ReadonlySet<string> = new Set();

/** @param n how many orders the quotas count over */
export function makeOrderDirt(plan: Plan, name: string, n: number): OrderDirt {
  const { splitOrders, refundedOrders, refundedAfterSettlement, duplicateOrderEvents } = plan.quotas.dirt;
  const splits = quotaOf(splitOrders, n);
  const refunds = quotaOf(refundedOrders, n);
  const settled = quotaOf(refundedAfterSettlement, refunds);
  const received = Math.max(refunds, Math.round(RECEIVED_SHARE * n));
  const lineRank = permutation(plan.seed, `order.lines.${name}`, n);
  const endRank = permutation(plan.seed, `order.end.${name}`, n);
  const arrival = makeArrival(plan, `order.${name}`, n);
  const twice = {
    ORDER_PLACED: {
      rank: permutation(plan.seed, `order.twice.placed.${name}`, n),
      quota: quotaOf(duplicateOrderEvents, n),
    },
    ORDER_PAID: {
      rank: permutation(plan.seed, `order.twice.paid.${name}`, n),
      quota: quotaOf(duplicateOrderEvents, n),
    },
  };
  // Refunded orders have the lowest ranks, received ones follow: what is told twice of either is counted within them.
  const refundsTwice = quotaOf(duplicateOrderEvents, refunds);
  const receiptsTwice = quotaOf(duplicateOrderEvents, received);
  return {
    name,
    of: (ordinal) => {
      const line = lineRank.at(ordinal);
      const end = endRank.at(ordinal);
      const told: string[] = [];
      if (twice.ORDER_PLACED.rank.at(ordinal) < twice.ORDER_PLACED.quota) told.push('ORDER_PLACED');
      if (twice.ORDER_PAID.rank.at(ordinal) < twice.ORDER_PAID.quota) told.push('ORDER_PAID');
      if (end < refundsTwice) told.push('REFUND');
      if (end < received && end >= received - receiptsTwice) told.push('ORDER_RECEIVED');
      return {
        lines: line >= splits ? 1 : line % 3 === 0 ? 3 : 2,
        received: end < received,
        refund: end >= refunds ? 'NONE' : end % 3 === 1 ? 'PART' : 'FULL',
        settled: end < settled,
        delay: arrival.delay(ordinal),
        twice: told.length > 0 ? new Set(told) : NONE,
      };
    },
  };
}
