import { type Selectable, sql } from 'kysely';
import { insertRows, jsonRows } from '../../kit/json-rows.ts';
import type { OrderSummary } from '../conversions/summarise-order.ts';
import type { Touch } from '../conversions/touch.ts';
import { fromBytea, toBytea } from './bytes.ts';
import { MetAnotherError } from './met-another.ts';
import { type OrderFacts, readFacts } from './order-facts.ts';
import type { CommerceDb, CommerceTables } from './tables.ts';

const TYPES = {
  id: 'text',
  platform_id: 'text',
  platform_order_id: 'text',
  shop_id: 'text',
  status: 'text',
  placed_at: 'timestamptz',
  paid_at: 'timestamptz',
  received_at: 'timestamptz',
  total_fen: 'bigint',
  payment_method: 'text',
  logistics_provider: 'text',
  person: 'bytea',
  counted_at: 'timestamptz',
  counted_fen: 'bigint',
  credited_click: 'uuid',
} as const;

type Row = Selectable<CommerceTables['orders']>;

/** An order with all that is known of it. */
export interface OrderState extends OrderFacts {
  readonly id: string;
  readonly platformId: string;
  readonly platformOrderId: string;
  readonly shopId: string;
  /** The conversion of the click that it is credited to, if any. */
  readonly creditedClick: string | null;
}

/** The earliest paid order of a person in a shop. */
export interface FirstOrder {
  readonly id: string;
  readonly countedAt: number;
}

/** A person in a shop. */
export interface Buyer {
  readonly shopId: string;
  /** 64 hexadecimal digits. */
  readonly person: string;
}

/** Orders by their ids, held until the transaction ends. */
export async function readOrders(db: CommerceDb, ids: readonly string[]): Promise<Map<string, OrderState>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`select * from orders where id = any(${ids}::text[])`.execute(db);
  return withFacts(db, rows);
}

/** All orders of some shops, for attributing them anew. */
export async function readOrdersOfShops(db: CommerceDb, shopIds: readonly string[]): Promise<Map<string, OrderState>> {
  const { rows } = await sql<Row>`select * from orders where shop_id = any(${shopIds}::text[])`.execute(db);
  return withFacts(db, rows);
}

async function withFacts(db: CommerceDb, rows: readonly Row[]): Promise<Map<string, OrderState>> {
  const ids = rows.map((row) => row.id);
  const facts = await readFacts(db, ids);
  return new Map(
    rows.map((row) => {
      const { facts: ofOrder = [], refunds = [] } = facts.get(row.id) ?? {};
      const state = {
        id: row.id,
        platformId: row.platform_id,
        platformOrderId: row.platform_order_id,
        shopId: row.shop_id,
        creditedClick: row.credited_click,
        facts: ofOrder,
        refunds,
      };
      return [row.id, state];
    }),
  );
}

/** The ids of orders for which touches that came later may have the credit: by the same person after them, or naming them. */
export async function ordersAfter(db: CommerceDb, touches: readonly Touch[]): Promise<string[]> {
  if (touches.length === 0) return [];
  const types = { shop: 'text', who: 'bytea', name: 'text', at: 'timestamptz' } as const;
  const made = touches.map((touch) => ({
    shop: touch.shopId,
    who: toBytea(touch.person),
    name: touch.clickId,
    at: new Date(touch.occurredAt),
  }));
  const { rows } = await sql<{ id: string }>`
    with touch as materialized (select * from ${jsonRows('touch', types, made)})
    select paid.id from touch cross join lateral (
      select id from orders
      where shop_id = touch.shop and person = touch.who
        and counted_at >= touch.at and counted_at <= touch.at + interval '720 hours'
      offset 0
    ) paid
    union
    select named.id from touch cross join lateral (
      select order_id as id from order_facts where click_id = touch.name and counted offset 0
    ) named`.execute(db);
  return rows.map((row) => row.id);
}

/** The earliest paid orders of buyers, by `${shopId} ${person}`. */
export async function firstOrders(db: CommerceDb, buyers: readonly Buyer[]): Promise<Map<string, FirstOrder>> {
  if (buyers.length === 0) return new Map();
  const wanted = buyers.map(({ shopId, person }) => ({ shop: shopId, who: toBytea(person) }));
  const { rows } = await sql<{ shop: string; who: Uint8Array; id: string; counted_at: Date }>`
    select buyer.shop, buyer.who, paid.id, paid.counted_at
    from ${jsonRows('buyer', { shop: 'text', who: 'bytea' }, wanted)}
    cross join lateral (
      select id, counted_at from orders where shop_id = buyer.shop and person = buyer.who
      order by counted_at, id limit 1
    ) paid`.execute(db);
  return new Map(
    rows.map((row) => [`${row.shop} ${fromBytea(row.who)}`, { id: row.id, countedAt: row.counted_at.getTime() }]),
  );
}

/**
 * Keeps what orders come to, and their credit.
 * @throws {MetAnotherError} when another transaction has meanwhile taken an order for another shop
 */
export async function upsertOrders(
  db: CommerceDb,
  orders: readonly { readonly state: OrderState; readonly summary: OrderSummary }[],
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(toRow);
  const changed = Object.keys(TYPES).filter((column) => !['id', 'platform_id', 'platform_order_id'].includes(column));
  const set = sql.join(changed.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  const { numAffectedRows } = await sql`
    ${insertRows('orders', TYPES, rows)}
    on conflict (id) do update set ${set} where orders.shop_id = excluded.shop_id`.execute(db);
  if (Number(numAffectedRows) !== rows.length) throw new MetAnotherError('An order was recorded meanwhile.');
}

function toRow({ state, summary }: { readonly state: OrderState; readonly summary: OrderSummary }) {
  return {
    id: state.id,
    platform_id: state.platformId,
    platform_order_id: state.platformOrderId,
    shop_id: state.shopId,
    status: summary.status,
    placed_at: instant(summary.placedAt),
    paid_at: instant(summary.paidAt),
    received_at: instant(summary.receivedAt),
    total_fen: summary.totalFen,
    payment_method: summary.paymentMethod,
    logistics_provider: summary.logisticsProvider,
    person: toBytea(summary.person),
    counted_at: instant(summary.countedAt),
    counted_fen: summary.countedFen,
    credited_click: state.creditedClick,
  };
}

function instant(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
