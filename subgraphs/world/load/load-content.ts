import { readSettings } from '../../../settings/settings.ts';
import { addComments } from '../../content/store/add-comments.ts';
import { addSearches, rebuildSearchDays } from '../../content/store/add-searches.ts';
import { putAgeCohorts } from '../../content/store/age-cohorts.ts';
import { addConsents } from '../../content/store/consents.ts';
import { addActiveDays } from '../../content/store/reports/active-days.ts';
import { closeReports } from '../../content/store/reports/close-reports.ts';
import type { ContentDb } from '../../content/store/tables.ts';
import { CONSENT_BY_DEFAULT, CONSENT_PURPOSES } from '../../kit/consents/purposes.ts';
import { peopleSettings } from '../../kit/people/people-settings.ts';
import { startOf } from '../calendar.ts';
import { item } from '../catalog/item.ts';
import type { Counter } from '../content/counters.ts';
import { personKey } from '../people/person-key.ts';
import { addAuthors, addCounters, addLinks, addNotes, type Lifetime } from '../store/content-rows.ts';
import { addPersons, addSurvey, createWorldTables } from '../store/world-tables.ts';
import type { World } from '../world.ts';
import { inChunks } from './chunks.ts';
import type { Progress } from './progress.ts';

const ROWS_AT_ONCE = 5_000;
/** Notes are longer. */
const NOTES_AT_ONCE = 500;

const BY_DEFAULT = readSettings(peopleSettings('CONTENT'), 'CONTENT_', {});

/**
 * Loads what content knows of a world into an empty database. Each part is a transaction of its own; the marker tells whether all came.
 * @param monthStart the day of the month on which reporting months begin
 */
export async function loadContent(
  db: ContentDb,
  world: World,
  progress: Progress,
  monthStart = BY_DEFAULT.monthStart,
): Promise<void> {
  const { catalog, plan } = world;
  const part = async <T>(
    name: string,
    about: number,
    chunks: Iterable<T[]>,
    add: (db: ContentDb, rows: T[]) => Promise<void>,
  ) => {
    progress.begin(name, about);
    let done = 0;
    for (const chunk of chunks) {
      await db.transaction().execute((transaction) => add(transaction, chunk));
      done += chunk.length;
      progress.reach(done);
    }
  };
  await createWorldTables(db, ['world_persons', 'world_survey_answers']);
  await part('authors', catalog.authors.length, chunksOf(authorsOf(world)), addAuthors);
  await part('notes', catalog.notes.length, inChunks(wholeNotes(world), NOTES_AT_ONCE), addNotes);
  await part('product links', catalog.links.length, chunksOf(namedLinks(world)), addLinks);
  await part('counters', aboutCounters(world), counterChunks(world), addCounters);
  await part('comments', commentsOf(world), chunksOf(newComments(world)), addComments);
  await part('searches', plan.search.searches + plan.recent.searches, chunksOf(newSearches(world)), addSearches);
  await rebuildSearchDays(db);
  await part('consents', plan.search.monthlyUsers, chunksOf(consentsOf(world)), addConsents);
  await part('people', plan.search.monthlyUsers, chunksOf(world.persons()), addPersons);
  await part('age cohorts', plan.search.monthlyUsers, chunksOf(cohortsOf(world)), putAgeCohorts);
  await part('active days of people', plan.search.monthlyUsers * 5, chunksOf(world.personDays()), addActiveDays);
  await part('survey', plan.survey.asked, chunksOf(world.survey()), addSurvey);
  await closeReports(db, new Date(plan.now), monthStart);
}

/** The first persons write notes, too. */
function* authorsOf({ plan, catalog }: World) {
  for (const [index, author] of catalog.authors.entries())
    yield { ...author, person: index < plan.search.monthlyUsers ? personKey(plan.seed, index) : null };
}

function chunksOf<T>(rows: Iterable<T>): Generator<T[]> {
  return inChunks(rows, ROWS_AT_ONCE);
}

/** A note and an hour stand once in a piece, and may come again in the next: no chunk reaches over two. */
function* counterChunks(world: World): Generator<Counter[]> {
  for (const piece of world.counters()) yield* chunksOf(piece);
}

function commentsOf({ periods }: World): number {
  return periods.Y0.period.interactions.comments + periods.Y1.period.interactions.comments;
}

function aboutCounters({ periods, plan }: World): number {
  return periods.Y0.reads.count + periods.Y1.reads.count + plan.recent.reads;
}

function* everyCounter(world: World): Generator<Counter> {
  for (const piece of world.counters()) yield* piece;
}

/** Notes with what was counted of them over their life, so that each is written once. */
function* wholeNotes(world: World) {
  const { notes, authors } = world.catalog;
  const lifetimes = new Map<string, Lifetime>();
  for (const { noteId, hour, ...counts } of everyCounter(world)) {
    const life = lifetimes.get(noteId);
    if (!life) {
      lifetimes.set(noteId, { ...counts, newestHour: hour });
      continue;
    }
    for (const kind of Object.keys(counts) as (keyof typeof counts)[]) life[kind] += counts[kind];
    life.newestHour = Math.max(life.newestHour, hour);
  }
  for (const note of notes)
    yield {
      note,
      authorId: item(authors, note.author).id,
      text: world.textOf(note),
      lifetime: lifetimes.get(note.id) ?? null,
    };
}

function* namedLinks({ catalog }: World) {
  for (const link of catalog.links)
    yield { ...link, noteId: item(catalog.notes, link.note).id, productId: item(catalog.products, link.product).id };
}

function* newComments(world: World) {
  for (const { id, noteId, authorId, body, at } of world.comments())
    yield { id, noteId, authorId, body, createdAt: new Date(at) };
}

function* newSearches(world: World) {
  for (const { id, text, origin, person, at } of world.searches())
    yield {
      id,
      text,
      origin,
      person: Buffer.from(personKey(world.plan.seed, person), 'hex'),
      searchedAt: new Date(at),
    };
}

function* cohortsOf(world: World) {
  for (const { key, ageCohort } of world.persons()) yield { person: key, ageCohort };
}

/** What people said, as far as that is not what holds of who said nothing. */
function* consentsOf(world: World) {
  for (const { key, firstActiveOn, consents } of world.persons()) {
    const person = Buffer.from(key, 'hex');
    const said = {
      ATTRIBUTION: consents.attribution,
      PERSONALIZATION: consents.personalization,
      AI_TRAINING: consents.aiTraining,
    };
    for (const purpose of CONSENT_PURPOSES) {
      if (said[purpose] === CONSENT_BY_DEFAULT[purpose]) continue;
      yield { person, purpose, granted: said[purpose], changedAt: new Date(startOf(firstActiveOn)) };
    }
  }
}
