import type { PartnershipModel } from '../../models/catalogue.ts';
import type { CommerceDb } from '../tables.ts';
import type { PartnershipKind } from './catalogue-tables.ts';

/** The agreements of a kind (null: of all), the oldest first. */
export function partnerships(db: CommerceDb, kind: PartnershipKind | null): Promise<PartnershipModel[]> {
  const all = db
    .selectFrom('partnerships')
    .select(['name', 'kind', 'parties', 'effective_on as effectiveOn', 'summary'])
    .orderBy('effective_on')
    .orderBy('name');
  return (kind === null ? all : all.where('kind', '=', kind)).execute();
}

/** What others published about a subject (null: about all), in the order in which it was entered. */
export function reportedFigures(db: CommerceDb, subject: string | null) {
  const all = db
    .selectFrom('reported_figures')
    .select(['subject', 'metric', 'value', 'unit', 'comparator', 'period', 'year_over_year as yearOverYear'])
    .select(['claim', 'speaker', 'source', 'published_on as publishedOn'])
    .orderBy('position');
  return (subject === null ? all : all.where('subject', '=', subject)).execute();
}
