import type { Claims } from '../kit/claims/claims.ts';
import { ownRows } from '../kit/claims/own-rows.ts';
import { InputError } from '../kit/errors.ts';
import { idType, shown } from '../kit/ids.ts';

/** The policy by which a connected platform's items are the caller's: by what their global ids begin with. */
const OWN_SOURCE = 'own_source';

/** What the ids of the caller's own items begin with, such as clip; undefined for all. */
export function ownSourceTypes(claims: Claims): ReadonlySet<string> | undefined {
  const own = ownRows(claims, OWN_SOURCE);
  return own === 'all' ? undefined : own;
}

/**
 * Checks that an id may be that of an item of a connected platform; whether anything has that id is that platform's to know.
 * @returns the id
 * @throws {InputError} ID_INVALID
 */
export function checkSourceId(id: string): string {
  const type = idType(id);
  if (type !== undefined && type !== 'note') return id;
  const right = type === 'note' ? 'a note tells its figures itself' : 'it takes a global id, such as clip_1';
  throw new InputError('ID_INVALID', `${shown(id)} is no id of a connected platform's item: ${right}.`);
}
