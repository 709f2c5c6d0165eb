import { sql } from 'kysely';
import { insertRows } from '../../../kit/json-rows.ts';
import type { ContentDb, Industry } from '../tables.ts';

/** That a person searched on a day, or read a note of an industry. */
export interface ActiveDay {
  /** Hexadecimal digits. */
  readonly person: string;
  /** YYYY-MM-DD, in Asia/Shanghai. */
  readonly day: string;
  /** Null for a search. */
  readonly industry: Industry | null;
}

/** Adds who was active when, as the community's own counting tells it; what is there already stays one. Some thousands at once. */
export async function addActiveDays(db: ContentDb, days: readonly ActiveDay[]): Promise<void> {
  if (days.length === 0) return;
  const rows = days.map(({ person, day, industry }) => ({ day, person: `\\x${person}`, industry: industry ?? '' }));
  const insert = insertRows('active_days', { day: 'date', person: 'bytea', industry: 'text' }, rows);
  await sql`${insert} on conflict do nothing`.execute(db);
  const first = new Map<string, string>();
  for (const { person, day } of days) {
    const known = first.get(person);
    if (known === undefined || day < known) first.set(person, day);
  }
  await meet(db, first);
}

/** Notes on which days persons were active first; an earlier day holds. @param first by the person's hexadecimal digits */
async function meet(db: ContentDb, first: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...first].map(([person, day]) => ({ person: `\\x${person}`, first_day: day }));
  const insert = insertRows('active_persons', { person: 'bytea', first_day: 'date' }, rows);
  await sql`
    ${insert} on conflict (person) do update set first_day = least(active_persons.first_day, excluded.first_day)`.execute(
    db,
  );
}

/** Forgets who was active before a day; when they were first is kept. */
export async function forgetActiveDays(db: ContentDb, before: string): Promise<void> {
  await db.deleteFrom('active_days').where('day', '<', before).execute();
}

/** The oldest day of which anything is counted; undefined where nothing is. */
export async function firstCountedDay(db: ContentDb): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select least(
      (select min(day) from active_days),
      (select ((min(hour) at time zone 'UTC') + interval '8 hours')::date from note_hours),
      (select ((min(searched_at) at time zone 'UTC') + interval '8 hours')::date from searches)
    ) as day`.execute(db);
  return rows[0]?.day ?? undefined;
}
