import { sql } from 'kysely';
import { planSearch } from '../text/search-plan.ts';
import { type NoteRow, noteColumns } from './notes.ts';
import { type Page, rowsOf } from './page.ts';
import type { SearchRow } from './searches.ts';
import type { ContentDb } from './tables.ts';

/** A note that a search found, with its place: both fall, and so does the id. */
export interface FoundNote extends NoteRow {
  readonly searchId: string;
  readonly score: number;
  readonly popularity: number;
}

/** A found note's place: score, popularity and id. */
export type FoundPlace = readonly [number, number, string];

/** What a term in the topics, the body and the title counts. */
const FIELD_WEIGHTS = '{0, 0.2, 0.4, 1}';

/**
 * The notes that each of some searches finds, best first: a page for each, from one place on. A note's score is the sum over the terms
 * of their weight times how strongly the note holds them (PostgreSQL's ts_rank, in thousandths). Scores follow from the note's text
 * and the weights that the search was made with; popularity is taken as it was then. So a page never repeats nor skips a note.
 */
export async function notesOfSearches(
  db: ContentDb,
  searches: readonly SearchRow[],
  page: Page<FoundPlace>,
): Promise<FoundNote[]> {
  const plans = searches.flatMap((search) => {
    const plan = planSearch(search);
    return plan ? [{ id: search.id, since: search.searchedAt.toISOString(), ...plan }] : [];
  });
  if (plans.length === 0) return [];
  const after =
    page.after === undefined
      ? sql`true`
      : sql`(score, popularity, note_id) < (${page.after[0]}::bigint, ${page.after[1]}::int, ${page.after[2]})`;
  const query = db
    .selectFrom('notes as note')
    .select(noteColumns)
    .innerJoin(
      sql<{ note_id: string; searchId: string; score: number; popularity: number }>`(
        select search.id as "searchId", found.*
        from (
          select id, since, candidates::tsquery, queries::tsquery[], weights::int[], least
          from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb)
            as plan(id text, since timestamptz, candidates text, queries text[], weights int[], least bigint)
          offset 0
        ) as search
        cross join lateral (
          select * from (
            select v.note_id, held.score, (
              select case when n.popularity_at > search.since then n.popularity_before else n.popularity end
              from notes as n where n.id = v.note_id
            ) as popularity
            from note_search as v cross join lateral (
              select
                sum(t.weight * round(1000 * ts_rank(${FIELD_WEIGHTS}, v.vector, t.query))::int) as score,
                sum(t.weight) as weight
              from unnest(search.queries, search.weights) as t(query, weight)
              where v.vector @@ t.query
            ) as held
            where v.vector @@ search.candidates and held.weight >= search.least
          ) as ranked
          where ${after}
          order by score desc, popularity desc, note_id desc
          limit ${rowsOf(page)}
        ) as found
      )`.as('found'),
      'found.note_id',
      'note.id',
    )
    .select(['found.searchId', 'found.score', 'found.popularity'])
    .orderBy('found.score', 'desc')
    .orderBy('found.popularity', 'desc')
    .orderBy('note.id', 'desc');
  return query.execute();
}
