import { sql } from 'kysely';
import { insertRows } from '../../../kit/json-rows.ts';
import type { Correction } from '../../conversions/event.ts';
import type { Correctable } from '../../conversions/judging/judge-correction.ts';
import type { CommerceDb } from '../tables.ts';

/** Keeps what corrects what; it outlives the events themselves. */
export async function insertCorrections(
  db: CommerceDb,
  events: readonly { readonly conversion: string; readonly correction: Correction | null }[],
): Promise<void> {
  const rows = events.flatMap(({ conversion, correction }) =>
    correction ? { conversion, corrects: correction.conversion, retract: correction.retract } : [],
  );
  if (rows.length === 0) return;
  await insertRows('corrections', { conversion: 'uuid', corrects: 'uuid', retract: 'boolean' }, rows).execute(db);
}

/**
 * Events from before the click that may be corrected, of which the feed holds nothing: all that were accepted under some names, but for
 * corrections. They are held until the transaction ends: who else corrects one waits.
 */
export async function holdUntold(db: CommerceDb, conversions: readonly string[]): Promise<Map<string, Correctable>> {
  if (conversions.length === 0) return new Map();
  const { rows: named } = await sql<{ conversion: string }>`
    select conversion from event_identities where conversion = any(${conversions}::uuid[])
    order by conversion for update`.execute(db);
  // A statement of its own, so that it sees what whoever held them before has committed.
  const { rows } = await sql<{ conversion: string; is_correction: boolean; is_retracted: boolean }>`
    select named.conversion,
      exists (select from corrections where conversion = named.conversion) as is_correction,
      exists (select from corrections where corrects = named.conversion and retract) as is_retracted
    from unnest(${named.map(({ conversion }) => conversion)}::uuid[]) as named(conversion)`.execute(db);
  const ofNothing = { shopId: null, orderId: null, lineId: null, clickId: null };
  return new Map(
    rows
      .filter((row) => !row.is_correction)
      .map((row) => [row.conversion, { isRetracted: row.is_retracted, ...ofNothing }]),
  );
}
