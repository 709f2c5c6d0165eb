import type { Generated, JSONColumnType } from 'kysely';

/** A day whose raw events may go, or are gone. */
export interface SealedDaysTable {
  day: string;
  events: number;
  /** A decimal beyond what a number holds. */
  digest: string;
  sealed_at: Generated<Date>;
}

/** What corrects what, by the names of both. */
export interface CorrectionsTable {
  conversion: string;
  corrects: string;
  retract: boolean;
}

/** A batch that its sender named. */
export interface IdempotencyKeysTable {
  client: string;
  /** SHA-256 of the key. */
  key_hash: Uint8Array;
  /** SHA-256 of the batch as it was sent. */
  body_hash: Uint8Array;
  answer: JSONColumnType<object[]>;
  recorded_at: Date;
}
