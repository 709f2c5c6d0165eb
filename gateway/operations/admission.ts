import { hash } from 'node:crypto';
import type { Client } from '../clients/client.ts';
import type { RegisteredOperation } from './registered-operation.ts';
import type { ServedOperations } from './served-operations.ts';

/** How a request says what it asks. */
export interface AskedDocument {
  readonly text: string | undefined;
  /** Names the document. */
  readonly id: string | undefined;
  /** Whether the id is one of automatic persisted queries: the text may have come before, from anybody. */
  readonly isAutomatic: boolean;
}

/** What becomes of it: a registered operation, a document to be read as it came, or a refusal. */
export type Admission =
  | { readonly kind: 'registered'; readonly operation: RegisteredOperation }
  | { readonly kind: 'ad-hoc' }
  | { readonly kind: 'refused'; readonly code: AdmissionCode };

/** Why a document is not taken. */
type AdmissionCode = 'BAD_REQUEST' | 'OPERATION_FORBIDDEN' | 'PERSISTED_QUERY_NOT_FOUND' | 'PERSISTED_QUERY_MISMATCH';

const AD_HOC: Admission = { kind: 'ad-hoc' };

/** Decides, by the client's level, what becomes of what it asks. An id that the client may not use reads as an unknown one. */
export function admission(asked: AskedDocument, client: Client, served: ServedOperations): Admission {
  const { text, id } = asked;
  return text ? byText(text, id, client, served) : byId(asked, client, served);
}

function byId({ id, isAutomatic }: AskedDocument, client: Client, served: ServedOperations): Admission {
  const operation = id === undefined ? undefined : served.byId(id, client);
  if (operation) return { kind: 'registered', operation };
  const isOpen = client.level === 'open' || client.level === 'log';
  // Without text and id there is nothing, which is told in the words that every level is told it.
  if (isOpen && (isAutomatic || id === undefined)) return AD_HOC;
  return refused(id === undefined ? 'BAD_REQUEST' : 'PERSISTED_QUERY_NOT_FOUND');
}

function byText(text: string, id: string | undefined, client: Client, served: ServedOperations): Admission {
  const { level } = client;
  if (level === 'ids-only') return refused('OPERATION_FORBIDDEN');
  const named = id === undefined ? undefined : served.byId(id, client);
  if (named?.text === text) return { kind: 'registered', operation: named };
  if (id !== undefined && hash('sha256', text) !== id) return refused('PERSISTED_QUERY_MISMATCH');
  if (level !== 'safelist') return AD_HOC;
  const operation = served.byText(text, client);
  return operation ? { kind: 'registered', operation } : refused('OPERATION_FORBIDDEN');
}

function refused(code: AdmissionCode): Admission {
  return { kind: 'refused', code };
}
