import { type RawBuilder, sql } from 'kysely';
import { CONSENT_BY_DEFAULT, type ConsentPurpose } from '../../kit/consents/purposes.ts';
import { insertRows } from '../../kit/json-rows.ts';
import type { ContentDb } from './tables.ts';

/** What a person said last about a purpose. */
export interface Consent {
  readonly person: Uint8Array;
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  readonly changedAt: Date;
}

/** Names the lock that keeps the feed's positions in the order of their commits; any constant that nothing else uses. */
const FEED_LOCK = 7_226_003;
const columns = ['person', 'purpose', 'granted', 'changed_at as changedAt'] as const;

/** What some people said, in no order. @param persons 64 hexadecimal digits each */
export function consentsOfPersons(db: ContentDb, persons: readonly string[]): Promise<Consent[]> {
  return db
    .selectFrom('consents')
    .select(columns)
    .where('person', '=', sql<Uint8Array>`any(${bytesOf(persons)}::bytea[])`)
    .execute();
}

/**
 * Those of some people who agree to a purpose, as far as they said or by default.
 * @param persons 64 hexadecimal digits each
 */
export async function consenting(
  db: ContentDb,
  persons: readonly string[],
  purpose: ConsentPurpose,
): Promise<ReadonlySet<string>> {
  const byDefault = CONSENT_BY_DEFAULT[purpose];
  const rows = await db
    .selectFrom('consents')
    .select('person')
    .where('person', '=', sql<Uint8Array>`any(${bytesOf(persons)}::bytea[])`)
    .where('purpose', '=', purpose)
    .where('granted', '<>', byDefault)
    .execute();
  const others = new Set(rows.map(({ person }) => Buffer.from(person).toString('hex')));
  return byDefault ? new Set(persons).difference(others) : others;
}

/** Whether the person of a row has not withdrawn attribution, within a statement. @param person a column of persons, such as `active_days.person` */
export function isAttributable(person: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from consents where consents.person = ${sql.ref(person)} and purpose = 'ATTRIBUTION' and not granted)`;
}

/**
 * Keeps what a person says about a purpose; the same again changes nothing.
 * @param alongside what follows from it, in the same transaction
 * @returns what holds now
 */
export function setConsent(
  db: ContentDb,
  { person, purpose, granted, changedAt }: Consent,
  alongside: (transaction: ContentDb) => Promise<void> = async () => {},
): Promise<Consent> {
  return db.transaction().execute(async (transaction) => {
    await holdConsentFeed(transaction);
    await sql`
      insert into consents (person, purpose, granted, changed_at)
      values (${Buffer.from(person)}, ${purpose}, ${granted}, ${changedAt})
      on conflict (person, purpose) do update set
        granted = excluded.granted, changed_at = excluded.changed_at, feed_position = excluded.feed_position,
        carried_out = false
      where consents.granted <> excluded.granted`.execute(transaction);
    await alongside(transaction);
    return transaction
      .selectFrom('consents')
      .select(columns)
      .where('person', '=', Buffer.from(person))
      .where('purpose', '=', purpose)
      .executeTakeFirstOrThrow();
  });
}

const TYPES = { person: 'bytea', purpose: 'text', granted: 'boolean', changed_at: 'timestamptz' };

/** Adds what people said who have said nothing yet. @param transaction in which it is done */
export async function addConsents(transaction: ContentDb, consents: readonly Consent[]): Promise<void> {
  await holdConsentFeed(transaction);
  const rows = consents.map(({ person, purpose, granted, changedAt }) => ({
    person: `\\x${Buffer.from(person).toString('hex')}`,
    purpose,
    granted,
    changed_at: changedAt,
  }));
  await insertRows('consents', TYPES, rows).execute(transaction);
}

/** Before a transaction changes consents: makes it the only one that takes positions in the feed until it commits. */
async function holdConsentFeed(transaction: ContentDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FEED_LOCK})`.execute(transaction);
}

function bytesOf(persons: readonly string[]): Buffer[] {
  return persons.map((person) => Buffer.from(person, 'hex'));
}
