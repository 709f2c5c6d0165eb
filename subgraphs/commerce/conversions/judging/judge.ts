import { type BoostedEvent, Budgets } from '../../campaigns/budgets.ts';
import type { OrderFact, RefundFact } from '../attribution/summarise-order.ts';
import { isCounted, isOrderEvent, type NamedEvent, type OrderEvent } from '../event.ts';
import { conversionOf } from '../event-name.ts';
import { factOf, refundOf } from '../recording/event-facts.ts';
import { checkJourney } from '../recording/journey-full.ts';
import { mayCorrect } from '../sender.ts';
import {
  type Correctable,
  type CorrectingEvent,
  checkCorrection,
  correctable,
  corrects,
  inPlace,
} from './judge-correction.ts';
import { RejectedEvent, type Rejection } from './reasons.ts';
import { type AcceptedVerdict, accepted } from './uncounted.ts';

/** What became of an event. A DUPLICATE is the same event as one that was accepted; a CONFLICT has its name and other content. */
export type Verdict =
  | AcceptedVerdict
  | { readonly outcome: 'DUPLICATE'; readonly conversion: string }
  | { readonly outcome: 'CONFLICT'; readonly conversion: string; readonly rejection: Rejection }
  | { readonly outcome: 'REJECTED'; readonly rejection: Rejection };

/** What was accepted before, as far as the events to be judged touch it. */
export interface Accepted {
  /** Content hashes by conversion. */
  readonly identities: ReadonlyMap<string, string>;
  readonly orders: ReadonlyMap<string, KnownOrder>;
  /** The click ids that are taken. */
  readonly clickIds: ReadonlySet<string>;
  /** Conversions that the events correct. */
  readonly correctable: ReadonlyMap<string, Correctable>;
  /** Conversions that are refused, since too much follows from them. */
  readonly full: ReadonlySet<string>;
  /** What the boosts that events name have left; events take from it. Absent where none names any. */
  readonly budgets?: Budgets | undefined;
}

export interface KnownOrder {
  readonly shopId: string;
  readonly facts: readonly OrderFact[];
  readonly refunds: readonly RefundFact[];
}

/** An order is read whole with each event of it. */
const MOST_EVENTS = 1_000;

/**
 * Judges events against what was accepted before and, as if they had come one by one, against one another.
 * @returns a verdict for each, in their order
 */
export function judge(events: readonly NamedEvent[], before: Accepted): Verdict[] {
  const corrected = new Set(events.filter(corrects).map(({ correction }) => correction.conversion));
  const known: Known = {
    hashes: new Map(before.identities),
    clickIds: new Set(before.clickIds),
    orders: new Map(before.orders),
    correctable: new Map(before.correctable),
    budgets: before.budgets ?? new Budgets(),
    isCorrected: (conversion) => corrected.has(conversion),
  };
  return events.map((event) => {
    const hash = known.hashes.get(event.conversion);
    const conversion = event.correction?.conversion ?? event.conversion;
    if (hash !== undefined) return judgeAgain(event, hash);
    try {
      checkJourney(conversion, before.full);
      if (corrects(event)) acceptCorrection(event, known);
      else acceptNew(event, known);
      known.hashes.set(event.conversion, event.contentHash);
      return accepted(event, conversion);
    } catch (error) {
      if (!(error instanceof RejectedEvent)) throw error;
      return { outcome: 'REJECTED', rejection: error.rejection };
    }
  });
}

/** What is there when an event is judged. */
interface Known {
  readonly hashes: Map<string, string>;
  readonly clickIds: Set<string>;
  readonly orders: Map<string, KnownOrder>;
  readonly correctable: Map<string, Correctable>;
  readonly budgets: Budgets;
  /** Whether any event that is judged now corrects a conversion. */
  readonly isCorrected: (conversion: string) => boolean;
}

function acceptNew(event: NamedEvent, known: Known): void {
  checkClick(event, known.clickIds);
  const order = isOrderEvent(event) ? extendOrder(event, known.orders.get(event.order.orderId)) : undefined;
  if (isBoosted(event)) known.budgets.take(event);
  if (takesClickId(event)) known.clickIds.add(event.clickId);
  if (order && event.order) known.orders.set(event.order.orderId, order);
  if (known.isCorrected(event.conversion)) {
    known.correctable.set(event.conversion, correctable(event, takesClickId(event) ? event.clickId : null));
  }
}

/** What is corrected goes, and the correction is judged as if it came in its place. */
function acceptCorrection(event: CorrectingEvent, known: Known): void {
  const { conversion, retract } = event.correction;
  const found = known.correctable.get(conversion);
  const now = found && mayCorrect(event, found) ? found : undefined;
  checkCorrection(event, now, found === undefined && known.hashes.has(conversion));
  const { orderId, clickId } = now;
  const order = orderId === null ? undefined : known.orders.get(orderId);
  if (order && orderId !== null) known.orders.set(orderId, withoutFact(order, conversion));
  if (clickId !== null) known.clickIds.delete(clickId);
  const takeAgain = known.budgets.giveBack(conversion);
  try {
    if (retract) known.correctable.set(conversion, { ...now, isRetracted: true, clickId: null });
    else acceptNew(inPlace(event), known);
  } catch (error) {
    if (order && orderId !== null) known.orders.set(orderId, order);
    if (clickId !== null) known.clickIds.add(clickId);
    takeAgain();
    throw error;
  }
}

