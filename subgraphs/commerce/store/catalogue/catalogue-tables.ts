import type { GeneratedAlways, JSONColumnType } from 'kysely';

export const industries = [
  'BEAUTY',
  'SPORTS',
  'FOOD',
  'MOTHER_BABY',
  'PERSONAL_CARE',
  'FASHION',
  'ELECTRONICS',
  'HOME',
  'TRAVEL',
  'OTHER',
] as const;
export type Industry = (typeof industries)[number];

export type PlatformCategory =
  | 'CONTENT'
  | 'SOCIAL'
  | 'VIDEO'
  | 'QUESTIONS'
  | 'PAYMENT'
  | 'LOGISTICS'
  | 'MARKETPLACE'
  | 'OTHER';

export type PlatformCapability =
  | 'DEEP_LINK'
  | 'IN_APP_CHECKOUT'
  | 'PAYMENT'
  | 'CONVERSION_RETURN'
  | 'ADVERTISING'
  | 'LOGISTICS';

export type PartnershipKind = 'CONTENT_LINKING' | 'PAYMENT' | 'SOCIAL_LINKING' | 'LOGISTICS';
export type ShopKind = 'TMALL_FLAGSHIP' | 'TMALL' | 'TAOBAO' | 'NATIVE';
export type SalesTrack = 'MARKETPLACE' | 'NATIVE';
export type PaymentMethod = 'ALIPAY' | 'WECHAT_PAY' | 'BANK_CARD';
export type LogisticsProvider = 'CAINIAO' | 'JD_LOGISTICS' | 'OTHER';

export interface LogisticsService {
  readonly provider: LogisticsProvider;
  readonly legs: readonly ('WAREHOUSING' | 'EXPRESS' | 'FREIGHT')[];
  readonly features: readonly ('DOOR_DELIVERY' | 'ON_DEMAND_PICKUP' | 'DOOR_RETURNS')[];
}

/** Companies and their apps, by the ids that the graph names them by. */
export interface PlatformsTable {
  id: string;
  name: string;
  /** Null where it has none of its own. */
  english_name: string | null;
  category: PlatformCategory;
  /** YYYY-MM-DD */
  connected_on: string | null;
  capabilities: PlatformCapability[];
  /**
   * How a product opens in the platform's app and on its site, with `{product}` for the platform's own id of it and `{click}` for the
   * click's: `taobao://item.taobao.com/item.htm?id={product}&click={click}`. Null where there is none.
   */
  app_link: string | null;
  web_link: string | null;
}

/** Agreements between platforms. */
export interface PartnershipsTable {
  name: string;
  kind: PartnershipKind;
  /** Platforms' ids. */
  parties: string[];
  effective_on: string;
  summary: string;
}

/** Figures that somebody published. */
export interface ReportedFiguresTable {
  /** Place in the list. */
  position: GeneratedAlways<number>;
  subject: string;
  metric: string;
  /** An exact decimal. */
  value: string;
  unit: string;
  comparator: 'EXACTLY' | 'ABOUT' | 'MORE_THAN';
  period: string | null;
  year_over_year: string | null;
  claim: 'FINANCIAL_REPORT' | 'PLATFORM_STATISTIC' | 'SURVEY' | 'QUOTE' | 'OPINION';
  speaker: string | null;
  source: string;
  published_on: string | null;
}

/** Shops, each on the platform that it sells on. */
export interface ShopsTable {
  id: string;
  platform_id: string;
  name: string;
  kind: ShopKind;
  brand_name: string | null;
  industry: Industry;
  payment_methods: PaymentMethod[];
  logistics: JSONColumnType<LogisticsService[]>;
}

/** Products, each of one shop. */
export interface ProductsTable {
  id: string;
  platform_id: string;
  platform_product_id: string;
  shop_id: string;
  title: string;
  brand_name: string | null;
  /** What it is, in a word or two: 防晒霜. Null where nobody said. */
  category: string | null;
  image_url: string | null;
  industry: Industry;
  price_fen: number;
  compare_at_fen: number | null;
  available_for_sale: boolean;
  sales_track: SalesTrack;
}
