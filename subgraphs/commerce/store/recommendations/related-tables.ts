/** Of what a row tells. */
export type RelatedKind = 'PRODUCT' | 'NOTE';

/** One of the things that people converted on who converted on another, as it was last refreshed. */
export interface RelatedTable {
  kind: RelatedKind;
  id: string;
  /** From 1: the closest first. */
  place: number;
  other_id: string;
  /** How many converted on both, rounded down to a step of `peopleStep`. */
  people_at_least: number;
}

/** When it was last refreshed. */
export interface RelatedRefreshedTable {
  one: boolean;
  at: Date;
}