function withoutFact(order: KnownOrder, conversion: string): KnownOrder {
  const left = (fact: { readonly conversion: string }) => fact.conversion !== conversion;
  return { ...order, facts: order.facts.filter(left), refunds: order.refunds.filter(left) };
}

function judgeAgain(event: NamedEvent, known: string): Verdict {
  const { contentHash } = event;
  const conversion = event.correction?.conversion ?? event.conversion;
  if (known === contentHash) return { outcome: 'DUPLICATE', conversion };
  const [first, sent] = [known.slice(0, 12), contentHash.slice(0, 12)];
  const message = `${event.platformId}, ${event.stage} and ${event.eventId} name an event with other content: it has the hash ${first}, and this one ${sent}. The first stays.`;
  return { outcome: 'CONFLICT', conversion, rejection: { code: 'EVENT_CONFLICT', field: ['eventId'], message } };
}

function isBoosted(event: NamedEvent): event is NamedEvent & BoostedEvent {
  return event.boost != null;
}

/** A click without consent is no touch, so that nothing can name it. */
function takesClickId(event: NamedEvent): event is NamedEvent & { clickId: string } {
  return event.stage === 'LINK_CLICK' && event.clickId !== null && isCounted(event);
}

function checkClick(event: NamedEvent, clickIds: ReadonlySet<string>): void {
  if (!takesClickId(event) || !clickIds.has(event.clickId)) return;
  const { clickId } = event;
  throw new RejectedEvent(
    'EVENT_CLICK_TAKEN',
    ['clickId'],
    `${clickId} is another click's: each click has its own id.`,
  );
}

/**
 * An order with one more event.
 * @throws {RejectedEvent} when the order's state does not allow it
 */
function extendOrder(event: OrderEvent, known: KnownOrder | undefined): KnownOrder {
  const order = known ?? { shopId: event.shopId, facts: [], refunds: [] };
  if (order.facts.length + order.refunds.length >= MOST_EVENTS) {
    const message = `An order holds at most ${MOST_EVENTS} events.`;
    throw new RejectedEvent('EVENT_ORDER_FULL', ['order', 'platformOrderId'], message);
  }
  if (order.shopId !== event.shopId) {
    const message = `The order ${event.order.platformOrderId} is of another shop than ${event.shopId}.`;
    throw new RejectedEvent('EVENT_ORDER_SHOP_MISMATCH', ['order', 'platformOrderId'], message);
  }
  if (event.stage === 'REFUND') {
    checkRefund(event, order);
    return { ...order, refunds: [...order.refunds, refundOf(event)] };
  }
  checkFact(event, order);
  return { ...order, facts: [...order.facts, factOf(event)] };
}

function checkFact(event: OrderEvent, { facts }: KnownOrder): void {
  const { lineId } = event.order;
  if (facts.some((fact) => fact.lineId === lineId && fact.stage === event.stage)) {
    const message = `Line ${lineId} of the order has had its ${event.stage} under another eventId.`;
    throw new RejectedEvent('EVENT_LINE_REPEATED', ['order', 'platformLineId'], message);
  }
  if (event.stage !== 'ORDER_PAID' || event.person === null) return;
  const payer = facts.find((fact) => fact.stage === 'ORDER_PAID' && fact.person !== null)?.person;
  if (payer !== undefined && payer !== event.person) {
    const message = `Other lines of the order ${event.order.platformOrderId} were paid by another person.`;
    throw new RejectedEvent('EVENT_ORDER_PERSON_MISMATCH', ['personKey'], message);
  }
}

/** A refund may come before its payment; it is held against the payment only where that is known. */
function checkRefund(event: OrderEvent, { facts, refunds }: KnownOrder): void {
  const { lineId, amountFen, refundOfEventId } = event.order;
  const paid = facts.find((fact) => fact.lineId === lineId && fact.stage === 'ORDER_PAID');
  if (!paid) return;
  if (refundOfEventId && conversionOf(event.platformId, 'ORDER_PAID', refundOfEventId) !== paid.conversion) {
    const message = `${refundOfEventId} is not the ORDER_PAID of line ${lineId}.`;
    throw new RejectedEvent('EVENT_REFUND_MISMATCH', ['order', 'refundOfEventId'], message);
  }
  const before = refunds.filter((refund) => refund.lineId === lineId).reduce((sum, { amountFen: fen }) => sum + fen, 0);
  if (before + amountFen > paid.amountFen) {
    const message = `With ${yuan(before)} refunded before, this would exceed the ${yuan(paid.amountFen)} that was paid for the line.`;
    throw new RejectedEvent('EVENT_REFUND_EXCEEDS', ['order', 'amount'], message);
  }
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
