import { sql } from 'kysely';
import { jsonRows } from '../../../kit/json-rows.ts';
import type { AgeCohort } from '../../../kit/people/age-cohorts.ts';
import { toBytea } from '../events/bytes.ts';
import type { CommerceDb } from '../tables.ts';

/** In which decade a person was born, as content's feed tells of it. */
export interface CohortChange {
  readonly position: number;
  /** 64 hexadecimal digits. */
  readonly person: string;
  /** Null of who withdrew attribution. */
  readonly ageCohort: AgeCohort | null;
}

/** How far the feed has been followed: the position of the newest change that was taken in; 0 before the first. */
export async function followedCohorts(db: CommerceDb): Promise<number> {
  const row = await db.selectFrom('followed_cohorts').select('position').executeTakeFirst();
  return row?.position ?? 0;
}

/** Says how far the feed is known, for who takes in the people themselves. */
export async function setFollowedCohorts(db: CommerceDb, position: number): Promise<void> {
  await sql`
    insert into followed_cohorts (position) values (${position})
    on conflict (one) do update set position = excluded.position`.execute(db);
}

/** Takes in changes of the feed, in its order; those that another process was first with are passed over. */
export async function applyCohortChanges(db: CommerceDb, changes: readonly CohortChange[]): Promise<void> {
  if (changes.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    // One at a time, also before there is a row.
    await sql`lock table followed_cohorts in share row exclusive mode`.execute(transaction);
    const before = await followedCohorts(transaction);
    const fresh = changes.filter(({ position }) => position > before);
    const last = fresh.at(-1);
    if (!last) return;
    await removePersons(
      transaction,
      fresh.filter(({ ageCohort }) => ageCohort === null).map(({ person }) => person),
    );
    await putAgeCohorts(
      transaction,
      fresh.flatMap(({ person, ageCohort }) => (ageCohort === null ? [] : [{ person, ageCohort }])),
    );
    await setFollowedCohorts(transaction, last.position);
  });
}

async function removePersons(db: CommerceDb, persons: readonly string[]): Promise<void> {
  const keys = persons.map((person) => Buffer.from(person, 'hex'));
  await sql`delete from age_cohorts where person = any(${keys}::bytea[])`.execute(db);
}

/** Keeps in which decade people were born; what is known of them already gives way. */
export async function putAgeCohorts(
  db: CommerceDb,
  people: readonly { readonly person: string; readonly ageCohort: AgeCohort }[],
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ person, ageCohort }) => ({ person: toBytea(person), age_cohort: ageCohort }));
  await sql`
    insert into age_cohorts (person, age_cohort)
    select person, age_cohort from ${jsonRows('row', { person: 'bytea', age_cohort: 'text' }, rows)}
    on conflict (person) do update set age_cohort = excluded.age_cohort`.execute(db);
}
