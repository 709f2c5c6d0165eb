import type { Related } from '../store/recommendations/related.ts';

/** A note that goes with another. */
export type RelatedNoteModel = Related;

/** A product that goes with another. */
export type RelatedProductModel = Related;
