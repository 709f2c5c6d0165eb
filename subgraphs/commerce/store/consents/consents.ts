import { type RawBuilder, sql } from 'kysely';
import { CONSENT_BY_DEFAULT, type ConsentPurpose } from '../../../kit/consents/purposes.ts';
import { jsonRows } from '../../../kit/json-rows.ts';
import { fromBytea, toBytea } from '../events/bytes.ts';
import type { CommerceDb } from '../tables.ts';

/** What a person says of a purpose, as content's feed tells of it. */
export interface ConsentChange {
  readonly position: number;
  /** 64 hexadecimal digits. */
  readonly person: string;
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  /** An instant in ISO 8601. */
  readonly changedAt: string;
}

/** How far the feed has been followed: the position of its newest change that is here; 0 before the first. */
export async function followedConsents(db: CommerceDb): Promise<number> {
  const row = await db
    .selectFrom('consents')
    .select((eb) => eb.fn.max('feed_position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}

const TYPES = {
  person: 'bytea',
  purpose: 'text',
  granted: 'boolean',
  changed_at: 'timestamptz',
  feed_position: 'bigint',
};

/** Takes in changes of the feed. One that is older than what is here, as another process may have taken in a newer one, changes nothing. */
export async function applyConsentChanges(db: CommerceDb, changes: readonly ConsentChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ position, person, purpose, granted, changedAt }) => ({
    person: toBytea(person),
    purpose,
    granted,
    changed_at: changedAt,
    feed_position: position,
  }));
  await sql`
    insert into consents (person, purpose, granted, changed_at, feed_position)
    select person, purpose, granted, changed_at, feed_position from ${jsonRows('row', TYPES, rows)}
    on conflict (person, purpose) do update set
      granted = excluded.granted, changed_at = excluded.changed_at, feed_position = excluded.feed_position, carried_out = false
    where consents.feed_position < excluded.feed_position`.execute(db);
}

/**
 * Those of some people who agree to a purpose, as far as they said or by default.
 * @param persons 64 hexadecimal digits each
 */
export async function consenting(
  db: CommerceDb,
  persons: readonly string[],
  purpose: ConsentPurpose,
): Promise<ReadonlySet<string>> {
  const byDefault = CONSENT_BY_DEFAULT[purpose];
  const { rows } = await sql<{ person: Uint8Array }>`
    select person from consents
    where person = any(${bytesOf(persons)}::bytea[]) and purpose = ${purpose} and granted <> ${byDefault}`.execute(db);
  const others = new Set(rows.map(({ person }) => fromBytea(person)));
  return byDefault ? new Set(persons).difference(others) : others;
}

/**
 * Whether a person agrees to a purpose, within a statement.
 * @param person a column of persons, such as `orders.person`
 */
export function isConsenting(person: string, purpose: ConsentPurpose): RawBuilder<boolean> {
  const differs = sql`exists (
    select from consents
    where consents.person = ${sql.ref(person)} and purpose = ${sql.lit(purpose)} and granted = ${sql.lit(!CONSENT_BY_DEFAULT[purpose])})`;
  return CONSENT_BY_DEFAULT[purpose] ? sql<boolean>`not ${differs}` : sql<boolean>`${differs}`;
}

/**
 * Those of some people who withdrew their consent to attribution.
 * @param persons 64 hexadecimal digits each
 */
export async function withdrawnAmong(db: CommerceDb, persons: readonly string[]): Promise<ReadonlySet<string>> {
  if (persons.length === 0) return NOBODY;
  const { rows } = await sql<{ person: Uint8Array }>`
    select person from consents
    where person = any(${bytesOf(persons)}::bytea[]) and purpose = 'ATTRIBUTION' and not granted`.execute(db);
  return rows.length === 0 ? NOBODY : new Set(rows.map(({ person }) => fromBytea(person)));
}

function bytesOf(persons: readonly string[]): Buffer[] {
  return persons.map((person) => Buffer.from(person, 'hex'));
}

const NOBODY: ReadonlySet<string> = new Set();
