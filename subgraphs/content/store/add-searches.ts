import { sql } from 'kysely';
import { textFingerprint } from '../../kit/search-id.ts';
import { queryTerms } from '../../kit/text/segment.ts';
import { termsToCount, weighTerms } from '../text/weigh-terms.ts';
import { countTerms } from './search-index.ts';
import type { NewSearch } from './search-log.ts';
import type { ContentDb } from './tables.ts';

/**
 * Adds searches that were made elsewhere or before, each as it stands: after the notes, whose terms they weigh, and before
 * `rebuildSearchDays`. Some thousands at once.
 * @param searches each with its id, as `newSearchId` makes them of its text
 */
export async function addSearches(
  db: ContentDb,
  searches: readonly (NewSearch & { readonly id: string })[],
): Promise<void> {
  const termsOf = new Map(searches.map(({ text }) => [text, queryTerms(text)]));
  const counts = await countTerms(db, [...new Set([...termsOf.values()].flatMap(termsToCount))]);
  const weighed = searches.map(({ text }) => weighTerms(termsOf.get(text) ?? [], counts));
  // Arrays of arrays must be even in SQL, so each goes as text.
  await sql`
    insert into searches (id, fingerprint, text, origin, person, searched_at, terms, weights)
    select id, fingerprint, text, origin, person, searched_at, terms::text[], weights::int[]
    from unnest(
      ${searches.map((search) => search.id)}::text[],
      ${searches.map((search) => textFingerprint(search.text))}::text[],
      ${searches.map((search) => search.text)}::text[],
      ${searches.map((search) => search.origin)}::text[],
      ${searches.map((search) => search.person && Buffer.from(search.person))}::bytea[],
      ${searches.map((search) => search.searchedAt)}::timestamptz[],
      ${weighed.map(({ terms }) => `{${terms.map((term) => JSON.stringify(term)).join(',')}}`)}::text[],
      ${weighed.map(({ weights }) => `{${weights.join(',')}}`)}::text[]
    ) as s(id, fingerprint, text, origin, person, searched_at, terms, weights)`.execute(db);
}

/** Counts the log's days anew, and finds each person's newest search for each text: after `addSearches`, while nobody searches. */
export async function rebuildSearchDays(db: ContentDb): Promise<void> {
  await sql`truncate search_days, current_searches`.execute(db);
  await sql`
    insert into search_days (day, fingerprint, searches, persons)
    select ((searched_at at time zone 'UTC') + interval '8 hours')::date, fingerprint, count(*), count(distinct person)
    from searches group by 1, 2`.execute(db);
  await sql`
    insert into current_searches (person, fingerprint, search_id, searched_at)
    select distinct on (person, fingerprint) person, fingerprint, id, searched_at
    from searches where person is not null
    order by person, fingerprint, searched_at desc, id`.execute(db);
}
