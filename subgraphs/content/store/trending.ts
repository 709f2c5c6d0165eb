import { sql } from 'kysely';
import type { DayRange } from '../../kit/calendar.ts';
import { instantsOf } from '../../kit/calendar.ts';
import type { ContentDb } from './tables.ts';

/** A text that many people searched for. */
export interface TrendRow {
  /** As somebody typed it. */
  readonly text: string;
  readonly searches: number;
  /** Searches for it in the range before; 0 too where they cannot have come from enough persons. */
  readonly searchesBefore: number;
}

/**
 * The texts searched for most within a range.
 *
 * Distinct persons do not add up over days: the days' counts bound them from both sides, and only where that leaves it open are the
 * persons of the log counted, in the order of the answer and no further than it goes.
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
  const { rows } = await sql<TrendRow>`
    with texts as (
      select fingerprint, sum(searches)::bigint as searches, max(persons) as fewest, sum(persons) as most
      from search_days where day between ${range.from}::date and ${range.to}::date
      group by fingerprint
      having sum(persons) >= ${leastPersons}
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
      select sum(d.searches) as searches from search_days as d
      where d.fingerprint = trend.fingerprint and d.day between ${before.from}::date and ${before.to}::date
      having sum(d.persons) >= ${leastPersons}
    ) as earlier on true
    order by trend.searches desc, trend.fingerprint`.execute(db);
  return rows;
}
