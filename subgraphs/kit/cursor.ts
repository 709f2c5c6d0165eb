import { createHash } from 'node:crypto';
import { InputError } from './errors.ts';

/** A row's place in an ordered list: the values of the columns that order it, none null. */
export type CursorKeys = readonly (string | number)[];

/**
 * Writes a cursor: a keyset position that only its own list reads back.
 * @param list names the list with everything that changes its order or its rows (parent, filter, order)
 */
export function encodeCursor(list: string, keys: CursorKeys): string {
  return Buffer.from(JSON.stringify([tag(list), ...keys])).toString('base64url');
}

/**
 * Reads a cursor back.
 * @param shape a sample of the keys, for their number and types, such as `['', 0]`
 * @throws {InputError} CURSOR_INVALID when it is damaged, or another list's
 */
export function decodeCursor<K extends CursorKeys>(list: string, cursor: string, shape: K): K {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    read = undefined;
  }
  if (!Array.isArray(read) || typeof read[0] !== 'string') {
    throw new InputError('CURSOR_INVALID', 'The cursor is damaged: send endCursor as it was received, or none.');
  }
  const [owner, ...keys] = read;
  const fits =
    keys.length === shape.length &&
    shape.every((sample, index) => typeof keys[index] === typeof sample && isStorable(keys[index]));
  if (owner !== tag(list) || !fits) {
    throw new InputError(
      'CURSOR_INVALID',
      'The cursor is from another list: use it with the field and arguments that gave it.',
    );
  }
  return keys as unknown as K;
}

/** Whether the database takes it: who makes a cursor up gets CURSOR_INVALID, not the database's error. */
function isStorable(key: unknown): boolean {
  return typeof key === 'string' ? !key.includes('\0') : Number.isSafeInteger(key);
}

/** The year 10000, in milliseconds: no instant of ours lies there, and PostgreSQL reads every one before it. */
const LAST_INSTANT = Date.UTC(10_000, 0);

/**
 * The instant that a cursor's key holds in milliseconds since 1970.
 * @throws {InputError} CURSOR_INVALID when it holds none
 */
export function cursorInstant(milliseconds: number): Date {
  if (milliseconds < 0 || milliseconds >= LAST_INSTANT) {
    throw new InputError('CURSOR_INVALID', 'The cursor holds no instant.');
  }
  return new Date(milliseconds);
}

function tag(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8);
}
