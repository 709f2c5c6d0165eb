import type { CatalogueLoaders } from './loaders/catalogue.ts';
import type { CommerceDb } from './store/tables.ts';

/** What a resolver may use; its loaders live as long as the request. */
export interface Context {
  readonly now: () => Date;
  readonly db: CommerceDb;
  readonly catalogue: CatalogueLoaders;
}
