import type { DayRange } from '../kit/calendar.ts';
import type { Connection } from '../kit/connection.ts';
import type { Freshness } from '../kit/freshness.ts';
import type { Money } from '../kit/money.ts';
import type { AgeCohort } from '../kit/people/age-cohorts.ts';
import type { JointGrant, JointParty } from './accounts/joint-account.ts';
import type { ProposedBoost } from './campaigns/propose-boosts.ts';
import type { AttributionModel } from './conversions/attribution/models.ts';
import type { AttributionWindow } from './conversions/attribution/windows.ts';
import type { Stage } from './conversions/stages.ts';
import type { FunnelStep } from './funnel/measures.ts';
import type { CommissionStatus, Payee } from './ledger/commission.ts';
import type { ToldRepurchase } from './reports/repurchase.ts';
import type { ToldIncrement } from './reports/tell-increment.ts';
import type { UpliftRow } from './reports/uplift-row.ts';
import type { Readership } from './reports/year-over-year.ts';
import type { CampaignStatus } from './store/campaigns/campaign-tables.ts';
import type {
  Industry,
  LogisticsProvider,
  LogisticsService,
  PaymentMethod,
  PlatformCapability,
  PlatformCategory,
  SalesTrack,
  ShopKind,
} from './store/catalogue/catalogue-tables.ts';
import type { ConversionState } from './store/feed/feed-tables.ts';
import type { FiguresQuery } from './store/figures/figures.ts';
import type { OrderStatus } from './store/orders/order-tables.ts';

import type { Related } from './store/recommendations/related.ts';

// The parent objects of resolvers: what a type's own row holds. Everything else is loaded.

export interface PlatformModel {
  readonly id: string;
  readonly name: string;
  readonly category: PlatformCategory;
  readonly connectedOn: string | null;
  readonly capabilities: readonly PlatformCapability[];
}

export interface ShopModel {
  readonly id: string;
  readonly platformId: string;
  readonly name: string;
  readonly kind: ShopKind;
  readonly brandName: string | null;
  readonly industry: Industry;
  readonly paymentMethods: readonly PaymentMethod[];
  readonly logistics: readonly LogisticsService[];
}

export interface ProductModel {
  readonly id: string;
  readonly platformId: string;
  readonly platformProductId: string;
  readonly shopId: string;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly industry: Industry;
  readonly price: Money;
  readonly compareAtPrice: Money | null;
  readonly availableForSale: boolean;
  readonly salesTrack: SalesTrack;
}

export interface OrderModel {
  readonly id: string;
  readonly platformOrderId: string;
  readonly shopId: string;
  readonly status: OrderStatus;
  readonly paymentMethod: PaymentMethod | null;
  readonly placedAt: Date;
  readonly paidAt: Date | null;
  readonly receivedAt: Date | null;
  readonly total: Money;
  readonly logisticsProvider: LogisticsProvider | null;
}

export interface OrderLineModel {
  readonly id: string;
  readonly orderId: string;
  readonly productId: string | null;
  readonly quantity: number;
  readonly paid: Money;
  readonly refunded: Money;
}

export interface RefundModel {
  readonly id: string;
  readonly orderId: string;
  readonly amount: Money;
  readonly refundedAt: Date;
}

export interface PartnershipModel {
  readonly name: string;
  readonly kind: 'CONTENT_LINKING' | 'PAYMENT' | 'SOCIAL_LINKING' | 'LOGISTICS';
  /** Ids of platforms. */
  readonly parties: readonly string[];
  readonly effectiveOn: string;
  readonly summary: string;
}

export interface SearchModel {
  readonly id: string;
  /** Content's; there where a field requires it. */
  readonly text?: string;
}

export interface NoteModel {
  readonly id: string;
  /** Content's; there where a field requires it. */
  readonly readCount?: number;
}

/** An item of a connected platform. */
export interface SourceModel {
  readonly id: string;
}

export interface ProductLinkModel {
  readonly id: string;
}

/** Figures of a subject; what they come to is loaded field by field, in one read for all. */
export interface ConversionStatsModel {
  readonly query: Omit<FiguresQuery, 'kind'> & { readonly kind: FiguresQuery['kind'] | 'CAMPAIGN' };
  /** The subject's id; of a search, its text's fingerprint. */
  readonly id: string;
}

