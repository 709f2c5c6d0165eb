import { type SelectQueryBuilder, sql } from 'kysely';
import { yuan } from '../../../kit/money.ts';
import { type OfParent, parentId, rowsOfParents } from '../../../kit/rows-of-parents.ts';
import { linesOf } from '../../conversions/attribution/summarise-order.ts';
import type { OrderLineModel, OrderModel, RefundModel } from '../../models/orders.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { readFacts } from './order-facts.ts';
import type { OrderStatus } from './order-tables.ts';

/** A page of a shop's orders, the newest first: the instant and the id of the last of the page before. */
interface OrdersPage {
  readonly limit: number;
  readonly after: readonly [placedAt: Date, id: string] | undefined;
  /** Null: whichever. */
  readonly status: OrderStatus | null;
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number];

/** An order of which only a refund is known has no status yet, and is not shown. */
function selectOrders(db: CommerceDb) {
  return db
    .selectFrom('orders')
    .select(['id', 'platform_order_id as platformOrderId', 'shop_id as shopId', 'payment_method as paymentMethod'])
    .select(['paid_at as paidAt', 'received_at as receivedAt', 'total_fen as totalFen'])
    .select('logistics_provider as logisticsProvider')
    .select([sql<OrderStatus>`status`.as('status'), sql<Date>`placed_at`.as('placedAt')])
    .where('status', 'is not', null)
    .where('placed_at', 'is not', null);
}

function asOrder<R extends Row>({ totalFen, ...row }: R) {
  return { ...row, total: yuan(totalFen) };
}

/** The orders with some ids, in no order. */
export async function ordersByIds(db: CommerceDb, ids: readonly string[]): Promise<OrderModel[]> {
  return (await selectOrders(db).where('id', 'in', ids).execute()).map(asOrder);
}

/** A page of the orders of each of some shops, the newest first. */
export async function ordersOfShops(
  db: CommerceDb,
  shopIds: readonly string[],
  { limit, after, status }: OrdersPage,
): Promise<OfParent<OrderModel>[]> {
  let query = selectOrders(db)
    .where('shop_id', '=', parentId)
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (status !== null) query = query.where('status', '=', status);
  if (after !== undefined) query = query.where(sql<boolean>`(placed_at, id) < (${after[0]}, ${after[1]})`);
  const rows = await rowsOfParents(
    db,
    shopIds,
    query as SelectQueryBuilder<CommerceTables, never, Row>,
    '"parentId", "placedAt" desc, id desc',
  );
  return rows.map(asOrder);
}

/** The lines of some orders, each order's by the platform's id of the line. */
export async function linesOfOrders(db: CommerceDb, orderIds: readonly string[]): Promise<OrderLineModel[]> {
  const known = await readFacts(db, orderIds);
  return [...known].flatMap(([orderId, { facts, refunds }]) =>
    linesOf(facts, refunds).map(({ lineId, productId, quantity, paidFen, refundedFen }) => ({
      id: `${orderId}.${lineId}`,
      orderId,
      productId,
      quantity,
      paid: yuan(paidFen),
      refunded: yuan(refundedFen),
    })),
  );
}

/** The refunds of some orders, the oldest first. */
export async function refundsOfOrders(db: CommerceDb, orderIds: readonly string[]): Promise<RefundModel[]> {
  const rows = await db
    .selectFrom('refunds')
    .select(['order_id as orderId', 'conversion', 'amount_fen as amountFen', 'occurred_at as refundedAt'])
    .where('order_id', 'in', orderIds)
    .where('retired_at', 'is', null)
    .orderBy('occurred_at')
    .orderBy('conversion')
    .execute();
  return rows.map(({ conversion, amountFen, ...row }) => ({
    ...row,
    id: `refund_${conversion}`,
    amount: yuan(amountFen),
  }));
}
