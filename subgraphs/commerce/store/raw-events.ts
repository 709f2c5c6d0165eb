import { type Selectable, sql } from 'kysely';
import { insertRows } from '../../kit/json-rows.ts';
import type { NamedEvent } from '../conversions/event.ts';
import type { Stage } from '../conversions/stages.ts';
import { fromBytea, toBytea } from './bytes.ts';
import type { CommerceDb, CommerceTables } from './tables.ts';

const TYPES = {
  conversion: 'uuid',
  platform_id: 'text',
  stage: 'text',
  event_id: 'text',
  occurred_at: 'timestamptz',
  received_at: 'timestamptz',
  consent: 'text',
  person: 'bytea',
  click_id: 'text',
  source_id: 'text',
  link_id: 'text',
  note_id: 'text',
  search_id: 'text',
  shop_id: 'text',
  product_id: 'text',
  order_id: 'text',
  order_platform_id: 'text',
  platform_order_id: 'text',
  line_id: 'text',
  quantity: 'integer',
  amount_fen: 'bigint',
  payment_method: 'text',
  logistics_provider: 'text',
  refund_of_event_id: 'text',
} as const;

/** An accepted event, and when it arrived. */
export interface ReceivedEvent {
  readonly event: NamedEvent;
  readonly receivedAt: number;
}

/** Keeps accepted events as they came. */
export async function insertEvents(db: CommerceDb, received: readonly ReceivedEvent[]): Promise<void> {
  if (received.length === 0) return;
  await insertRows('events', TYPES, received.map(toRow)).execute(db);
}

/** Accepted events in the order in which they were kept, after a sequence number. */
export async function readEvents(
  db: CommerceDb,
  after: number,
  limit: number,
): Promise<{ events: Omit<NamedEvent, 'contentHash'>[]; last: number | undefined }> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return { events: rows.map(fromRow), last: rows.at(-1)?.sequence };
}

/** When the newest event of all occurred that may be counted. */
export async function readNewest(db: CommerceDb): Promise<Date | undefined> {
  const row = await db
    .selectFrom('events')
    .select('occurred_at')
    .where('consent', '<>', 'DENIED')
    .orderBy('occurred_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.occurred_at;
}

/** Keeps everybody from recording until the transaction ends: who records begins with the shops, or takes an event's name. */
export async function haltRecording(db: CommerceDb): Promise<void> {
  await sql`lock table shops, event_identities in exclusive mode`.execute(db);
}

function toRow({ event, receivedAt }: ReceivedEvent) {
  const { order } = event;
  return {
    conversion: event.conversion,
    platform_id: event.platformId,
    stage: event.stage,
    event_id: event.eventId,
    occurred_at: new Date(event.occurredAt),
    received_at: new Date(receivedAt),
    consent: event.consent,
    person: toBytea(event.person),
    click_id: event.clickId,
    source_id: event.sourceId,
    link_id: event.linkId,
    note_id: event.noteId,
    search_id: event.searchId,
    shop_id: event.shopId,
    product_id: event.productId,
    order_id: order?.orderId,
    order_platform_id: order?.platformId,
    platform_order_id: order?.platformOrderId,
    line_id: order?.lineId,
    quantity: order?.quantity,
    amount_fen: order?.amountFen,
    payment_method: order?.paymentMethod,
    logistics_provider: order?.logisticsProvider,
    refund_of_event_id: order?.refundOfEventId,
  };
}

function fromRow(row: Selectable<CommerceTables['events']>): Omit<NamedEvent, 'contentHash'> {
  return {
    conversion: row.conversion,
    platformId: row.platform_id,
    stage: row.stage as Stage,
    eventId: row.event_id,
    occurredAt: row.occurred_at.getTime(),
    consent: row.consent,
    person: fromBytea(row.person),
    clickId: row.click_id,
    sourceId: row.source_id,
    linkId: row.link_id,
    noteId: row.note_id,
    searchId: row.search_id,
    shopId: row.shop_id,
    productId: row.product_id,
    order: row.order_id === null ? null : orderFromRow(row),
  };
}

function orderFromRow(row: Selectable<CommerceTables['events']>): NamedEvent['order'] {
  return {
    orderId: row.order_id ?? '',
    platformId: row.order_platform_id ?? '',
    platformOrderId: row.platform_order_id ?? '',
    lineId: row.line_id ?? '',
    quantity: row.quantity ?? 1,
    amountFen: row.amount_fen ?? 0,
    paymentMethod: row.payment_method,
    logisticsProvider: row.logistics_provider,
    refundOfEventId: row.refund_of_event_id,
  };
}
