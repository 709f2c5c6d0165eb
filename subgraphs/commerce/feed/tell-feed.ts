import { type AcceptedEvent, isCounted } from '../conversions/event.ts';
import { isTold } from '../conversions/stages.ts';
import { insertFeedGroup, type NewConversion } from '../store/feed-entries.ts';
import type { CommerceDb } from '../store/tables.ts';

/** The link and note of the last click within 15 days. */
export interface LastClick {
  readonly linkId: string;
  readonly noteId: string;
}

/** Last clicks by conversion; null where there is none. */
export type LastClicks = ReadonlyMap<string, LastClick | null>;

/**
 * Tells the feed what a recording transaction did, within that transaction.
 * @param events what it accepted
 * @param lastClicks of all that it credited: what it accepted, and earlier conversions that this touches
 */
export async function tellFeed(
  transaction: CommerceDb,
  events: readonly AcceptedEvent[],
  lastClicks: LastClicks,
): Promise<void> {
  const added = events.filter(({ stage }) => isTold(stage)).map((event) => asNew(event, lastClicks));
  const isNew = new Set(added.map(({ conversion }) => conversion));
  const credited = [...lastClicks]
    .filter(([conversion]) => !isNew.has(conversion))
    .map(([conversion, click]) => ({ conversion, link_id: click?.linkId ?? null, note_id: click?.noteId ?? null }));
  if (events[0] === undefined || added.length + credited.length === 0) return;
  await insertFeedGroup(transaction, { recordedAt: new Date(events[0].recordedAt), added, credited });
}

function asNew(event: AcceptedEvent, lastClicks: LastClicks): NewConversion {
  const { order } = event;
  const click = isCounted(event) ? lastClickOf(event, lastClicks) : null;
  return {
    conversion: event.conversion,
    version: 1,
    state: 'REPORTED',
    event_id: event.eventId,
    stage: event.stage,
    source_id: event.sourceId,
    link_id: click?.linkId ?? null,
    note_id: click?.noteId ?? null,
    product_id: event.productId,
    shop_id: event.shopId,
    platform_order_id: order?.platformOrderId ?? null,
    line_id: order?.lineId ?? null,
    quantity: order?.quantity ?? null,
    value_fen: order?.amountFen ?? null,
    occurred_at: new Date(event.occurredAt),
    received_at: new Date(event.receivedAt),
  };
}

/** A click's last click is itself. */
function lastClickOf({ conversion, stage, linkId, noteId }: AcceptedEvent, lastClicks: LastClicks) {
  if (stage === 'LINK_CLICK' && linkId !== null && noteId !== null) return { linkId, noteId };
  return lastClicks.get(conversion) ?? null;
}
