import { checkFirst } from '../../kit/connection.ts';
import { type CursorKeys, cursorInstant, decodeCursor } from '../../kit/cursor.ts';
import type { Page } from '../store/page.ts';

interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/**
 * The page that arguments ask for.
 * @param list the list's name, as `encodeCursor` takes it
 * @param shape a sample of the keys of a place in the list
 * @throws {InputError} PAGE_SIZE_INVALID, CURSOR_INVALID
 */
export function pageOf<K extends CursorKeys>({ first, after }: PageArguments, list: string, shape: K): Page<K> {
  checkFirst(first);
  return { first, after: after == null ? undefined : decodeCursor(list, after, shape) };
}

/**
 * The page of a list that is in the order of instants, whose cursors hold milliseconds.
 * @throws {InputError} PAGE_SIZE_INVALID, CURSOR_INVALID
 */
export function pageByInstant(args: PageArguments, list: string): Page<readonly [Date, string]> {
  const { first, after } = pageOf(args, list, [0, ''] as const);
  if (after === undefined) return { first, after };
  return { first, after: [cursorInstant(after[0]), after[1]] };
}
