import { sql } from 'kysely';
import { jsonRows } from '../../../kit/json-rows.ts';
import type { Retired } from '../../conversions/recording/lay-out-facts.ts';
import type { CommerceDb } from '../tables.ts';
import { toBytea } from './bytes.ts';

/**
 * Takes facts back as of an instant: they stay, since figures follow from what was known when.
 * @param facts those that hold; others are passed over
 * @param at milliseconds since 1970
 */
export async function retireFacts(db: CommerceDb, facts: Retired, at: number): Promise<void> {
  const byName = { conversion: 'uuid' };
  const ofOrder = { conversion: 'uuid', order_id: 'text' };
  const ofPerson = { conversion: 'uuid', person: 'bytea', occurred_at: 'timestamptz' };
  await Promise.all([
    retire(db, 'clicks', byName, facts.touches, at),
    retire(db, 'outcomes', byName, facts.visits, at),
    retire(db, 'order_facts', ofOrder, facts.orderFacts, at),
    retire(db, 'refunds', ofOrder, facts.refunds, at),
    retire(db, 'reads', ofPerson, facts.reads, at),
    retire(db, 'searches', ofPerson, facts.searches, at),
    forgetSearched(db, facts),
  ]);
}

/** What a fact is found by in its table's indexes. */
interface Key {
  readonly conversion: string;
  readonly orderId?: string;
  readonly person?: string | null;
  readonly occurredAt?: number;
}

async function retire(
  db: CommerceDb,
  table: string,
  types: Readonly<Record<string, string>>,
  facts: readonly Key[],
  at: number,
): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map(({ conversion, orderId, person = null, occurredAt = 0 }) => ({
    conversion,
    order_id: orderId,
    person: toBytea(person),
    occurred_at: new Date(occurredAt),
  }));
  const same = Object.keys(types).map((column) => sql`${sql.ref(`fact.${column}`)} = ${sql.ref(`given.${column}`)}`);
  await sql`
    update ${sql.table(table)} as fact set retired_at = ${new Date(at)}
    from ${jsonRows<object>('given', types, rows)}
    where ${sql.join(same, sql` and `)} and fact.retired_at is null`.execute(db);
}

/** Into which shops a searched text led, as far as no other click tells the same. */
async function forgetSearched(db: CommerceDb, { touches }: Retired): Promise<void> {
  const searched = touches.flatMap(({ fingerprint, shopId }) =>
    fingerprint === null ? [] : [{ fingerprint, shop_id: shopId }],
  );
  if (searched.length === 0) return;
  await sql`
    delete from search_shops as known using ${jsonRows('row', { fingerprint: 'text', shop_id: 'text' }, searched)}
    where known.fingerprint = row.fingerprint and known.shop_id = row.shop_id
      and not exists (
        select from clicks
        where fingerprint = known.fingerprint and retired_at is null and clicks.shop_id = known.shop_id
      )`.execute(db);
}
