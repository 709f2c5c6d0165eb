import type { Claims } from '../kit/claims/claims.ts';
import { isOwn, ownRows } from '../kit/claims/own-rows.ts';
import { InputError } from '../kit/errors.ts';
import { shown } from '../kit/ids.ts';

/** The policy by which an author is the caller, or one for whom they act. */
const OWN_AUTHOR = 'own_author';

/** The authors that are the caller's own; undefined for all. */
export function ownAuthors(claims: Claims): ReadonlySet<string> | undefined {
  const own = ownRows(claims, OWN_AUTHOR);
  return own === 'all' ? undefined : own;
}

/** Whether an author is the caller's own. */
export function ownsAuthor(claims: Claims, authorId: string): boolean {
  return isOwn(claims, OWN_AUTHOR, authorId);
}

/**
 * Refuses what only the author may read.
 * @throws {InputError} ROW_FORBIDDEN
 */
export function checkOwnAuthor(claims: Claims, authorId: string): void {
  if (!ownsAuthor(claims, authorId))
    throw new InputError('ROW_FORBIDDEN', `The author ${shown(authorId)} is not the caller's.`);
}
