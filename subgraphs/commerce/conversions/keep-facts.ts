import { fingerprintOfSearch } from '../../kit/search-id.ts';
import { insertFacts, insertRefunds } from '../store/order-facts.ts';
import type { OrderState } from '../store/order-states.ts';
import type { Visit } from '../store/outcomes.ts';
import type { CommerceDb } from '../store/tables.ts';
import { insertTouches } from '../store/touches.ts';
import { type AcceptedEvent, isCounted, isOrderEvent, type OrderEvent } from './event.ts';
import { factOf, refundOf } from './event-facts.ts';
import type { Held } from './held.ts';
import type { Touch } from './touch.ts';

/** What accepted events came to, to be credited. */
export interface Kept {
  /** All of them, in the order in which they were judged. */
  readonly events: readonly AcceptedEvent[];
  /** What the transaction holds: nothing else may be credited anew. */
  readonly held: Held;
  readonly touches: readonly Touch[];
  /** Not credited yet. */
  readonly visits: readonly Visit[];
  readonly orders: readonly ChangedOrder[];
  /** Units sold by product. */
  readonly units: ReadonlyMap<string, number>;
}

export interface ChangedOrder {
  /** Undefined for a new one. */
  readonly before: OrderState | undefined;
  readonly after: OrderState;
}

/**
 * Lays accepted events out as touches, visits and orders' facts, and keeps the touches and facts.
 * @param known the orders that they are of, as far as they were there before
 */
export async function keepFacts(
  db: CommerceDb,
  events: readonly AcceptedEvent[],
  known: ReadonlyMap<string, OrderState>,
  held: Held,
): Promise<Kept> {
  const touches = events.flatMap((event) => touchOf(event) ?? []);
  const ofOrders = events.filter(isOrderEvent);
  const facts = ofOrders.filter((event) => event.stage !== 'REFUND').map(withOrder(factOf));
  const refunds = ofOrders.filter((event) => event.stage === 'REFUND').map(withOrder(refundOf));
  await insertTouches(db, touches);
  await insertFacts(db, facts);
  await insertRefunds(db, refunds);
  return {
    events,
    held,
    touches,
    visits: events.flatMap((event) => visitOf(event) ?? []),
    orders: changeOrders(ofOrders, known),
    units: unitsOf(ofOrders),
  };
}

function withOrder<Fact>(of: (event: OrderEvent) => Fact) {
  return (event: OrderEvent) => ({ ...of(event), orderId: event.order.orderId });
}

/** A tap as a touch; undefined where it is none, or may not be counted. */
function touchOf(event: AcceptedEvent): Touch | undefined {
  const { stage, shopId, linkId, noteId, productId } = event;
  if (stage !== 'LINK_CLICK' || !isCounted(event) || !shopId || !linkId || !noteId || !productId) return undefined;
  const { conversion, platformId, eventId, clickId, person, occurredAt } = event;
  const fingerprint = event.searchId === null ? null : (fingerprintOfSearch(event.searchId) ?? null);
  const led = { shopId, linkId, noteId, productId, fingerprint };
  return { conversion, platformId, eventId, clickId, person, occurredAt, ...led };
}

function visitOf(event: AcceptedEvent): Visit | undefined {
  const { conversion, stage, shopId, person, clickId, occurredAt } = event;
  if ((stage !== 'SHOP_VISIT' && stage !== 'ADD_TO_CART') || !isCounted(event) || !shopId) return undefined;
  const clickIds = clickId === null ? [] : [clickId];
  return { conversion, stage, shopId, person, clickIds, occurredAt, creditedClick: null };
}

function changeOrders(events: readonly OrderEvent[], known: ReadonlyMap<string, OrderState>): ChangedOrder[] {
  return [...Map.groupBy(events, (event) => event.order.orderId)].map(([id, ofOrder]) => {
    const before = known.get(id);
    const [first] = ofOrder as [OrderEvent, ...OrderEvent[]];
    const { platformId, platformOrderId } = first.order;
    const made = { id, platformId, platformOrderId, shopId: first.shopId, creditedClick: null, facts: [], refunds: [] };
    const state = before ?? made;
    const facts = ofOrder.filter((event) => event.stage !== 'REFUND').map(factOf);
    const refunds = ofOrder.filter((event) => event.stage === 'REFUND').map(refundOf);
    return {
      before,
      after: { ...state, facts: [...state.facts, ...facts], refunds: [...state.refunds, ...refunds] },
    };
  });
}

function unitsOf(events: readonly OrderEvent[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { stage, productId, order } of events) {
    if (stage === 'ORDER_PAID' && productId) units.set(productId, (units.get(productId) ?? 0) + order.quantity);
  }
  return units;
}
