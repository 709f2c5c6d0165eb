import type { Group } from '../plan.ts';

export type Industry =
  | 'BEAUTY'
  | 'SPORTS'
  | 'FOOD'
  | 'MOTHER_BABY'
  | 'PERSONAL_CARE'
  | 'FASHION'
  | 'ELECTRONICS'
  | 'HOME'
  | 'TRAVEL'
  | 'OTHER';

export interface Platform {
  readonly id: string;
  readonly name: string;
  readonly englishName: string;
  readonly category: 'CONTENT' | 'SOCIAL' | 'VIDEO' | 'QUESTIONS' | 'PAYMENT' | 'LOGISTICS' | 'MARKETPLACE' | 'OTHER';
  readonly connectedOn: string | null;
  readonly capabilities: readonly PlatformCapability[];
}

export type PlatformCapability =
  | 'DEEP_LINK'
  | 'IN_APP_CHECKOUT'
  | 'PAYMENT'
  | 'CONVERSION_RETURN'
  | 'ADVERTISING'
  | 'LOGISTICS';

export interface Partnership {
  readonly name: string;
  readonly kind: 'CONTENT_LINKING' | 'PAYMENT' | 'SOCIAL_LINKING' | 'LOGISTICS';
  readonly parties: readonly string[];
  readonly effectiveOn: string;
  readonly summary: string;
}

export interface ReportedFigure {
  readonly subject: string;
  readonly metric: string;
  readonly value: string;
  readonly unit: string;
  readonly comparator: 'EXACTLY' | 'ABOUT' | 'MORE_THAN';
  readonly period: string | null;
  readonly yearOverYear: string | null;
  readonly claim: 'FINANCIAL_REPORT' | 'PLATFORM_STATISTIC' | 'SURVEY' | 'QUOTE' | 'OPINION';
  readonly speaker: string | null;
  readonly source: string;
  readonly publishedOn: string | null;
}

export type PaymentMethod = 'ALIPAY' | 'WECHAT_PAY' | 'BANK_CARD';

export interface LogisticsService {
  readonly provider: 'CAINIAO' | 'JD_LOGISTICS' | 'OTHER';
  readonly legs: readonly ('WAREHOUSING' | 'EXPRESS' | 'FREIGHT')[];
  readonly features: readonly ('DOOR_DELIVERY' | 'ON_DEMAND_PICKUP' | 'DOOR_RETURNS')[];
}

export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly kind: 'TMALL_FLAGSHIP' | 'TMALL' | 'TAOBAO' | 'NATIVE';
  readonly brandName: string | null;
  readonly industry: Industry;
  readonly platformId: string;
  readonly paymentMethods: readonly PaymentMethod[];
  readonly logistics: readonly LogisticsService[];
  /** Whether its platform returns what happens after the click. */
  readonly reports: boolean;
}

export interface Product {
  readonly id: string;
  /** Place of its shop in the catalog. */
  readonly shop: number;
  readonly platformId: string;
  readonly platformProductId: string;
  readonly title: string;
  /** What it is, without brand. */
  readonly noun: string;
  readonly brandName: string;
  readonly imageUrl: string;
  readonly industry: Industry;
  /** In 分. */
  readonly price: number;
  readonly compareAtPrice: number | null;
  readonly availableForSale: boolean;
  readonly salesTrack: 'MARKETPLACE' | 'NATIVE';
}

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly kind: 'PERSON' | 'CREATOR' | 'BRAND';
  readonly avatarUrl: string;
  readonly followerCount: number;
}

/** LASTING: read in both periods and recently. NEXT: from Y1 on. NEW: recently only. APART: in none of these; for traps. */
export type Cohort = 'LASTING' | 'NEXT' | 'NEW' | 'APART';

export interface Note {
  readonly id: string;
  readonly index: number;
  readonly author: number;
  readonly industry: Industry;
  readonly group: Group;
  readonly cohort: Cohort;
  readonly kind: 'IMAGES' | 'VIDEO';
  readonly publishedAt: number;
  /** Places of its links in the catalog, in order of position. */
  readonly links: readonly number[];
  readonly sponsorship: { readonly kind: 'COLLABORATION' | 'ADVERTISEMENT'; readonly brandName: string } | null;
}

export interface Link {
  readonly id: string;
  readonly note: number;
  readonly product: number;
  readonly placement: 'BELOW_NOTE' | 'IMAGE_TAG' | 'COMMENT';
  readonly position: number;
  readonly status: 'PENDING_REVIEW' | 'ACTIVE' | 'PAUSED' | 'REMOVED';
  readonly label: string | null;
  readonly attachedAt: number;
}
