import { brandNames } from './store/brands.ts';
import type { ContentDb } from './store/tables.ts';
import { type BrandLexicon, brandLexicon } from './text/brand-lexicon.ts';

/** Brands are hardly ever new. */
const KEPT_MS = 10 * 60_000;

/** Gives the brands that content knows, read again every ten minutes. */
export function keepBrands(db: ContentDb): () => Promise<BrandLexicon> {
  let known: Promise<BrandLexicon> | undefined;
  let until = 0;
  return () => {
    if (!known || performance.now() > until) {
      known = brandNames(db).then(brandLexicon);
      until = performance.now() + KEPT_MS;
      // What fails is read again by who asks next.
      known.catch(() => {
        until = 0;
      });
    }
    return known;
  };
}
