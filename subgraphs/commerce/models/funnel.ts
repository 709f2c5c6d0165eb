import type { Connection } from '../../kit/connection.ts';
import type { Freshness } from '../../kit/freshness.ts';
import type { Money } from '../../kit/money.ts';
import type { AgeCohort } from '../../kit/people/age-cohorts.ts';
import type { AttributionModel } from '../conversions/attribution/models.ts';
import type { AttributionWindow } from '../conversions/attribution/windows.ts';
import type { FunnelStep } from '../funnel/measures.ts';
import type { Industry } from '../store/catalogue/catalogue-tables.ts';
import type { WithGaps } from './joint-accounts.ts';

/** A step of a funnel, as it is told. */
export interface FunnelStepModel {
  readonly stage: FunnelStep;
  readonly events: number | null;
  readonly people: number | null;
  readonly rateFromPrevious: string | null;
  readonly sales: Money | null;
  readonly withheld: 'TOO_FEW_PEOPLE' | 'PERIOD_OPEN' | 'EXPIRED' | 'NOT_REPORTED' | null;
}

export interface FunnelModel {
  readonly steps: FunnelStepModel[];
}

/** A row of a funnel: null is what it is not grouped by. */
export interface FunnelRowModel {
  readonly noteId: string | null;
  readonly productId: string | null;
  readonly authorId: string | null;
  readonly industry: Industry | null;
  readonly platformId: string | null;
  readonly campaignId: string | null;
  readonly ageCohort: AgeCohort | null;
  readonly day: string | null;
  readonly funnel: FunnelModel;
}

export interface FunnelReportModel extends WithGaps {
  readonly window: AttributionWindow;
  readonly model: AttributionModel;
  readonly rows: FunnelRowModel[];
  readonly totals: FunnelModel;
  readonly withheldRows: number;
  readonly pageInfo: Connection<unknown>['pageInfo'];
  readonly freshness: Freshness;
}

export interface AudienceModel extends WithGaps {
  readonly cohorts: {
    readonly ageCohort: AgeCohort;
    readonly people: number | null;
    readonly share: string | null;
    readonly withheld: FunnelStepModel['withheld'];
  }[];
  readonly freshness: Freshness;
}
