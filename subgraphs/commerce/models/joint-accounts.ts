import type { DayRange } from '../../kit/calendar.ts';
import type { JointGrant } from '../accounts/joint-account.ts';
import type { ShopModel } from './catalogue.ts';

/** A shop's joint account. */
export interface JointAccountModel {
  readonly shop: ShopModel;
  /** Not empty. */
  readonly grants: readonly JointGrant[];
}

/** What a party granted, and the account's shop. */
export interface JointAccountGrantModel extends JointGrant {
  readonly shop: ShopModel;
}

export interface DataGapModel {
  readonly platformId: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly reason: string;
  readonly declaredBy: string | null;
}

/** What a report's figures are computed from, as far as it matters to gaps. */
export interface GapsOf {
  /** Null: of all times. */
  readonly periods: readonly DayRange[] | null;
  /** Null: events of any platform. */
  readonly platformIds: readonly string[] | null;
}

/** What tells of the gaps in the events that it is computed from. */
export interface WithGaps {
  readonly gapsOf: GapsOf;
}
