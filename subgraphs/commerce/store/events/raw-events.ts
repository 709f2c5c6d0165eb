import { type Selectable, sql } from 'kysely';
import { addDays, startOfDay } from '../../../kit/calendar.ts';
import { copyRows } from '../../../kit/copy-rows.ts';
import type { AcceptedEvent } from '../../conversions/event.ts';
import { MOST_AHEAD_MS } from '../../conversions/intake/admit.ts';
import type { Stage } from '../../conversions/stages.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import { fromBytea, toBytea } from './bytes.ts';
import { eventDays, eventsTableOf } from './event-days.ts';

const TYPES = {
  conversion: 'uuid',
  platform_id: 'text',
  stage: 'text',
  event_id: 'text',
  occurred_at: 'timestamptz',
  received_at: 'timestamptz',
  recorded_at: 'timestamptz',
  consent: 'text',
  person: 'bytea',
  click_id: 'text',
  source_id: 'text',
  link_id: 'text',
  note_id: 'text',
  search_id: 'text',
  shop_id: 'text',
  product_id: 'text',
  read_shops: 'text[]',
  order_id: 'text',
  order_platform_id: 'text',
  platform_order_id: 'text',
  line_id: 'text',
  quantity: 'integer',
  amount_fen: 'bigint',
  payment_method: 'text',
  logistics_provider: 'text',
  refund_of_event_id: 'text',
  corrects: 'uuid',
  corrects_event_id: 'text',
  retract: 'boolean',
} as const;

type Row = Selectable<CommerceTables['events']>;

/** Keeps accepted events as they came. */
export async function insertEvents(db: CommerceDb, events: readonly AcceptedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await copyRows(db, 'events', TYPES, events.map(toRow));
}

/**
 * The events of a day in the order in which they were recorded.
 * @param db a transaction
 * @param day one that has a table
 */
export async function* readEventsOfDay(db: CommerceDb, day: string, atOnce: number): AsyncGenerator<AcceptedEvent[]> {
  await sql`
    declare events_of_day no scroll cursor for
    select * from ${sql.table(eventsTableOf(day))} order by recorded_at, sequence`.execute(db);
  try {
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(atOnce)} from events_of_day`.execute(db);
      if (rows.length === 0) return;
      yield rows.map(eventOf);
    }
  } finally {
    await sql`close events_of_day`.execute(db);
  }
}

/** When the newest event of all occurred that may be counted. An event occurs at most minutes after its day, so that few days are asked. */
export async function readNewest(db: CommerceDb): Promise<Date | undefined> {
  const days = await eventDays(db);
  let newest: Date | undefined;
  for (const day of days.toReversed()) {
    if (newest && newest.getTime() > startOfDay(addDays(day, 1)).getTime() + MOST_AHEAD_MS) break;
    const { rows } = await sql<{ occurred_at: Date }>`
      select occurred_at from ${sql.table(eventsTableOf(day))} where consent <> 'DENIED'
      order by occurred_at desc limit 1`.execute(db);
    const found = rows[0]?.occurred_at;
    if (found && (!newest || found > newest)) newest = found;
  }
  return newest;
}

/** A row as JSON has it: what is null is left out, since most of it is, and the server would read each null. */
function toRow(event: AcceptedEvent) {
  const { order } = event;
  return {
    conversion: event.conversion,
    platform_id: event.platformId,
    stage: event.stage,
    event_id: event.eventId,
    occurred_at: new Date(event.occurredAt),
    received_at: new Date(event.receivedAt),
    recorded_at: new Date(event.recordedAt),
    consent: event.consent,
    person: toBytea(event.person) ?? undefined,
    click_id: event.clickId ?? undefined,
    source_id: event.sourceId ?? undefined,
    link_id: event.linkId ?? undefined,
    note_id: event.noteId ?? undefined,
    search_id: event.searchId ?? undefined,
    shop_id: event.shopId ?? undefined,
    product_id: event.productId ?? undefined,
    read_shops: event.readShops ?? undefined,
    order_id: order?.orderId,
    order_platform_id: order?.platformId,
    platform_order_id: order?.platformOrderId,
    line_id: order?.lineId,
    quantity: order?.quantity,
    amount_fen: order?.amountFen,
    payment_method: order?.paymentMethod ?? undefined,
    logistics_provider: order?.logisticsProvider ?? undefined,
    refund_of_event_id: order?.refundOfEventId ?? undefined,
    corrects: event.correction?.conversion,
    corrects_event_id: event.correction?.eventId,
    retract: event.correction?.retract ?? false,
  };
}

/** An event as it was kept. */
export function eventOf(row: Row): AcceptedEvent {
  return {
    conversion: row.conversion,
    platformId: row.platform_id,
    stage: row.stage as Stage,
    eventId: row.event_id,
    occurredAt: row.occurred_at.getTime(),
    receivedAt: row.received_at.getTime(),
    recordedAt: row.recorded_at.getTime(),
    consent: row.consent,
    person: fromBytea(row.person),
    clickId: row.click_id,
    sourceId: row.source_id,
    linkId: row.link_id,
    noteId: row.note_id,
    searchId: row.search_id,
    shopId: row.shop_id,
    productId: row.product_id,
    readShops: row.read_shops,
    order: row.order_id === null ? null : orderFromRow(row),
    correction:
      row.corrects === null
        ? null
        : { conversion: row.corrects, eventId: row.corrects_event_id ?? '', retract: row.retract },
  };
}

function orderFromRow(row: Row): AcceptedEvent['order'] {
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
