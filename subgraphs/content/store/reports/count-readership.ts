import { sql } from 'kysely';
import type { Run } from '../../../kit/people/close-periods.ts';
import { dayColumn, periodColumn, withinRun } from '../../../kit/people/period-columns.ts';
import { isAttributable } from '../consents.ts';
import type { ContentDb, Industry } from '../tables.ts';

/** What was counted of an industry's notes on one day of a period. */
export interface CountedDay {
  /** The first day of the period. */
  readonly from: string;
  readonly industry: Industry;
  readonly day: string;
  readonly impressions: number;
  readonly reads: number;
  readonly interactions: number;
}

/** What was counted of notes in a run, by period, industry and day. */
export async function countDays(db: ContentDb, run: Run): Promise<CountedDay[]> {
  const { rows } = await sql<CountedDay>`
    select ${periodColumn(run, sql`day`)} as "from", industry, day, sum(impressions)::bigint as impressions,
      sum(reads)::bigint as reads, sum(interactions)::bigint as interactions
    from (
      select note_id, ${dayColumn(sql`hour`)} as day, sum(impressions) as impressions, sum(reads) as reads,
        sum(likes + saves + comments + shares + follows) as interactions
      from note_hours where ${withinRun(run, sql`hour`)} group by 1, 2
    ) as counted join notes on notes.id = note_id
    group by 1, 2, 3`.execute(db);
  return rows;
}

/** How many persons read notes of an industry in a period; industry null: of any. */
export interface CountedReaders {
  readonly from: string;
  readonly industry: Industry | null;
  readonly readers: number;
}

/** Distinct persons who read in a run, by period and industry. */
export async function countReaders(db: ContentDb, run: Run): Promise<CountedReaders[]> {
  const { from, to } = run;
  const period = periodColumn(run, sql`day`);
  const { rows } = await sql<CountedReaders>`
    select period as "from", industry, count(distinct person) as readers
    from (
      select ${period} as period, industry, person from active_days
      where day between ${from}::date and ${to}::date and industry <> ''
        and ${isAttributable('active_days.person')}
    ) as days
    group by grouping sets ((period, industry), (period))`.execute(db);
  return rows;
}
