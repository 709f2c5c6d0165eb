import { Mendable } from '../errors/mendable.ts';
import type { DocumentKind } from './document-store.ts';

/**
 * A changed document as it is kept: only what can be read again is.
 * @throws {Mendable} naming what can't be, so that nothing is changed
 */
export function keptDocument<T>(document: T, { schema, meaning }: DocumentKind<T>): T {
  const checked = schema.safeParse(document);
  if (checked.success) return checked.data;
  const [first] = checked.error.issues;
  const at = first && first.path.length > 0 ? `${first.path.join(' → ')}: ` : '';
  throw new Mendable(`This can’t be kept among ${meaning} (${at}${first?.message ?? 'invalid'}); nothing is changed`);
}
