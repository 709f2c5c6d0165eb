import type { Generated, GeneratedAlways, JSONColumnType, Kysely } from 'kysely';
import type { ClickDaysTable, OutcomeDaysTable } from './figure-tables.ts';
import type { IdempotencyKeysTable, SealedDaysTable } from './recording-tables.ts';

/** Commerce's tables, as the migrations make them. Ids are compared by their bytes; instants keep milliseconds; money is in 分. */
export interface CommerceTables {
  platforms: PlatformsTable;
  partnerships: PartnershipsTable;
  reported_figures: ReportedFiguresTable;
  shops: ShopsTable;
  products: ProductsTable;
  product_search: { product_id: string; vector: string };
  link_targets: LinkTargetsTable;
  tap_keys: TapKeysTable;
  idempotency_keys: IdempotencyKeysTable;
  sealed_days: SealedDaysTable;
  lock_stripes: { id: number };
  event_identities: { conversion: string; content_hash: Uint8Array };
  events: EventsTable;
  clicks: ClicksTable;
  outcomes: OutcomesTable;
  reads: ReadsTable;
  searches: SearchesTable;
  orders: OrdersTable;
  order_facts: OrderFactsTable;
  refunds: RefundsTable;
  click_days: ClickDaysTable;
  outcome_days: OutcomeDaysTable;
  search_people: { fingerprint: string; person: Uint8Array };
  search_shops: { fingerprint: string; shop_id: string };
  product_units: { product_id: string; stripe: number; units: number };
  feed: FeedTable;
  feed_groups: FeedGroupsTable;
  conversions: ConversionsTable;
}

/** What the store's functions run on: the pool, or a transaction of it. */
export type CommerceDb = Kysely<CommerceTables>;

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
export type LinkStatus = 'PENDING_REVIEW' | 'ACTIVE' | 'PAUSED' | 'REMOVED';
export type OrderStatus = 'PLACED' | 'PAID' | 'RECEIVED' | 'REFUNDED';
export type ConsentState = 'GRANTED' | 'DENIED' | 'UNKNOWN';

export interface LogisticsService {
  readonly provider: LogisticsProvider;
  readonly legs: readonly ('WAREHOUSING' | 'EXPRESS' | 'FREIGHT')[];
  readonly features: readonly ('DOOR_DELIVERY' | 'ON_DEMAND_PICKUP' | 'DOOR_RETURNS')[];
}

