import { type AcceptedEvent, isCounted } from '../conversions/event.ts';
import { corrects, inPlace } from '../conversions/judging/judge-correction.ts';
import { type Lead, leadOf } from '../conversions/placement.ts';
import { isTold } from '../conversions/stages.ts';
import {
  type CreditedClick,
  insertFeedGroup,
  type NewConversion,
  type RestatedConversion,
} from '../store/feed/feed-entries.ts';
import type { CommerceDb } from '../store/tables.ts';

/** What the last click within 15 days was on, by conversion; null where there is none. */
export type LastClicks = ReadonlyMap<string, Lead | null>;

/** What a transaction credited. */
export interface Credited {
  readonly lastClicks: LastClicks;
  /** Taps that are invalid traffic (true), and some that are no longer (false), by conversion. */
  readonly invalid: ReadonlyMap<string, boolean>;
}

/** What a transaction did to one conversion. */
interface Telling {
  /** How many versions it made. */
  readonly versions: number;
  readonly state: NewConversion['state'];
  /** What holds of it now; of what was taken back, what it was. */
  readonly event: AcceptedEvent;
  /** When it arrived first; undefined where that was in an earlier transaction. */
  readonly arrivedAt: number | undefined;
}

/**
 * Tells the feed what a recording transaction did, within that transaction.
 * @param events what it accepted, in the order in which it was judged
 * @param credited what it credited: of what it accepted, and of earlier conversions that this touches
 */
export async function tellFeed(
  transaction: CommerceDb,
  events: readonly AcceptedEvent[],
  { lastClicks, invalid }: Credited,
): Promise<void> {
  const tellings = tellingsOf(events, invalid);
  const added = [...tellings.values()].flatMap((telling) => asNew(telling, lastClicks) ?? []);
  const restated = [...tellings.values()].flatMap((telling) => asRestated(telling, lastClicks) ?? []);
  const credited = [...lastClicks]
    .filter(([conversion]) => !tellings.has(conversion))
    .map(([conversion, click]) => ({
      conversion,
      state: stateOf(invalid.get(conversion)),
      link_id: click?.linkId ?? null,
      note_id: click?.noteId ?? null,
    }));
  if (events[0] === undefined || added.length + restated.length + credited.length === 0) return;
  const recordedAt = new Date(Math.max(...events.map((event) => event.recordedAt)));
  await insertFeedGroup(transaction, { recordedAt, added, restated, credited });
}

/** What a tap becomes that turns; null for what is no such tap. */
function stateOf(isInvalid: boolean | undefined): CreditedClick['state'] {
  if (isInvalid === undefined) return null;
  return isInvalid ? 'INVALID_TRAFFIC' : 'RESTATED';
}

function tellingsOf(events: readonly AcceptedEvent[], invalid: Credited['invalid']): Map<string, Telling> {
  const tellings = new Map<string, Telling>();
  for (const event of events) {
    if (!isTold(event.stage)) continue;
    if (!corrects(event)) {
      tellings.set(event.conversion, { versions: 1, state: 'REPORTED', event, arrivedAt: event.receivedAt });
      continue;
    }
    const { conversion, retract } = event.correction;
    const before = tellings.get(conversion);
    tellings.set(conversion, {
      versions: (before?.versions ?? 0) + 1,
      state: retract ? 'RETRACTED' : 'RESTATED',
      event: retract && before ? before.event : inPlace(event),
      arrivedAt: before?.arrivedAt,
    });
  }
  for (const [conversion, telling] of tellings) {
    const isInvalid = telling.state !== 'RETRACTED' && invalid.get(conversion) === true;
    if (isInvalid) tellings.set(conversion, { ...telling, state: 'INVALID_TRAFFIC' });
  }
  return tellings;
}

function asNew(telling: Telling, lastClicks: LastClicks): NewConversion | undefined {
  const { arrivedAt, event, versions } = telling;
  if (arrivedAt === undefined) return undefined;
  const of = { event_id: event.eventId, stage: event.stage, shop_id: event.shopId };
  return { ...valuesOf(telling, lastClicks), ...of, version: versions, received_at: new Date(arrivedAt) };
}

function asRestated(telling: Telling, lastClicks: LastClicks): RestatedConversion | undefined {
  if (telling.arrivedAt !== undefined) return undefined;
  return { ...valuesOf(telling, lastClicks), versions: telling.versions };
}

/** What was taken back counts for nothing, nor does invalid traffic. */
function valuesOf({ event, state }: Telling, lastClicks: LastClicks) {
  const { order } = event;
  const counts = state !== 'RETRACTED' && state !== 'INVALID_TRAFFIC';
  const click = counts && isCounted(event) ? lastClickOf(event, lastClicks) : null;
  return {
    conversion: event.conversion,
    state,
    source_id: event.sourceId,
    link_id: click?.linkId ?? null,
    note_id: click?.noteId ?? null,
    product_id: event.productId,
    platform_order_id: order?.platformOrderId ?? null,
    line_id: order?.lineId ?? null,
    quantity: counts ? (order?.quantity ?? null) : null,
    value_fen: counts ? (order?.amountFen ?? null) : null,
    occurred_at: new Date(event.occurredAt),
  };
}

/** A click's last click is itself. */
function lastClickOf(event: AcceptedEvent, lastClicks: LastClicks): Lead | null {
  return leadOf(event) ?? lastClicks.get(event.conversion) ?? null;
}
