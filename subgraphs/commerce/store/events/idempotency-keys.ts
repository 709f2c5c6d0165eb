import { sql } from 'kysely';
import { insertRows, jsonRows } from '../../../kit/json-rows.ts';
import type { Verdict } from '../../conversions/judging/judge.ts';
import type { CommerceDb } from '../tables.ts';

/** A batch's name, and its content. Hashes are 64 hexadecimal digits of SHA-256. */
export interface BatchKey {
  /** Who named it. */
  readonly client: string;
  readonly keyHash: string;
  readonly bodyHash: string;
}

/** What a batch was answered, under its name. */
export interface KeptAnswer {
  readonly bodyHash: string;
  readonly verdicts: readonly Verdict[];
}

/** How long a name holds: 7 days, in milliseconds. */
const HOLDS_MS = 7 * 24 * 3_600_000;

/** Names that go at once, so that forgetting them holds nobody up. */
const MOST_FORGOTTEN = 1_000;

/** A batch's name among all clients'. */
export function nameOfKey({ client, keyHash }: BatchKey): string {
  return `${client} ${keyHash}`;
}

/**
 * What batches were answered that had some names within the last 7 days, by `nameOfKey`.
 * @param now milliseconds since 1970
 */
export async function readAnswers(
  db: CommerceDb,
  keys: readonly BatchKey[],
  now: number,
): Promise<Map<string, KeptAnswer>> {
  if (keys.length === 0) return new Map();
  const wanted = keys.map(({ client, keyHash }) => ({ client, hash: `\\x${keyHash}` }));
  const { rows } = await sql<{ client: string; key: string; body: string; answer: Verdict[] }>`
    select kept.client, encode(key_hash, 'hex') as key, encode(body_hash, 'hex') as body, answer
    from ${jsonRows('wanted', { client: 'text', hash: 'bytea' }, wanted)}
    join idempotency_keys kept on kept.client = wanted.client and key_hash = wanted.hash
    where recorded_at > ${new Date(now - HOLDS_MS)}`.execute(db);
  return new Map(
    rows.map(({ client, key, body, answer }) => [`${client} ${key}`, { bodyHash: body, verdicts: answer }]),
  );
}

/** Keeps what batches are answered; a name that has run out names the new batch. */
export async function keepAnswers(
  db: CommerceDb,
  answers: readonly (BatchKey & { readonly verdicts: readonly Verdict[] })[],
  recordedAt: number,
): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ client, keyHash, bodyHash, verdicts }) => ({
    client,
    key_hash: `\\x${keyHash}`,
    body_hash: `\\x${bodyHash}`,
    answer: verdicts,
    recorded_at: new Date(recordedAt),
  }));
  const types = { client: 'text', key_hash: 'bytea', body_hash: 'bytea', answer: 'json', recorded_at: 'timestamptz' };
  await sql`
    ${insertRows('idempotency_keys', types, rows)}
    on conflict (client, key_hash) do update set
      body_hash = excluded.body_hash, answer = excluded.answer, recorded_at = excluded.recorded_at`.execute(db);
}

/**
 * Forgets the names that have run out.
 * @param now milliseconds since 1970
 */
export async function forgetAnswers(db: CommerceDb, now: number): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from idempotency_keys where (client, key_hash) in (
        select client, key_hash from idempotency_keys where recorded_at <= ${new Date(now - HOLDS_MS)}
        limit ${MOST_FORGOTTEN} for update skip locked)`.execute(db);
    if (Number(numAffectedRows) < MOST_FORGOTTEN) return;
  }
}
