import { sql } from 'kysely';
import { type BatchKey, nameOfKey } from '../events/idempotency-keys.ts';
import { lockStripes, orderStripe } from '../events/lock-stripes.ts';
import type { CommerceDb } from '../tables.ts';

/** How long a request's name holds: 24 hours, in milliseconds. */
const HOLDS_MS = 24 * 3_600_000;

/**
 * Does what a request asks, once for its name: within 24 hours the same request gets what the first one made, and another is refused.
 * @param key names the request, and says what it asks
 * @param make within the transaction; what it refuses leaves the name free
 * @returns what it made, or KEY_REUSED
 */
export function onceNamed<Refusal extends object>(
  db: CommerceDb,
  key: BatchKey,
  now: Date,
  make: (transaction: CommerceDb) => Promise<{ readonly id: string } | Refusal>,
): Promise<{ readonly id: string } | Refusal | 'KEY_REUSED'> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      await lockStripes(transaction, [orderStripe(nameOfKey(key))]);
      const [hash, body] = [Buffer.from(key.keyHash, 'hex'), Buffer.from(key.bodyHash, 'hex')];
      const { rows } = await sql<{ same: boolean; answer: { id: string } }>`
        select body_hash = ${body}::bytea as same, answer from idempotency_keys
        where client = ${key.client} and key_hash = ${hash}::bytea and recorded_at > ${new Date(now.getTime() - HOLDS_MS)}`.execute(
        transaction,
      );
      const [before] = rows;
      if (before) return before.same ? { id: before.answer.id } : 'KEY_REUSED';
      const made = await make(transaction);
      if (!('id' in made)) return made;
      await sql`
        insert into idempotency_keys (client, key_hash, body_hash, answer, recorded_at)
        values (${key.client}, ${hash}::bytea, ${body}::bytea, ${JSON.stringify({ id: made.id })}::json, ${now})
        on conflict (client, key_hash) do update set
          body_hash = excluded.body_hash, answer = excluded.answer, recorded_at = excluded.recorded_at`.execute(
        transaction,
      );
      return made;
    });
}
