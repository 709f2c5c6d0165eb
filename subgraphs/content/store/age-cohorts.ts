import { sql } from 'kysely';
import { jsonRows } from '../../kit/json-rows.ts';
import type { AgeCohort } from '../../kit/people/age-cohorts.ts';
import { isAttributable } from './consents.ts';
import type { ContentDb } from './tables.ts';

/** In which decade a person was born. */
export interface PersonOfCohort {
  /** 64 hexadecimal digits. */
  readonly person: string;
  readonly ageCohort: AgeCohort;
}

/** What is told of a person's cohort since `position`: null of who withdrew attribution. */
export interface AgeCohortChange {
  readonly position: number;
  readonly person: string;
  readonly ageCohort: AgeCohort | null;
}

/** Names the lock that keeps the feed's positions in the order of their commits; any constant that nothing else uses. */
const FEED_LOCK = 7_226_005;

/** Keeps in which decade people were born; the same again changes nothing. Some thousands at once. @param transaction in which it is done */
export async function putAgeCohorts(transaction: ContentDb, people: readonly PersonOfCohort[]): Promise<void> {
  if (people.length === 0) return;
  await holdCohortFeed(transaction);
  const rows = people.map(({ person, ageCohort }) => ({ person: `\\x${person}`, age_cohort: ageCohort }));
  await sql`
    insert into age_cohorts (person, age_cohort)
    select person, age_cohort from ${jsonRows('row', { person: 'bytea', age_cohort: 'text' }, rows)}
    on conflict (person) do update set age_cohort = excluded.age_cohort, feed_position = excluded.feed_position
    where age_cohorts.age_cohort <> excluded.age_cohort`.execute(transaction);
}

/** Has the feed tell of a person's cohort anew, as what they say of attribution changed. @param transaction in which it is done */
export async function tellAgeCohortAnew(transaction: ContentDb, person: Uint8Array): Promise<void> {
  await holdCohortFeed(transaction);
  await sql`
    update age_cohorts set feed_position = next_feed_position('age_cohort_feed') where person = ${Buffer.from(person)}`.execute(
    transaction,
  );
}

/** What was told after a position, each as it stands, in the order of the last changes. */
export async function readAgeCohortFeed(db: ContentDb, after: number, limit: number): Promise<AgeCohortChange[]> {
  const { rows } = await sql<AgeCohortChange>`
    select feed_position as position, encode(person, 'hex') as person,
      case when ${isAttributable('age_cohorts.person')} then age_cohort end as "ageCohort"
    from age_cohorts where feed_position > ${after} order by feed_position limit ${limit}`.execute(db);
  return rows;
}

/** The position of the newest change; 0 before the first. */
export async function lastAgeCohort(db: ContentDb): Promise<number> {
  const row = await db
    .selectFrom('age_cohorts')
    .select((eb) => eb.fn.max('feed_position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}

async function holdCohortFeed(transaction: ContentDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FEED_LOCK})`.execute(transaction);
}
