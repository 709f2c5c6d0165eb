import { sql } from 'kysely';
import type { Database } from '../../../kit/database.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import type { SubjectKind } from './figure-tables.ts';

/** Whose figures changed, of those that can be watched. */
export interface ChangedSubject {
  readonly kind: Extract<SubjectKind, 'NOTE' | 'SHOP'>;
  readonly id: string;
}

/** What is told when a transaction that changed figures is committed. */
export interface ChangeHearer {
  changed(subjects: readonly string[]): void;
  /** The joint account of a shop changed. */
  account(shopId: string): void;
  /** From now on all is heard; anything may have changed before. */
  connected(): void;
  /** All figures were written anew. */
  anything(): void;
  lost(error: unknown): void;
}

const CHANNEL = 'commerce_figures';
/** PostgreSQL takes less than 8,000 bytes; ids are ASCII. */
const MOST_BYTES = 7_900;
/** Said where naming all would take more messages than it is worth. */
const ANYTHING = '*';
const MOST_MESSAGES = 16;
/** Before the id of a shop whose joint account changed: no subject begins so. */
const ACCOUNT = '@';

/** A subject's name, as watchers know it. */
export function subjectName({ kind, id }: ChangedSubject): string {
  return `${kind}:${id}`;
}

/**
 * Tells all processes whose figures a transaction changed, when it is committed: names only, since figures are read by those who show them.
 * PostgreSQL commits transactions that tell something one after the other, so it is for transactions that record many events.
 */
export async function notifyChanged(transaction: CommerceDb, subjects: readonly ChangedSubject[]): Promise<void> {
  const messages = messagesOf([...new Set(subjects.map(subjectName))]);
  if (messages.length === 0) return;
  const payloads = messages.length > MOST_MESSAGES ? [ANYTHING] : messages;
  await sql`select pg_notify(${CHANNEL}, payload) from unnest(${payloads}::text[]) payload`.execute(transaction);
}

/** Tells all processes that all figures were written anew. */
export async function notifyAll(transaction: CommerceDb): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${ANYTHING})`.execute(transaction);
}

/** Tells all processes that the joint account of a shop changed, when the transaction is committed. */
export async function notifyAccount(transaction: CommerceDb, shopId: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${ACCOUNT + shopId})`.execute(transaction);
}

function messagesOf(names: readonly string[]): string[] {
  const messages: string[] = [];
  for (const name of names) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + name.length < MOST_BYTES) messages[messages.length - 1] = `${last} ${name}`;
    else messages.push(name);
  }
  return messages;
}

/** Follows changes of figures and of joint accounts until the returned function is called. */
export function followChanges(database: Database<CommerceTables>, hearer: ChangeHearer): () => Promise<void> {
  return database.listen(CHANNEL, {
    message: (payload) => {
      if (payload.startsWith(ACCOUNT)) hearer.account(payload.slice(ACCOUNT.length));
      else if (payload === ANYTHING) hearer.anything();
      else hearer.changed(payload.split(' '));
    },
    connected: () => hearer.connected(),
    lost: (error) => hearer.lost(error),
  });
}
