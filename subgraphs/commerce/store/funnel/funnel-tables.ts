import type { Generated, JSONColumnType } from 'kysely';
import type { ToldFigures } from '../../funnel/told-figures.ts';

type Kind = 'DAY' | 'WEEK' | 'MONTH';

/** A shop's period in which anything happened, once it has closed. */
export interface FunnelPeriodsTable {
  shop_id: string;
  kind: Kind;
  /** YYYY-MM-DD */
  from_day: string;
  /** Whether anything is told of the people of the whole. */
  told: boolean;
  totals: JSONColumnType<ToldFigures>;
  /** How many rows of each grouping are left out. */
  withheld: JSONColumnType<Record<string, number>>;
  decided_at: Generated<Date>;
}

/** A row that is told. */
export interface FunnelRowsTable {
  shop_id: string;
  kind: Kind;
  grouping_name: string;
  from_day: string;
  /** From 1 on, in the order in which rows are shown. */
  place: number;
  keys: string[];
  figures: JSONColumnType<ToldFigures>;
}

/** Up to which day the periods of a kind are decided. */
export interface FunnelClosedTable {
  kind: Kind;
  last_day: string;
  /** The first day of the newest one that is deleted; null before any is. */
  forgotten_to: Generated<string | null>;
}

/** In which decade those were born of whom content says so. */
export interface AgeCohortsTable {
  person: Uint8Array;
  age_cohort: string;
}
