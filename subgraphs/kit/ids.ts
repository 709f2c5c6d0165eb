import { randomBytes } from 'node:crypto';
import { InputError } from './errors.ts';

/** An id tells its type by its prefix and is opaque beyond it. */
export type IdType =
  | 'note'
  | 'author'
  | 'link'
  | 'search'
  | 'comment'
  | 'product'
  | 'shop'
  | 'order'
  | 'click'
  | 'platform'
  | 'campaign'
  | 'boost'
  | 'conversion'
  | 'account';

const ID = /^([a-z]+)_[A-Za-z0-9_-]{1,80}$/;

/** A new id of a type, with 128 random bits. */
export function newId(type: IdType): string {
  return `${type}_${randomBytes(16).toString('base64url')}`;
}

/** The type that an id's prefix tells; undefined where it is no id. */
export function idType(id: string): string | undefined {
  return ID.exec(id)?.[1];
}

/**
 * Checks that an argument is an id of a type; whether anything has that id is another question.
 * @returns the id
 * @throws {InputError} ID_INVALID
 */
export function checkId(id: string, type: IdType): string {
  if (idType(id) !== type) throw new InputError('ID_INVALID', `${shown(id)} is no ${type} id: it begins with ${type}_`);
  return id;
}

/** A caller's text within an error: quoted, and cut so that an answer does not grow with what was sent. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
