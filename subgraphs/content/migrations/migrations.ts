import type { Migration } from 'kysely/migration';
import { notesMigration } from './001-notes.ts';
import { productLinksMigration } from './002-product-links.ts';
import { searchMigration } from './003-search.ts';
import { decidedCellsMigration } from './004-decided-cells.ts';
import { consentsMigration } from './005-consents.ts';
import { activeDaysMigration } from './006-active-days.ts';
import { authorsAsPersonsMigration } from './007-authors-as-persons.ts';
import { forgottenPeriodsMigration } from './008-forgotten-periods.ts';
import { ageCohortsMigration } from './009-age-cohorts.ts';
import { feedPositionsMigration } from './010-feed-positions.ts';

/** Content's migrations by name, in the order in which they run. */
export const contentMigrations: Record<string, Migration> = {
  '001-notes': notesMigration,
  '002-product-links': productLinksMigration,
  '003-search': searchMigration,
  '004-decided-cells': decidedCellsMigration,
  '005-consents': consentsMigration,
  '006-active-days': activeDaysMigration,
  '007-authors-as-persons': authorsAsPersonsMigration,
  '008-forgotten-periods': forgottenPeriodsMigration,
  '009-age-cohorts': ageCohortsMigration,
  '010-feed-positions': feedPositionsMigration,
};
