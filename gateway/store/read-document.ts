import type { z } from 'zod';
import { Mendable } from '../errors/mendable.ts';
import type { DocumentKind } from './document-store.ts';

/**
 * A document as it was kept.
 * @param kept as JSON has it
 * @param place where it stands, for people
 * @throws {Mendable} for anything else, and for what a later RedCat wrote; nothing of it is touched
 */
export function readDocument<T>(kept: unknown, place: string, kind: DocumentKind<T>): T {
  const read = kind.schema.safeParse(kept);
  if (read.success) return read.data;
  const later = laterOf(kept, read.error, kind);
  if (later !== undefined) {
    throw new Mendable(
      `${place} was written by a later version of RedCat (it has ${later}), which this one can’t read, and leaves as it is: run that one`,
    );
  }
  throw new Mendable(`${place} holds something else than ${kind.meaning}, as \`${kind.madeBy}\` writes them`);
}

/** What this version does not know of a document that is otherwise of its kind; undefined where it is of none. */
function laterOf<T>(kept: unknown, error: z.ZodError, { empty }: DocumentKind<T>): string | undefined {
  const { version } = (kept ?? {}) as { version?: unknown };
  const { version: known } = empty as { version?: unknown };
  if (typeof version === 'number' && typeof known === 'number' && version > known) return `the format ${version}`;
  const names = error.issues.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : undefined));
  const unknown = names.flatMap((keys) => keys ?? []);
  return version === known && !names.includes(undefined) ? [...new Set(unknown)].join(', ') : undefined;
}
