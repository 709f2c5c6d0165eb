import { sql } from 'kysely';
import { insertRows } from '../../kit/json-rows.ts';
import type { SurveyAnswer } from '../alliance/survey.ts';
import type { Person } from '../people/persons.ts';
import type { AnyDb } from './load-marker.ts';

/** Tables for what no field reads yet. */
const TABLES = {
  world_persons: `person bytea primary key, age_cohort text not null, first_active_on date not null,
    attribution boolean not null, personalization boolean not null, ai_training boolean not null`,
  world_survey_answers: `respondent integer primary key, searches_first boolean not null, born_since_1990 boolean not null,
    search_sways boolean not null`,
} as const;

export type WorldTable = keyof typeof TABLES;

/** Makes some of the tables where they are not there. */
export async function createWorldTables(db: AnyDb, tables: readonly WorldTable[]): Promise<void> {
  for (const table of tables)
    await sql`create table if not exists ${sql.table(table)} (${sql.raw(TABLES[table])})`.execute(db);
}

/** Adds people whom the platforms know. */
export async function addPersons(db: AnyDb, persons: readonly Person[]): Promise<void> {
  const types = {
    person: 'bytea',
    age_cohort: 'text',
    first_active_on: 'date',
    attribution: 'boolean',
    personalization: 'boolean',
    ai_training: 'boolean',
  };
  const rows = persons.map(({ key, ageCohort, firstActiveOn, consents }) => ({
    person: `\\x${key}`,
    age_cohort: ageCohort,
    first_active_on: firstActiveOn,
    attribution: consents.attribution,
    personalization: consents.personalization,
    ai_training: consents.aiTraining,
  }));
  await insertRows('world_persons', types, rows).execute(db);
}

/** Adds the answers of a survey. */
export async function addSurvey(db: AnyDb, answers: readonly SurveyAnswer[]): Promise<void> {
  const types = {
    respondent: 'integer',
    searches_first: 'boolean',
    born_since_1990: 'boolean',
    search_sways: 'boolean',
  };
  const rows = answers.map(({ respondent, searchesFirst, bornSince1990, searchSways }) => ({
    respondent,
    searches_first: searchesFirst,
    born_since_1990: bornSince1990,
    search_sways: searchSways,
  }));
  await insertRows('world_survey_answers', types, rows).execute(db);
}
