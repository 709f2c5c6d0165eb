import type { Claims } from '../kit/claims/claims.ts';
import type { Loaders } from './loaders.ts';
import type { ContentSettings } from './settings.ts';
import type { ContentDb } from './store/tables.ts';
import type { BrandLexicon } from './text/brand-lexicon.ts';

/** What a resolver may use: made for each request. */
export interface Context {
  /** When the request came. */
  readonly now: Date;
  /** What the gateway says of who asks. */
  readonly claims: Claims;
  /** For mutations and the log of searches; everything else is read through `loaders`. */
  readonly db: ContentDb;
  readonly settings: ContentSettings;
  /** 32 bytes that stand for the person whom the gateway serves; null where nobody is known. */
  readonly person: Uint8Array | null;
  /** The brands that content knows. */
  readonly brands: () => Promise<BrandLexicon>;
  /** Replaced by a mutation, so that what follows it reads what it wrote. */
  loaders: Loaders;
}
