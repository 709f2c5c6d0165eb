import type { Freshness } from '../../kit/freshness.ts';
import type { Money } from '../../kit/money.ts';
import type { Stage } from '../conversions/stages.ts';
import type { ConversionState } from '../store/feed/feed-tables.ts';
import type { FiguresQuery } from '../store/figures/figures.ts';

/** Figures of a subject; what they come to is loaded field by field, in one read for all. */
export interface ConversionStatsModel {
  readonly query: Omit<FiguresQuery, 'kind'> & { readonly kind: FiguresQuery['kind'] | 'CAMPAIGN' };
  /** The subject's id; of a search, its text's fingerprint. */
  readonly id: string;
}

/** A conversion as the feed tells of it. */
export interface ConversionModel {
  readonly id: string;
  readonly eventId: string;
  readonly stage: Stage;
  readonly state: ConversionState;
  readonly version: number;
  readonly sourceId: string | null;
  /** Of the last click within 15 days, as `Lead` has both. */
  readonly linkId: string | null;
  readonly noteId: string | null;
  readonly productId: string | null;
  readonly shopId: string | null;
  readonly platformOrderId: string | null;
  readonly platformLineId: string | null;
  readonly quantity: number | null;
  readonly value: Money | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly changedAt: Date;
}

/** How complete figures are. */
export type FreshnessModel = Freshness;
