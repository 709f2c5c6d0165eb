/** A tap on a product link: what may be credited for what follows in the shop that the link leads to. */
export interface Touch {
  readonly conversion: string;
  /** With the event id, its name: decides between touches at one instant. */
  readonly platformId: string;
  readonly eventId: string;
  /** The id by which later events name it. */
  readonly clickId: string | null;
  readonly person: string | null;
  readonly shopId: string;
  readonly linkId: string;
  readonly noteId: string;
  readonly productId: string;
  /** Of the text that the person had searched for, if any. */
  readonly fingerprint: string | null;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
}

/** What a person did in a shop, as far as attribution asks: a visit, an addition to the cart, an order. */
export interface Outcome {
  readonly shopId: string;
  readonly person: string | null;
  /** Clicks that its events name. */
  readonly clickIds: readonly string[];
  readonly occurredAt: number;
}
