import { fingerprintOfSearch } from '../../../kit/search-id.ts';
import type { Visit } from '../../store/events/outcomes.ts';
import type { Search } from '../../store/events/reads.ts';
import type { KeptTouch } from '../../store/events/touches.ts';
import type { OfOrder } from '../../store/orders/order-facts.ts';
import type { OrderState } from '../../store/orders/order-states.ts';
import type { Life, Lived } from '../attribution/life.ts';
import type { OrderFact, RefundFact } from '../attribution/summarise-order.ts';
import type { Read, Touch } from '../attribution/touch.ts';
import { type AcceptedEvent, isCounted, isOrderEvent, type OrderEvent } from '../event.ts';
import { leadOf } from '../placement.ts';
import { factOf, refundOf } from './event-facts.ts';
import type { Held } from './held.ts';

/** What events say, laid out to be attributed. Events without consent are in none of it but the orders' facts. */
export interface Facts {
  readonly touches: readonly Lived<Touch>[];
  readonly reads: readonly Lived<Read>[];
  readonly searches: readonly Lived<Search>[];
  /** Visits and carts, not credited yet. */
  readonly visits: readonly Lived<Visit>[];
  readonly orderFacts: readonly Lived<OfOrder<OrderFact>>[];
  readonly refunds: readonly Lived<OfOrder<RefundFact>>[];
}

/** What events said that is taken back. */
export interface Retired {
  readonly touches: readonly KeptTouch[];
  readonly reads: readonly Read[];
  readonly searches: readonly Search[];
  readonly visits: readonly Visit[];
  readonly orderFacts: readonly OfOrder<OrderFact>[];
  readonly refunds: readonly OfOrder<RefundFact>[];
}

/** What accepted events came to, to be credited. */
export interface Kept extends Facts {
  /** All of them, in the order in which they were judged. */
  readonly events: readonly AcceptedEvent[];
  /** What the transaction holds: nothing else may be credited anew. */
  readonly held: Held;
  /** What corrections and retractions among them take back, and when: milliseconds since 1970, by conversion. */
  readonly retired: Retired;
  readonly takenBack: ReadonlyMap<string, number>;
  readonly orders: readonly ChangedOrder[];
  /** Units sold by product: what was added, less what was taken back. */
  readonly units: ReadonlyMap<string, number>;
}

export interface ChangedOrder {
  /** Undefined for a new one. */
  readonly before: OrderState | undefined;
  readonly after: OrderState;
}

/** What a transaction changes. */
interface Changes extends Pick<Kept, 'events' | 'retired' | 'takenBack'> {
  /** The events with corrections in the place of what they correct. */
  readonly accepted: readonly AcceptedEvent[];
}

/**
 * Lays events out as facts.
 * @param known the orders that they are of, as far as they were there before
 * @param held what the transaction holds
 */
export function layOutFacts(changes: Changes, known: ReadonlyMap<string, OrderState>, held: Held): Kept {
  const { events, accepted, retired, takenBack } = changes;
  const ofOrders = accepted.filter(holds).filter(isOrderEvent);
  return {
    ...factsOf(accepted),
    events,
    held,
    retired,
    takenBack,
    orders: changeOrders(ofOrders, retired, known),
    units: unitsOf(ofOrders, retired),
  };
}

function factsOf(events: readonly AcceptedEvent[]): Facts {
  const ofOrders = events.filter(isOrderEvent);
  const withOrder = <Fact>(fact: Fact, event: AcceptedEvent & OrderEvent) => ({
    ...fact,
    orderId: event.order.orderId,
    ...lifeOf(event),
  });
  return {
    touches: events.flatMap((event) => touchOf(event) ?? []),
    reads: events.flatMap((event) => readOf(event) ?? []),
    searches: events.flatMap((event) => searchOf(event) ?? []),
    visits: events.flatMap((event) => visitOf(event) ?? []),
    orderFacts: ofOrders.filter(isNoRefund).map((event) => withOrder(factOf(event), event)),
    refunds: ofOrders.filter((event) => !isNoRefund(event)).map((event) => withOrder(refundOf(event), event)),
  };
}

