import type { LogisticsProvider, PaymentMethod } from '../store/catalogue/catalogue-tables.ts';
import type { ConsentState } from '../store/events/event-tables.ts';
import type { OrderStage, Stage } from './stages.ts';

type Text = string | null | undefined;

/** An event as it was sent: the contract's EventInput. Anything may be missing or wrong. */
export interface SentEvent {
  readonly eventId?: Text;
  readonly stage?: Text;
  readonly occurredAt?: Text;
  readonly personKey?: Text;
  readonly consent?: Text;
  readonly clickId?: Text;
  readonly sourceId?: Text;
  readonly productLinkId?: Text;
  readonly searchId?: Text;
  readonly shopId?: Text;
  readonly platformId?: Text;
  readonly platformProductId?: Text;
  readonly boostId?: Text;
  readonly cost?: Text;
  readonly order?: SentOrder | null;
  readonly correctsEventId?: Text;
  readonly retract?: boolean | null;
}

export interface SentOrder {
  readonly platformOrderId?: Text;
  readonly platformLineId?: Text;
  readonly quantity?: number | null;
  readonly amount?: Text;
  readonly currencyCode?: Text;
  readonly paymentMethod?: Text;
  readonly logisticsProvider?: Text;
  readonly refundOfEventId?: Text;
}

/** An event whose fields are right each for itself; what they name may still be unknown. */
export interface ParsedEvent {
  readonly eventId: string;
  readonly stage: Stage;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly consent: ConsentState;
  /** 64 hexadecimal digits; null where nobody is known or consent is denied. */
  readonly person: string | null;
  readonly clickId: string | null;
  readonly sourceId: string | null;
  readonly linkId: string | null;
  readonly searchId: string | null;
  readonly shopId: string | null;
  readonly product: { readonly platformId: string; readonly platformProductId: string } | null;
  readonly order: ParsedOrder | null;
  /** Of an IMPRESSION: the boost that paid for it, and what it cost in 分; null for none. */
  readonly boost: { readonly boostId: string; readonly costFen: number } | null;
  /** What it corrects or takes back; null for an event of its own. */
  readonly correction: { readonly eventId: string; readonly retract: boolean } | null;
}

export interface ParsedOrder {
  readonly platformOrderId: string;
  readonly lineId: string;
  readonly quantity: number;
  /** In 分. */
  readonly amountFen: number;
  readonly paymentMethod: PaymentMethod | null;
  readonly logisticsProvider: LogisticsProvider | null;
  readonly refundOfEventId: string | null;
}

/** An event with its name and with what its ids led to. */
export interface NamedEvent {
  /** 128 bits that stand for (platform, stage, eventId), as a UUID. */
  readonly conversion: string;
  /** SHA-256 of what was sent, in its canonical form: 64 hexadecimal digits. */
  readonly contentHash: string;
  /** The platform that issued it. */
  readonly platformId: string;
  readonly eventId: string;
  readonly stage: Stage;
  readonly occurredAt: number;
  readonly consent: ConsentState;
  readonly person: string | null;
  readonly clickId: string | null;
  readonly sourceId: string | null;
  readonly linkId: string | null;
  /** Of a LINK_CLICK: the note of its link. */
  readonly noteId: string | null;
  readonly searchId: string | null;
  readonly shopId: string | null;
  readonly productId: string | null;
  /**
   * Of a READ: the shops into which the note had a link that was not REMOVED, or the one that the event names of another platform's item;
   * null for other stages.
   */
  readonly readShops: readonly string[] | null;
  readonly order: NamedOrder | null;
  readonly correction: Correction | null;
  /** Of an IMPRESSION: the boost that paid for it. Kept apart from the event, which goes one day: money does not. */
  readonly boost?: ParsedEvent['boost'];
  /** The shops of whose events the sender may correct any; absent for all. */
  readonly senderShops?: ReadonlySet<string>;
}

/** What an event corrects, or takes back. */
export interface Correction {
  /** The conversion, and its event's id. */
  readonly conversion: string;
  readonly eventId: string;
  /** It never happened: the event's values mean nothing. */
  readonly retract: boolean;
}

/** An event that was accepted; its content's hash is no longer asked for. */
export interface AcceptedEvent extends Omit<NamedEvent, 'contentHash'> {
  /** When it arrived: milliseconds since 1970. */
  readonly receivedAt: number;
  /** When it was recorded: milliseconds since 1970, the same for all events of a transaction. */
  readonly recordedAt: number;
  /** When a correction or a retraction took it back: milliseconds since 1970. Absent or null while it holds. */
  readonly retiredAt?: number | null;
}

export interface NamedOrder extends Omit<ParsedOrder, 'refundOfEventId'> {
  readonly orderId: string;
  /** The platform on which it was placed. */
  readonly platformId: string;
  readonly refundOfEventId: string | null;
}

/** An order stage's event: it has an order, a shop, and a stage of those. */
export interface OrderEvent extends Omit<NamedEvent, 'contentHash'> {
  readonly stage: OrderStage;
  readonly shopId: string;
  readonly order: NamedOrder;
}

/** Whether an event tells of an order. */
export function isOrderEvent<Event extends Omit<NamedEvent, 'contentHash'>>(event: Event): event is Event & OrderEvent {
  return event.order !== null && event.shopId !== null;
}

/** Whether an event may be in figures. */
export function isCounted(event: { readonly consent: ConsentState }): boolean {
  return event.consent !== 'DENIED';
}
