import { sql } from 'kysely';
import type { DayRange } from '../../kit/calendar.ts';
import { instantsOf } from '../../kit/calendar.ts';
import { roundingStep } from '../../kit/people/few-people.ts';
import type { ContentDb } from './tables.ts';

/** A text that many people searched for. */
export interface TrendRow {
  /** As somebody typed it. */
  readonly text: string;
  readonly searches: number;
  /** Searches for it in the range before; 0 too where they come from too few persons. */
  readonly searchesBefore: number;
}

/**
 * The texts searched for most within a range.
 *
 * Distinct persons do not add up over days: the days' counts bound them from both sides, and only where that leaves it open are the
 * persons of the log counted, in the order of the answer and no further than it goes. Each day's searches are rounded by themselves: ranges are anyone's
 * choice, and by two that differ by a day the searches of few would be told.
 * @param before the range to compare with
 * @param leastPersons texts that fewer distinct persons searched for are left out
 */
export async function trendingTexts(
  db: ContentDb,
  range: DayRange,
  before: DayRange,
  leastPersons: number,
  first: number,
): Promise<TrendRow[]> {
  const { start, end } = instantsOf(range);
  const earlier = instantsOf(before);
  const step = sql`${roundingStep(leastPersons)}::integer`;
  const rounded = sql`sum((2 * searches + ${step}) / (2 * ${step}) * ${step})::bigint`;
  const { rows } = await sql<TrendRow>`
    with texts as (
      select fingerprint, ${rounded} as searches, max(persons) as fewest, sum(persons) as most
      from search_days where day between ${range.from}::date and ${range.to}::date
      group by fingerprint
      having sum(persons) >= ${leastPersons} and ${rounded} > 0
      order by searches desc, fingerprint
    ), trends as (
      select fingerprint, searches from texts
      where fewest >= ${leastPersons} or ${leastPersons} <= (
        select count(distinct log.person) from searches as log
        where log.fingerprint = texts.fingerprint and log.searched_at >= ${start} and log.searched_at < ${end}
      )
      limit ${first}
    )
    select trend.searches, newest.text, coalesce(earlier.searches, 0)::bigint as "searchesBefore"
    from trends as trend
    cross join lateral (
      select log.text from searches as log
      where log.fingerprint = trend.fingerprint and log.searched_at < ${end}
      order by log.searched_at desc limit 1
    ) as newest
    left join lateral (
      select ${rounded} as searches from search_days
      where search_days.fingerprint = trend.fingerprint and day between ${before.from}::date and ${before.to}::date
      having max(persons) >= ${leastPersons} or ${leastPersons} <= (
        select count(distinct log.person) from searches as log
        where log.fingerprint = trend.fingerprint and log.searched_at >= ${earlier.start} and log.searched_at < ${earlier.end}
      )
    ) as earlier on true
    order by trend.searches desc, trend.fingerprint`.execute(db);
  return rows;
}
