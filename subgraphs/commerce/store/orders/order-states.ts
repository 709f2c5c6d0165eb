import { type Selectable, sql } from 'kysely';
import { givenRows } from '../../../kit/given-rows.ts';
import type { OrderSummary } from '../../conversions/attribution/summarise-order.ts';
import { fromBytea, toBytea } from '../events/bytes.ts';
import { MetAnotherError } from '../events/met-another.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { type OrderFacts, type OrderHistory, readFacts, readFactsEver } from './order-facts.ts';

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

/** An order with all that was ever known of it. */
export interface OrderLife extends OrderHistory, Omit<OrderState, keyof OrderFacts> {}

/** Orders by their ids. Each is looked up in the index, also where the table has grown since it was analysed. */
export async function readOrders(db: CommerceDb, ids: readonly string[]): Promise<Map<string, OrderState>> {
  if (ids.length === 0) return new Map();
  const reading = sql<Row>`
    select own.* from unnest(${ids}::text[]) as wanted(id)
    cross join lateral (select * from orders where id = wanted.id offset 0) as own`.execute(db);
  const [{ rows }, facts] = await Promise.all([reading, readFacts(db, ids)]);
  return new Map(rows.map((row) => [row.id, { ...fromRow(row), ...(facts.get(row.id) ?? NOTHING_KNOWN) }]));
}

/** All orders of some shops with all that was ever known of them, for attributing them anew. */
export async function readOrdersOfShops(db: CommerceDb, shopIds: readonly string[]): Promise<OrderLife[]> {
  const { rows } = await sql<Row>`select * from orders where shop_id = any(${shopIds}::text[])`.execute(db);
  const facts = await readFactsEver(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...fromRow(row), ...(facts.get(row.id) ?? NOTHING_KNOWN) }));
}

const NOTHING_KNOWN = { facts: [], refunds: [] };

function fromRow(row: Row): Omit<OrderState, keyof OrderFacts> {
  return {
    id: row.id,
    platformId: row.platform_id,
    platformOrderId: row.platform_order_id,
    shopId: row.shop_id,
    creditedClick: row.credited_click,
  };
}

/**
 * The earliest paid orders of buyers, by `${shopId} ${person}`.
 * @param without orders to pass over
 */
export async function firstOrders(
  db: CommerceDb,
  buyers: readonly Buyer[],
  without: ReadonlySet<string>,
): Promise<Map<string, FirstOrder>> {
  if (buyers.length === 0) return new Map();
  const wanted = buyers.map(({ shopId, person }) => ({ shop: shopId, who: toBytea(person) }));
  const { rows } = await sql<{ shop: string; who: Uint8Array; id: string; counted_at: Date }>`
    select buyer.shop, buyer.who, paid.id, paid.counted_at
    from ${givenRows(db, 'buyer', { shop: 'text', who: 'bytea' }, wanted)}
    cross join lateral (
      select id, counted_at from orders
      where shop_id = buyer.shop and person = buyer.who and counted_at is not null
        and id <> all(${[...without]}::text[])
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
  const columns = sql.join(Object.keys(TYPES).map((column) => sql.ref(column)));
  const changed = Object.keys(TYPES).filter((column) => !['id', 'platform_id', 'platform_order_id'].includes(column));
  const set = sql.join(changed.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  const { numAffectedRows } = await sql`
    insert into orders (${columns}) select ${columns} from ${givenRows(db, 'row', TYPES, rows)}
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
