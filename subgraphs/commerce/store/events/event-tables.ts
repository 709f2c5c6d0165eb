import type { Generated, GeneratedAlways } from 'kysely';
import type { LogisticsProvider, PaymentMethod } from '../catalogue/catalogue-tables.ts';

export type ConsentState = 'GRANTED' | 'DENIED' | 'UNKNOWN';

/** An accepted event. `shop_id`, `product_id`, `note_id` are what its ids led to when it was accepted. */
export interface EventsTable {
  sequence: GeneratedAlways<number>;
  /** 128 bits that stand for (platform, stage, event id), as a UUID. */
  conversion: string;
  /** The platform that issued it. */
  platform_id: string;
  stage: string;
  event_id: string;
  occurred_at: Date;
  received_at: Date;
  consent: ConsentState;
  /** 32 bytes; null where nobody is known or consent is denied. */
  person: Uint8Array | null;
  click_id: string | null;
  source_id: string | null;
  link_id: string | null;
  note_id: string | null;
  search_id: string | null;
  shop_id: string | null;
  product_id: string | null;
  order_id: string | null;
  /** The platform on which the order was placed, and its id there. */
  order_platform_id: string | null;
  platform_order_id: string | null;
  line_id: string | null;
  quantity: number | null;
  amount_fen: number | null;
  payment_method: PaymentMethod | null;
  logistics_provider: LogisticsProvider | null;
  refund_of_event_id: string | null;
  /** The conversion that it corrects, or takes back, and its event's id; null for an event of its own. */
  corrects: string | null;
  corrects_event_id: string | null;
  retract: Generated<boolean>;
  /** When the transaction that recorded it did so; it stands in the table of that day. */
  recorded_at: Date;
  /** Of a READ: the shops into which the note had a link that was not REMOVED. */
  read_shops: string[] | null;
}

/** A fact holds from its recording on, until a correction or a retraction takes it back. */
export interface LifeColumns {
  recorded_at: Date;
  /** Null while it holds. */
  retired_at: Date | null;
}

export interface ClicksTable extends LifeColumns {
  conversion: string;
  platform_id: string;
  event_id: string;
  /** The id by which later events name it. */
  click_id: string | null;
  person: Uint8Array | null;
  shop_id: string;
  /** As `Lead` has both. */
  link_id: string;
  note_id: string;
  product_id: string;
  /** Of the text that was searched before, if any. */
  fingerprint: string | null;
  occurred_at: Date;
  /** When it turned into invalid traffic and back, by turns; null where it never did. */
  turned_at: Date[] | null;
  /** Whether it is invalid traffic now, which is no touch. */
  invalid: GeneratedAlways<boolean>;
}

/** A read by a known person of a note, or an item of another platform, that led into a shop. */
export interface ReadsTable extends LifeColumns {
  conversion: string;
  platform_id: string;
  event_id: string;
  person: Uint8Array;
  note_id: string;
  /** Those into which the note had a link that was not REMOVED when the read was accepted. */
  shop_ids: string[];
  occurred_at: Date;
}

/** A search by a known person. */
export interface SearchesTable extends LifeColumns {
  conversion: string;
  person: Uint8Array;
  occurred_at: Date;
}

/** A visit or a cart, with the newest click within 30 days before it. */
export interface OutcomesTable extends LifeColumns {
  conversion: string;
  stage: 'SHOP_VISIT' | 'ADD_TO_CART';
  shop_id: string;
  person: Uint8Array | null;
  click_id: string | null;
  occurred_at: Date;
  credited_click: string | null;
}
