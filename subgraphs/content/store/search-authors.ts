import { sql } from 'kysely';
import { quoteLexeme } from '../../kit/text/search-vector.ts';
import { pairs, queryTerms } from '../../kit/text/segment.ts';
import type { AuthorRow } from './authors.ts';
import type { SearchRow } from './searches.ts';
import type { ContentDb } from './tables.ts';

/** An author that a search found. */
export interface FoundAuthor extends AuthorRow {
  readonly searchId: string;
}

/**
 * The authors whose names hold terms of each of some searches: who holds more of the text first, then who has more followers.
 * @param first the most for each search
 */
export async function authorsOfSearches(
  db: ContentDb,
  searches: readonly SearchRow[],
  first: number,
): Promise<FoundAuthor[]> {
  const plans = searches.flatMap(({ id, text }) => {
    const terms = [...new Set(queryTerms(text).flatMap((term) => [term, ...pairs(term)]))];
    if (terms.length === 0) return [];
    const queries = terms.map(quoteLexeme);
    return [{ id, candidates: queries.join(' | '), queries, weights: terms.map((term) => [...term].length) }];
  });
  if (plans.length === 0) return [];
  const { rows } = await sql<FoundAuthor>`
    select search.id as "searchId", found.*
    from (
      select id, candidates::tsquery, queries::tsquery[], weights::int[]
      from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb)
        as plan(id text, candidates text, queries text[], weights int[])
      offset 0
    ) as search
    cross join lateral (
      select author.id, author.name, author.kind, author.avatar_url as "avatarUrl",
        author.follower_count as "followerCount", (
          select sum(t.weight) from unnest(search.queries, search.weights) as t(query, weight) where v.vector @@ t.query
        ) as score
      from author_search as v join authors as author on author.id = v.author_id
      where v.vector @@ search.candidates
      order by score desc, author.follower_count desc, author.id desc
      limit ${first}
    ) as found
    order by found.score desc, found."followerCount" desc, found.id desc`.execute(db);
  return rows;
}
