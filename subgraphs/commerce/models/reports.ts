import type { Freshness } from '../../kit/freshness.ts';
import type { ToldRepurchase } from '../reports/repurchase.ts';
import type { ToldIncrement } from '../reports/tell-increment.ts';
import type { UpliftRow } from '../reports/uplift-row.ts';
import type { Readership } from '../reports/year-over-year.ts';
import type { PlatformModel } from './catalogue.ts';
import type { WithGaps } from './joint-accounts.ts';

/** An uplift report, which its id says all about. */
export interface UpliftReportModel {
  readonly id: string;
  /** Content's; there where a field requires it. */
  readonly readership?: Readership[] | null;
}

/** A row of an uplift report. */
export type UpliftRowModel = UpliftRow;

/** How the community searched; what commerce adds is read when it is asked for. */
export interface SearchInsightsModel {
  readonly from: string;
  readonly to: string;
}

export type RepurchaseModel = ToldRepurchase & WithGaps & { readonly freshness: Freshness };

export interface IncrementalityReportModel extends WithGaps {
  readonly rows: (ToldIncrement & { readonly platform: PlatformModel })[];
  readonly freshness: Freshness;
}
