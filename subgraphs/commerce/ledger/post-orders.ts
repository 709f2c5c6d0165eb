import { commissionsOfOrders } from '../store/ledger/commissions.ts';
import { post } from '../store/ledger/post.ts';
import { readSeededOrders } from '../store/ledger/seeded-orders.ts';
import type { CommerceDb } from '../store/tables.ts';
import { restateOrder } from './restate-order.ts';

/**
 * Brings the commissions of orders up to what is known of them: posts the difference to what was posted before, so that it may be done again
 * and in any order.
 * @param db a transaction that holds the ledger
 * @param at the instant of posting, by which stages are told
 * @param read how orders are read; by default as they are now
 */
export async function postOrders(
  db: CommerceDb,
  orderIds: readonly string[],
  at: Date,
  read: typeof readSeededOrders = readSeededOrders,
): Promise<void> {
  if (orderIds.length === 0) return;
  const [orders, known] = [await read(db, orderIds), await commissionsOfOrders(db, orderIds)];
  const postings = orderIds.flatMap((orderId) => {
    const changed = restateOrder(known.get(orderId) ?? [], orders.get(orderId), at.getTime());
    return changed.length === 0 ? [] : { orderId, payoutId: null, changed };
  });
  await post(db, postings, at);
}
