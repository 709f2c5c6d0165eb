import { sql } from 'kysely';
import { dayOf } from '../../kit/calendar.ts';
import { newSearchId, textFingerprint } from '../../kit/search-id.ts';
import { queryTerms } from '../../kit/text/segment.ts';
import { termsToCount, type WeightedTerms, weighTerms } from '../text/weigh-terms.ts';
import { isAttributable } from './consents.ts';
import { countTerms } from './search-index.ts';
import { type SearchRow, searchesByIds } from './searches.ts';
import type { ContentDb, SearchOrigin } from './tables.ts';

/** A person who asks again for the same text within it goes on with the same search. */
const SAME_SEARCH_MS = 30 * 60_000;

/** A search that someone makes. */
export interface NewSearch {
  readonly text: string;
  readonly origin: SearchOrigin;
  /** 32 bytes that stand for the person; null where nobody is known. */
  readonly person: Uint8Array | null;
  readonly searchedAt: Date;
}

/**
 * Logs a search, in one statement: requests of one person for one text meet at their row of current_searches, so that however many run
 * at once, one of them is logged and all get its id.
 * @returns the search that this is, or goes on with
 */
export async function logSearch(db: ContentDb, search: NewSearch): Promise<SearchRow> {
  const { text, origin, person, searchedAt } = search;
  const { terms, weights } = await weigh(db, text);
  const id = newSearchId(text);
  const since = new Date(searchedAt.getTime() - SAME_SEARCH_MS);
  const fingerprint = textFingerprint(text);
  const day = dayOf(searchedAt);
  const anonymous = sql`select ${id}::text as search_id, null::timestamptz as previous_at`;
  const own = sql`
    insert into current_searches as c (person, fingerprint, search_id, searched_at)
    values (${person}, ${fingerprint}, ${id}, ${searchedAt})
    on conflict (person, fingerprint) do update set
      search_id = case when c.searched_at >= ${since} then c.search_id else excluded.search_id end,
      previous_at = case when c.searched_at >= ${since} then c.previous_at else c.searched_at end,
      searched_at = case when c.searched_at >= ${since} then c.searched_at else excluded.searched_at end
    returning search_id, previous_at`;
  // Who withdrew attribution goes on with a search like anyone, and is counted as nobody.
  const counted = sql`
    select who.person from (select ${person}::bytea as person) as who
    where who.person is not null and ${isAttributable('who.person')}`;
  const { rows } = await sql<SearchRow>`
    with
      this as (${person ? own : anonymous}),
      known as (${counted}),
      logged as (
        insert into searches (id, fingerprint, text, origin, person, searched_at, terms, weights)
        select search_id, ${fingerprint}, ${text}, ${origin}, (select person from known), ${searchedAt}::timestamptz,
          ${terms}::text[], ${weights}::int[]
        from this where search_id = ${id}
      ),
      counted as (
        insert into search_days as d (day, fingerprint, searches, persons)
        select ${day}::date, ${fingerprint}, 1,
          case when (previous_at + interval '8 hours') at time zone 'UTC' >= ${day}::date
            then 0 else (select count(*) from known) end
        from this where search_id = ${id}
        on conflict (day, fingerprint) do update set
          searches = d.searches + excluded.searches, persons = d.persons + excluded.persons
      ),
      active as (
        insert into active_days (day, person, industry)
        select ${day}::date, person, '' from this cross join known where search_id = ${id}
        on conflict do nothing
      ),
      met as (
        insert into active_persons (person, first_day)
        select person, ${day}::date from this cross join known where search_id = ${id}
        on conflict do nothing
      )
    select this.search_id as id, log.text, log.origin, log.searched_at as "searchedAt", log.terms, log.weights
    from this left join searches as log on log.id = this.search_id`.execute(db);
  const row = rows[0];
  if (!row || row.id === id) return { id, text, origin, searchedAt, terms, weights };
  // Logged by a request beside this one, after this statement began, so that it did not see the row yet.
  return row.text === null ? ((await searchesByIds(db, [row.id]))[0] ?? row) : row;
}

async function weigh(db: ContentDb, text: string): Promise<WeightedTerms> {
  const terms = queryTerms(text);
  return weighTerms(terms, await countTerms(db, termsToCount(terms)));
}