/** A tap as a touch; undefined where it is none, or may not be counted. */
function touchOf(event: AcceptedEvent): Lived<Touch> | undefined {
  const { shopId, productId } = event;
  const lead = leadOf(event);
  if (!lead || !isCounted(event) || !shopId || !productId) return undefined;
  const { conversion, platformId, eventId, clickId, person, occurredAt } = event;
  const fingerprint = event.searchId === null ? null : (fingerprintOfSearch(event.searchId) ?? null);
  const led = { ...lead, shopId, productId, fingerprint };
  return { conversion, platformId, eventId, clickId, person, occurredAt, ...led, ...lifeOf(event) };
}

/** A read that may be credited: by a known person, of a note that led into a shop. */
function readOf(event: AcceptedEvent): Lived<Read> | undefined {
  const { stage, person, sourceId, readShops } = event;
  if (stage !== 'READ' || person === null || sourceId === null || !readShops?.length) return undefined;
  const { conversion, platformId, eventId, occurredAt } = event;
  const shopIds = readShops;
  return { conversion, platformId, eventId, person, noteId: sourceId, shopIds, occurredAt, ...lifeOf(event) };
}

function searchOf(event: AcceptedEvent): Lived<Search> | undefined {
  const { stage, person, conversion, occurredAt } = event;
  if (stage !== 'SEARCH' || person === null) return undefined;
  return { conversion, person, occurredAt, ...lifeOf(event) };
}

function visitOf(event: AcceptedEvent): Lived<Visit> | undefined {
  const { conversion, stage, shopId, person, clickId, occurredAt } = event;
  if ((stage !== 'SHOP_VISIT' && stage !== 'ADD_TO_CART') || !isCounted(event) || !shopId) return undefined;
  const clickIds = clickId === null ? [] : [clickId];
  return { conversion, stage, shopId, person, clickIds, occurredAt, creditedClick: null, ...lifeOf(event) };
}

function isNoRefund({ stage }: OrderEvent): boolean {
  return stage !== 'REFUND';
}

function lifeOf({ recordedAt, retiredAt }: AcceptedEvent): Life {
  return { recordedAt, retiredAt: retiredAt ?? null };
}

function holds({ retiredAt }: AcceptedEvent): boolean {
  return retiredAt == null;
}

function changeOrders(
  accepted: readonly OrderEvent[],
  retired: Retired,
  known: ReadonlyMap<string, OrderState>,
): ChangedOrder[] {
  const takenBack = [...retired.orderFacts, ...retired.refunds];
  const gone = new Set(takenBack.map(({ conversion }) => conversion));
  const left = ({ conversion }: { readonly conversion: string }) => !gone.has(conversion);
  const added = Map.groupBy(accepted, (event) => event.order.orderId);
  const ids = new Set([...takenBack.map(({ orderId }) => orderId), ...added.keys()]);
  return [...ids].flatMap((id) => {
    const own = added.get(id) ?? [];
    const before = known.get(id);
    const state = before ?? (own[0] && orderOf(own[0]));
    if (!state) return [];
    const facts = own.filter(isNoRefund).map(factOf);
    const refunds = own.filter((event) => !isNoRefund(event)).map(refundOf);
    const after = {
      ...state,
      facts: [...state.facts.filter(left), ...facts],
      refunds: [...state.refunds.filter(left), ...refunds],
    };
    return { before, after };
  });
}

/** A new order, of which nothing is known yet. */
function orderOf({ order, shopId }: OrderEvent): OrderState {
  const { orderId: id, platformId, platformOrderId } = order;
  return { id, platformId, platformOrderId, shopId, creditedClick: null, facts: [], refunds: [] };
}

function unitsOf(accepted: readonly OrderEvent[], { orderFacts }: Retired): Map<string, number> {
  const units = new Map<string, number>();
  const count = (stage: string, productId: string | null, quantity: number) => {
    if (stage === 'ORDER_PAID' && productId) units.set(productId, (units.get(productId) ?? 0) + quantity);
  };
  for (const { stage, productId, order } of accepted) count(stage, productId, order.quantity);
  for (const { stage, productId, quantity } of orderFacts) count(stage, productId, -quantity);
  return units;
}
