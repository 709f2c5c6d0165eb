import { GraphQLError } from 'graphql';

/** What a caller may have got wrong, by stable code: what it means and what to do. The table of docs/errors.md is written from it. */
export const inputErrors = {
  ID_INVALID: 'An id is none of the type that the argument takes: an id begins with its type, such as note_.',
  CURSOR_INVALID:
    'A cursor is damaged, or was given by another list or with another filter: begin the list again without it.',
  PAGE_SIZE_INVALID: 'A page size is out of bounds; the message says which bounds.',
  RANGE_INVALID: 'A range ends before it begins, is longer than 366 days, or lies outside of the years 1970 to 9998.',
  RANGE_NO_PERIOD:
    'People are counted over days, weeks and reporting months alone, and the range is none of them; the message names those next to it.',
  ARGUMENT_INVALID: 'An argument has the right type and a wrong value; the message says what would be right.',
  FEED_EPOCH_CHANGED:
    'The feed of conversions is not the one that gave this cursor: it was begun anew, or its database was taken back to an earlier state. Begin again without a cursor, and put what comes in the place of all that you hold.',
  FEED_CURSOR_AHEAD:
    'The cursor is ahead of the feed of conversions, whose database was taken back to an earlier state. Begin again without a cursor, and put what comes in the place of all that you hold.',
  FEED_BUSY: 'As many streams of the feed are open as there may be: come back after the seconds in Retry-After.',
  ROW_FORBIDDEN:
    'The caller holds the scope, and the row is another’s: what is asked of it is null. The operator grants rows, such as shops, to a client.',
  NOT_FOUND: 'An id was taken on trust, and nothing has it: what was asked beyond the id is null.',
  TOO_MANY_SUBSCRIPTIONS:
    'The server, or this connection, carries as many subscriptions as it may: end some, or come back later.',
} as const;

/** The caller's mistake: its message reaches the client as it stands, so it names nothing of the inside. */
export class InputError extends GraphQLError {
  constructor(code: keyof typeof inputErrors, message: string) {
    super(message, { extensions: { code } });
  }
}
