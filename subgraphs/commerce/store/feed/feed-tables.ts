import type { Generated, GeneratedAlways } from 'kysely';

export type ConversionState = 'REPORTED' | 'RESTATED' | 'RETRACTED' | 'INVALID_TRAFFIC';

/** The feed as a whole, in one row. */
export interface FeedTable {
  alone: Generated<boolean>;
  /** Names the feed's history; a new one makes every cursor of the old one invalid. */
  epoch: string;
  /** Of the group numbered last; 0 before the first. */
  last_number: number;
  /** The latest `recorded_at` of all numbered groups. */
  reached: Date | null;
  /** The number up to which groups may be gone. */
  pruned_to: Generated<number>;
  /** How far old groups were looked through this time round. */
  looked_to: Generated<number>;
}

/** One transaction's share of the feed. */
export interface FeedGroupsTable {
  id: GeneratedAlways<number>;
  recorded_at: Date;
  /** How many conversions it told of at first; some may have moved on since. */
  size: number;
  /** Its place, from 1 on, in the order of commits; null until somebody numbered it. Gaps are groups that are gone. */
  number: number | null;
  /** Random, drawn when it was numbered: tells this history from another in which the number is another group's. */
  mark: number | null;
  /** The latest `recorded_at` of all groups up to this one. */
  reached: Date | null;
}

/** A conversion as the feed tells of it, at the place where it changed last. */
export interface ConversionsTable {
  conversion: string;
  group_id: number;
  /** Its place within the group, from 1. */
  ordinal: number;
  version: number;
  state: ConversionState;
  event_id: string;
  stage: string;
  source_id: string | null;
  /** Of the last click within 15 days. */
  link_id: string | null;
  note_id: string | null;
  product_id: string | null;
  shop_id: string | null;
  platform_order_id: string | null;
  line_id: string | null;
  quantity: number | null;
  value_fen: number | null;
  occurred_at: Date;
  received_at: Date;
}
