import { sql } from 'kysely';
import type { ContentDb } from './tables.ts';

/** What was counted of a note. */
export interface Counters {
  readonly impressions: number;
  readonly reads: number;
  readonly likes: number;
  readonly saves: number;
  readonly comments: number;
  readonly shares: number;
  readonly follows: number;
  /** The newest hour counted; null where none was. */
  readonly newest: Date | null;
}

/** Half an interval of time: the first instant in it, and the first one after it. */
export interface Instants {
  readonly start: Date;
  readonly end: Date;
}

/** Sums of the hours of each of some notes; a note without any is left out. */
export async function countersOfNotes(
  db: ContentDb,
  { start, end }: Instants,
  noteIds: readonly string[],
): Promise<(Counters & { noteId: string })[]> {
  const { rows } = await sql<Counters & { noteId: string }>`
    select note_id as "noteId", sum(impressions)::bigint as impressions, sum(reads)::bigint as reads,
      sum(likes)::bigint as likes, sum(saves)::bigint as saves, sum(comments)::bigint as comments,
      sum(shares)::bigint as shares, sum(follows)::bigint as follows, max(hour) as newest
    from note_hours
    where note_id = any(${noteIds}::text[]) and hour >= ${start} and hour < ${end}
    group by note_id`.execute(db);
  return rows;
}

/** The newest hour counted of any note; undefined before the first. */
export async function newestHour(db: ContentDb): Promise<Date | undefined> {
  const row = await db.selectFrom('note_hours').select('hour').orderBy('hour', 'desc').limit(1).executeTakeFirst();
  return row?.hour;
}