/** A campaign; money in 分. */
export interface CampaignModel {
  readonly id: string;
  readonly shopId: string;
  /** The marketplace on which its shop is. */
  readonly platformId: string;
  readonly name: string;
  readonly status: CampaignStatus;
  readonly merchantBudget: number;
  readonly marketplaceBudget: number;
  readonly merchantSpent: number;
  readonly marketplaceSpent: number;
  readonly contentSpent: number;
  /** Days are YYYY-MM-DD in Asia/Shanghai. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** From when both sides pay for it; null where they don't. */
  readonly jointFrom: string | null;
}

/** A boost; money in 分. */
export interface BoostModel {
  readonly id: string;
  readonly campaignId: string;
  readonly noteId: string;
  readonly fundedBy: JointParty;
  readonly budget: number;
  readonly spent: number;
  readonly impressions: number;
  readonly addedAt: Date;
}

/** A note that is proposed to be boosted. */
export type BoostProposalModel = ProposedBoost;

/** A note that goes with another. */
export type RelatedNoteModel = Related;

/** A product that goes with another. */
export type RelatedProductModel = Related;

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

export interface AuthorModel {
  readonly id: string;
}

/** What one payee has of an order. */
export interface CommissionModel {
  readonly id: string;
  readonly orderId: string;
  readonly shopId: string;
  readonly linkId: string;
  readonly noteId: string;
  readonly payee: Payee;
  readonly authorId: string;
  readonly rate: string;
  readonly base: Money;
  readonly amount: Money;
  readonly paid: Money;
  readonly status: CommissionStatus;
  readonly heldUntil: Date | null;
}

/** An amount in the ledger of commissions. */
export interface CommissionEntryModel {
  readonly id: string;
  readonly kind: 'ACCRUAL' | 'ADJUSTMENT' | 'CLAWBACK' | 'PAYOUT';
  readonly amount: Money;
  readonly postedAt: Date;
}

/** An order's journey, by one model within one window. */
export interface JourneyModel {
  readonly daysToOrder: string | null;
  readonly touches: readonly TouchModel[];
  readonly withheld: 'NO_CONSENT' | 'NOT_REPORTED' | null;
}

/** A touch with its credit. */
export interface TouchModel {
  readonly sourceId: string;
  /** Null where the source is no note. */
  readonly noteId: string | null;
  /** Null for a read, and where there is no product link. */
  readonly linkId: string | null;
  readonly stage: 'LINK_CLICK' | 'READ';
  readonly occurredAt: Date;
  readonly credit: string;
}

/** Where a link leads, for a client. */
export interface LinkDestinationModel {
  readonly jumpUrl: string;
  readonly platformId: string;
  readonly opensInPlace: boolean;
}

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

/** How complete figures are. */
export type FreshnessModel = Freshness;

/** An uplift report, which its id says all about. */
export interface UpliftReportModel {
  readonly id: string;
  /** Content's; there where a field requires it. */
  readonly readership?: Readership[] | null;
}

/** How the community searched; what commerce adds is read when it is asked for. */
export interface SearchInsightsModel {
  readonly from: string;
  readonly to: string;
}

/** A row of an uplift report. */
export type UpliftRowModel = UpliftRow;
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

/** What a report's figures are computed from, as far as it matters to gaps. */
export interface GapsOf {
  /** Null: of all times. */
  readonly periods: readonly DayRange[] | null;
  /** Null: events of any platform. */
  readonly platformIds: readonly string[] | null;
}

/** What tells of the gaps in the events that it is computed from. */
interface WithGaps {
  readonly gapsOf: GapsOf;
}

export type RepurchaseModel = ToldRepurchase & WithGaps & { readonly freshness: Freshness };

export interface IncrementalityReportModel extends WithGaps {
  readonly rows: (ToldIncrement & { readonly platform: PlatformModel })[];
  readonly freshness: Freshness;
}

/** What commissions come to. */
export interface CommissionTotalsModel extends WithGaps {
  readonly estimated: Money;
  readonly held: Money;
  readonly payable: Money;
  readonly paid: Money;
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
