import type { PeopleWithheld } from '../../kit/people/few-people.ts';
import type { PeriodKind } from '../../kit/people/lattice.ts';

/** What was counted of a shop, or of all shops of an industry (of all: ALL), by day of the period. */
export interface VisitsCell {
  readonly visits: readonly number[];
  /** By known persons, of notes that led to the shop; none for an industry, whose reads content counts. */
  readonly reads: readonly number[];
}

/** Merchants in joint campaigns, by day of the period. */
export interface MerchantsCell {
  readonly merchants: readonly number[];
}

/** Who bought, and how many of them had searched before. */
export interface SearchedBeforeCell {
  readonly buyers: number;
  readonly searched: number;
  /** Those of both whom no merchant can have invented; absent of periods that were counted before this was. */
  readonly vouched?: number;
  readonly searchedVouched?: number;
}

/** Of whom a shop's funnel tells, as far as other reports are held to it. */
export interface FunnelToldCell {
  /** How many read notes that led to the shop; null where that is not told. */
  readonly readers: number | null;
  /** How large the largest groups are of those who bought; null for a period that was decided before this was counted. */
  readonly bought: readonly number[] | null;
  readonly boughtAgain: readonly number[] | null;
}

/** Where the cells of a period are kept: `of` is a shop's id, an industry, or ALL. */
export const cellKeys = {
  visits: (kind: PeriodKind, from: string, of: string) => `visits ${kind} ${from} ${of}`,
  merchants: (kind: PeriodKind, from: string, of: string) => `joint-merchants ${kind} ${from} ${of}`,
  exposure: (kind: PeriodKind, from: string, of: string) => `exposure ${kind} ${from} ${of}`,
  repurchase: (kind: PeriodKind, from: string, shopId: string) => `repurchase ${kind} ${from} ${shopId}`,
  funnelTold: (kind: PeriodKind, from: string, shopId: string) => `funnel-told ${kind} ${from} ${shopId}`,
  searchedBefore: (kind: PeriodKind, from: string) => `searched-before ${kind} ${from}`,
} as const;

/** Why a report tells nothing of a cell. */
export type ReportWithheld = PeopleWithheld | 'NOT_REPORTED';

/** In place of an industry: all together. */
export const ALL = 'ALL';
