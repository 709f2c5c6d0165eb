/** What may be credited: an event of one person, with what decides between two at one instant. */
export interface TouchName {
  readonly conversion: string;
  /** With the event id, its name. */
  readonly platformId: string;
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
}

/** A tap on a product link, or on a product that another platform's item shows: what may be credited for what follows in the shop that the link leads to. */
export interface Touch extends TouchName {
  /** The id by which later events name it. */
  readonly clickId: string | null;
  readonly person: string | null;
  readonly shopId: string;
  /** As `Lead` has both. */
  readonly linkId: string;
  readonly noteId: string;
  readonly productId: string;
  /** Of the text that the person had searched for, if any. */
  readonly fingerprint: string | null;
}

/** A read of a note by a known person: what may be credited, where no tap is, for what follows in the shops that the note led to. */
export interface Read extends TouchName {
  readonly person: string;
  /** The note, or the item of another platform. */
  readonly noteId: string;
  /** As `NamedEvent.readShops` has them. */
  readonly shopIds: readonly string[];
}

/** What a person did in a shop, as far as attribution asks: a visit, an addition to the cart, an order. */
export interface Outcome {
  readonly shopId: string;
  readonly person: string | null;
  /** Clicks that its events name. */
  readonly clickIds: readonly string[];
  readonly occurredAt: number;
}

/**
 * Puts touches in the order of time; at one instant in that of their names (platform, event id), so that the order of arrival never
 * matters.
 */
export function byAge(a: TouchName, b: TouchName): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt - b.occurredAt;
  if (a.platformId !== b.platformId) return a.platformId < b.platformId ? -1 : 1;
  return a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0;
}
