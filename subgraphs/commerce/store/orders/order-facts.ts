import { type RawBuilder, sql } from 'kysely';
import { copyRows } from '../../../kit/copy-rows.ts';
import type { Lived } from '../../conversions/attribution/life.ts';
import type { OrderFact, RefundFact } from '../../conversions/attribution/summarise-order.ts';
import { fromBytea, toBytea } from '../events/bytes.ts';
import { lifeColumns, lifeOf } from '../events/lives.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';

const FACT_TYPES = {
  order_id: 'text',
  line_id: 'text',
  stage: 'text',
  conversion: 'uuid',
  product_id: 'text',
  quantity: 'integer',
  amount_fen: 'bigint',
  payment_method: 'text',
  logistics_provider: 'text',
  person: 'bytea',
  click_id: 'text',
  counted: 'boolean',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  retired_at: 'timestamptz',
} as const;

const REFUND_TYPES = {
  order_id: 'text',
  conversion: 'uuid',
  line_id: 'text',
  amount_fen: 'bigint',
  counted: 'boolean',
  occurred_at: 'timestamptz',
  recorded_at: 'timestamptz',
  retired_at: 'timestamptz',
} as const;

/** What is known of an order. */
export interface OrderFacts {
  readonly facts: readonly OrderFact[];
  readonly refunds: readonly RefundFact[];
}

/** A fact, or a refund, and the order that it is of. */
export type OfOrder<Fact> = Fact & { readonly orderId: string };

/** Keeps what events said of orders' lines. */
export async function insertFacts(db: CommerceDb, facts: readonly Lived<OfOrder<OrderFact>>[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => ({
    order_id: fact.orderId,
    line_id: fact.lineId,
    stage: fact.stage,
    conversion: fact.conversion,
    product_id: fact.productId,
    quantity: fact.quantity,
    amount_fen: fact.amountFen,
    payment_method: fact.paymentMethod,
    logistics_provider: fact.logisticsProvider,
    person: toBytea(fact.person),
    click_id: fact.clickId,
    counted: fact.counted,
    occurred_at: new Date(fact.occurredAt),
    ...lifeColumns(fact),
  }));
  await copyRows(db, 'order_facts', FACT_TYPES, rows);
}

/** Keeps refunds. */
export async function insertRefunds(db: CommerceDb, refunds: readonly Lived<OfOrder<RefundFact>>[]): Promise<void> {
  if (refunds.length === 0) return;
  const rows = refunds.map((refund) => ({
    order_id: refund.orderId,
    conversion: refund.conversion,
    line_id: refund.lineId,
    amount_fen: refund.amountFen,
    counted: refund.counted,
    occurred_at: new Date(refund.occurredAt),
    ...lifeColumns(refund),
  }));
  await copyRows(db, 'refunds', REFUND_TYPES, rows);
}

/** What is known of an order, and what was taken back of it. */
export interface OrderHistory {
  readonly facts: readonly Lived<OrderFact>[];
  readonly refunds: readonly Lived<RefundFact>[];
}

/** What is known of orders, by their ids. */
export function readFacts(db: CommerceDb, orderIds: readonly string[]): Promise<Map<string, OrderFacts>> {
  return readOrderFacts(db, orderIds, sql`retired_at is null`);
}

/** What was ever known of orders, by their ids. */
export async function readFactsEver(db: CommerceDb, orderIds: readonly string[]): Promise<Map<string, OrderHistory>> {
  const held = await readOrderFacts(db, orderIds, sql`retired_at is null`);
  const retired = await readOrderFacts(db, orderIds, sql`retired_at is not null`);
  return new Map(
    [...held].map(([id, { facts, refunds }]) => {
      const before = retired.get(id);
      const all = { facts: [...facts, ...(before?.facts ?? [])], refunds: [...refunds, ...(before?.refunds ?? [])] };
      return [id, all];
    }),
  );
}

async function readOrderFacts(
  db: CommerceDb,
  orderIds: readonly string[],
  which: RawBuilder<unknown>,
): Promise<Map<string, OrderHistory>> {
  if (orderIds.length === 0) return new Map();
  const [facts, refunds] = await Promise.all([
    readOfOrders<CommerceTables['order_facts']>(db, 'order_facts', orderIds, which),
    readOfOrders<CommerceTables['refunds']>(db, 'refunds', orderIds, which),
  ]);
  const factsOf = Map.groupBy(facts, (row) => row.order_id);
  const refundsOf = Map.groupBy(refunds, (row) => row.order_id);
  return new Map(
    orderIds.map((id) => [
      id,
      { facts: (factsOf.get(id) ?? []).map(toFact), refunds: (refundsOf.get(id) ?? []).map(toRefund) },
    ]),
  );
}

/** Each order's rows are looked up in the index, also where the tables have never been analysed, as PGlite leaves them. */
async function readOfOrders<Row>(
  db: CommerceDb,
  table: 'order_facts' | 'refunds',
  orderIds: readonly string[],
  which: RawBuilder<unknown>,
) {
  const { rows } = await sql<Row>`
    select own.* from unnest(${orderIds}::text[]) as wanted(id)
    cross join lateral (
      select * from ${sql.table(table)} where order_id = wanted.id and ${which} offset 0
    ) as own`.execute(db);
  return rows;
}

function toFact(row: CommerceTables['order_facts']): Lived<OrderFact> {
  return {
    lineId: row.line_id,
    stage: row.stage,
    conversion: row.conversion,
    productId: row.product_id,
    quantity: row.quantity,
    amountFen: row.amount_fen,
    paymentMethod: row.payment_method,
    logisticsProvider: row.logistics_provider,
    person: fromBytea(row.person),
    clickId: row.click_id,
    counted: row.counted,
    occurredAt: row.occurred_at.getTime(),
    ...lifeOf(row),
  };
}

function toRefund(row: CommerceTables['refunds']): Lived<RefundFact> {
  return {
    conversion: row.conversion,
    lineId: row.line_id,
    amountFen: row.amount_fen,
    counted: row.counted,
    occurredAt: row.occurred_at.getTime(),
    ...lifeOf(row),
  };
}
