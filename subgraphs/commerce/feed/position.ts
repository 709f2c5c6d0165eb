import { decodeCursor, encodeCursor } from '../../kit/cursor.ts';
import { InputError } from '../../kit/errors.ts';

/** A place in the feed: after a conversion, or after all of a group. */
export interface FeedPosition {
  /** Of the group; 0 is the beginning. */
  readonly number: number;
  /** The place within the group after which to go on. */
  readonly ordinal: number;
  /** The group's mark; 0 at the beginning. */
  readonly mark: number;
}

/** Greater than any ordinal: after the whole group. */
export const WHOLE_GROUP = 2_147_483_647;

/** Before everything. */
export const BEGINNING: FeedPosition = { number: 0, ordinal: WHOLE_GROUP, mark: 0 };

/** What the feed knows of itself where a cursor points to. */
export interface FeedHistory {
  readonly epoch: string;
  /** Of the group numbered last. */
  readonly lastNumber: number;
  /** The number up to which groups are gone out of which every conversion has moved. */
  readonly prunedTo: number;
  /** Of the group that the cursor names; null where there is none. */
  readonly mark: number | null;
}

const RESYNC = 'Begin again without a cursor, and put what comes in the place of all that you hold.';

/**
 * Writes a cursor.
 * @param list names the filter, so that only a list with the same reads it back
 */
export function feedCursor(list: string, epoch: string, { number, ordinal, mark }: FeedPosition): string {
  return encodeCursor(list, [epoch, number, ordinal, mark]);
}

/**
 * Reads a cursor back; whether the feed still has the history that it was given in is for `checkHistory` to tell.
 * @throws {InputError} CURSOR_INVALID when it is damaged, or another filter's
 */
export function readFeedCursor(list: string, cursor: string): { epoch: string; position: FeedPosition } {
  const [epoch, number, ordinal, mark] = decodeCursor(list, cursor, ['', 0, 0, 0] as const);
  if (number < 0 || ordinal < 0 || ordinal > WHOLE_GROUP) {
    throw new InputError('CURSOR_INVALID', 'The cursor names no place of the feed.');
  }
  return { epoch, position: { number, ordinal, mark } };
}

/**
 * Checks that all that was read up to a cursor is what the feed holds up to there. A group's mark is drawn in the transaction that gives
 * it its number, and numbers are given one after another: a database that was taken back to an earlier state and has gone on from there
 * has another mark under the same number.
 * @throws {InputError} FEED_EPOCH_CHANGED, FEED_CURSOR_AHEAD
 */
export function checkHistory(cursor: { epoch: string; position: FeedPosition }, history: FeedHistory): void {
  const { number, mark } = cursor.position;
  if (cursor.epoch !== history.epoch) {
    throw new InputError('FEED_EPOCH_CHANGED', `The feed was begun anew since this cursor was given. ${RESYNC}`);
  }
  if (number > history.lastNumber) {
    throw new InputError(
      'FEED_CURSOR_AHEAD',
      `The cursor is ahead of the feed: its database was taken back to an earlier state. ${RESYNC}`,
    );
  }
  // A group that is gone can't be compared; it was there for longer than a copy of the database is of use.
  const isGone = history.mark === null && number <= history.prunedTo;
  if (number !== 0 && !isGone && mark !== history.mark) {
    throw new InputError(
      'FEED_EPOCH_CHANGED',
      `The feed's database was taken back to a state before this cursor, and has gone on from there. ${RESYNC}`,
    );
  }
}
