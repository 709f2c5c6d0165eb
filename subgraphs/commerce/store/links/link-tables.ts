export type LinkStatus = 'PENDING_REVIEW' | 'ACTIVE' | 'PAUSED' | 'REMOVED';

/** Where content’s product links lead, as its feed told last. */
export interface LinkTargetsTable {
  link_id: string;
  note_id: string;
  product_id: string;
  author_id: string;
  status: LinkStatus;
  /** Where content's feed last told of it; 0 for what was loaded beside the feed. */
  feed_position: number;
  /** Names the link in a jump URL; made here, of 128 random bits. */
  jump_code: string;
}

/** Taps that their client named by an idempotency key. */
export interface TapKeysTable {
  /** SHA-256 of the idempotency key. */
  key_hash: Uint8Array;
  link_id: string;
  client: string;
  search_id: string | null;
  click_id: string;
  tapped_at: Date;
}

/** An item of another platform that shows a product, from the first click on it on. */
export interface PlacementsTable {
  /** As `Lead.linkId` has it. */
  link_id: string;
  /** The item's global id. */
  source_id: string;
  product_id: string;
  shop_id: string;
}
