import { sql } from 'kysely';
import type { Instants } from './engagement.ts';
import { type NoteRow, noteColumns } from './notes.ts';
import { type Page, rowsOf } from './page.ts';
import type { ContentDb, Industry } from './tables.ts';

/** How many of a note's newest link requests its terms are taken from. */
const REQUESTS_READ = 200;

/** Readers of a note asking where to buy. */
export interface DemandRow {
  readonly noteId: string;
  readonly linkRequests: number;
  readonly screenshots: number;
  /** The newest request, or the newest hour of screenshots counted; null where there is neither. */
  readonly newest: Date | null;
}

/** What the range of a demand selects: of comments by their instants, of counters by their hours. Over all time where it is undefined. */
function within(column: string, range: Instants | undefined) {
  const ref = sql.ref(column);
  return range ? sql<boolean>`${ref} >= ${range.start} and ${ref} < ${range.end}` : sql<boolean>`true`;
}

/** The demand for links under each of some notes, within a range or over all time. */
export async function demandOfNotes(
  db: ContentDb,
  range: Instants | undefined,
  noteIds: readonly string[],
): Promise<DemandRow[]> {
  const screenshots = range
    ? sql`select coalesce(sum(screenshots), 0)::bigint as screenshots, max(hour) as newest from note_hours
        where note_id = parent.id and ${within('hour', range)}`
    : sql`select screenshot_count as screenshots, counted_at as newest from notes where id = parent.id`;
  const { rows } = await sql<DemandRow>`
    select parent.id as "noteId", requests.requests as "linkRequests", counted.screenshots,
      greatest(requests.newest, counted.newest) as newest
    from unnest(${noteIds}::text[]) as parent(id)
    cross join lateral (
      select count(*) as requests, max(created_at) as newest from comments
      where note_id = parent.id and intent = 'LINK_REQUEST' and ${within('created_at', range)}
    ) as requests
    cross join lateral (${screenshots}) as counted`.execute(db);
  return rows;
}

/** The newest link requests under each of some notes, at most 200 for each, within a range or over all time. */
export async function requestsOfNotes(
  db: ContentDb,
  range: Instants | undefined,
  noteIds: readonly string[],
): Promise<{ noteId: string; body: string }[]> {
  const { rows } = await sql<{ noteId: string; body: string }>`
    select parent.id as "noteId", request.body
    from unnest(${noteIds}::text[]) as parent(id)
    cross join lateral (
      select body from comments
      where note_id = parent.id and intent = 'LINK_REQUEST' and ${within('created_at', range)}
      order by created_at desc, id desc
      limit ${REQUESTS_READ}
    ) as request`.execute(db);
  return rows;
}

/** A note whose readers ask for a link, with how many do, and its place: the score in twentieths, and the id. */
export type UnmetDemandRow = NoteRow & DemandRow & { readonly twentieths: number };

export interface UnmetDemandFilter {
  readonly range: Instants;
  /** The fewest link requests. */
  readonly leastRequests: number;
  readonly industry: Industry | undefined;
}

/** Notes with link requests and no active product link: the greatest score first. */
export async function unmetDemand(
  db: ContentDb,
  { range, leastRequests, industry }: UnmetDemandFilter,
  page: Page<readonly [number, string]>,
): Promise<UnmetDemandRow[]> {
  const after =
    page.after === undefined ? sql`true` : sql`(twentieths, note_id) < (${page.after[0]}::bigint, ${page.after[1]})`;
  const wanted = sql<{ note_id: string; requests: number; screenshots: number; newest: Date; twentieths: number }>`(
    select * from (
      select asked.note_id, asked.requests, counted.screenshots, greatest(asked.newest, counted.newest) as newest,
        20 * asked.requests + counted.screenshots as twentieths
      from (
        select note_id, count(*) as requests, max(created_at) as newest from comments
        where intent = 'LINK_REQUEST' and ${within('created_at', range)}
        group by note_id having count(*) >= ${leastRequests}
      ) as asked
      join notes as n on n.id = asked.note_id and ${industry === undefined ? sql`true` : sql`n.industry = ${industry}`}
      cross join lateral (
        select coalesce(sum(screenshots), 0)::bigint as screenshots, max(hour) as newest from note_hours
        where note_id = asked.note_id and ${within('hour', range)}
      ) as counted
      where not exists (
        select from product_links as link where link.note_id = asked.note_id and link.status = 'ACTIVE')
    ) as scored
    where ${after}
    order by twentieths desc, note_id desc
    limit ${rowsOf(page)}
  )`;
  return db
    .selectFrom('notes as note')
    .innerJoin(wanted.as('wanted'), 'wanted.note_id', 'note.id')
    .select(noteColumns)
    .select([
      'wanted.note_id as noteId',
      'wanted.requests as linkRequests',
      'wanted.screenshots',
      'wanted.newest',
      'wanted.twentieths',
    ])
    .orderBy('wanted.twentieths', 'desc')
    .orderBy('note.id', 'desc')
    .execute();
}
