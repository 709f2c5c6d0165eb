import type { DocumentKind, DocumentStore } from './document-store.ts';
import { fileDocument } from './file-document.ts';
import { postgresDocument } from './postgres-document.ts';

/** Whether a place is a database. */
export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** The store at a place: `postgres://…`, or a file. Nothing is opened before it is asked. */
export function openDocument<T>(place: string, kind: DocumentKind<T>): DocumentStore<T> {
  return isPostgres(place) ? postgresDocument(place, kind) : fileDocument(place, kind);
}
