import { iso } from '../calendar.ts';
import { usualDelay } from '../dirt/arrival.ts';
import { personKey } from '../people/person-key.ts';

export type Stage =
  | 'READ'
  | 'ENGAGE'
  | 'LINK_REQUEST'
  | 'SEARCH'
  | 'LINK_CLICK'
  | 'SHOP_VISIT'
  | 'PRODUCT_VIEW'
  | 'ADD_TO_CART'
  | 'ORDER_PLACED'
  | 'ORDER_PAID'
  | 'ORDER_RECEIVED'
  | 'REFUND';

/** What a platform sends: the contract's EventInput, without the fields that are null. */
export interface EventInput {
  readonly eventId: string;
  readonly stage: Stage;
  readonly occurredAt: string;
  readonly personKey?: string;
  readonly consent?: 'GRANTED' | 'DENIED' | 'UNKNOWN';
  readonly clickId?: string;
  readonly sourceId?: string;
  readonly productLinkId?: string;
  readonly searchId?: string;
  readonly shopId?: string;
  readonly platformId?: string;
  readonly platformProductId?: string;
  readonly order?: OrderEventInput;
}

export interface OrderEventInput {
  readonly platformOrderId: string;
  readonly platformLineId: string;
  readonly quantity?: number;
  readonly amount: string;
  readonly currencyCode: 'CNY';
  readonly paymentMethod?: string;
  readonly logisticsProvider?: string;
  readonly refundOfEventId?: string;
}

/** An event as it reached commerce. */
export interface RawEvent {
  /** Whose it is: with stage and eventId it names the event. */
  readonly platformId: string;
  /** Milliseconds. */
  readonly receivedAt: number;
  readonly input: EventInput;
}

export const CONTENT_PLATFORM = 'platform_xiaohongshu';

/** Who did it; null where nobody knows. */
export interface Actor {
  readonly person: number | null;
  readonly consent?: EventInput['consent'];
}

/** The part of an event that says who and when. */
export function who(
  seed: number,
  { person, consent }: Actor,
  at: number,
): Pick<EventInput, 'occurredAt' | 'personKey' | 'consent'> {
  return {
    occurredAt: iso(at),
    ...(person === null ? {} : { personKey: personKey(seed, person) }),
    ...(consent ? { consent } : {}),
  };
}

/** An event that takes the usual time to arrive, or as long as is said. */
export function arrive(platformId: string, input: EventInput, at: number, delay = usualDelay(at)): RawEvent {
  return { platformId, receivedAt: at + delay, input };
}

/** 分 as the contract writes money: 12900 is 129.00. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