export interface PlatformsTable {
  id: string;
  name: string;
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

export interface PartnershipsTable {
  name: string;
  kind: PartnershipKind;
  /** Platforms' ids. */
  parties: string[];
  effective_on: string;
  summary: string;
}

interface ReportedFiguresTable {
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

interface ShopsTable {
  id: string;
  platform_id: string;
  name: string;
  kind: ShopKind;
  brand_name: string | null;
  industry: Industry;
  payment_methods: PaymentMethod[];
  logistics: JSONColumnType<LogisticsService[]>;
}

interface ProductsTable {
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

interface LinkTargetsTable {
  link_id: string;
  note_id: string;
  product_id: string;
  author_id: string;
  status: LinkStatus;
  /** Where content's feed last told of it; 0 for what was loaded beside the feed. */
  feed_position: number;
  /** Names the link in a jump URL; made here, of 128 random bits. */
  jump_code: string;
}

interface TapKeysTable {
  /** SHA-256 of the idempotency key. */
  key_hash: Uint8Array;
  link_id: string;
  client: string;
  search_id: string | null;
  click_id: string;
  tapped_at: Date;
}

/** An accepted event. `shop_id`, `product_id`, `note_id` are what its ids led to when it was accepted. */
interface EventsTable {
  sequence: GeneratedAlways<number>;
  /** 128 bits that stand for (platform, stage, event id), as a UUID. */
  conversion: string;
  /** The platform that issued it. */
  platform_id: string;
  stage: string;
  event_id: string;
  occurred_at: Date;
  received_at: Date;
  consent: ConsentState;
  /** 32 bytes; null where nobody is known or consent is denied. */
  person: Uint8Array | null;
  click_id: string | null;
  source_id: string | null;
  link_id: string | null;
  note_id: string | null;
  search_id: string | null;
  shop_id: string | null;
  product_id: string | null;
  order_id: string | null;
  /** The platform on which the order was placed, and its id there. */
  order_platform_id: string | null;
  platform_order_id: string | null;
  line_id: string | null;
  quantity: number | null;
  amount_fen: number | null;
  payment_method: PaymentMethod | null;
  logistics_provider: LogisticsProvider | null;
  refund_of_event_id: string | null;
  /** The conversion that it corrects, or takes back, and its event's id; null for an event of its own. */
  corrects: string | null;
  corrects_event_id: string | null;
  retract: Generated<boolean>;
  /** When the transaction that recorded it did so; it stands in the table of that day. */
  recorded_at: Date;
  /** Of a READ: the shops into which the note had a link that was not REMOVED. */
  read_shops: string[] | null;
}

/** A fact holds from its recording on, until a correction or a retraction takes it back. */
interface LifeColumns {
  recorded_at: Date;
  /** Null while it holds. */
  retired_at: Date | null;
}

interface ClicksTable extends LifeColumns {
  conversion: string;
  platform_id: string;
  event_id: string;
  /** The id by which later events name it. */
  click_id: string | null;
  person: Uint8Array | null;
  shop_id: string;
  link_id: string;
  note_id: string;
  product_id: string;
  /** Of the text that was searched before, if any. */
  fingerprint: string | null;
  occurred_at: Date;
}

/** A read by a known person of a note that led into a shop. */
interface ReadsTable extends LifeColumns {
  conversion: string;
  platform_id: string;
  event_id: string;
  person: Uint8Array;
  note_id: string;
  /** One of those into which the note had a link that was not REMOVED when the read was accepted. */
  shop_id: string;
  occurred_at: Date;
}

/** A search by a known person. */
interface SearchesTable extends LifeColumns {
  conversion: string;
  person: Uint8Array;
  occurred_at: Date;
}

/** A visit or a cart, with the newest click within 30 days before it. */
interface OutcomesTable extends LifeColumns {
  conversion: string;
  stage: 'SHOP_VISIT' | 'ADD_TO_CART';
  shop_id: string;
  person: Uint8Array | null;
  click_id: string | null;
  occurred_at: Date;
  credited_click: string | null;
}

/** An order: what its facts and refunds come to. `person`, `counted_…` and `credited_click` leave out events without consent. */
interface OrdersTable {
  id: string;
  platform_id: string;
  platform_order_id: string;
  shop_id: string;
  /** Null until more than a refund is known of it. */
  status: OrderStatus | null;
  placed_at: Date | null;
  paid_at: Date | null;
  received_at: Date | null;
  total_fen: number;
  payment_method: PaymentMethod | null;
  logistics_provider: LogisticsProvider | null;
  person: Uint8Array | null;
  /** The earliest payment. */
  counted_at: Date | null;
  counted_fen: number;
  credited_click: string | null;
}

/** What one event said of one line of an order. */
interface OrderFactsTable extends LifeColumns {
  order_id: string;
  line_id: string;
  stage: 'ORDER_PLACED' | 'ORDER_PAID' | 'ORDER_RECEIVED';
  conversion: string;
  product_id: string | null;
  quantity: number;
  amount_fen: number;
  payment_method: PaymentMethod | null;
  logistics_provider: LogisticsProvider | null;
  person: Uint8Array | null;
  click_id: string | null;
  /** Whether it may be in figures: consent was not denied. */
  counted: boolean;
  occurred_at: Date;
}

interface RefundsTable extends LifeColumns {
  order_id: string;
  conversion: string;
  line_id: string;
  amount_fen: number;
  counted: boolean;
  occurred_at: Date;
}

/** The feed as a whole, in one row. */
interface FeedTable {
  alone: Generated<boolean>;
  /** Names the feed's history; a new one makes every cursor of the old one invalid. */
  epoch: string;
  /** Of the group numbered last; 0 before the first. */
  last_number: number;
  /** The latest `recorded_at` of all numbered groups. */
  reached: Date | null;
}

/** One transaction's share of the feed. */
interface FeedGroupsTable {
  id: GeneratedAlways<number>;
  recorded_at: Date;
  /** How many conversions it told of at first; some may have moved on since. */
  size: number;
  /** Its place, from 1 on without gaps, in the order of commits; null until somebody numbered it. */
  number: number | null;
  /** Random, drawn when it was numbered: tells this history from another in which the number is another group's. */
  mark: number | null;
  /** The latest `recorded_at` of all groups up to this one. */
  reached: Date | null;
}

export type ConversionState = 'REPORTED' | 'RESTATED' | 'RETRACTED';

/** A conversion as the feed tells of it, at the place where it changed last. */
interface ConversionsTable {
  conversion: string;
  group_id: number;
  /** Its place within the group, from 1. */
  ordinal: number;
  version: number;
  state: ConversionState;
  event_id: string;
  stage: string;
  source_id: string | null;
  /** Of the last click within 15 days. */
  link_id: string | null;
  note_id: string | null;
  product_id: string | null;
  shop_id: string | null;
  platform_order_id: string | null;
  line_id: string | null;
  quantity: number | null;
  value_fen: number | null;
  occurred_at: Date;
  received_at: Date;
}
