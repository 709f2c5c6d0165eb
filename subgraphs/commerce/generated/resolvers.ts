// Written by codegen.ts; do not edit.
import type {
  GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLScalarTypeConfig,
} from "graphql";
import type {
  CampaignModel,
  BoostModel,
  BoostProposalModel,
} from "../models/campaigns.ts";
import type {
  PlatformModel,
  PartnershipModel,
  ShopModel,
  ProductModel,
} from "../models/catalogue.ts";
import type {
  CommissionModel,
  CommissionEntryModel,
  CommissionTotalsModel,
} from "../models/commissions.ts";
import type {
  ConversionStatsModel,
  ConversionModel,
  FreshnessModel,
} from "../models/conversion.ts";
import type {
  FunnelStepModel,
  FunnelModel,
  FunnelRowModel,
  FunnelReportModel,
  AudienceModel,
} from "../models/funnel.ts";
import type {
  JointAccountModel,
  JointAccountGrantModel,
  DataGapModel,
} from "../models/joint-accounts.ts";
import type {
  OrderModel,
  OrderLineModel,
  RefundModel,
  JourneyModel,
  TouchModel,
} from "../models/orders.ts";
import type {
  RelatedNoteModel,
  RelatedProductModel,
} from "../models/recommendations.ts";
import type {
  UpliftReportModel,
  UpliftRowModel,
  SearchInsightsModel,
  RepurchaseModel,
  IncrementalityReportModel,
} from "../models/reports.ts";
import type {
  SearchModel,
  NoteModel,
  SourceModel,
  AuthorModel,
  ProductLinkModel,
  LinkDestinationModel,
} from "../models/sources.ts";
import type { Context } from "../context.ts";
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = {
  [K in keyof T]: T[K];
};
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & {
  [SubKey in K]?: Maybe<T[SubKey]>;
};
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & {
  [SubKey in K]: Maybe<T[SubKey]>;
};
export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) =>
  | Promise<import("mercurius-codegen").DeepPartial<TResult>>
  | import("mercurius-codegen").DeepPartial<TResult>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & {
  [P in K]-?: NonNullable<T[P]>;
};
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: string;
  String: string;
  Boolean: boolean;
  Int: number;
  Float: number;
  /** An instant, ISO 8601 in UTC, for example 2025-05-07T04:00:00.000Z. */
  DateTime: string;
  /** A calendar day in Asia/Shanghai, for example 2025-05-07. */
  Date: string;
  URL: string;
  /** A whole number up to 2^53 - 1, always a JSON number. */
  BigInt: number;
  /** An exact decimal as a string, for example "0.2090". Never a float. */
  Decimal: string;
  _FieldSet: any;
};

/** Not seen by clients: named as a part of the directive. */
export type cacheControl__Scope = "PUBLIC" | "PRIVATE";

export type PageInfo = {
  hasNextPage: Scalars["Boolean"];
  hasPreviousPage: Scalars["Boolean"];
  startCursor?: Maybe<Scalars["String"]>;
  endCursor?: Maybe<Scalars["String"]>;
};

export type UserError = {
  field?: Maybe<Array<Scalars["String"]>>;
  code: Scalars["String"];
  message: Scalars["String"];
};

export type DateRange = {
  from: Scalars["Date"];
  to: Scalars["Date"];
};

export type Freshness = {
  asOf: Scalars["DateTime"];
  watermark: Scalars["DateTime"];
  finality: Finality;
};

export type Finality = "LIVE" | "PROVISIONAL" | "FINAL";

export type Industry =
  | "BEAUTY"
  | "SPORTS"
  | "FOOD"
  | "MOTHER_BABY"
  | "PERSONAL_CARE"
  | "FASHION"
  | "ELECTRONICS"
  | "HOME"
  | "TRAVEL"
  | "OTHER";

/**
 * Why a figure is null. NOT_REPORTED: the platform where the person bought does not return it. TOO_FEW_PEOPLE: so few people stand behind it
 * that it would tell about them. NO_CONSENT: the person denied consent. POLICY: it is another's to see: a merchant sees what led into its own shops,
 * an author what the own notes did. PERIOD_OPEN: people are counted when a day, week or month is over for 72 hours.
 * EXPIRED: what was told of these people is deleted, 800 days after it was decided unless the operator set another time.
 */
export type WithheldReason =
  | "NOT_REPORTED"
  | "TOO_FEW_PEOPLE"
  | "NO_CONSENT"
  | "POLICY"
  | "PERIOD_OPEN"
  | "EXPIRED";

/** A second currency needs a rule first for totals over shops that differ in it. */
export type CurrencyCode = "CNY";

export type Money = {
  amount: Scalars["Decimal"];
  currencyCode: CurrencyCode;
};

/** Of an amount: a decimal from 0 to 99999999.99 with at most two places. */
export type MoneyInput = {
  amount: Scalars["Decimal"];
  currencyCode: CurrencyCode;
};

export type Query = {
  /** A product by its id; null where there is none. */
  product?: Maybe<Product>;
  /** By the marketplace's own id. */
  productByPlatformId?: Maybe<Product>;
  /** Every product that the filter lets through, in no meaningful order. */
  products?: Maybe<ProductConnection>;
  /** A shop by its id; null where there is none. */
  shop?: Maybe<Shop>;
  /** An item of a connected platform by its global id, whether anything has that id or not; notes are none. */
  source?: Maybe<Source>;
  /** An order by its id; null where there is none, or where its shop is not the caller's. Needs the scope order:read. */
  order?: Maybe<Order>;
  /**
   * A campaign by its id; null where there is none, or where the caller is none of its parties: the shop's merchant, the marketplace on which
   * the shop is, the content platform. Needs the scope campaign:read.
   */
  campaign?: Maybe<Campaign>;
  /**
   * The feed of conversions for partners: each once, as it stands, in the order in which they last changed. One that changes later (it is
   * corrected or taken back, or another click is credited) comes again behind all others, with a higher version: keep the highest version of each id. Send endCursor
   * as after to go on; a cursor never expires and is never null. A page may have fewer than first conversions, or none, while hasNextPage says
   * that there are more: where the filter lets little through, a page looks only so far. Conversions that a transaction under way adds come
   * later; no cursor passes them. Only conversions of the caller's own shops. Needs the scope conversion:feed.
   */
  conversions?: Maybe<ConversionConnection>;
  /**
   * What seeding moved (小红星): each metric beside its baseline, by industry and for all together, over a day, a week from Monday on or a reporting month;
   * told 72 hours after its end. Of one's own shop with shopId (then the shop-visit rate alone); without it, of the whole market: that is for the two companies alone.
   * With industries, the rows of these alone. Needs the scope uplift:read.
   */
  upliftReport?: Maybe<UpliftReport>;
  /**
   * Commissions (分成), those that were made last first: a merchant's are what its own shops owe, an author's what is owed to it. They are posted about a
   * second after the event that they follow from. Needs the scope commission:read.
   */
  commissions?: Maybe<CommissionConnection>;
  /** The platforms that are connected (互联互通, over two hundred). */
  platforms?: Maybe<PlatformConnection>;
  /** The agreements in force between them, each from its date. */
  partnerships?: Maybe<Array<Partnership>>;
  /** Figures that someone published, with their source, kept apart from what was measured here. */
  reportedFigures?: Maybe<Array<ReportedFigure>>;
};

export type QueryproductArgs = {
  id: Scalars["ID"];
};

export type QueryproductByPlatformIdArgs = {
  platformId: Scalars["ID"];
  platformProductId: Scalars["String"];
};

export type QueryproductsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  filter?: InputMaybe<ProductFilter>;
};

export type QueryshopArgs = {
  id: Scalars["ID"];
};

export type QuerysourceArgs = {
  id: Scalars["ID"];
};

export type QueryorderArgs = {
  id: Scalars["ID"];
};

export type QuerycampaignArgs = {
  id: Scalars["ID"];
};

export type QueryconversionsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  filter?: InputMaybe<ConversionFilter>;
};

export type QueryupliftReportArgs = {
  range: DateRange;
  basis: UpliftBasis;
  industries?: InputMaybe<Array<Industry>>;
  shopId?: InputMaybe<Scalars["ID"]>;
};

export type QuerycommissionsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  status?: InputMaybe<CommissionStatus>;
};

export type QueryplatformsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  category?: InputMaybe<PlatformCategory>;
};

export type QuerypartnershipsArgs = {
  kind?: InputMaybe<PartnershipKind>;
};

export type QueryreportedFiguresArgs = {
  subject?: InputMaybe<Scalars["String"]>;
};

/** A cursor goes on with the stages and shopIds with which it was given. */
export type ConversionFilter = {
  /** LINK_CLICK and later ones; null: all of them. */
  stages?: InputMaybe<Array<FunnelStage>>;
  /** At most 100; null: all. */
  shopIds?: InputMaybe<Array<Scalars["ID"]>>;
  /** Where to begin without a cursor: with all that changed at or after this instant, and perhaps some that changed shortly before. Ignored with a cursor. */
  changedSince?: InputMaybe<Scalars["DateTime"]>;
};

export type ProductFilter = {
  shopId?: InputMaybe<Scalars["ID"]>;
  industry?: InputMaybe<Industry>;
  salesTrack?: InputMaybe<SalesTrack>;
};

export type Note = {
  id: Scalars["ID"];
  readCount: Scalars["BigInt"];
  /**
   * What this note's readers went on to do. Live. The note's author sees that over all the products that it links to. A merchant sees what led into its
   * own shops, added up of the note's links into them: an order that several of them have credit for would count for each, so that counts are withheld
   * (POLICY) where the note has several links into one of its shops, others into other shops, and the model shares credit; under READ_THROUGH all but
   * clicks are, where the note leads into other shops, too. Of others' notes everything is withheld. Needs the scope conversion:read.
   */
  conversion?: Maybe<ConversionStats>;
  /**
   * Lifetime paid orders (LAST_CLICK, 15 days) / readCount, to six decimals; null without reads, and where orders are withheld; a merchant's of the orders in
   * its own shops. Needs the scope conversion:read.
   */
  readToOrderRate?: Maybe<Scalars["Decimal"]>;
  /**
   * Notes that go with this one, the closest first: persons who bought after a click on a link of the one did so on the other, too. Only persons who
   * agreed to PERSONALIZATION and have not withdrawn ATTRIBUTION count, and a note is told only where enough of them stand behind it. Learnt anew
   * at an interval (COMMERCE_RELATED_INTERVAL_MS, an hour by default): who withdrew is in none of it afterwards. At most 20.
   */
  related?: Maybe<Array<RelatedNote>>;
  /** The boosts of this note (流量加投), the newest first; only those of campaigns of which the caller is a party. Needs the scope campaign:read. */
  boosts?: Maybe<BoostConnection>;
};

export type NoteconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

export type NoterelatedArgs = {
  first?: Scalars["Int"];
};

export type NoteboostsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/**
 * An item of a connected platform, such as a video, that led people to products; known by its global id alone. The subgraph that has the item gives a
 * field of this type to it: Clip.source, say. Figures begin with the first event of stage LINK_CLICK, or READ, that names the item as its sourceId.
 */
export type Source = {
  /** The item's own: letters that stand for its type, _ and up to 80 more letters, digits, _ and -, such as clip_1. */
  id: Scalars["ID"];
  /**
   * What people who saw this item went on to do. Live. Its platform sees that over all products that it shows, a merchant what led into its own shops, as
   * Note.conversion has it; of others' items everything is withheld (POLICY). Needs the scope conversion:read.
   */
  conversion?: Maybe<ConversionStats>;
};

/**
 * An item of a connected platform, such as a video, that led people to products; known by its global id alone. The subgraph that has the item gives a
 * field of this type to it: Clip.source, say. Figures begin with the first event of stage LINK_CLICK, or READ, that names the item as its sourceId.
 */
export type SourceconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

export type Author = {
  id: Scalars["ID"];
  /** What sales that the author's notes led to earn it, those that were made last first. Needs the scope commission:read, and the policy own_author: that the author is the caller, or one for whom it acts. */
  commissions?: Maybe<CommissionConnection>;
  /** What all of them come to. Needs the same. */
  commissionTotals?: Maybe<CommissionTotals>;
};

export type AuthorcommissionsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  status?: InputMaybe<CommissionStatus>;
};

export type Search = {
  id: Scalars["ID"];
  text: Scalars["String"];
  products?: Maybe<ProductConnection>;
  /**
   * What everyone who searched for this text did next in a reporting month (by default the newest one that is told); withheld where fewer people did than may be told of (TOO_FEW_PEOPLE), and from a merchant where it
   * led into shops that are not its own (POLICY). It is told once it is FINAL in every window, 33 days after the month's end, and stays as it is (PERIOD_OPEN, RANGE_NO_PERIOD): of what is live, one event more would tell
   * what its person had searched for. Money is the two companies' alone (POLICY): a merchant, who knows each order, could read off whose are in a sum. Needs the scope conversion:read.
   */
  conversion?: Maybe<ConversionStats>;
};

export type SearchproductsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

export type SearchconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

export type ProductLink = {
  id: Scalars["ID"];
  /** Where one tap leads (一键跳转); null unless the link is ACTIVE. Asking counts nothing: opening jumpUrl or productLinkOpen counts the tap. */
  destination?: Maybe<LinkDestination>;
  /**
   * What people did after a tap on this link. Live. Withheld (POLICY) from all but the author of its note and the merchant of its product. Needs the scope
   * conversion:read.
   */
  conversion?: Maybe<ConversionStats>;
  /**
   * What the merchant gives of net sales that this link leads to from now on, author's and content platform's part together: 0.1000 is 10 %. Null where nothing
   * was agreed, and to all but the author of its note and the merchant of its product. Needs the scope commission:read.
   */
  commissionRate?: Maybe<Scalars["Decimal"]>;
};

export type ProductLinkdestinationArgs = {
  client?: ClientApp;
};

export type ProductLinkconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

/** Where a person is when they tap. WEB: a browser. */
export type ClientApp = "CONTENT_APP" | "MARKETPLACE_APP" | "WECHAT" | "WEB";

/** Where a product link leads, for one client. */
export type LinkDestination = {
  /** Records the tap and redirects, for wherever no mutation can be sent: plain links, QR codes, mail. */
  jumpUrl: Scalars["URL"];
  platform: Platform;
  /** True where the person can order and pay without leaving the app they are in. */
  opensInPlace: Scalars["Boolean"];
};

/** What a shop sells on a marketplace (商品). */
export type Product = {
  id: Scalars["ID"];
  /** The marketplace's id, such as platform_taobao. */
  platformId: Scalars["ID"];
  /** The product's id on its marketplace. */
  platformProductId: Scalars["String"];
  title: Scalars["String"];
  imageUrl?: Maybe<Scalars["URL"]>;
  industry: Industry;
  price: Money;
  /** The price before a reduction. */
  compareAtPrice?: Maybe<Money>;
  availableForSale: Scalars["Boolean"];
  shop: Shop;
  salesTrack: SalesTrack;
  /** Units sold, refunded ones included, rounded down to 10, 50, 100, 500, 1,000 and so on; null below 10. Public. */
  soldAtLeast?: Maybe<Scalars["Int"]>;
  /**
   * Products that the same persons paid for, too, the closest first. Only persons who agreed to PERSONALIZATION and have not withdrawn ATTRIBUTION
   * count, and a product is told only where enough of them stand behind it. Learnt anew at an interval, as Note.related. At most 20.
   */
  boughtTogether?: Maybe<Array<RelatedProduct>>;
  /** What people did after a tap on any link to this product. Live. Withheld (POLICY) from all but its merchant. Needs the scope conversion:read. */
  conversion?: Maybe<ConversionStats>;
};

/** What a shop sells on a marketplace (商品). */
export type ProductboughtTogetherArgs = {
  first?: Scalars["Int"];
};

/** What a shop sells on a marketplace (商品). */
export type ProductconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

/**
 * A note that goes with another. The closest are those that share most of their people: people of both / sqrt(people of one × people of the other), of equal
 * ones those with more people.
 */
export type RelatedNote = {
  /** Ask for the id alone: more of it can fail. */
  note: Note;
  /** Why it is told. */
  basis: RecommendationBasis;
  /** How many people that is at least: rounded down to 1, 2 or 5 times a power of ten. */
  peopleAtLeast: Scalars["Int"];
};

/** A product that goes with another; the closest as of RelatedNote. */
export type RelatedProduct = {
  product: Product;
  /** Why it is told. */
  basis: RecommendationBasis;
  /** How many people that is at least: rounded down to 1, 2 or 5 times a power of ten. */
  peopleAtLeast: Scalars["Int"];
};

/**
 * BOUGHT_BOTH: the same persons paid for both products. BOUGHT_AFTER_BOTH: the same persons paid for something after a click on a link of each of the notes,
 * which was their last click in the 30 days before.
 */
export type RecommendationBasis = "BOUGHT_BOTH" | "BOUGHT_AFTER_BOTH";

/** 双轨制. MARKETPLACE: standard goods, sold on the partner's marketplace. NATIVE: lifestyle goods, sold in the content platform's own store. */
export type SalesTrack = "MARKETPLACE" | "NATIVE";

export type ProductConnection = {
  edges: Array<ProductEdge>;
  nodes: Array<Product>;
  pageInfo: PageInfo;
};

export type ProductEdge = {
  cursor: Scalars["String"];
  node: Product;
};

/** A merchant's shop on one platform (店铺). */
export type Shop = {
  id: Scalars["ID"];
  name: Scalars["String"];
  kind: ShopKind;
  brandName?: Maybe<Scalars["String"]>;
  industry: Industry;
  platform: Platform;
  paymentMethods: Array<PaymentMethod>;
  logistics: Array<LogisticsService>;
  products: ProductConnection;
  /** Needs the scope order:read, and that the shop is the caller's (own_shop) or that its ACTIVE joint account lets the caller in (joint_shop). */
  orders?: Maybe<OrderConnection>;
  /** What the shop owes of sales that notes led to, those that were made last first. Needs the scope commission:read, and the policy own_shop. */
  commissions?: Maybe<CommissionConnection>;
  /** What all of them come to. Needs the same. */
  commissionTotals?: Maybe<CommissionTotals>;
  /**
   * 三方账号: the account by which merchant, content platform and marketplace open the shop's figures to partners; null where no party ever granted. Needs the scope
   * shop:read, and that the shop is the caller's, that its ACTIVE account lets the caller in (joint_shop), or that the caller speaks for one of its two platforms.
   */
  jointAccount?: Maybe<JointAccount>;
  /** Over the shop's products. Live. Needs the scope conversion:read, and that the shop is the caller's (own_shop) or that its ACTIVE joint account lets the caller in (joint_shop). */
  conversion?: Maybe<ConversionStats>;
  /** Who bought in a day, a week from Monday on or a reporting month, and who of them bought again; told 72 hours after its end. Needs the scope shop:read, and the policy own_shop: that the shop is the caller's. */
  repurchase?: Maybe<Repurchase>;
  /** What seeding added in such a period beyond what would have sold anyway (种草是上游); told 72 hours after its end. Needs the scope shop:read, and the policy own_shop: that the shop is the caller's. */
  incrementality?: Maybe<IncrementalityReport>;
  /**
   * The shop's campaigns (联投), those that begin last first. For its merchant, the marketplace on which it is, and the content platform. Needs
   * the scope campaign:read, and the policy own_shop or own_platform.
   */
  campaigns?: Maybe<CampaignConnection>;
  /**
   * The notes that performed in the newest week that has closed, proposed to be boosted (流量加投, 反哺); found out once for each week. Needs the
   * scope campaign:read, and the policy own_shop. At most 20.
   */
  boostProposals?: Maybe<BoostProposals>;
  /**
   * The way into the shop step by step (全链路), by how many people took it, over a day, a week from Monday on or a reporting month, which begins on the 8th
   * unless the operator set another day; any other range is refused with RANGE_NO_PERIOD, which names the periods next to it. Grouped by two
   * dimensions at most; first is at most 500. What is told of people is decided when the period has closed, 72 hours after its end, and never
   * changes until it is deleted for everyone alike (EXPIRED), the days of a period first. Needs the scope shop:read, and the policy own_shop: that the shop is the caller's.
   */
  funnel?: Maybe<FunnelReport>;
  /**
   * The people whom a tap on a note's link led to the shop within the range, by age: those of SHOP_VISIT in the funnel by AGE_COHORT, LAST_CLICK,
   * DAYS_15. Ranges as for funnel. Needs the scope shop:read, and the policy own_shop: that the shop is the caller's.
   */
  audience?: Maybe<Audience>;
};

/** A merchant's shop on one platform (店铺). */
export type ShopproductsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/** A merchant's shop on one platform (店铺). */
export type ShopordersArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  status?: InputMaybe<OrderStatus>;
};

/** A merchant's shop on one platform (店铺). */
export type ShopcommissionsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  status?: InputMaybe<CommissionStatus>;
};

/** A merchant's shop on one platform (店铺). */
export type ShopconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

/** A merchant's shop on one platform (店铺). */
export type ShoprepurchaseArgs = {
  range: DateRange;
};

/** A merchant's shop on one platform (店铺). */
export type ShopincrementalityArgs = {
  range: DateRange;
};

/** A merchant's shop on one platform (店铺). */
export type ShopcampaignsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/** A merchant's shop on one platform (店铺). */
export type ShopboostProposalsArgs = {
  first?: Scalars["Int"];
};

/** A merchant's shop on one platform (店铺). */
export type ShopfunnelArgs = {
  range: DateRange;
  groupBy?: Array<FunnelDimension>;
  window?: AttributionWindow;
  model?: AttributionModel;
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/** A merchant's shop on one platform (店铺). */
export type ShopaudienceArgs = {
  range: DateRange;
};

/**
 * By what the rows of a funnel are grouped. NOTE, AUTHOR: what led there, and whose it is. PRODUCT, INDUSTRY: what its link led to; a read led to every
 * product of the shop that its note linked to. DAY: of the step, in Asia/Shanghai. PLATFORM: in whose name the read or the tap was told.
 * CAMPAIGN: that boosted the note on the day of the read or the tap. AGE_COHORT: of the person.
 */
export type FunnelDimension =
  | "NOTE"
  | "PRODUCT"
  | "AUTHOR"
  | "DAY"
  | "INDUSTRY"
  | "PLATFORM"
  | "CAMPAIGN"
  | "AGE_COHORT";

/** A shop's funnel (全链路). */
export type FunnelReport = {
  window: AttributionWindow;
  model: AttributionModel;
  /** By day where grouped by it, and those with most people first. Empty without groupBy. */
  rows: Array<FunnelRow>;
  /** Of the whole shop, also of what no row tells. */
  totals: Funnel;
  /** Rows left out because too few people stand behind them, or because they would tell of a row that is left out. Grouped by AGE_COHORT, every age counts wherever anybody is known: of how many ages a few people are is theirs. */
  withheldRows: Scalars["Int"];
  pageInfo: PageInfo;
  /** Times within the period for which events of content’s platform or of the shop’s are missing, as ConversionStats.dataGaps has them. */
  dataGaps: Array<DataGap>;
  /** A period that has closed is FINAL, as of when it closed. */
  freshness: Freshness;
};

/** One group; what it is not grouped by is null. Of a note ask for the id alone where more may fail. */
export type FunnelRow = {
  note?: Maybe<Note>;
  product?: Maybe<Product>;
  author?: Maybe<Author>;
  day?: Maybe<Scalars["Date"]>;
  industry?: Maybe<Industry>;
  platform?: Maybe<Platform>;
  campaign?: Maybe<Campaign>;
  ageCohort?: Maybe<AgeCohort>;
  funnel: Funnel;
};

export type Funnel = {
  /**
   * READ, LINK_CLICK (not under READ_THROUGH: who tapped did not just read), SHOP_VISIT, ADD_TO_CART, ORDER_PAID, and REPURCHASE: paid orders of who had bought
   * in the shop before. From SHOP_VISIT on only what the model credits to a touch within the window; of a group, what it credits to the group.
   */
  steps: Array<FunnelStep>;
};

/** One step of a funnel. A figure is null where it is withheld, and withheld says why; never zero in place of null. */
export type FunnelStep = {
  stage: FunnelStage;
  /**
   * As known when the period closed; READ counts those by known people. The seller's, and told whoever stands behind it; null where grouped by AGE_COHORT,
   * where it would tell of people.
   */
  events?: Maybe<Scalars["BigInt"]>;
  /**
   * Distinct people who did not deny consent, and of whom a platform told in its own name: nobody invents them. Rounded to 10; exact before that below
   * 100,000, and above estimated by HyperLogLog with a standard error of 0.8 %.
   */
  people?: Maybe<Scalars["BigInt"]>;
  /** people / people of the step before. */
  rateFromPrevious?: Maybe<Scalars["Decimal"]>;
  /** What was paid, refunds not taken off, weighted by credit; null for steps without money. */
  sales?: Maybe<Money>;
  withheld?: Maybe<WithheldReason>;
};

/** 80后, 90后, 00后: by decade of birth, as the content platform knows it. */
export type AgeCohort =
  | "BORN_BEFORE_1980"
  | "BORN_1980S"
  | "BORN_1990S"
  | "BORN_SINCE_2000"
  | "UNKNOWN";

/** Who was led to a shop. */
export type Audience = {
  /** All five. */
  cohorts: Array<AudienceCohort>;
  /** Times within the period for which events of content’s platform or of the shop’s are missing, as ConversionStats.dataGaps has them. */
  dataGaps: Array<DataGap>;
  freshness: Freshness;
};

export type AudienceCohort = {
  ageCohort: AgeCohort;
  people?: Maybe<Scalars["BigInt"]>;
  /** people / people of all cohorts together. */
  share?: Maybe<Scalars["Decimal"]>;
  withheld?: Maybe<WithheldReason>;
};

export type SearchInsights = {
  from: Scalars["Date"];
  to: Scalars["Date"];
  /** Of the people who paid for an order in the period, how many searched within the 30 days before the first of these; to 4 decimals, of a day or week of counts rounded to 10. Needs the scope search:read. */
  beforePurchaseShare?: Maybe<Scalars["Decimal"]>;
  /** Why beforePurchaseShare is null. */
  beforePurchaseWithheld?: Maybe<WithheldReason>;
  /** Times within the period for which events of any platform are missing. Needs the scope search:read. */
  dataGaps?: Maybe<Array<DataGap>>;
};

/**
 * YEAR_OVER_YEAR: the same period a year before (for a week, the one 52 weeks before) is the baseline.
 * EXPOSED_VS_CONTROL: people who were active and read no note that led to the industry's shops, weighed to be like those who did, are the baseline; it has rows of SHOP_VISIT_RATE alone.
 */
export type UpliftBasis = "YEAR_OVER_YEAR" | "EXPOSED_VS_CONTROL";

/**
 * CLICK_RATE: reads / impressions. ENGAGEMENT_RATE: interactions / reads. SHOP_VISIT_RATE (进店率): year on year, visits that a note's link led to (LAST_CLICK, 15 days) /
 * reads of notes, by the industry of the shop and of the note; against the control, the share of people who visited a shop. JOINT_CAMPAIGN_DAILY_MERCHANTS: merchants in joint campaigns (联投) on a day, on average.
 */
export type UpliftMetric =
  | "CLICK_RATE"
  | "ENGAGEMENT_RATE"
  | "SHOP_VISIT_RATE"
  | "JOINT_CAMPAIGN_DAILY_MERCHANTS";

/** What seeding moved (小红星). */
export type UpliftReport = {
  id: Scalars["ID"];
  basis: UpliftBasis;
  from: Scalars["Date"];
  to: Scalars["Date"];
  /** The period that is compared with; null against a control. */
  baselineFrom?: Maybe<Scalars["Date"]>;
  baselineTo?: Maybe<Scalars["Date"]>;
  readership?: Maybe<Array<IndustryReadership>>;
  /** By metric and industry, all industries together first. Null while the content platform can't be asked. */
  rows?: Maybe<Array<UpliftRow>>;
  /** Times within the period, and the one compared with, for which events are missing: of content’s platform and the shop’s; of any, where it is about the whole market. */
  dataGaps: Array<DataGap>;
  /** How much of this is known; a period's figures are decided once, 72 hours after its end. */
  freshness: Freshness;
};

/** What the content platform counted of the notes of an industry, by day; the uplift report is worked out from it, and no client sees it. */
export type IndustryReadership = {
  industry?: Maybe<Industry>;
  isBaseline: Scalars["Boolean"];
  readers: Scalars["BigInt"];
  impressions: Array<Scalars["BigInt"]>;
  reads: Array<Scalars["BigInt"]>;
  interactions: Array<Scalars["BigInt"]>;
};

/**
 * A metric beside its baseline. Of events by day they are exact; of people (EXPOSED_VS_CONTROL) all of a row, intervals too, follows from counts that are rounded to 10 first. A row is withheld where few are behind
 * it, of people where few of them visited or few did not, and where few would be left were the shorter periods within taken from it.
 */
export type UpliftRow = {
  /** Null for all industries together, or for a shop. */
  industry?: Maybe<Industry>;
  metric: UpliftMetric;
  /** To 6 decimals, as current. */
  baseline?: Maybe<Scalars["Decimal"]>;
  current?: Maybe<Scalars["Decimal"]>;
  /** current / baseline - 1, to 6 decimals; null where baseline is 0. */
  change?: Maybe<Scalars["Decimal"]>;
  /**
   * Of change, at 95 %: by the delta method on its logarithm. Year on year days are the clusters, since what happens on one day hangs together: null for a day alone, and
   * for merchants, of whom none is left out. Against a control people are independent, each counted once.
   */
  confidence95?: Maybe<DecimalInterval>;
  /** current - baseline, where both are shares of people (EXPOSED_VS_CONTROL); its interval is by Newcombe's score method. */
  difference?: Maybe<Scalars["Decimal"]>;
  difference95?: Maybe<DecimalInterval>;
  /** What baseline and current are rates of: impressions, reads, people or days. */
  baselineSize?: Maybe<Scalars["BigInt"]>;
  currentSize?: Maybe<Scalars["BigInt"]>;
  /** The people behind both, distinct in each, rounded to 10: readers (a shop's as its funnel tells of them, and the row is withheld where it does not), or who was exposed. Null where they are merchants. */
  baselinePeople?: Maybe<Scalars["BigInt"]>;
  people?: Maybe<Scalars["BigInt"]>;
  /** Of all industries together, year on year: what their shares in it did to the change. */
  mixShift?: Maybe<MixShift>;
  withheld?: Maybe<WithheldReason>;
};

/** What the industries' shares did to a change of all together. */
export type MixShift = {
  /** The change, had each industry kept the share (of impressions, reads) that it had in the baseline. */
  changeAtBaselineMix: Scalars["Decimal"];
  /** True where that has the other sign than change: all together moves against what its industries do (Simpson's paradox), because their shares have shifted. Then read the industries' rows. */
  isMisleading: Scalars["Boolean"];
};

/** Both ends included. */
export type DecimalInterval = {
  low: Scalars["Decimal"];
  high: Scalars["Decimal"];
};

/** Who bought at a shop in a period, and who of them had before (复购). */
export type Repurchase = {
  /** People who paid for an order, rounded to 10. */
  buyers?: Maybe<Scalars["BigInt"]>;
  /** Those of them who had paid for another one before, within the period or ever; rounded to 10. */
  repeatBuyers?: Maybe<Scalars["BigInt"]>;
  /** repeatBuyers / buyers, of the rounded counts, to 4 decimals. */
  repeatRate?: Maybe<Scalars["Decimal"]>;
  /** The same among buyers to whose first order ever at the shop a note's link had led (LAST_CLICK, 15 days); of counts rounded to 10. */
  seededRepeatRate?: Maybe<Scalars["Decimal"]>;
  /** Between the repeat buyers' first order and their second: the middle one, in days to 1 decimal. */
  medianDays?: Maybe<Scalars["Decimal"]>;
  /**
   * Why one or more of these are null; a median of nobody is null without a reason. TOO_FEW_PEOPLE also where few would be left were the days and weeks within the period taken from it, or
   * the people of Shop.funnel whom a note led to buy.
   */
  withheld?: Maybe<WithheldReason>;
  /** Times within the period for which events of content’s platform or of the shop’s are missing, as ConversionStats.dataGaps has them. */
  dataGaps: Array<DataGap>;
  freshness: Freshness;
};

/**
 * What seeding added (种草是上游) at a shop. Who read a note that led to it is compared with who was active and read none, within strata of people alike in what they did
 * before: so what happened is set beside what would have happened anyway. An estimate that holds as far as these strata make people alike.
 */
export type IncrementalityReport = {
  /** By the platform on which the shop sells. */
  rows: Array<PlatformIncrement>;
  /** Times within the period for which events of content’s platform or of the shop’s are missing, as ConversionStats.dataGaps has them. */
  dataGaps: Array<DataGap>;
  freshness: Freshness;
};

/**
 * Estimates with their 95 % intervals; below zero where seeding cost sales. Each is rounded with its interval to a power of ten, of a quarter of the interval's half at least and 10 at least: what is finer is chance. Visits are
 * withheld where few visited or few did not, exposed or not; orders and sales where few bought or few did not.
 */
export type PlatformIncrement = {
  platform: Platform;
  /** People who read a note that led to the shop and have somebody like them to be compared with, rounded to 10. */
  exposedPeople?: Maybe<Scalars["BigInt"]>;
  controlPeople?: Maybe<Scalars["BigInt"]>;
  /** Visits after the first such read within the period, beyond what the control predicts. */
  visits?: Maybe<Scalars["Decimal"]>;
  visits95?: Maybe<DecimalInterval>;
  /** Paid orders likewise. */
  orders?: Maybe<Scalars["Decimal"]>;
  orders95?: Maybe<DecimalInterval>;
  /** What these orders were paid with, likewise; refunds are not taken off. */
  sales?: Maybe<Money>;
  salesLow?: Maybe<Money>;
  salesHigh?: Maybe<Money>;
  /** Why one or more of these are null. */
  withheld?: Maybe<WithheldReason>;
};

/** TMALL_FLAGSHIP: the brand's own on Tmall (旗舰店). TMALL, TAOBAO: another's on either. NATIVE: in the content platform's own store. */
export type ShopKind = "TMALL_FLAGSHIP" | "TMALL" | "TAOBAO" | "NATIVE";

export type PaymentMethod = "ALIPAY" | "WECHAT_PAY" | "BANK_CARD";

/** Who carries a shop's goods, over which legs, with which services at the door. */
export type LogisticsService = {
  provider: LogisticsProvider;
  legs: Array<LogisticsLeg>;
  features: Array<LogisticsFeature>;
};

export type LogisticsProvider = "CAINIAO" | "JD_LOGISTICS" | "OTHER";

export type LogisticsLeg = "WAREHOUSING" | "EXPRESS" | "FREIGHT";

export type LogisticsFeature =
  "DOOR_DELIVERY" | "ON_DEMAND_PICKUP" | "DOOR_RETURNS";

/**
 * What people did after a click (or, under READ_THROUGH, a read), attributed by the model to the note, the link, the product, the shop or
 * the searched text of that click, within the range (null: ever). An event counts on the day on which it occurred, in Asia/Shanghai, a refund
 * on its own. The figures of a day in a window are FINAL from the end of that day + the window + 72 hours: what is recorded later changes
 * them no more, and counts as an adjustment on the day on which it is recorded, where it can lower a figure below zero. An event sent with
 * consent DENIED is in none of it, nor is invalid traffic. A figure is null where it is withheld, and withheld says why; never zero in place of null.
 */
export type ConversionStats = {
  window: AttributionWindow;
  model: AttributionModel;
  /** Taps on links (点击). A person's taps on one link within a second of one another are one: the others are invalid traffic. */
  linkClicks?: Maybe<Scalars["BigInt"]>;
  /** Visits to the shop that the click led to (进店); one counts once for each that has any credit for it. */
  shopVisits?: Maybe<Scalars["BigInt"]>;
  /** Additions to the cart in that shop (加购). */
  addToCarts?: Maybe<Scalars["BigInt"]>;
  /** Paid orders in which this has any credit, refunded ones included. */
  orders?: Maybe<Scalars["BigInt"]>;
  /** Its credit in them, to six decimals: equals orders where the model gives all credit to one touch. The money below is weighted by it. */
  creditedOrders?: Maybe<Scalars["Decimal"]>;
  /** Of these orders, those that were the buyer's first paid one in the shop. */
  newCustomerOrders?: Maybe<Scalars["BigInt"]>;
  grossSales?: Maybe<Money>;
  refunds?: Maybe<Money>;
  /** grossSales - refunds */
  netSales?: Maybe<Money>;
  /** creditedOrders / linkClicks; null without clicks. */
  conversionRate?: Maybe<Scalars["Decimal"]>;
  /** The days of the range; null without a range, for one beyond 92 days, and for a searched text. */
  byDay?: Maybe<Array<ConversionDay>>;
  withheld?: Maybe<WithheldReason>;
  /**
   * Times within the range (null: ever) for which events of content's platform, or of one to which this leads, are missing: what happened then is in no figure, or
   * comes late. The newest 20 of each platform, newest first.
   */
  dataGaps: Array<DataGap>;
  freshness: Freshness;
};

/** The figures of one day of the range, in Asia/Shanghai. */
export type ConversionDay = {
  day: Scalars["Date"];
  linkClicks?: Maybe<Scalars["BigInt"]>;
  shopVisits?: Maybe<Scalars["BigInt"]>;
  orders?: Maybe<Scalars["BigInt"]>;
  creditedOrders?: Maybe<Scalars["Decimal"]>;
  netSales?: Maybe<Money>;
};

/**
 * Who has the credit for what a person did in a shop: a visit, an addition to the cart, an order (at its earliest payment). Its click touches are
 * the LINK_CLICKs into the same shop, by the same person or named by its clickId, at or before it and within the window; of more than 100 the
 * newest 100, ordered by time, then platform, then eventId. An event sent with consent DENIED is none, nor is invalid traffic. Credit is in millionths and sums to
 * exactly 1; what rounding leaves over goes to the largest remainders, of equal ones to the newest touch, and so does the money's last fen.
 */
export type AttributionModel =
  /** All credit to the newest click touch. */
  | "LAST_CLICK"
  /** All credit to the oldest click touch within the window. */
  | "FIRST_CLICK"
  /** Equal credit to each click touch. */
  | "LINEAR"
  /** 0.4 to the oldest click touch, 0.4 to the newest, 0.2 shared equally by those between; two have 0.5 each, one has all. */
  | "POSITION_BASED"
  /** A click touch that is seven days older has half the credit. */
  | "TIME_DECAY"
  /**
   * Where no click touch lies within the window: all credit to the newest READ by the same person, at or before the outcome and within the
   * window, of a note that had a link (not REMOVED) into the shop when the read was accepted, or of a connected platform's item, as the event says; if between it and the outcome, both included,
   * the same person visited that shop (a visit is its own) or searched. It counts for the note and the shop alone: a note may lead to
   * several products.
   */
  | "READ_THROUGH";

/** How long before an order, a visit or a cart a touch may lie; the boundary is included. */
export type AttributionWindow = "HOURS_24" | "DAYS_7" | "DAYS_15" | "DAYS_30";

/** What a person did, from the first sight of a note to the return of what they bought (全链路). EventInput.stage takes one of these but REPURCHASE, which follows from orders. */
export type FunnelStage =
  | "IMPRESSION"
  | "READ"
  | "ENGAGE"
  | "SCREENSHOT"
  | "LINK_REQUEST"
  | "SEARCH"
  | "LINK_CLICK"
  | "SHOP_VISIT"
  | "PRODUCT_VIEW"
  | "ADD_TO_CART"
  | "ORDER_PLACED"
  | "ORDER_PAID"
  | "ORDER_RECEIVED"
  | "REFUND"
  | "REPURCHASE";

/**
 * One step of one person towards, into or back out of an order: an event of stage LINK_CLICK or later that was accepted, as it stands. The
 * events before a click (IMPRESSION to SEARCH) are none. Needs the scope conversion:feed.
 */
export type Conversion = {
  /** EventResult.conversionId. */
  id: Scalars["ID"];
  /** As its platform sent it. */
  eventId: Scalars["String"];
  stage: FunnelStage;
  state: ConversionState;
  /** From 1; rises with each change of state, value or attribution. */
  version: Scalars["Int"];
  /** The note, or the item of another connected platform, that the person saw. */
  sourceId?: Maybe<Scalars["ID"]>;
  /**
   * Whose click led there: the last one within 15 days, by LAST_CLICK (of a LINK_CLICK: its own). Null where there was none, for a PRODUCT_VIEW,
   * for an order that has no payment yet, and with consent DENIED. Ask for the id alone: more of it can fail.
   */
  note?: Maybe<Note>;
  /** The item of a connected platform whose click led there, in the same way; null where note is not. */
  source?: Maybe<Source>;
  /** The link of that click; null where note is. */
  productLink?: Maybe<ProductLink>;
  product?: Maybe<Product>;
  shop?: Maybe<Shop>;
  /** Of an order's event, as are the three below; else null. */
  platformOrderId?: Maybe<Scalars["String"]>;
  platformLineId?: Maybe<Scalars["String"]>;
  quantity?: Maybe<Scalars["Int"]>;
  /** What the line comes to; of a REFUND, what was given back, as a positive amount. */
  value?: Maybe<Money>;
  occurredAt: Scalars["DateTime"];
  /** When it arrived here first. */
  receivedAt: Scalars["DateTime"];
  /** When this version was recorded. */
  changedAt: Scalars["DateTime"];
};

/**
 * REPORTED: as it was first sent. RESTATED: corrected since, or no longer INVALID_TRAFFIC. RETRACTED: it never happened; it counts for nothing, and has
 * neither value nor note. INVALID_TRAFFIC: a LINK_CLICK that no person made, since the same person clicked the same link less than a second
 * before; it counts for nothing, and has no note, until that other click is taken back.
 */
export type ConversionState =
  "REPORTED" | "RESTATED" | "RETRACTED" | "INVALID_TRAFFIC";

export type ConversionConnection = {
  edges: Array<ConversionEdge>;
  nodes: Array<Conversion>;
  pageInfo: PageInfo;
  /** asOf: everything that was recorded by then, but for transactions still under way, has its place in the feed. A feed has no end, so it is LIVE. */
  freshness: Freshness;
};

export type ConversionEdge = {
  cursor: Scalars["String"];
  node: Conversion;
};

/**
 * 三方账号: what merchant, content platform and marketplace granted, each its own part: that partners of the shop (joint_shop) see its orders, figures and
 * conversions, like the merchant itself. Only while it is ACTIVE: when a party takes its grant back, the next query is refused, and open feeds and
 * subscriptions end or narrow within a second. What the merchant sees of its own shop does not hang on it. Needs the scope shop:read.
 */
export type JointAccount = {
  id: Scalars["ID"];
  shop: Shop;
  status: JointAccountStatus;
  /** The last grant of each party that ever granted, in the order of JointParty. */
  grants: Array<JointAccountGrant>;
  /** Every grant, those taken back too, newest first. At most 100. */
  history: Array<JointAccountGrant>;
  /** When the first party granted. */
  createdAt: Scalars["DateTime"];
  /** Times for which events of the content platform or of the marketplace are missing, newest first. At most 100. */
  dataGaps: Array<DataGap>;
};

/**
 * 三方账号: what merchant, content platform and marketplace granted, each its own part: that partners of the shop (joint_shop) see its orders, figures and
 * conversions, like the merchant itself. Only while it is ACTIVE: when a party takes its grant back, the next query is refused, and open feeds and
 * subscriptions end or narrow within a second. What the merchant sees of its own shop does not hang on it. Needs the scope shop:read.
 */
export type JointAccounthistoryArgs = {
  first?: Scalars["Int"];
};

/**
 * 三方账号: what merchant, content platform and marketplace granted, each its own part: that partners of the shop (joint_shop) see its orders, figures and
 * conversions, like the merchant itself. Only while it is ACTIVE: when a party takes its grant back, the next query is refused, and open feeds and
 * subscriptions end or narrow within a second. What the merchant sees of its own shop does not hang on it. Needs the scope shop:read.
 */
export type JointAccountdataGapsArgs = {
  first?: Scalars["Int"];
};

/** ACTIVE: all three grants stand. PENDING: a party has not granted yet. SUSPENDED: a party took its grant back, while another's stands. REVOKED: none stands. */
export type JointAccountStatus = "PENDING" | "ACTIVE" | "SUSPENDED" | "REVOKED";

/** What one party granted. */
export type JointAccountGrant = {
  party: JointParty;
  grantedAt: Scalars["DateTime"];
  /** When the party took it back; null while it stands. */
  revokedAt?: Maybe<Scalars["DateTime"]>;
  /** The client that granted for the party, as the operator named it; null to all but the party itself. */
  grantedBy?: Maybe<Scalars["String"]>;
  /** The client that took it back; null to all but the party itself. */
  revokedBy?: Maybe<Scalars["String"]>;
};

/** MERCHANT: whose shop it is. CONTENT_PLATFORM: where the notes are. MARKETPLACE: where the shop is. */
export type JointParty = "MERCHANT" | "CONTENT_PLATFORM" | "MARKETPLACE";

/** A time for which events of a platform are missing. */
export type DataGap = {
  platform: Platform;
  startedAt: Scalars["DateTime"];
  /** Null while it goes on. */
  endedAt?: Maybe<Scalars["DateTime"]>;
  reason: Scalars["String"];
  /** Whether the platform told of it; else it was noticed here, from when its events came last. */
  declared: Scalars["Boolean"];
};

/** An app or company of the alliance (互联互通): where notes are read, things are bought, paid or delivered. */
export type Platform = {
  id: Scalars["ID"];
  /** As its users know it, such as 天猫. */
  name: Scalars["String"];
  /** What it is called in English, such as Tmall; null where it has no such name. */
  englishName?: Maybe<Scalars["String"]>;
  category: PlatformCategory;
  /** The day since which it is connected; null where none was published. */
  connectedOn?: Maybe<Scalars["Date"]>;
  capabilities: Array<PlatformCapability>;
};

export type PlatformCategory =
  | "CONTENT"
  | "SOCIAL"
  | "VIDEO"
  | "QUESTIONS"
  | "PAYMENT"
  | "LOGISTICS"
  | "MARKETPLACE"
  | "OTHER";

/** What a platform can do for others. CONVERSION_RETURN: it returns what happened after a click. */
export type PlatformCapability =
  | "DEEP_LINK"
  | "IN_APP_CHECKOUT"
  | "PAYMENT"
  | "CONVERSION_RETURN"
  | "ADVERTISING"
  | "LOGISTICS";

export type PlatformConnection = {
  edges: Array<PlatformEdge>;
  nodes: Array<Platform>;
  pageInfo: PageInfo;
  totalCount: Scalars["Int"];
};

export type PlatformEdge = {
  cursor: Scalars["String"];
  node: Platform;
};

export type PartnershipKind =
  "CONTENT_LINKING" | "PAYMENT" | "SOCIAL_LINKING" | "LOGISTICS";

/** An agreement between platforms. */
export type Partnership = {
  name: Scalars["String"];
  kind: PartnershipKind;
  parties: Array<Platform>;
  effectiveOn: Scalars["Date"];
  summary: Scalars["String"];
};

/** A figure that somebody published; nothing here was measured by this system. */
export type ReportedFigure = {
  /** Whom or what it is about, such as 小红书. */
  subject: Scalars["String"];
  /** What is counted or measured. */
  metric: Scalars["String"];
  value: Scalars["Decimal"];
  /** ratio (0.2 is 20 %), people, comments, CNY and so on. */
  unit: Scalars["String"];
  /** How exact the publisher was. */
  comparator: FigureComparator;
  /** The time that it covers, as it was published. */
  period?: Maybe<Scalars["String"]>;
  /** Change against the year before, as a ratio. */
  yearOverYear?: Maybe<Scalars["Decimal"]>;
  /** What kind of statement it is: a survey's answer is not a measurement. */
  claim: ClaimKind;
  /** Who said it; null where a company did. */
  speaker?: Maybe<Scalars["String"]>;
  source: Scalars["String"];
  publishedOn?: Maybe<Scalars["Date"]>;
};

export type FigureComparator = "EXACTLY" | "ABOUT" | "MORE_THAN";

export type ClaimKind =
  "FINANCIAL_REPORT" | "PLATFORM_STATISTIC" | "SURVEY" | "QUOTE" | "OPINION";

/**
 * A campaign of a shop (联投): merchant and marketplace fund it together. Its boosts (流量加投) add reach to notes that lead into the shop. What a
 * boost costs is split between the two in proportion to what is left of their budgets, the last 分 to the larger remainder, and never comes to
 * more than either budget; a boost that the content platform added is paid by that platform beside them. Needs the scope campaign:read.
 */
export type Campaign = {
  id: Scalars["ID"];
  name: Scalars["String"];
  shop: Shop;
  status: CampaignStatus;
  /** The most that the merchant pays. */
  merchantBudget: Money;
  /** The most that the marketplace pays; above zero, merchant and marketplace fund it jointly. */
  marketplaceBudget: Money;
  /** Of merchantBudget. */
  merchantSpent: Money;
  /** Of marketplaceBudget. */
  marketplaceSpent: Money;
  /** By the content platform, on boosts that it added. */
  contentPlatformSpent: Money;
  /** By all three. */
  spent: Money;
  /** Oldest first. */
  boosts: BoostConnection;
  startsOn: Scalars["Date"];
  /** Its last day; null while nobody said. The day on which it was ended, where that was sooner. */
  endsOn?: Maybe<Scalars["Date"]>;
  /**
   * What people did on its days after a click on a link of a boosted note into its shop (READ_THROUGH: after a read of the note), from the day on
   * which the note was boosted. Within the range, or on all its days. Counts are withheld (POLICY) where the model shares credit and more than
   * one link leads into the shop, since an order that several have credit for would count for each; under READ_THROUGH all but clicks
   * are, where a boosted note leads into other shops, too. Needs the scope conversion:read; withheld (POLICY) from all but the shop's merchant.
   */
  conversion?: Maybe<ConversionStats>;
  /**
   * conversion.netSales / spent (投产比), both on all its days, to four decimals: the sales that the model credits to it for each yuan spent. A refund
   * counts on its own day: what comes back after the last day is not in it (Shop.conversion and the feed have it). Null
   * before anything is spent, and where netSales is withheld. Needs the scope conversion:read.
   */
  returnOnAdSpend?: Maybe<Scalars["Decimal"]>;
};

/**
 * A campaign of a shop (联投): merchant and marketplace fund it together. Its boosts (流量加投) add reach to notes that lead into the shop. What a
 * boost costs is split between the two in proportion to what is left of their budgets, the last 分 to the larger remainder, and never comes to
 * more than either budget; a boost that the content platform added is paid by that platform beside them. Needs the scope campaign:read.
 */
export type CampaignboostsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/**
 * A campaign of a shop (联投): merchant and marketplace fund it together. Its boosts (流量加投) add reach to notes that lead into the shop. What a
 * boost costs is split between the two in proportion to what is left of their budgets, the last 分 to the larger remainder, and never comes to
 * more than either budget; a boost that the content platform added is paid by that platform beside them. Needs the scope campaign:read.
 */
export type CampaignconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

/**
 * A campaign of a shop (联投): merchant and marketplace fund it together. Its boosts (流量加投) add reach to notes that lead into the shop. What a
 * boost costs is split between the two in proportion to what is left of their budgets, the last 分 to the larger remainder, and never comes to
 * more than either budget; a boost that the content platform added is paid by that platform beside them. Needs the scope campaign:read.
 */
export type CampaignreturnOnAdSpendArgs = {
  window?: AttributionWindow;
  model?: AttributionModel;
};

/**
 * DRAFT: nothing is spent. ACTIVE: from its first day to its last. PAUSED: what was shown before still costs, nothing after. ENDED: for good, by somebody or
 * after its last day.
 */
export type CampaignStatus = "DRAFT" | "ACTIVE" | "PAUSED" | "ENDED";

export type CampaignConnection = {
  edges: Array<CampaignEdge>;
  nodes: Array<Campaign>;
  pageInfo: PageInfo;
};

export type CampaignEdge = {
  cursor: Scalars["String"];
  node: Campaign;
};

/** A note that is shown more for a campaign's sake (流量加投). Needs the scope campaign:read. */
export type Boost = {
  /** What EventInput.boostId takes. */
  id: Scalars["ID"];
  /** Ask for the id alone: more of it can fail. */
  note?: Maybe<Note>;
  campaign: Campaign;
  /** The party that added it: CONTENT_PLATFORM pays alone, the others' are paid from both budgets of the campaign. */
  fundedBy: JointParty;
  budget: Money;
  spent: Money;
  /** Shown because of the boost, as the content platform reports it in IMPRESSIONs with its boostId. */
  impressions: Scalars["BigInt"];
  addedAt: Scalars["DateTime"];
};

/** What is proposed for a shop, of one week: Monday to Sunday in Asia/Shanghai, closed 72 hours after its end. */
export type BoostProposals = {
  from: Scalars["Date"];
  to: Scalars["Date"];
  /** Those that sold most first; those that a campaign of the shop boosts now are left out. */
  proposals: Array<BoostProposal>;
};

/**
 * A note that performs, and the figures that say so, by LAST_CLICK within 15 days. It is proposed where conversionRateAtLeast is above shopConversionRate by a fifth
 * (COMMERCE_BOOST_MIN_LIFT_PERCENT), with at least 50 clicks (COMMERCE_BOOST_MIN_CLICKS) by enough persons (COMMERCE_MIN_PEOPLE).
 */
export type BoostProposal = {
  /** Ask for the id alone: more of it can fail. */
  note: Note;
  /** On its links into the shop. */
  linkClicks: Scalars["BigInt"];
  creditedOrders: Scalars["Decimal"];
  netSales: Money;
  /** creditedOrders / linkClicks */
  conversionRate: Scalars["Decimal"];
  /** The low end of its 95 % interval (Wilson's score interval): few clicks prove little. */
  conversionRateAtLeast: Scalars["Decimal"];
  /** The same rate over all notes that led into the shop. */
  shopConversionRate: Scalars["Decimal"];
  /** What BoostAddInput.budget may be: a fifth of netSales (COMMERCE_BOOST_BUDGET_PERCENT), in whole yuan. */
  budget: Money;
};

export type BoostConnection = {
  edges: Array<BoostEdge>;
  nodes: Array<Boost>;
  pageInfo: PageInfo;
};

export type BoostEdge = {
  cursor: Scalars["String"];
  node: Boost;
};

/** A purchase by one person in one shop; its lines are what the marketplace calls sub-orders (子订单). Needs the scope order:read. */
export type Order = {
  id: Scalars["ID"];
  platformOrderId: Scalars["String"];
  shop: Shop;
  status: OrderStatus;
  paymentMethod?: Maybe<PaymentMethod>;
  placedAt: Scalars["DateTime"];
  paidAt?: Maybe<Scalars["DateTime"]>;
  receivedAt?: Maybe<Scalars["DateTime"]>;
  lines: Array<OrderLine>;
  refunds: Array<Refund>;
  total: Money;
  logistics?: Maybe<LogisticsService>;
  /** The touches that led here within the window, and the credit of each by the model. Null before a payment is known. */
  journey?: Maybe<Journey>;
  /** What its shop owes for it: the part of each payee. Needs the scope commission:read. */
  commissions?: Maybe<Array<Commission>>;
};

/** A purchase by one person in one shop; its lines are what the marketplace calls sub-orders (子订单). Needs the scope order:read. */
export type OrderjourneyArgs = {
  model?: AttributionModel;
  window?: AttributionWindow;
};

/**
 * A commission (分成): what one payee has of an order that a product link led to. The link of the last click within 15 days before the order's first payment
 * has it (LAST_CLICK, DAYS_15), and with it the note's author and the content platform; another click that comes to be known later takes it away. Orders
 * of which consent was denied have none. Needs the scope commission:read.
 */
export type Commission = {
  id: Scalars["ID"];
  /** Null unless its shop is the caller's. Ask for the id alone: more of it can fail. */
  order?: Maybe<Order>;
  /** The note that led to the order. Ask for the id alone: more of it can fail. */
  note?: Maybe<Note>;
  productLink?: Maybe<ProductLink>;
  /** The shop that owes it. */
  shop: Shop;
  payee: CommissionPayee;
  /** Null where the content platform is the payee. */
  author?: Maybe<Author>;
  /** The payee's part of the base, as agreed for the shop or the link when the order was paid: 0.070000 is 7 %. */
  rate: Scalars["Decimal"];
  /** What was paid for the order and not refunded. */
  base: Money;
  /**
   * What the payee is to have in all. The order's commission is the base times the rate that was agreed, rounded to a fen once; its parts sum to it, the last fen
   * going to the largest remainder.
   */
  amount: Money;
  /** What the payee has been paid of it; more than amount where goods came back after that: then the difference is kept back from what is paid next. */
  paid: Money;
  status: CommissionStatus;
  /** The end of the return period, in which nothing is paid; null until the order is received. */
  heldUntil?: Maybe<Scalars["DateTime"]>;
  /** What was posted, the oldest first, of more than 100 the last 100. They sum to what is still owed. */
  entries: Array<CommissionEntry>;
};

export type CommissionPayee = "AUTHOR" | "CONTENT_PLATFORM";

/**
 * ESTIMATED: the order is paid and not yet received; it counts as received 15 days after its payment, unless other terms were agreed. HELD: until the return
 * period ends (7 days after it was received, unless agreed otherwise). PAYABLE: the next payout pays it. PAID: nothing is owed of it any more, or less than nothing.
 * VOIDED: nothing is left of it, since all was refunded or another link has the credit.
 */
export type CommissionStatus =
  "ESTIMATED" | "HELD" | "PAYABLE" | "PAID" | "VOIDED";

/** An amount in the ledger of commissions. It stands for good: what changes is posted as another one. */
export type CommissionEntry = {
  id: Scalars["ID"];
  kind: CommissionEntryKind;
  /** Added to what is owed; a PAYOUT lowers it. */
  amount: Money;
  postedAt: Scalars["DateTime"];
};

/**
 * ACCRUAL: the order is paid. ADJUSTMENT: a refund, a correction or another click changed it before it was paid out, or raised it after. CLAWBACK: the same lowered it
 * below what was paid out. PAYOUT: paid to the payee; above zero where it was set off against others.
 */
export type CommissionEntryKind =
  "ACCRUAL" | "ADJUSTMENT" | "CLAWBACK" | "PAYOUT";

export type CommissionConnection = {
  edges: Array<CommissionEdge>;
  nodes: Array<Commission>;
  pageInfo: PageInfo;
};

export type CommissionEdge = {
  cursor: Scalars["String"];
  node: Commission;
};

/** What commissions come to by status: of an author what it is to have, of a shop what it owes. */
export type CommissionTotals = {
  estimated: Money;
  held: Money;
  /** Below zero where more was paid than is owed now: the next payouts are lowered by it. */
  payable: Money;
  paid: Money;
  /** Times for which events are missing, so that orders or refunds may be: of content’s platform and the shop’s, or, for an author, of any. The newest 20 of each platform, newest first. */
  dataGaps: Array<DataGap>;
};

/** REFUNDED: in full; Order.refunds tells of parts. */
export type OrderStatus = "PLACED" | "PAID" | "RECEIVED" | "REFUNDED";

export type OrderConnection = {
  edges: Array<OrderEdge>;
  nodes: Array<Order>;
  pageInfo: PageInfo;
};

export type OrderEdge = {
  cursor: Scalars["String"];
  node: Order;
};

/** What led to an order, as far as it is told. No touch of an event that was sent with consent DENIED is in it. */
export type Journey = {
  /** Days from the first of the touches to the order's earliest payment, to four decimals; null without touches. */
  daysToOrder?: Maybe<Scalars["Decimal"]>;
  /**
   * Oldest first, of more than 100 the newest 100; empty where withheld. Under READ_THROUGH, the read that has the credit or none; under the
   * other models the click touches, those without credit too.
   */
  touches: Array<Touch>;
  withheld?: Maybe<WithheldReason>;
};

/** What a person did that may have led to an order: a tap on a link, or a read of a note. */
export type Touch = {
  /** The note or other item on which it happened: its global id. */
  sourceId: Scalars["ID"];
  /** Null where the source is not a note. Ask for the id alone: more of it can fail. */
  note?: Maybe<Note>;
  /** Null for a read, and where the source is not a note. */
  productLink?: Maybe<ProductLink>;
  stage: FunnelStage;
  occurredAt: Scalars["DateTime"];
  /** 0 to 1, to six decimals; the touches of one order sum to exactly 1, or there are none. */
  credit: Scalars["Decimal"];
};

/** One product of an order (子订单). */
export type OrderLine = {
  id: Scalars["ID"];
  product?: Maybe<Product>;
  quantity: Scalars["Int"];
  paid: Money;
  refunded: Money;
};

export type Refund = {
  id: Scalars["ID"];
  amount: Money;
  refundedAt: Scalars["DateTime"];
};

export type Mutation = {
  /** Record the tap and return where to go. Orders that follow are tied to this click. */
  productLinkOpen?: Maybe<ProductLinkOpenPayload>;
  /**
   * 1 to 500 events, each judged alone. Safe to send again: an event is counted once. While too many events wait, none is judged and the
   * error's code is RECORDING_BUSY: send the batch again in as many seconds as its extension retryAfter says. Needs the scope
   * event:write; events of shops that are not the caller's, nor on a platform for which the caller speaks, of their links and of their orders are REJECTED.
   */
  eventsRecord?: Maybe<EventsRecordPayload>;
  /** A campaign as a DRAFT, by the shop's merchant. Needs the scope campaign:write. */
  campaignCreate?: Maybe<CampaignCreatePayload>;
  /**
   * Change a campaign. Each party sets its own budget only. The merchant makes it ACTIVE; merchant and marketplace may both pause and end it. Needs the
   * scope campaign:write.
   */
  campaignUpdate?: Maybe<CampaignUpdatePayload>;
  /** Boost a note that has a link into the campaign's shop, by a party of the campaign. Needs the scope campaign:write. */
  boostAdd?: Maybe<BoostAddPayload>;
  /**
   * A party grants its part of a shop's joint account (三方账号): the merchant whose own the shop is (own_shop), the content platform, or the marketplace on which
   * it is (own_platform). The first grant opens the account; what stands already stays. Needs the scope shop:write.
   */
  jointAccountGrant?: Maybe<JointAccountGrantPayload>;
  /** A party takes its part back, at once. Needs the scope shop:write. */
  jointAccountRevoke?: Maybe<JointAccountRevokePayload>;
  /**
   * A platform tells that its events of some time are missing, or that they no longer are: the same startedAt again replaces what was told. Needs the scope
   * event:write, and that the caller speaks for the platform (own_platform).
   */
  dataGapDeclare?: Maybe<DataGapDeclarePayload>;
};

export type MutationproductLinkOpenArgs = {
  input: ProductLinkOpenInput;
};

export type MutationeventsRecordArgs = {
  input: EventsRecordInput;
};

export type MutationcampaignCreateArgs = {
  input: CampaignCreateInput;
};

export type MutationcampaignUpdateArgs = {
  input: CampaignUpdateInput;
};

export type MutationboostAddArgs = {
  input: BoostAddInput;
};

export type MutationjointAccountGrantArgs = {
  input: JointAccountGrantInput;
};

export type MutationjointAccountRevokeArgs = {
  input: JointAccountRevokeInput;
};

export type MutationdataGapDeclareArgs = {
  input: DataGapDeclareInput;
};

export type JointAccountGrantInput = {
  shopId: Scalars["ID"];
  /** In whose name; null where the caller speaks for one party alone. */
  party?: InputMaybe<JointParty>;
};

export type JointAccountGrantPayload = {
  jointAccount?: Maybe<JointAccount>;
  userErrors: Array<UserError>;
};

export type JointAccountRevokeInput = {
  shopId: Scalars["ID"];
  /** In whose name; null where the caller speaks for one party alone. */
  party?: InputMaybe<JointParty>;
};

export type JointAccountRevokePayload = {
  jointAccount?: Maybe<JointAccount>;
  userErrors: Array<UserError>;
};

export type DataGapDeclareInput = {
  platformId: Scalars["ID"];
  startedAt: Scalars["DateTime"];
  /** Null while it goes on. */
  endedAt?: InputMaybe<Scalars["DateTime"]>;
  /** For readers of reports, 1 to 200 characters. */
  reason: Scalars["String"];
};

export type DataGapDeclarePayload = {
  dataGap?: Maybe<DataGap>;
  userErrors: Array<UserError>;
};

export type ProductLinkOpenInput = {
  productLinkId: Scalars["ID"];
  client: ClientApp;
  searchId?: InputMaybe<Scalars["ID"]>;
  /** Names this tap for 24 hours, so that a retry is not a second one. */
  idempotencyKey?: InputMaybe<Scalars["String"]>;
};

export type ProductLinkOpenPayload = {
  click?: Maybe<LinkClick>;
  userErrors: Array<UserError>;
};

/** A tap that was counted, and where it leads. */
export type LinkClick = {
  /** What EventInput.clickId takes. */
  id: Scalars["ID"];
  /** Opens the marketplace's app on the product and carries the click's id; null where the client has no such app. */
  deepLink?: Maybe<Scalars["URL"]>;
  /** For a client without that app; carries the click's id. */
  fallbackUrl: Scalars["URL"];
  opensInPlace: Scalars["Boolean"];
};

export type EventsRecordInput = {
  events: Array<EventInput>;
  /**
   * Names this batch for 7 days: the same batch sent again under it gets the answer of the first time, also after a crash; another batch
   * under it is refused. 1 to 200 visible ASCII characters.
   */
  idempotencyKey?: InputMaybe<Scalars["String"]>;
};

/**
 * One event. Only its shape is checked with the operation; what its fields hold is judged event by event. So no leaf is an enum or
 * required by its type: a missing or wrong value rejects this event and no other.
 */
export type EventInput = {
  /**
   * Required. Stable across retries. The sender's platform (from its credentials), stage and eventId name the event for good: the same again is a DUPLICATE, the
   * same name with other content a CONFLICT.
   */
  eventId?: InputMaybe<Scalars["String"]>;
  /** Required. A FunnelStage. */
  stage?: InputMaybe<Scalars["String"]>;
  /** Required. ISO 8601 with an offset. */
  occurredAt?: InputMaybe<Scalars["String"]>;
  /** Who, as a keyed hash. A raw phone number, mail address or device id is refused. */
  personKey?: InputMaybe<Scalars["String"]>;
  /** GRANTED, DENIED or UNKNOWN; null is UNKNOWN. A DENIED event is kept without its personKey and is in no attributed figure. */
  consent?: InputMaybe<Scalars["String"]>;
  /** Of a LINK_CLICK, its own id; of what follows, the click that led to it (LinkClick.id). */
  clickId?: InputMaybe<Scalars["ID"]>;
  /**
   * The note, or the item of another connected platform, that the person saw: its global id. A LINK_CLICK on such an item names it with the product; a READ of
   * one that names a product or a shop, too, may have credit there under READ_THROUGH.
   */
  sourceId?: InputMaybe<Scalars["ID"]>;
  /** Required of a LINK_CLICK on a note. */
  productLinkId?: InputMaybe<Scalars["ID"]>;
  searchId?: InputMaybe<Scalars["ID"]>;
  shopId?: InputMaybe<Scalars["ID"]>;
  /** With platformProductId, the product seen, put in the cart, ordered or returned. */
  platformId?: InputMaybe<Scalars["ID"]>;
  platformProductId?: InputMaybe<Scalars["String"]>;
  /**
   * Of an IMPRESSION, with sourceId: the boost that paid for it. What it costs is taken from the budgets in the same transaction, or the event is
   * REJECTED (EVENT_BUDGET_SPENT) and nothing is. Told by the content platform alone.
   */
  boostId?: InputMaybe<Scalars["ID"]>;
  /** With boostId, what it cost: a decimal in CNY. */
  cost?: InputMaybe<Scalars["String"]>;
  order?: InputMaybe<OrderEventInput>;
  /**
   * The eventId of the event that this one corrects: an accepted one of the same platform and stage, itself no correction. What stands here takes the place of all that stood there, but for the shop and the line of the order, which stay; figures become what they
   * would be had it come so at first, and the conversion keeps its id and gets a higher version. A correction has an eventId of its own. Of a READ, the
   * note's links count as they are when the correction is accepted. What comes before a LINK_CLICK is no Conversion, and has no version.
   */
  correctsEventId?: InputMaybe<Scalars["String"]>;
  /** With correctsEventId: it never happened. All else but eventId and stage means nothing then. */
  retract?: InputMaybe<Scalars["Boolean"]>;
};

/** Of stages ORDER_PLACED, ORDER_PAID, ORDER_RECEIVED and REFUND: one line of an order. */
export type OrderEventInput = {
  /** Required. */
  platformOrderId?: InputMaybe<Scalars["String"]>;
  /** Required. The sub-order (子订单号). */
  platformLineId?: InputMaybe<Scalars["String"]>;
  /** Null is 1. */
  quantity?: InputMaybe<Scalars["Int"]>;
  /** Required. Of the line, or of the refund; a decimal such as 129.00. */
  amount?: InputMaybe<Scalars["String"]>;
  /** Required. A CurrencyCode. */
  currencyCode?: InputMaybe<Scalars["String"]>;
  /** A PaymentMethod. */
  paymentMethod?: InputMaybe<Scalars["String"]>;
  /** A LogisticsProvider. */
  logisticsProvider?: InputMaybe<Scalars["String"]>;
  /** Of a REFUND: the eventId of the ORDER_PAID. */
  refundOfEventId?: InputMaybe<Scalars["String"]>;
};

/** What became of a batch. */
export type EventsRecordPayload = {
  accepted: Scalars["Int"];
  duplicates: Scalars["Int"];
  /** CONFLICT and REJECTED. */
  rejected: Scalars["Int"];
  /** One for each event, in the order sent. */
  results: Array<EventResult>;
  userErrors: Array<UserError>;
};

export type EventResult = {
  /** Where in the batch, from 0. */
  index: Scalars["Int"];
  eventId?: Maybe<Scalars["String"]>;
  outcome: EventOutcome;
  /** Of a correction: the conversion that it corrects. */
  conversionId?: Maybe<Scalars["ID"]>;
  /** Why an ACCEPTED event is in no figure; null where it may be. */
  uncounted?: Maybe<UncountedReason>;
  /** Null unless CONFLICT or REJECTED; its field begins within the event. */
  error?: Maybe<UserError>;
};

/** ACCEPTED: durable, and in the next query's figures. DUPLICATE: it was accepted before. CONFLICT, REJECTED: see error. */
export type EventOutcome = "ACCEPTED" | "DUPLICATE" | "CONFLICT" | "REJECTED";

/**
 * CONSENT_DENIED: the person denied consent. INVALID_TRAFFIC: a LINK_CLICK that no person made; it may turn back, if the click that makes it one is
 * taken back, as a click may turn into one when another one comes late.
 */
export type UncountedReason = "CONSENT_DENIED" | "INVALID_TRAFFIC";

export type CampaignCreateInput = {
  shopId: Scalars["ID"];
  /** 1 to 80 characters. */
  name: Scalars["String"];
  merchantBudget: MoneyInput;
  /** Today or later. */
  startsOn: Scalars["Date"];
  /** At most 365 days after startsOn. */
  endsOn?: InputMaybe<Scalars["Date"]>;
  /** Names this request for 24 hours: the same again returns the campaign of the first time. 1 to 200 visible ASCII characters. */
  idempotencyKey: Scalars["String"];
};

export type CampaignCreatePayload = {
  campaign?: Maybe<Campaign>;
  userErrors: Array<UserError>;
};

/** What is absent stays. */
export type CampaignUpdateInput = {
  campaignId: Scalars["ID"];
  /** DRAFT to ACTIVE; ACTIVE to PAUSED and back; each to ENDED. */
  status?: InputMaybe<CampaignStatus>;
  /** No less than is spent of it. */
  merchantBudget?: InputMaybe<MoneyInput>;
  /** No less than is spent of it. */
  marketplaceBudget?: InputMaybe<MoneyInput>;
  /** Today or later; by the merchant. */
  endsOn?: InputMaybe<Scalars["Date"]>;
};

export type CampaignUpdatePayload = {
  campaign?: Maybe<Campaign>;
  userErrors: Array<UserError>;
};

export type BoostAddInput = {
  campaignId: Scalars["ID"];
  noteId: Scalars["ID"];
  /**
   * The most that it costs; above zero. The boosts that merchant and marketplace added come to no more than the campaign's two budgets
   * together.
   */
  budget: MoneyInput;
  /** Needed by a caller who acts for several parties: whose boost it is. */
  fundedBy?: InputMaybe<JointParty>;
  /** Names this request for 24 hours: the same again returns the boost of the first time. 1 to 200 visible ASCII characters. */
  idempotencyKey: Scalars["String"];
};

export type BoostAddPayload = {
  boost?: Maybe<Boost>;
  userErrors: Array<UserError>;
};

export type Subscription = {
  /**
   * The note at once and then whenever its conversion figures change, in any window and model: at most one message a second, each with totals,
   * so that a missed one loses nothing. Needs the scope conversion:read.
   */
  noteConversionUpdated?: Maybe<Note>;
  /** The same for an item of a connected platform. Needs the scope conversion:read. */
  sourceConversionUpdated?: Maybe<Source>;
  /** The same for a merchant's whole shop. Needs the scope shop:read, and that the shop is the caller's (own_shop) or that its ACTIVE joint account lets the caller in (joint_shop). */
  shopConversionUpdated?: Maybe<Shop>;
};

export type SubscriptionnoteConversionUpdatedArgs = {
  noteId: Scalars["ID"];
};

export type SubscriptionsourceConversionUpdatedArgs = {
  sourceId: Scalars["ID"];
};

export type SubscriptionshopConversionUpdatedArgs = {
  shopId: Scalars["ID"];
};

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
  reference: TReference,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
type NullableCheck<T, S> =
  Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
type ListCheck<T, S> = T extends (infer U)[]
  ? NullableCheck<U, S>[]
  : GraphQLRecursivePick<T, S>;
export type GraphQLRecursivePick<T, S> = {
  [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]>;
};

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = {}, TContext = {}, TArgs = {}> =
  | ResolverFn<TResult, TParent, TContext, TArgs>
  | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<
  TResult,
  TKey extends string,
  TParent,
  TContext,
  TArgs,
> {
  subscribe: SubscriptionSubscribeFn<
    { [key in TKey]: TResult },
    TParent,
    TContext,
    TArgs
  >;
  resolve?: SubscriptionResolveFn<
    TResult,
    { [key in TKey]: TResult },
    TContext,
    TArgs
  >;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<
  TResult,
  TKey extends string,
  TParent,
  TContext,
  TArgs,
> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = {},
  TContext = {},
  TArgs = {},
> =
  | ((
      ...args: any[]
    ) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = {}, TContext = {}> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo,
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = {}, TContext = {}> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<
  TResult = {},
  TParent = {},
  TContext = {},
  TArgs = {},
> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  cacheControl__Scope: cacheControl__Scope;
  DateTime: ResolverTypeWrapper<Scalars["DateTime"]>;
  Date: ResolverTypeWrapper<Scalars["Date"]>;
  URL: ResolverTypeWrapper<Scalars["URL"]>;
  BigInt: ResolverTypeWrapper<Scalars["BigInt"]>;
  Decimal: ResolverTypeWrapper<Scalars["Decimal"]>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars["Boolean"]>;
  String: ResolverTypeWrapper<Scalars["String"]>;
  UserError: ResolverTypeWrapper<UserError>;
  DateRange: DateRange;
  Freshness: ResolverTypeWrapper<FreshnessModel>;
  Finality: Finality;
  Industry: Industry;
  WithheldReason: WithheldReason;
  CurrencyCode: CurrencyCode;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Query: ResolverTypeWrapper<{}>;
  ID: ResolverTypeWrapper<Scalars["ID"]>;
  Int: ResolverTypeWrapper<Scalars["Int"]>;
  ConversionFilter: ConversionFilter;
  ProductFilter: ProductFilter;
  Note: ResolverTypeWrapper<NoteModel>;
  Source: ResolverTypeWrapper<SourceModel>;
  Author: ResolverTypeWrapper<AuthorModel>;
  Search: ResolverTypeWrapper<SearchModel>;
  ProductLink: ResolverTypeWrapper<ProductLinkModel>;
  ClientApp: ClientApp;
  LinkDestination: ResolverTypeWrapper<LinkDestinationModel>;
  Product: ResolverTypeWrapper<ProductModel>;
  RelatedNote: ResolverTypeWrapper<RelatedNoteModel>;
  RelatedProduct: ResolverTypeWrapper<RelatedProductModel>;
  RecommendationBasis: RecommendationBasis;
  SalesTrack: SalesTrack;
  ProductConnection: ResolverTypeWrapper<
    Omit<ProductConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["ProductEdge"]>;
      nodes: Array<ResolversTypes["Product"]>;
    }
  >;
  ProductEdge: ResolverTypeWrapper<
    Omit<ProductEdge, "node"> & { node: ResolversTypes["Product"] }
  >;
  Shop: ResolverTypeWrapper<ShopModel>;
  FunnelDimension: FunnelDimension;
  FunnelReport: ResolverTypeWrapper<FunnelReportModel>;
  FunnelRow: ResolverTypeWrapper<FunnelRowModel>;
  Funnel: ResolverTypeWrapper<FunnelModel>;
  FunnelStep: ResolverTypeWrapper<FunnelStepModel>;
  AgeCohort: AgeCohort;
  Audience: ResolverTypeWrapper<AudienceModel>;
  AudienceCohort: ResolverTypeWrapper<AudienceCohort>;
  SearchInsights: ResolverTypeWrapper<SearchInsightsModel>;
  UpliftBasis: UpliftBasis;
  UpliftMetric: UpliftMetric;
  UpliftReport: ResolverTypeWrapper<UpliftReportModel>;
  IndustryReadership: ResolverTypeWrapper<IndustryReadership>;
  UpliftRow: ResolverTypeWrapper<UpliftRowModel>;
  MixShift: ResolverTypeWrapper<MixShift>;
  DecimalInterval: ResolverTypeWrapper<DecimalInterval>;
  Repurchase: ResolverTypeWrapper<RepurchaseModel>;
  IncrementalityReport: ResolverTypeWrapper<IncrementalityReportModel>;
  PlatformIncrement: ResolverTypeWrapper<
    Omit<PlatformIncrement, "platform"> & {
      platform: ResolversTypes["Platform"];
    }
  >;
  ShopKind: ShopKind;
  PaymentMethod: PaymentMethod;
  LogisticsService: ResolverTypeWrapper<LogisticsService>;
  LogisticsProvider: LogisticsProvider;
  LogisticsLeg: LogisticsLeg;
  LogisticsFeature: LogisticsFeature;
  ConversionStats: ResolverTypeWrapper<ConversionStatsModel>;
  ConversionDay: ResolverTypeWrapper<ConversionDay>;
  AttributionModel: AttributionModel;
  AttributionWindow: AttributionWindow;
  FunnelStage: FunnelStage;
  Conversion: ResolverTypeWrapper<ConversionModel>;
  ConversionState: ConversionState;
  ConversionConnection: ResolverTypeWrapper<
    Omit<ConversionConnection, "edges" | "nodes" | "freshness"> & {
      edges: Array<ResolversTypes["ConversionEdge"]>;
      nodes: Array<ResolversTypes["Conversion"]>;
      freshness: ResolversTypes["Freshness"];
    }
  >;
  ConversionEdge: ResolverTypeWrapper<
    Omit<ConversionEdge, "node"> & { node: ResolversTypes["Conversion"] }
  >;
  JointAccount: ResolverTypeWrapper<JointAccountModel>;
  JointAccountStatus: JointAccountStatus;
  JointAccountGrant: ResolverTypeWrapper<JointAccountGrantModel>;
  JointParty: JointParty;
  DataGap: ResolverTypeWrapper<DataGapModel>;
  Platform: ResolverTypeWrapper<PlatformModel>;
  PlatformCategory: PlatformCategory;
  PlatformCapability: PlatformCapability;
  PlatformConnection: ResolverTypeWrapper<
    Omit<PlatformConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["PlatformEdge"]>;
      nodes: Array<ResolversTypes["Platform"]>;
    }
  >;
  PlatformEdge: ResolverTypeWrapper<
    Omit<PlatformEdge, "node"> & { node: ResolversTypes["Platform"] }
  >;
  PartnershipKind: PartnershipKind;
  Partnership: ResolverTypeWrapper<PartnershipModel>;
  ReportedFigure: ResolverTypeWrapper<ReportedFigure>;
  FigureComparator: FigureComparator;
  ClaimKind: ClaimKind;
  Campaign: ResolverTypeWrapper<CampaignModel>;
  CampaignStatus: CampaignStatus;
  CampaignConnection: ResolverTypeWrapper<
    Omit<CampaignConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["CampaignEdge"]>;
      nodes: Array<ResolversTypes["Campaign"]>;
    }
  >;
  CampaignEdge: ResolverTypeWrapper<
    Omit<CampaignEdge, "node"> & { node: ResolversTypes["Campaign"] }
  >;
  Boost: ResolverTypeWrapper<BoostModel>;
  BoostProposals: ResolverTypeWrapper<
    Omit<BoostProposals, "proposals"> & {
      proposals: Array<ResolversTypes["BoostProposal"]>;
    }
  >;
  BoostProposal: ResolverTypeWrapper<BoostProposalModel>;
  BoostConnection: ResolverTypeWrapper<
    Omit<BoostConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["BoostEdge"]>;
      nodes: Array<ResolversTypes["Boost"]>;
    }
  >;
  BoostEdge: ResolverTypeWrapper<
    Omit<BoostEdge, "node"> & { node: ResolversTypes["Boost"] }
  >;
  Order: ResolverTypeWrapper<OrderModel>;
  Commission: ResolverTypeWrapper<CommissionModel>;
  CommissionPayee: CommissionPayee;
  CommissionStatus: CommissionStatus;
  CommissionEntry: ResolverTypeWrapper<CommissionEntryModel>;
  CommissionEntryKind: CommissionEntryKind;
  CommissionConnection: ResolverTypeWrapper<
    Omit<CommissionConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["CommissionEdge"]>;
      nodes: Array<ResolversTypes["Commission"]>;
    }
  >;
  CommissionEdge: ResolverTypeWrapper<
    Omit<CommissionEdge, "node"> & { node: ResolversTypes["Commission"] }
  >;
  CommissionTotals: ResolverTypeWrapper<CommissionTotalsModel>;
  OrderStatus: OrderStatus;
  OrderConnection: ResolverTypeWrapper<
    Omit<OrderConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["OrderEdge"]>;
      nodes: Array<ResolversTypes["Order"]>;
    }
  >;
  OrderEdge: ResolverTypeWrapper<
    Omit<OrderEdge, "node"> & { node: ResolversTypes["Order"] }
  >;
  Journey: ResolverTypeWrapper<JourneyModel>;
  Touch: ResolverTypeWrapper<TouchModel>;
  OrderLine: ResolverTypeWrapper<OrderLineModel>;
  Refund: ResolverTypeWrapper<RefundModel>;
  Mutation: ResolverTypeWrapper<{}>;
  JointAccountGrantInput: JointAccountGrantInput;
  JointAccountGrantPayload: ResolverTypeWrapper<
    Omit<JointAccountGrantPayload, "jointAccount"> & {
      jointAccount?: Maybe<ResolversTypes["JointAccount"]>;
    }
  >;
  JointAccountRevokeInput: JointAccountRevokeInput;
  JointAccountRevokePayload: ResolverTypeWrapper<
    Omit<JointAccountRevokePayload, "jointAccount"> & {
      jointAccount?: Maybe<ResolversTypes["JointAccount"]>;
    }
  >;
  DataGapDeclareInput: DataGapDeclareInput;
  DataGapDeclarePayload: ResolverTypeWrapper<
    Omit<DataGapDeclarePayload, "dataGap"> & {
      dataGap?: Maybe<ResolversTypes["DataGap"]>;
    }
  >;
  ProductLinkOpenInput: ProductLinkOpenInput;
  ProductLinkOpenPayload: ResolverTypeWrapper<ProductLinkOpenPayload>;
  LinkClick: ResolverTypeWrapper<LinkClick>;
  EventsRecordInput: EventsRecordInput;
  EventInput: EventInput;
  OrderEventInput: OrderEventInput;
  EventsRecordPayload: ResolverTypeWrapper<EventsRecordPayload>;
  EventResult: ResolverTypeWrapper<EventResult>;
  EventOutcome: EventOutcome;
  UncountedReason: UncountedReason;
  CampaignCreateInput: CampaignCreateInput;
  CampaignCreatePayload: ResolverTypeWrapper<
    Omit<CampaignCreatePayload, "campaign"> & {
      campaign?: Maybe<ResolversTypes["Campaign"]>;
    }
  >;
  CampaignUpdateInput: CampaignUpdateInput;
  CampaignUpdatePayload: ResolverTypeWrapper<
    Omit<CampaignUpdatePayload, "campaign"> & {
      campaign?: Maybe<ResolversTypes["Campaign"]>;
    }
  >;
  BoostAddInput: BoostAddInput;
  BoostAddPayload: ResolverTypeWrapper<
    Omit<BoostAddPayload, "boost"> & { boost?: Maybe<ResolversTypes["Boost"]> }
  >;
  Subscription: ResolverTypeWrapper<{}>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars["DateTime"];
  Date: Scalars["Date"];
  URL: Scalars["URL"];
  BigInt: Scalars["BigInt"];
  Decimal: Scalars["Decimal"];
  PageInfo: PageInfo;
  Boolean: Scalars["Boolean"];
  String: Scalars["String"];
  UserError: UserError;
  DateRange: DateRange;
  Freshness: FreshnessModel;
  Money: Money;
  MoneyInput: MoneyInput;
  Query: {};
  ID: Scalars["ID"];
  Int: Scalars["Int"];
  ConversionFilter: ConversionFilter;
  ProductFilter: ProductFilter;
  Note: NoteModel;
  Source: SourceModel;
  Author: AuthorModel;
  Search: SearchModel;
  ProductLink: ProductLinkModel;
  LinkDestination: LinkDestinationModel;
  Product: ProductModel;
  RelatedNote: RelatedNoteModel;
  RelatedProduct: RelatedProductModel;
  ProductConnection: Omit<ProductConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["ProductEdge"]>;
    nodes: Array<ResolversParentTypes["Product"]>;
  };
  ProductEdge: Omit<ProductEdge, "node"> & {
    node: ResolversParentTypes["Product"];
  };
  Shop: ShopModel;
  FunnelReport: FunnelReportModel;
  FunnelRow: FunnelRowModel;
  Funnel: FunnelModel;
  FunnelStep: FunnelStepModel;
  Audience: AudienceModel;
  AudienceCohort: AudienceCohort;
  SearchInsights: SearchInsightsModel;
  UpliftReport: UpliftReportModel;
  IndustryReadership: IndustryReadership;
  UpliftRow: UpliftRowModel;
  MixShift: MixShift;
  DecimalInterval: DecimalInterval;
  Repurchase: RepurchaseModel;
  IncrementalityReport: IncrementalityReportModel;
  PlatformIncrement: Omit<PlatformIncrement, "platform"> & {
    platform: ResolversParentTypes["Platform"];
  };
  LogisticsService: LogisticsService;
  ConversionStats: ConversionStatsModel;
  ConversionDay: ConversionDay;
  Conversion: ConversionModel;
  ConversionConnection: Omit<
    ConversionConnection,
    "edges" | "nodes" | "freshness"
  > & {
    edges: Array<ResolversParentTypes["ConversionEdge"]>;
    nodes: Array<ResolversParentTypes["Conversion"]>;
    freshness: ResolversParentTypes["Freshness"];
  };
  ConversionEdge: Omit<ConversionEdge, "node"> & {
    node: ResolversParentTypes["Conversion"];
  };
  JointAccount: JointAccountModel;
  JointAccountGrant: JointAccountGrantModel;
  DataGap: DataGapModel;
  Platform: PlatformModel;
  PlatformConnection: Omit<PlatformConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["PlatformEdge"]>;
    nodes: Array<ResolversParentTypes["Platform"]>;
  };
  PlatformEdge: Omit<PlatformEdge, "node"> & {
    node: ResolversParentTypes["Platform"];
  };
  Partnership: PartnershipModel;
  ReportedFigure: ReportedFigure;
  Campaign: CampaignModel;
  CampaignConnection: Omit<CampaignConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["CampaignEdge"]>;
    nodes: Array<ResolversParentTypes["Campaign"]>;
  };
  CampaignEdge: Omit<CampaignEdge, "node"> & {
    node: ResolversParentTypes["Campaign"];
  };
  Boost: BoostModel;
  BoostProposals: Omit<BoostProposals, "proposals"> & {
    proposals: Array<ResolversParentTypes["BoostProposal"]>;
  };
  BoostProposal: BoostProposalModel;
  BoostConnection: Omit<BoostConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["BoostEdge"]>;
    nodes: Array<ResolversParentTypes["Boost"]>;
  };
  BoostEdge: Omit<BoostEdge, "node"> & { node: ResolversParentTypes["Boost"] };
  Order: OrderModel;
  Commission: CommissionModel;
  CommissionEntry: CommissionEntryModel;
  CommissionConnection: Omit<CommissionConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["CommissionEdge"]>;
    nodes: Array<ResolversParentTypes["Commission"]>;
  };
  CommissionEdge: Omit<CommissionEdge, "node"> & {
    node: ResolversParentTypes["Commission"];
  };
  CommissionTotals: CommissionTotalsModel;
  OrderConnection: Omit<OrderConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["OrderEdge"]>;
    nodes: Array<ResolversParentTypes["Order"]>;
  };
  OrderEdge: Omit<OrderEdge, "node"> & { node: ResolversParentTypes["Order"] };
  Journey: JourneyModel;
  Touch: TouchModel;
  OrderLine: OrderLineModel;
  Refund: RefundModel;
  Mutation: {};
  JointAccountGrantInput: JointAccountGrantInput;
  JointAccountGrantPayload: Omit<JointAccountGrantPayload, "jointAccount"> & {
    jointAccount?: Maybe<ResolversParentTypes["JointAccount"]>;
  };
  JointAccountRevokeInput: JointAccountRevokeInput;
  JointAccountRevokePayload: Omit<JointAccountRevokePayload, "jointAccount"> & {
    jointAccount?: Maybe<ResolversParentTypes["JointAccount"]>;
  };
  DataGapDeclareInput: DataGapDeclareInput;
  DataGapDeclarePayload: Omit<DataGapDeclarePayload, "dataGap"> & {
    dataGap?: Maybe<ResolversParentTypes["DataGap"]>;
  };
  ProductLinkOpenInput: ProductLinkOpenInput;
  ProductLinkOpenPayload: ProductLinkOpenPayload;
  LinkClick: LinkClick;
  EventsRecordInput: EventsRecordInput;
  EventInput: EventInput;
  OrderEventInput: OrderEventInput;
  EventsRecordPayload: EventsRecordPayload;
  EventResult: EventResult;
  CampaignCreateInput: CampaignCreateInput;
  CampaignCreatePayload: Omit<CampaignCreatePayload, "campaign"> & {
    campaign?: Maybe<ResolversParentTypes["Campaign"]>;
  };
  CampaignUpdateInput: CampaignUpdateInput;
  CampaignUpdatePayload: Omit<CampaignUpdatePayload, "campaign"> & {
    campaign?: Maybe<ResolversParentTypes["Campaign"]>;
  };
  BoostAddInput: BoostAddInput;
  BoostAddPayload: Omit<BoostAddPayload, "boost"> & {
    boost?: Maybe<ResolversParentTypes["Boost"]>;
  };
  Subscription: {};
};

export type cacheControlDirectiveArgs = {
  maxAge?: Maybe<Scalars["Int"]>;
  scope?: Maybe<cacheControl__Scope>;
  inheritMaxAge?: Maybe<Scalars["Boolean"]>;
};

export type cacheControlDirectiveResolver<
  Result,
  Parent,
  ContextType = Context,
  Args = cacheControlDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["DateTime"],
  any
> {
  name: "DateTime";
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["Date"],
  any
> {
  name: "Date";
}

export interface URLScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["URL"],
  any
> {
  name: "URL";
}

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["BigInt"],
  any
> {
  name: "BigInt";
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["Decimal"],
  any
> {
  name: "Decimal";
}

export type PageInfoResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["PageInfo"] =
    ResolversParentTypes["PageInfo"],
> = {
  hasNextPage?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  hasPreviousPage?: Resolver<
    ResolversTypes["Boolean"],
    ParentType,
    ContextType
  >;
  startCursor?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  endCursor?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["UserError"] =
    ResolversParentTypes["UserError"],
> = {
  field?: Resolver<
    Maybe<Array<ResolversTypes["String"]>>,
    ParentType,
    ContextType
  >;
  code?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  message?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FreshnessResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Freshness"] =
    ResolversParentTypes["Freshness"],
> = {
  asOf?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  watermark?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  finality?: Resolver<ResolversTypes["Finality"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Money"] =
    ResolversParentTypes["Money"],
> = {
  amount?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  currencyCode?: Resolver<
    ResolversTypes["CurrencyCode"],
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Query"] =
    ResolversParentTypes["Query"],
> = {
  product?: Resolver<
    Maybe<ResolversTypes["Product"]>,
    ParentType,
    ContextType,
    RequireFields<QueryproductArgs, "id">
  >;
  productByPlatformId?: Resolver<
    Maybe<ResolversTypes["Product"]>,
    ParentType,
    ContextType,
    RequireFields<
      QueryproductByPlatformIdArgs,
      "platformId" | "platformProductId"
    >
  >;
  products?: Resolver<
    Maybe<ResolversTypes["ProductConnection"]>,
    ParentType,
    ContextType,
    RequireFields<QueryproductsArgs, "first">
  >;
  shop?: Resolver<
    Maybe<ResolversTypes["Shop"]>,
    ParentType,
    ContextType,
    RequireFields<QueryshopArgs, "id">
  >;
  source?: Resolver<
    Maybe<ResolversTypes["Source"]>,
    ParentType,
    ContextType,
    RequireFields<QuerysourceArgs, "id">
  >;
  order?: Resolver<
    Maybe<ResolversTypes["Order"]>,
    ParentType,
    ContextType,
    RequireFields<QueryorderArgs, "id">
  >;
  campaign?: Resolver<
    Maybe<ResolversTypes["Campaign"]>,
    ParentType,
    ContextType,
    RequireFields<QuerycampaignArgs, "id">
  >;
  conversions?: Resolver<
    Maybe<ResolversTypes["ConversionConnection"]>,
    ParentType,
    ContextType,
    RequireFields<QueryconversionsArgs, "first">
  >;
  upliftReport?: Resolver<
    Maybe<ResolversTypes["UpliftReport"]>,
    ParentType,
    ContextType,
    RequireFields<QueryupliftReportArgs, "range" | "basis">
  >;
  commissions?: Resolver<
    Maybe<ResolversTypes["CommissionConnection"]>,
    ParentType,
    ContextType,
    RequireFields<QuerycommissionsArgs, "first">
  >;
  platforms?: Resolver<
    Maybe<ResolversTypes["PlatformConnection"]>,
    ParentType,
    ContextType,
    RequireFields<QueryplatformsArgs, "first">
  >;
  partnerships?: Resolver<
    Maybe<Array<ResolversTypes["Partnership"]>>,
    ParentType,
    ContextType,
    Partial<QuerypartnershipsArgs>
  >;
  reportedFigures?: Resolver<
    Maybe<Array<ResolversTypes["ReportedFigure"]>>,
    ParentType,
    ContextType,
    Partial<QueryreportedFiguresArgs>
  >;
};

export type NoteResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Note"] =
    ResolversParentTypes["Note"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Note"]>,
    { __typename: "Note" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<
    ResolversTypes["ID"],
    { __typename: "Note" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;

  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    { __typename: "Note" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType,
    RequireFields<NoteconversionArgs, "window" | "model">
  >;
  readToOrderRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    { __typename: "Note" } & GraphQLRecursivePick<ParentType, { id: true }> &
      GraphQLRecursivePick<ParentType, { readCount: true }>,
    ContextType
  >;
  related?: Resolver<
    Maybe<Array<ResolversTypes["RelatedNote"]>>,
    { __typename: "Note" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType,
    RequireFields<NoterelatedArgs, "first">
  >;
  boosts?: Resolver<
    Maybe<ResolversTypes["BoostConnection"]>,
    { __typename: "Note" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType,
    RequireFields<NoteboostsArgs, "first">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Source"] =
    ResolversParentTypes["Source"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Source"]>,
    { __typename: "Source" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<SourceconversionArgs, "window" | "model">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthorResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Author"] =
    ResolversParentTypes["Author"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Author"]>,
    { __typename: "Author" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  commissions?: Resolver<
    Maybe<ResolversTypes["CommissionConnection"]>,
    ParentType,
    ContextType,
    RequireFields<AuthorcommissionsArgs, "first">
  >;
  commissionTotals?: Resolver<
    Maybe<ResolversTypes["CommissionTotals"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Search"] =
    ResolversParentTypes["Search"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Search"]>,
    { __typename: "Search" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<
    ResolversTypes["ID"],
    { __typename: "Search" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;

  products?: Resolver<
    Maybe<ResolversTypes["ProductConnection"]>,
    { __typename: "Search" } & GraphQLRecursivePick<ParentType, { id: true }> &
      GraphQLRecursivePick<ParentType, { text: true }>,
    ContextType,
    RequireFields<SearchproductsArgs, "first">
  >;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    { __typename: "Search" } & GraphQLRecursivePick<ParentType, { id: true }> &
      GraphQLRecursivePick<ParentType, { text: true }>,
    ContextType,
    RequireFields<SearchconversionArgs, "window" | "model">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductLinkResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ProductLink"] =
    ResolversParentTypes["ProductLink"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["ProductLink"]>,
    { __typename: "ProductLink" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  destination?: Resolver<
    Maybe<ResolversTypes["LinkDestination"]>,
    ParentType,
    ContextType,
    RequireFields<ProductLinkdestinationArgs, "client">
  >;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<ProductLinkconversionArgs, "window" | "model">
  >;
  commissionRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDestinationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["LinkDestination"] =
    ResolversParentTypes["LinkDestination"],
> = {
  jumpUrl?: Resolver<ResolversTypes["URL"], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes["Platform"], ParentType, ContextType>;
  opensInPlace?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Product"] =
    ResolversParentTypes["Product"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Product"]>,
    { __typename: "Product" } & (
      | GraphQLRecursivePick<ParentType, { id: true }>
      | GraphQLRecursivePick<
          ParentType,
          { platformId: true; platformProductId: true }
        >
    ),
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  platformId?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  platformProductId?: Resolver<
    ResolversTypes["String"],
    ParentType,
    ContextType
  >;
  title?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes["URL"]>, ParentType, ContextType>;
  industry?: Resolver<ResolversTypes["Industry"], ParentType, ContextType>;
  price?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  compareAtPrice?: Resolver<
    Maybe<ResolversTypes["Money"]>,
    ParentType,
    ContextType
  >;
  availableForSale?: Resolver<
    ResolversTypes["Boolean"],
    ParentType,
    ContextType
  >;
  shop?: Resolver<ResolversTypes["Shop"], ParentType, ContextType>;
  salesTrack?: Resolver<ResolversTypes["SalesTrack"], ParentType, ContextType>;
  soldAtLeast?: Resolver<Maybe<ResolversTypes["Int"]>, ParentType, ContextType>;
  boughtTogether?: Resolver<
    Maybe<Array<ResolversTypes["RelatedProduct"]>>,
    ParentType,
    ContextType,
    RequireFields<ProductboughtTogetherArgs, "first">
  >;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<ProductconversionArgs, "window" | "model">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelatedNoteResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["RelatedNote"] =
    ResolversParentTypes["RelatedNote"],
> = {
  note?: Resolver<ResolversTypes["Note"], ParentType, ContextType>;
  basis?: Resolver<
    ResolversTypes["RecommendationBasis"],
    ParentType,
    ContextType
  >;
  peopleAtLeast?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelatedProductResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["RelatedProduct"] =
    ResolversParentTypes["RelatedProduct"],
> = {
  product?: Resolver<ResolversTypes["Product"], ParentType, ContextType>;
  basis?: Resolver<
    ResolversTypes["RecommendationBasis"],
    ParentType,
    ContextType
  >;
  peopleAtLeast?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ProductConnection"] =
    ResolversParentTypes["ProductConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["ProductEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<Array<ResolversTypes["Product"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ProductEdge"] =
    ResolversParentTypes["ProductEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Product"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShopResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Shop"] =
    ResolversParentTypes["Shop"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Shop"]>,
    { __typename: "Shop" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  name?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes["ShopKind"], ParentType, ContextType>;
  brandName?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  industry?: Resolver<ResolversTypes["Industry"], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes["Platform"], ParentType, ContextType>;
  paymentMethods?: Resolver<
    Array<ResolversTypes["PaymentMethod"]>,
    ParentType,
    ContextType
  >;
  logistics?: Resolver<
    Array<ResolversTypes["LogisticsService"]>,
    ParentType,
    ContextType
  >;
  products?: Resolver<
    ResolversTypes["ProductConnection"],
    ParentType,
    ContextType,
    RequireFields<ShopproductsArgs, "first">
  >;
  orders?: Resolver<
    Maybe<ResolversTypes["OrderConnection"]>,
    ParentType,
    ContextType,
    RequireFields<ShopordersArgs, "first">
  >;
  commissions?: Resolver<
    Maybe<ResolversTypes["CommissionConnection"]>,
    ParentType,
    ContextType,
    RequireFields<ShopcommissionsArgs, "first">
  >;
  commissionTotals?: Resolver<
    Maybe<ResolversTypes["CommissionTotals"]>,
    ParentType,
    ContextType
  >;
  jointAccount?: Resolver<
    Maybe<ResolversTypes["JointAccount"]>,
    ParentType,
    ContextType
  >;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<ShopconversionArgs, "window" | "model">
  >;
  repurchase?: Resolver<
    Maybe<ResolversTypes["Repurchase"]>,
    ParentType,
    ContextType,
    RequireFields<ShoprepurchaseArgs, "range">
  >;
  incrementality?: Resolver<
    Maybe<ResolversTypes["IncrementalityReport"]>,
    ParentType,
    ContextType,
    RequireFields<ShopincrementalityArgs, "range">
  >;
  campaigns?: Resolver<
    Maybe<ResolversTypes["CampaignConnection"]>,
    ParentType,
    ContextType,
    RequireFields<ShopcampaignsArgs, "first">
  >;
  boostProposals?: Resolver<
    Maybe<ResolversTypes["BoostProposals"]>,
    ParentType,
    ContextType,
    RequireFields<ShopboostProposalsArgs, "first">
  >;
  funnel?: Resolver<
    Maybe<ResolversTypes["FunnelReport"]>,
    ParentType,
    ContextType,
    RequireFields<
      ShopfunnelArgs,
      "range" | "groupBy" | "window" | "model" | "first"
    >
  >;
  audience?: Resolver<
    Maybe<ResolversTypes["Audience"]>,
    ParentType,
    ContextType,
    RequireFields<ShopaudienceArgs, "range">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FunnelReportResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["FunnelReport"] =
    ResolversParentTypes["FunnelReport"],
> = {
  window?: Resolver<
    ResolversTypes["AttributionWindow"],
    ParentType,
    ContextType
  >;
  model?: Resolver<ResolversTypes["AttributionModel"], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes["FunnelRow"]>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes["Funnel"], ParentType, ContextType>;
  withheldRows?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    ParentType,
    ContextType
  >;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FunnelRowResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["FunnelRow"] =
    ResolversParentTypes["FunnelRow"],
> = {
  note?: Resolver<Maybe<ResolversTypes["Note"]>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes["Product"]>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes["Author"]>, ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes["Date"]>, ParentType, ContextType>;
  industry?: Resolver<
    Maybe<ResolversTypes["Industry"]>,
    ParentType,
    ContextType
  >;
  platform?: Resolver<
    Maybe<ResolversTypes["Platform"]>,
    ParentType,
    ContextType
  >;
  campaign?: Resolver<
    Maybe<ResolversTypes["Campaign"]>,
    ParentType,
    ContextType
  >;
  ageCohort?: Resolver<
    Maybe<ResolversTypes["AgeCohort"]>,
    ParentType,
    ContextType
  >;
  funnel?: Resolver<ResolversTypes["Funnel"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FunnelResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Funnel"] =
    ResolversParentTypes["Funnel"],
> = {
  steps?: Resolver<
    Array<ResolversTypes["FunnelStep"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FunnelStepResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["FunnelStep"] =
    ResolversParentTypes["FunnelStep"],
> = {
  stage?: Resolver<ResolversTypes["FunnelStage"], ParentType, ContextType>;
  events?: Resolver<Maybe<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  rateFromPrevious?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  sales?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AudienceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Audience"] =
    ResolversParentTypes["Audience"],
> = {
  cohorts?: Resolver<
    Array<ResolversTypes["AudienceCohort"]>,
    ParentType,
    ContextType
  >;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    ParentType,
    ContextType
  >;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AudienceCohortResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["AudienceCohort"] =
    ResolversParentTypes["AudienceCohort"],
> = {
  ageCohort?: Resolver<ResolversTypes["AgeCohort"], ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes["Decimal"]>, ParentType, ContextType>;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchInsightsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["SearchInsights"] =
    ResolversParentTypes["SearchInsights"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["SearchInsights"]>,
    { __typename: "SearchInsights" } & GraphQLRecursivePick<
      ParentType,
      { from: true; to: true }
    >,
    ContextType
  >;
  from?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  to?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  beforePurchaseShare?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  beforePurchaseWithheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  dataGaps?: Resolver<
    Maybe<Array<ResolversTypes["DataGap"]>>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpliftReportResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["UpliftReport"] =
    ResolversParentTypes["UpliftReport"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["UpliftReport"]>,
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  id?: Resolver<
    ResolversTypes["ID"],
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  basis?: Resolver<
    ResolversTypes["UpliftBasis"],
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  from?: Resolver<
    ResolversTypes["Date"],
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  to?: Resolver<
    ResolversTypes["Date"],
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  baselineFrom?: Resolver<
    Maybe<ResolversTypes["Date"]>,
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  baselineTo?: Resolver<
    Maybe<ResolversTypes["Date"]>,
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;

  rows?: Resolver<
    Maybe<Array<ResolversTypes["UpliftRow"]>>,
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    > &
      GraphQLRecursivePick<
        ParentType,
        {
          readership: {
            industry: true;
            isBaseline: true;
            readers: true;
            impressions: true;
            reads: true;
            interactions: true;
          };
        }
      >,
    ContextType
  >;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  freshness?: Resolver<
    ResolversTypes["Freshness"],
    { __typename: "UpliftReport" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndustryReadershipResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["IndustryReadership"] =
    ResolversParentTypes["IndustryReadership"],
> = {
  industry?: Resolver<
    Maybe<ResolversTypes["Industry"]>,
    ParentType,
    ContextType
  >;
  isBaseline?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  readers?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  impressions?: Resolver<
    Array<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  reads?: Resolver<Array<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  interactions?: Resolver<
    Array<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpliftRowResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["UpliftRow"] =
    ResolversParentTypes["UpliftRow"],
> = {
  industry?: Resolver<
    Maybe<ResolversTypes["Industry"]>,
    ParentType,
    ContextType
  >;
  metric?: Resolver<ResolversTypes["UpliftMetric"], ParentType, ContextType>;
  baseline?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  current?: Resolver<Maybe<ResolversTypes["Decimal"]>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes["Decimal"]>, ParentType, ContextType>;
  confidence95?: Resolver<
    Maybe<ResolversTypes["DecimalInterval"]>,
    ParentType,
    ContextType
  >;
  difference?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  difference95?: Resolver<
    Maybe<ResolversTypes["DecimalInterval"]>,
    ParentType,
    ContextType
  >;
  baselineSize?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  currentSize?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  baselinePeople?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  people?: Resolver<Maybe<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  mixShift?: Resolver<
    Maybe<ResolversTypes["MixShift"]>,
    ParentType,
    ContextType
  >;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MixShiftResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["MixShift"] =
    ResolversParentTypes["MixShift"],
> = {
  changeAtBaselineMix?: Resolver<
    ResolversTypes["Decimal"],
    ParentType,
    ContextType
  >;
  isMisleading?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DecimalIntervalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["DecimalInterval"] =
    ResolversParentTypes["DecimalInterval"],
> = {
  low?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  high?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RepurchaseResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Repurchase"] =
    ResolversParentTypes["Repurchase"],
> = {
  buyers?: Resolver<Maybe<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  repeatBuyers?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  repeatRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  seededRepeatRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  medianDays?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    ParentType,
    ContextType
  >;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IncrementalityReportResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["IncrementalityReport"] =
    ResolversParentTypes["IncrementalityReport"],
> = {
  rows?: Resolver<
    Array<ResolversTypes["PlatformIncrement"]>,
    ParentType,
    ContextType
  >;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    ParentType,
    ContextType
  >;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlatformIncrementResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["PlatformIncrement"] =
    ResolversParentTypes["PlatformIncrement"],
> = {
  platform?: Resolver<ResolversTypes["Platform"], ParentType, ContextType>;
  exposedPeople?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  controlPeople?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  visits?: Resolver<Maybe<ResolversTypes["Decimal"]>, ParentType, ContextType>;
  visits95?: Resolver<
    Maybe<ResolversTypes["DecimalInterval"]>,
    ParentType,
    ContextType
  >;
  orders?: Resolver<Maybe<ResolversTypes["Decimal"]>, ParentType, ContextType>;
  orders95?: Resolver<
    Maybe<ResolversTypes["DecimalInterval"]>,
    ParentType,
    ContextType
  >;
  sales?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  salesLow?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  salesHigh?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogisticsServiceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["LogisticsService"] =
    ResolversParentTypes["LogisticsService"],
> = {
  provider?: Resolver<
    ResolversTypes["LogisticsProvider"],
    ParentType,
    ContextType
  >;
  legs?: Resolver<
    Array<ResolversTypes["LogisticsLeg"]>,
    ParentType,
    ContextType
  >;
  features?: Resolver<
    Array<ResolversTypes["LogisticsFeature"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversionStatsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ConversionStats"] =
    ResolversParentTypes["ConversionStats"],
> = {
  window?: Resolver<
    ResolversTypes["AttributionWindow"],
    ParentType,
    ContextType
  >;
  model?: Resolver<ResolversTypes["AttributionModel"], ParentType, ContextType>;
  linkClicks?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  shopVisits?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  addToCarts?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  orders?: Resolver<Maybe<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  creditedOrders?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  newCustomerOrders?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  grossSales?: Resolver<
    Maybe<ResolversTypes["Money"]>,
    ParentType,
    ContextType
  >;
  refunds?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  netSales?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  conversionRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  byDay?: Resolver<
    Maybe<Array<ResolversTypes["ConversionDay"]>>,
    ParentType,
    ContextType
  >;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    ParentType,
    ContextType
  >;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversionDayResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ConversionDay"] =
    ResolversParentTypes["ConversionDay"],
> = {
  day?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  linkClicks?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  shopVisits?: Resolver<
    Maybe<ResolversTypes["BigInt"]>,
    ParentType,
    ContextType
  >;
  orders?: Resolver<Maybe<ResolversTypes["BigInt"]>, ParentType, ContextType>;
  creditedOrders?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  netSales?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Conversion"] =
    ResolversParentTypes["Conversion"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Conversion"]>,
    { __typename: "Conversion" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes["FunnelStage"], ParentType, ContextType>;
  state?: Resolver<ResolversTypes["ConversionState"], ParentType, ContextType>;
  version?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes["ID"]>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes["Note"]>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes["Source"]>, ParentType, ContextType>;
  productLink?: Resolver<
    Maybe<ResolversTypes["ProductLink"]>,
    ParentType,
    ContextType
  >;
  product?: Resolver<Maybe<ResolversTypes["Product"]>, ParentType, ContextType>;
  shop?: Resolver<Maybe<ResolversTypes["Shop"]>, ParentType, ContextType>;
  platformOrderId?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  platformLineId?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  quantity?: Resolver<Maybe<ResolversTypes["Int"]>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes["Money"]>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversionConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ConversionConnection"] =
    ResolversParentTypes["ConversionConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["ConversionEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<
    Array<ResolversTypes["Conversion"]>,
    ParentType,
    ContextType
  >;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversionEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ConversionEdge"] =
    ResolversParentTypes["ConversionEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Conversion"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JointAccountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["JointAccount"] =
    ResolversParentTypes["JointAccount"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["JointAccount"]>,
    { __typename: "JointAccount" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes["Shop"], ParentType, ContextType>;
  status?: Resolver<
    ResolversTypes["JointAccountStatus"],
    ParentType,
    ContextType
  >;
  grants?: Resolver<
    Array<ResolversTypes["JointAccountGrant"]>,
    ParentType,
    ContextType
  >;
  history?: Resolver<
    Array<ResolversTypes["JointAccountGrant"]>,
    ParentType,
    ContextType,
    RequireFields<JointAccounthistoryArgs, "first">
  >;
  createdAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    ParentType,
    ContextType,
    RequireFields<JointAccountdataGapsArgs, "first">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JointAccountGrantResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["JointAccountGrant"] =
    ResolversParentTypes["JointAccountGrant"],
> = {
  party?: Resolver<ResolversTypes["JointParty"], ParentType, ContextType>;
  grantedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  revokedAt?: Resolver<
    Maybe<ResolversTypes["DateTime"]>,
    ParentType,
    ContextType
  >;
  grantedBy?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  revokedBy?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataGapResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["DataGap"] =
    ResolversParentTypes["DataGap"],
> = {
  platform?: Resolver<ResolversTypes["Platform"], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  endedAt?: Resolver<
    Maybe<ResolversTypes["DateTime"]>,
    ParentType,
    ContextType
  >;
  reason?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  declared?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlatformResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Platform"] =
    ResolversParentTypes["Platform"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Platform"]>,
    { __typename: "Platform" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  name?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  englishName?: Resolver<
    Maybe<ResolversTypes["String"]>,
    ParentType,
    ContextType
  >;
  category?: Resolver<
    ResolversTypes["PlatformCategory"],
    ParentType,
    ContextType
  >;
  connectedOn?: Resolver<
    Maybe<ResolversTypes["Date"]>,
    ParentType,
    ContextType
  >;
  capabilities?: Resolver<
    Array<ResolversTypes["PlatformCapability"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlatformConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["PlatformConnection"] =
    ResolversParentTypes["PlatformConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["PlatformEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<Array<ResolversTypes["Platform"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlatformEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["PlatformEdge"] =
    ResolversParentTypes["PlatformEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Platform"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartnershipResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Partnership"] =
    ResolversParentTypes["Partnership"],
> = {
  name?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes["PartnershipKind"], ParentType, ContextType>;
  parties?: Resolver<
    Array<ResolversTypes["Platform"]>,
    ParentType,
    ContextType
  >;
  effectiveOn?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReportedFigureResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ReportedFigure"] =
    ResolversParentTypes["ReportedFigure"],
> = {
  subject?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  value?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  comparator?: Resolver<
    ResolversTypes["FigureComparator"],
    ParentType,
    ContextType
  >;
  period?: Resolver<Maybe<ResolversTypes["String"]>, ParentType, ContextType>;
  yearOverYear?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  claim?: Resolver<ResolversTypes["ClaimKind"], ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes["String"]>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  publishedOn?: Resolver<
    Maybe<ResolversTypes["Date"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Campaign"] =
    ResolversParentTypes["Campaign"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Campaign"]>,
    { __typename: "Campaign" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  name?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes["Shop"], ParentType, ContextType>;
  status?: Resolver<ResolversTypes["CampaignStatus"], ParentType, ContextType>;
  merchantBudget?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  marketplaceBudget?: Resolver<
    ResolversTypes["Money"],
    ParentType,
    ContextType
  >;
  merchantSpent?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  marketplaceSpent?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  contentPlatformSpent?: Resolver<
    ResolversTypes["Money"],
    ParentType,
    ContextType
  >;
  spent?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  boosts?: Resolver<
    ResolversTypes["BoostConnection"],
    ParentType,
    ContextType,
    RequireFields<CampaignboostsArgs, "first">
  >;
  startsOn?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes["Date"]>, ParentType, ContextType>;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<CampaignconversionArgs, "window" | "model">
  >;
  returnOnAdSpend?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType,
    RequireFields<CampaignreturnOnAdSpendArgs, "window" | "model">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CampaignConnection"] =
    ResolversParentTypes["CampaignConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["CampaignEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<Array<ResolversTypes["Campaign"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CampaignEdge"] =
    ResolversParentTypes["CampaignEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Campaign"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Boost"] =
    ResolversParentTypes["Boost"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Boost"]>,
    { __typename: "Boost" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes["Note"]>, ParentType, ContextType>;
  campaign?: Resolver<ResolversTypes["Campaign"], ParentType, ContextType>;
  fundedBy?: Resolver<ResolversTypes["JointParty"], ParentType, ContextType>;
  budget?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  spent?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  impressions?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostProposalsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["BoostProposals"] =
    ResolversParentTypes["BoostProposals"],
> = {
  from?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  to?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  proposals?: Resolver<
    Array<ResolversTypes["BoostProposal"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostProposalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["BoostProposal"] =
    ResolversParentTypes["BoostProposal"],
> = {
  note?: Resolver<ResolversTypes["Note"], ParentType, ContextType>;
  linkClicks?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  creditedOrders?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  netSales?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  conversionRate?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  conversionRateAtLeast?: Resolver<
    ResolversTypes["Decimal"],
    ParentType,
    ContextType
  >;
  shopConversionRate?: Resolver<
    ResolversTypes["Decimal"],
    ParentType,
    ContextType
  >;
  budget?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["BoostConnection"] =
    ResolversParentTypes["BoostConnection"],
> = {
  edges?: Resolver<Array<ResolversTypes["BoostEdge"]>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes["Boost"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["BoostEdge"] =
    ResolversParentTypes["BoostEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Boost"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Order"] =
    ResolversParentTypes["Order"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Order"]>,
    { __typename: "Order" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  platformOrderId?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  shop?: Resolver<ResolversTypes["Shop"], ParentType, ContextType>;
  status?: Resolver<ResolversTypes["OrderStatus"], ParentType, ContextType>;
  paymentMethod?: Resolver<
    Maybe<ResolversTypes["PaymentMethod"]>,
    ParentType,
    ContextType
  >;
  placedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  paidAt?: Resolver<Maybe<ResolversTypes["DateTime"]>, ParentType, ContextType>;
  receivedAt?: Resolver<
    Maybe<ResolversTypes["DateTime"]>,
    ParentType,
    ContextType
  >;
  lines?: Resolver<Array<ResolversTypes["OrderLine"]>, ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes["Refund"]>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  logistics?: Resolver<
    Maybe<ResolversTypes["LogisticsService"]>,
    ParentType,
    ContextType
  >;
  journey?: Resolver<
    Maybe<ResolversTypes["Journey"]>,
    ParentType,
    ContextType,
    RequireFields<OrderjourneyArgs, "model" | "window">
  >;
  commissions?: Resolver<
    Maybe<Array<ResolversTypes["Commission"]>>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommissionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Commission"] =
    ResolversParentTypes["Commission"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Commission"]>,
    { __typename: "Commission" } & GraphQLRecursivePick<
      ParentType,
      { id: true }
    >,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes["Order"]>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes["Note"]>, ParentType, ContextType>;
  productLink?: Resolver<
    Maybe<ResolversTypes["ProductLink"]>,
    ParentType,
    ContextType
  >;
  shop?: Resolver<ResolversTypes["Shop"], ParentType, ContextType>;
  payee?: Resolver<ResolversTypes["CommissionPayee"], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes["Author"]>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  base?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  status?: Resolver<
    ResolversTypes["CommissionStatus"],
    ParentType,
    ContextType
  >;
  heldUntil?: Resolver<
    Maybe<ResolversTypes["DateTime"]>,
    ParentType,
    ContextType
  >;
  entries?: Resolver<
    Array<ResolversTypes["CommissionEntry"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommissionEntryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CommissionEntry"] =
    ResolversParentTypes["CommissionEntry"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  kind?: Resolver<
    ResolversTypes["CommissionEntryKind"],
    ParentType,
    ContextType
  >;
  amount?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommissionConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CommissionConnection"] =
    ResolversParentTypes["CommissionConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["CommissionEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<
    Array<ResolversTypes["Commission"]>,
    ParentType,
    ContextType
  >;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommissionEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CommissionEdge"] =
    ResolversParentTypes["CommissionEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Commission"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommissionTotalsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CommissionTotals"] =
    ResolversParentTypes["CommissionTotals"],
> = {
  estimated?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  held?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  payable?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  dataGaps?: Resolver<
    Array<ResolversTypes["DataGap"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["OrderConnection"] =
    ResolversParentTypes["OrderConnection"],
> = {
  edges?: Resolver<Array<ResolversTypes["OrderEdge"]>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes["Order"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["OrderEdge"] =
    ResolversParentTypes["OrderEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Order"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JourneyResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Journey"] =
    ResolversParentTypes["Journey"],
> = {
  daysToOrder?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  touches?: Resolver<Array<ResolversTypes["Touch"]>, ParentType, ContextType>;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TouchResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Touch"] =
    ResolversParentTypes["Touch"],
> = {
  sourceId?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes["Note"]>, ParentType, ContextType>;
  productLink?: Resolver<
    Maybe<ResolversTypes["ProductLink"]>,
    ParentType,
    ContextType
  >;
  stage?: Resolver<ResolversTypes["FunnelStage"], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderLineResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["OrderLine"] =
    ResolversParentTypes["OrderLine"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes["Product"]>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  paid?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Refund"] =
    ResolversParentTypes["Refund"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  refundedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Mutation"] =
    ResolversParentTypes["Mutation"],
> = {
  productLinkOpen?: Resolver<
    Maybe<ResolversTypes["ProductLinkOpenPayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationproductLinkOpenArgs, "input">
  >;
  eventsRecord?: Resolver<
    Maybe<ResolversTypes["EventsRecordPayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationeventsRecordArgs, "input">
  >;
  campaignCreate?: Resolver<
    Maybe<ResolversTypes["CampaignCreatePayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationcampaignCreateArgs, "input">
  >;
  campaignUpdate?: Resolver<
    Maybe<ResolversTypes["CampaignUpdatePayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationcampaignUpdateArgs, "input">
  >;
  boostAdd?: Resolver<
    Maybe<ResolversTypes["BoostAddPayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationboostAddArgs, "input">
  >;
  jointAccountGrant?: Resolver<
    Maybe<ResolversTypes["JointAccountGrantPayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationjointAccountGrantArgs, "input">
  >;
  jointAccountRevoke?: Resolver<
    Maybe<ResolversTypes["JointAccountRevokePayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationjointAccountRevokeArgs, "input">
  >;
  dataGapDeclare?: Resolver<
    Maybe<ResolversTypes["DataGapDeclarePayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationdataGapDeclareArgs, "input">
  >;
};

export type JointAccountGrantPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["JointAccountGrantPayload"] =
    ResolversParentTypes["JointAccountGrantPayload"],
> = {
  jointAccount?: Resolver<
    Maybe<ResolversTypes["JointAccount"]>,
    ParentType,
    ContextType
  >;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JointAccountRevokePayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["JointAccountRevokePayload"] =
    ResolversParentTypes["JointAccountRevokePayload"],
> = {
  jointAccount?: Resolver<
    Maybe<ResolversTypes["JointAccount"]>,
    ParentType,
    ContextType
  >;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataGapDeclarePayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["DataGapDeclarePayload"] =
    ResolversParentTypes["DataGapDeclarePayload"],
> = {
  dataGap?: Resolver<Maybe<ResolversTypes["DataGap"]>, ParentType, ContextType>;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductLinkOpenPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["ProductLinkOpenPayload"] =
    ResolversParentTypes["ProductLinkOpenPayload"],
> = {
  click?: Resolver<Maybe<ResolversTypes["LinkClick"]>, ParentType, ContextType>;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkClickResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["LinkClick"] =
    ResolversParentTypes["LinkClick"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  deepLink?: Resolver<Maybe<ResolversTypes["URL"]>, ParentType, ContextType>;
  fallbackUrl?: Resolver<ResolversTypes["URL"], ParentType, ContextType>;
  opensInPlace?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventsRecordPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["EventsRecordPayload"] =
    ResolversParentTypes["EventsRecordPayload"],
> = {
  accepted?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  results?: Resolver<
    Array<ResolversTypes["EventResult"]>,
    ParentType,
    ContextType
  >;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventResultResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["EventResult"] =
    ResolversParentTypes["EventResult"],
> = {
  index?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes["String"]>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes["EventOutcome"], ParentType, ContextType>;
  conversionId?: Resolver<Maybe<ResolversTypes["ID"]>, ParentType, ContextType>;
  uncounted?: Resolver<
    Maybe<ResolversTypes["UncountedReason"]>,
    ParentType,
    ContextType
  >;
  error?: Resolver<Maybe<ResolversTypes["UserError"]>, ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignCreatePayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CampaignCreatePayload"] =
    ResolversParentTypes["CampaignCreatePayload"],
> = {
  campaign?: Resolver<
    Maybe<ResolversTypes["Campaign"]>,
    ParentType,
    ContextType
  >;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignUpdatePayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["CampaignUpdatePayload"] =
    ResolversParentTypes["CampaignUpdatePayload"],
> = {
  campaign?: Resolver<
    Maybe<ResolversTypes["Campaign"]>,
    ParentType,
    ContextType
  >;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostAddPayloadResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["BoostAddPayload"] =
    ResolversParentTypes["BoostAddPayload"],
> = {
  boost?: Resolver<Maybe<ResolversTypes["Boost"]>, ParentType, ContextType>;
  userErrors?: Resolver<
    Array<ResolversTypes["UserError"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Subscription"] =
    ResolversParentTypes["Subscription"],
> = {
  noteConversionUpdated?: SubscriptionResolver<
    Maybe<ResolversTypes["Note"]>,
    "noteConversionUpdated",
    ParentType,
    ContextType,
    RequireFields<SubscriptionnoteConversionUpdatedArgs, "noteId">
  >;
  sourceConversionUpdated?: SubscriptionResolver<
    Maybe<ResolversTypes["Source"]>,
    "sourceConversionUpdated",
    ParentType,
    ContextType,
    RequireFields<SubscriptionsourceConversionUpdatedArgs, "sourceId">
  >;
  shopConversionUpdated?: SubscriptionResolver<
    Maybe<ResolversTypes["Shop"]>,
    "shopConversionUpdated",
    ParentType,
    ContextType,
    RequireFields<SubscriptionshopConversionUpdatedArgs, "shopId">
  >;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  BigInt?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  Search?: SearchResolvers<ContextType>;
  ProductLink?: ProductLinkResolvers<ContextType>;
  LinkDestination?: LinkDestinationResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  RelatedNote?: RelatedNoteResolvers<ContextType>;
  RelatedProduct?: RelatedProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  FunnelReport?: FunnelReportResolvers<ContextType>;
  FunnelRow?: FunnelRowResolvers<ContextType>;
  Funnel?: FunnelResolvers<ContextType>;
  FunnelStep?: FunnelStepResolvers<ContextType>;
  Audience?: AudienceResolvers<ContextType>;
  AudienceCohort?: AudienceCohortResolvers<ContextType>;
  SearchInsights?: SearchInsightsResolvers<ContextType>;
  UpliftReport?: UpliftReportResolvers<ContextType>;
  IndustryReadership?: IndustryReadershipResolvers<ContextType>;
  UpliftRow?: UpliftRowResolvers<ContextType>;
  MixShift?: MixShiftResolvers<ContextType>;
  DecimalInterval?: DecimalIntervalResolvers<ContextType>;
  Repurchase?: RepurchaseResolvers<ContextType>;
  IncrementalityReport?: IncrementalityReportResolvers<ContextType>;
  PlatformIncrement?: PlatformIncrementResolvers<ContextType>;
  LogisticsService?: LogisticsServiceResolvers<ContextType>;
  ConversionStats?: ConversionStatsResolvers<ContextType>;
  ConversionDay?: ConversionDayResolvers<ContextType>;
  Conversion?: ConversionResolvers<ContextType>;
  ConversionConnection?: ConversionConnectionResolvers<ContextType>;
  ConversionEdge?: ConversionEdgeResolvers<ContextType>;
  JointAccount?: JointAccountResolvers<ContextType>;
  JointAccountGrant?: JointAccountGrantResolvers<ContextType>;
  DataGap?: DataGapResolvers<ContextType>;
  Platform?: PlatformResolvers<ContextType>;
  PlatformConnection?: PlatformConnectionResolvers<ContextType>;
  PlatformEdge?: PlatformEdgeResolvers<ContextType>;
  Partnership?: PartnershipResolvers<ContextType>;
  ReportedFigure?: ReportedFigureResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignConnection?: CampaignConnectionResolvers<ContextType>;
  CampaignEdge?: CampaignEdgeResolvers<ContextType>;
  Boost?: BoostResolvers<ContextType>;
  BoostProposals?: BoostProposalsResolvers<ContextType>;
  BoostProposal?: BoostProposalResolvers<ContextType>;
  BoostConnection?: BoostConnectionResolvers<ContextType>;
  BoostEdge?: BoostEdgeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Commission?: CommissionResolvers<ContextType>;
  CommissionEntry?: CommissionEntryResolvers<ContextType>;
  CommissionConnection?: CommissionConnectionResolvers<ContextType>;
  CommissionEdge?: CommissionEdgeResolvers<ContextType>;
  CommissionTotals?: CommissionTotalsResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  Journey?: JourneyResolvers<ContextType>;
  Touch?: TouchResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  JointAccountGrantPayload?: JointAccountGrantPayloadResolvers<ContextType>;
  JointAccountRevokePayload?: JointAccountRevokePayloadResolvers<ContextType>;
  DataGapDeclarePayload?: DataGapDeclarePayloadResolvers<ContextType>;
  ProductLinkOpenPayload?: ProductLinkOpenPayloadResolvers<ContextType>;
  LinkClick?: LinkClickResolvers<ContextType>;
  EventsRecordPayload?: EventsRecordPayloadResolvers<ContextType>;
  EventResult?: EventResultResolvers<ContextType>;
  CampaignCreatePayload?: CampaignCreatePayloadResolvers<ContextType>;
  CampaignUpdatePayload?: CampaignUpdatePayloadResolvers<ContextType>;
  BoostAddPayload?: BoostAddPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: cacheControlDirectiveResolver<any, any, ContextType>;
};

export type Loader<TReturn, TObj, TParams, TContext> = (
  queries: Array<{
    obj: TObj;
    params: TParams;
  }>,
  context: TContext & {
    reply: import("fastify").FastifyReply;
  },
) => Promise<Array<import("mercurius-codegen").DeepPartial<TReturn>>>;
export type LoaderResolver<TReturn, TObj, TParams, TContext> =
  | Loader<TReturn, TObj, TParams, TContext>
  | {
      loader: Loader<TReturn, TObj, TParams, TContext>;
      opts?: {
        cache?: boolean;
      };
    };
export interface Loaders<
  TContext = import("mercurius").MercuriusContext & {
    reply: import("fastify").FastifyReply;
  },
> {
  PageInfo?: {
    hasNextPage?: LoaderResolver<Scalars["Boolean"], PageInfo, {}, TContext>;
    hasPreviousPage?: LoaderResolver<
      Scalars["Boolean"],
      PageInfo,
      {},
      TContext
    >;
    startCursor?: LoaderResolver<
      Maybe<Scalars["String"]>,
      PageInfo,
      {},
      TContext
    >;
    endCursor?: LoaderResolver<
      Maybe<Scalars["String"]>,
      PageInfo,
      {},
      TContext
    >;
  };

  UserError?: {
    field?: LoaderResolver<
      Maybe<Array<Scalars["String"]>>,
      UserError,
      {},
      TContext
    >;
    code?: LoaderResolver<Scalars["String"], UserError, {}, TContext>;
    message?: LoaderResolver<Scalars["String"], UserError, {}, TContext>;
  };

  Freshness?: {
    asOf?: LoaderResolver<Scalars["DateTime"], Freshness, {}, TContext>;
    watermark?: LoaderResolver<Scalars["DateTime"], Freshness, {}, TContext>;
    finality?: LoaderResolver<Finality, Freshness, {}, TContext>;
  };

  Money?: {
    amount?: LoaderResolver<Scalars["Decimal"], Money, {}, TContext>;
    currencyCode?: LoaderResolver<CurrencyCode, Money, {}, TContext>;
  };

  Note?: {
    id?: LoaderResolver<Scalars["ID"], Note, {}, TContext>;
    readCount?: LoaderResolver<Scalars["BigInt"], Note, {}, TContext>;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      Note,
      NoteconversionArgs,
      TContext
    >;
    readToOrderRate?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Note,
      {},
      TContext
    >;
    related?: LoaderResolver<
      Maybe<Array<RelatedNote>>,
      Note,
      NoterelatedArgs,
      TContext
    >;
    boosts?: LoaderResolver<
      Maybe<BoostConnection>,
      Note,
      NoteboostsArgs,
      TContext
    >;
  };

  Source?: {
    id?: LoaderResolver<Scalars["ID"], Source, {}, TContext>;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      Source,
      SourceconversionArgs,
      TContext
    >;
  };

  Author?: {
    id?: LoaderResolver<Scalars["ID"], Author, {}, TContext>;
    commissions?: LoaderResolver<
      Maybe<CommissionConnection>,
      Author,
      AuthorcommissionsArgs,
      TContext
    >;
    commissionTotals?: LoaderResolver<
      Maybe<CommissionTotals>,
      Author,
      {},
      TContext
    >;
  };

  Search?: {
    id?: LoaderResolver<Scalars["ID"], Search, {}, TContext>;
    text?: LoaderResolver<Scalars["String"], Search, {}, TContext>;
    products?: LoaderResolver<
      Maybe<ProductConnection>,
      Search,
      SearchproductsArgs,
      TContext
    >;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      Search,
      SearchconversionArgs,
      TContext
    >;
  };

  ProductLink?: {
    id?: LoaderResolver<Scalars["ID"], ProductLink, {}, TContext>;
    destination?: LoaderResolver<
      Maybe<LinkDestination>,
      ProductLink,
      ProductLinkdestinationArgs,
      TContext
    >;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      ProductLink,
      ProductLinkconversionArgs,
      TContext
    >;
    commissionRate?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      ProductLink,
      {},
      TContext
    >;
  };

  LinkDestination?: {
    jumpUrl?: LoaderResolver<Scalars["URL"], LinkDestination, {}, TContext>;
    platform?: LoaderResolver<Platform, LinkDestination, {}, TContext>;
    opensInPlace?: LoaderResolver<
      Scalars["Boolean"],
      LinkDestination,
      {},
      TContext
    >;
  };

  Product?: {
    id?: LoaderResolver<Scalars["ID"], Product, {}, TContext>;
    platformId?: LoaderResolver<Scalars["ID"], Product, {}, TContext>;
    platformProductId?: LoaderResolver<
      Scalars["String"],
      Product,
      {},
      TContext
    >;
    title?: LoaderResolver<Scalars["String"], Product, {}, TContext>;
    imageUrl?: LoaderResolver<Maybe<Scalars["URL"]>, Product, {}, TContext>;
    industry?: LoaderResolver<Industry, Product, {}, TContext>;
    price?: LoaderResolver<Money, Product, {}, TContext>;
    compareAtPrice?: LoaderResolver<Maybe<Money>, Product, {}, TContext>;
    availableForSale?: LoaderResolver<
      Scalars["Boolean"],
      Product,
      {},
      TContext
    >;
    shop?: LoaderResolver<Shop, Product, {}, TContext>;
    salesTrack?: LoaderResolver<SalesTrack, Product, {}, TContext>;
    soldAtLeast?: LoaderResolver<Maybe<Scalars["Int"]>, Product, {}, TContext>;
    boughtTogether?: LoaderResolver<
      Maybe<Array<RelatedProduct>>,
      Product,
      ProductboughtTogetherArgs,
      TContext
    >;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      Product,
      ProductconversionArgs,
      TContext
    >;
  };

  RelatedNote?: {
    note?: LoaderResolver<Note, RelatedNote, {}, TContext>;
    basis?: LoaderResolver<RecommendationBasis, RelatedNote, {}, TContext>;
    peopleAtLeast?: LoaderResolver<Scalars["Int"], RelatedNote, {}, TContext>;
  };

  RelatedProduct?: {
    product?: LoaderResolver<Product, RelatedProduct, {}, TContext>;
    basis?: LoaderResolver<RecommendationBasis, RelatedProduct, {}, TContext>;
    peopleAtLeast?: LoaderResolver<
      Scalars["Int"],
      RelatedProduct,
      {},
      TContext
    >;
  };

  ProductConnection?: {
    edges?: LoaderResolver<Array<ProductEdge>, ProductConnection, {}, TContext>;
    nodes?: LoaderResolver<Array<Product>, ProductConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, ProductConnection, {}, TContext>;
  };

  ProductEdge?: {
    cursor?: LoaderResolver<Scalars["String"], ProductEdge, {}, TContext>;
    node?: LoaderResolver<Product, ProductEdge, {}, TContext>;
  };

  Shop?: {
    id?: LoaderResolver<Scalars["ID"], Shop, {}, TContext>;
    name?: LoaderResolver<Scalars["String"], Shop, {}, TContext>;
    kind?: LoaderResolver<ShopKind, Shop, {}, TContext>;
    brandName?: LoaderResolver<Maybe<Scalars["String"]>, Shop, {}, TContext>;
    industry?: LoaderResolver<Industry, Shop, {}, TContext>;
    platform?: LoaderResolver<Platform, Shop, {}, TContext>;
    paymentMethods?: LoaderResolver<Array<PaymentMethod>, Shop, {}, TContext>;
    logistics?: LoaderResolver<Array<LogisticsService>, Shop, {}, TContext>;
    products?: LoaderResolver<
      ProductConnection,
      Shop,
      ShopproductsArgs,
      TContext
    >;
    orders?: LoaderResolver<
      Maybe<OrderConnection>,
      Shop,
      ShopordersArgs,
      TContext
    >;
    commissions?: LoaderResolver<
      Maybe<CommissionConnection>,
      Shop,
      ShopcommissionsArgs,
      TContext
    >;
    commissionTotals?: LoaderResolver<
      Maybe<CommissionTotals>,
      Shop,
      {},
      TContext
    >;
    jointAccount?: LoaderResolver<Maybe<JointAccount>, Shop, {}, TContext>;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      Shop,
      ShopconversionArgs,
      TContext
    >;
    repurchase?: LoaderResolver<
      Maybe<Repurchase>,
      Shop,
      ShoprepurchaseArgs,
      TContext
    >;
    incrementality?: LoaderResolver<
      Maybe<IncrementalityReport>,
      Shop,
      ShopincrementalityArgs,
      TContext
    >;
    campaigns?: LoaderResolver<
      Maybe<CampaignConnection>,
      Shop,
      ShopcampaignsArgs,
      TContext
    >;
    boostProposals?: LoaderResolver<
      Maybe<BoostProposals>,
      Shop,
      ShopboostProposalsArgs,
      TContext
    >;
    funnel?: LoaderResolver<
      Maybe<FunnelReport>,
      Shop,
      ShopfunnelArgs,
      TContext
    >;
    audience?: LoaderResolver<
      Maybe<Audience>,
      Shop,
      ShopaudienceArgs,
      TContext
    >;
  };

  FunnelReport?: {
    window?: LoaderResolver<AttributionWindow, FunnelReport, {}, TContext>;
    model?: LoaderResolver<AttributionModel, FunnelReport, {}, TContext>;
    rows?: LoaderResolver<Array<FunnelRow>, FunnelReport, {}, TContext>;
    totals?: LoaderResolver<Funnel, FunnelReport, {}, TContext>;
    withheldRows?: LoaderResolver<Scalars["Int"], FunnelReport, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, FunnelReport, {}, TContext>;
    dataGaps?: LoaderResolver<Array<DataGap>, FunnelReport, {}, TContext>;
    freshness?: LoaderResolver<Freshness, FunnelReport, {}, TContext>;
  };

  FunnelRow?: {
    note?: LoaderResolver<Maybe<Note>, FunnelRow, {}, TContext>;
    product?: LoaderResolver<Maybe<Product>, FunnelRow, {}, TContext>;
    author?: LoaderResolver<Maybe<Author>, FunnelRow, {}, TContext>;
    day?: LoaderResolver<Maybe<Scalars["Date"]>, FunnelRow, {}, TContext>;
    industry?: LoaderResolver<Maybe<Industry>, FunnelRow, {}, TContext>;
    platform?: LoaderResolver<Maybe<Platform>, FunnelRow, {}, TContext>;
    campaign?: LoaderResolver<Maybe<Campaign>, FunnelRow, {}, TContext>;
    ageCohort?: LoaderResolver<Maybe<AgeCohort>, FunnelRow, {}, TContext>;
    funnel?: LoaderResolver<Funnel, FunnelRow, {}, TContext>;
  };

  Funnel?: {
    steps?: LoaderResolver<Array<FunnelStep>, Funnel, {}, TContext>;
  };

  FunnelStep?: {
    stage?: LoaderResolver<FunnelStage, FunnelStep, {}, TContext>;
    events?: LoaderResolver<Maybe<Scalars["BigInt"]>, FunnelStep, {}, TContext>;
    people?: LoaderResolver<Maybe<Scalars["BigInt"]>, FunnelStep, {}, TContext>;
    rateFromPrevious?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      FunnelStep,
      {},
      TContext
    >;
    sales?: LoaderResolver<Maybe<Money>, FunnelStep, {}, TContext>;
    withheld?: LoaderResolver<Maybe<WithheldReason>, FunnelStep, {}, TContext>;
  };

  Audience?: {
    cohorts?: LoaderResolver<Array<AudienceCohort>, Audience, {}, TContext>;
    dataGaps?: LoaderResolver<Array<DataGap>, Audience, {}, TContext>;
    freshness?: LoaderResolver<Freshness, Audience, {}, TContext>;
  };

  AudienceCohort?: {
    ageCohort?: LoaderResolver<AgeCohort, AudienceCohort, {}, TContext>;
    people?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      AudienceCohort,
      {},
      TContext
    >;
    share?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      AudienceCohort,
      {},
      TContext
    >;
    withheld?: LoaderResolver<
      Maybe<WithheldReason>,
      AudienceCohort,
      {},
      TContext
    >;
  };

  SearchInsights?: {
    from?: LoaderResolver<Scalars["Date"], SearchInsights, {}, TContext>;
    to?: LoaderResolver<Scalars["Date"], SearchInsights, {}, TContext>;
    beforePurchaseShare?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      SearchInsights,
      {},
      TContext
    >;
    beforePurchaseWithheld?: LoaderResolver<
      Maybe<WithheldReason>,
      SearchInsights,
      {},
      TContext
    >;
    dataGaps?: LoaderResolver<
      Maybe<Array<DataGap>>,
      SearchInsights,
      {},
      TContext
    >;
  };

  UpliftReport?: {
    id?: LoaderResolver<Scalars["ID"], UpliftReport, {}, TContext>;
    basis?: LoaderResolver<UpliftBasis, UpliftReport, {}, TContext>;
    from?: LoaderResolver<Scalars["Date"], UpliftReport, {}, TContext>;
    to?: LoaderResolver<Scalars["Date"], UpliftReport, {}, TContext>;
    baselineFrom?: LoaderResolver<
      Maybe<Scalars["Date"]>,
      UpliftReport,
      {},
      TContext
    >;
    baselineTo?: LoaderResolver<
      Maybe<Scalars["Date"]>,
      UpliftReport,
      {},
      TContext
    >;
    readership?: LoaderResolver<
      Maybe<Array<IndustryReadership>>,
      UpliftReport,
      {},
      TContext
    >;
    rows?: LoaderResolver<Maybe<Array<UpliftRow>>, UpliftReport, {}, TContext>;
    dataGaps?: LoaderResolver<Array<DataGap>, UpliftReport, {}, TContext>;
    freshness?: LoaderResolver<Freshness, UpliftReport, {}, TContext>;
  };

  IndustryReadership?: {
    industry?: LoaderResolver<
      Maybe<Industry>,
      IndustryReadership,
      {},
      TContext
    >;
    isBaseline?: LoaderResolver<
      Scalars["Boolean"],
      IndustryReadership,
      {},
      TContext
    >;
    readers?: LoaderResolver<
      Scalars["BigInt"],
      IndustryReadership,
      {},
      TContext
    >;
    impressions?: LoaderResolver<
      Array<Scalars["BigInt"]>,
      IndustryReadership,
      {},
      TContext
    >;
    reads?: LoaderResolver<
      Array<Scalars["BigInt"]>,
      IndustryReadership,
      {},
      TContext
    >;
    interactions?: LoaderResolver<
      Array<Scalars["BigInt"]>,
      IndustryReadership,
      {},
      TContext
    >;
  };

  UpliftRow?: {
    industry?: LoaderResolver<Maybe<Industry>, UpliftRow, {}, TContext>;
    metric?: LoaderResolver<UpliftMetric, UpliftRow, {}, TContext>;
    baseline?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      UpliftRow,
      {},
      TContext
    >;
    current?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      UpliftRow,
      {},
      TContext
    >;
    change?: LoaderResolver<Maybe<Scalars["Decimal"]>, UpliftRow, {}, TContext>;
    confidence95?: LoaderResolver<
      Maybe<DecimalInterval>,
      UpliftRow,
      {},
      TContext
    >;
    difference?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      UpliftRow,
      {},
      TContext
    >;
    difference95?: LoaderResolver<
      Maybe<DecimalInterval>,
      UpliftRow,
      {},
      TContext
    >;
    baselineSize?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      UpliftRow,
      {},
      TContext
    >;
    currentSize?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      UpliftRow,
      {},
      TContext
    >;
    baselinePeople?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      UpliftRow,
      {},
      TContext
    >;
    people?: LoaderResolver<Maybe<Scalars["BigInt"]>, UpliftRow, {}, TContext>;
    mixShift?: LoaderResolver<Maybe<MixShift>, UpliftRow, {}, TContext>;
    withheld?: LoaderResolver<Maybe<WithheldReason>, UpliftRow, {}, TContext>;
  };

  MixShift?: {
    changeAtBaselineMix?: LoaderResolver<
      Scalars["Decimal"],
      MixShift,
      {},
      TContext
    >;
    isMisleading?: LoaderResolver<Scalars["Boolean"], MixShift, {}, TContext>;
  };

  DecimalInterval?: {
    low?: LoaderResolver<Scalars["Decimal"], DecimalInterval, {}, TContext>;
    high?: LoaderResolver<Scalars["Decimal"], DecimalInterval, {}, TContext>;
  };

  Repurchase?: {
    buyers?: LoaderResolver<Maybe<Scalars["BigInt"]>, Repurchase, {}, TContext>;
    repeatBuyers?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      Repurchase,
      {},
      TContext
    >;
    repeatRate?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Repurchase,
      {},
      TContext
    >;
    seededRepeatRate?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Repurchase,
      {},
      TContext
    >;
    medianDays?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Repurchase,
      {},
      TContext
    >;
    withheld?: LoaderResolver<Maybe<WithheldReason>, Repurchase, {}, TContext>;
    dataGaps?: LoaderResolver<Array<DataGap>, Repurchase, {}, TContext>;
    freshness?: LoaderResolver<Freshness, Repurchase, {}, TContext>;
  };

  IncrementalityReport?: {
    rows?: LoaderResolver<
      Array<PlatformIncrement>,
      IncrementalityReport,
      {},
      TContext
    >;
    dataGaps?: LoaderResolver<
      Array<DataGap>,
      IncrementalityReport,
      {},
      TContext
    >;
    freshness?: LoaderResolver<Freshness, IncrementalityReport, {}, TContext>;
  };

  PlatformIncrement?: {
    platform?: LoaderResolver<Platform, PlatformIncrement, {}, TContext>;
    exposedPeople?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      PlatformIncrement,
      {},
      TContext
    >;
    controlPeople?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      PlatformIncrement,
      {},
      TContext
    >;
    visits?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      PlatformIncrement,
      {},
      TContext
    >;
    visits95?: LoaderResolver<
      Maybe<DecimalInterval>,
      PlatformIncrement,
      {},
      TContext
    >;
    orders?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      PlatformIncrement,
      {},
      TContext
    >;
    orders95?: LoaderResolver<
      Maybe<DecimalInterval>,
      PlatformIncrement,
      {},
      TContext
    >;
    sales?: LoaderResolver<Maybe<Money>, PlatformIncrement, {}, TContext>;
    salesLow?: LoaderResolver<Maybe<Money>, PlatformIncrement, {}, TContext>;
    salesHigh?: LoaderResolver<Maybe<Money>, PlatformIncrement, {}, TContext>;
    withheld?: LoaderResolver<
      Maybe<WithheldReason>,
      PlatformIncrement,
      {},
      TContext
    >;
  };

  LogisticsService?: {
    provider?: LoaderResolver<
      LogisticsProvider,
      LogisticsService,
      {},
      TContext
    >;
    legs?: LoaderResolver<Array<LogisticsLeg>, LogisticsService, {}, TContext>;
    features?: LoaderResolver<
      Array<LogisticsFeature>,
      LogisticsService,
      {},
      TContext
    >;
  };

  ConversionStats?: {
    window?: LoaderResolver<AttributionWindow, ConversionStats, {}, TContext>;
    model?: LoaderResolver<AttributionModel, ConversionStats, {}, TContext>;
    linkClicks?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionStats,
      {},
      TContext
    >;
    shopVisits?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionStats,
      {},
      TContext
    >;
    addToCarts?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionStats,
      {},
      TContext
    >;
    orders?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionStats,
      {},
      TContext
    >;
    creditedOrders?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      ConversionStats,
      {},
      TContext
    >;
    newCustomerOrders?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionStats,
      {},
      TContext
    >;
    grossSales?: LoaderResolver<Maybe<Money>, ConversionStats, {}, TContext>;
    refunds?: LoaderResolver<Maybe<Money>, ConversionStats, {}, TContext>;
    netSales?: LoaderResolver<Maybe<Money>, ConversionStats, {}, TContext>;
    conversionRate?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      ConversionStats,
      {},
      TContext
    >;
    byDay?: LoaderResolver<
      Maybe<Array<ConversionDay>>,
      ConversionStats,
      {},
      TContext
    >;
    withheld?: LoaderResolver<
      Maybe<WithheldReason>,
      ConversionStats,
      {},
      TContext
    >;
    dataGaps?: LoaderResolver<Array<DataGap>, ConversionStats, {}, TContext>;
    freshness?: LoaderResolver<Freshness, ConversionStats, {}, TContext>;
  };

  ConversionDay?: {
    day?: LoaderResolver<Scalars["Date"], ConversionDay, {}, TContext>;
    linkClicks?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionDay,
      {},
      TContext
    >;
    shopVisits?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionDay,
      {},
      TContext
    >;
    orders?: LoaderResolver<
      Maybe<Scalars["BigInt"]>,
      ConversionDay,
      {},
      TContext
    >;
    creditedOrders?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      ConversionDay,
      {},
      TContext
    >;
    netSales?: LoaderResolver<Maybe<Money>, ConversionDay, {}, TContext>;
  };

  Conversion?: {
    id?: LoaderResolver<Scalars["ID"], Conversion, {}, TContext>;
    eventId?: LoaderResolver<Scalars["String"], Conversion, {}, TContext>;
    stage?: LoaderResolver<FunnelStage, Conversion, {}, TContext>;
    state?: LoaderResolver<ConversionState, Conversion, {}, TContext>;
    version?: LoaderResolver<Scalars["Int"], Conversion, {}, TContext>;
    sourceId?: LoaderResolver<Maybe<Scalars["ID"]>, Conversion, {}, TContext>;
    note?: LoaderResolver<Maybe<Note>, Conversion, {}, TContext>;
    source?: LoaderResolver<Maybe<Source>, Conversion, {}, TContext>;
    productLink?: LoaderResolver<Maybe<ProductLink>, Conversion, {}, TContext>;
    product?: LoaderResolver<Maybe<Product>, Conversion, {}, TContext>;
    shop?: LoaderResolver<Maybe<Shop>, Conversion, {}, TContext>;
    platformOrderId?: LoaderResolver<
      Maybe<Scalars["String"]>,
      Conversion,
      {},
      TContext
    >;
    platformLineId?: LoaderResolver<
      Maybe<Scalars["String"]>,
      Conversion,
      {},
      TContext
    >;
    quantity?: LoaderResolver<Maybe<Scalars["Int"]>, Conversion, {}, TContext>;
    value?: LoaderResolver<Maybe<Money>, Conversion, {}, TContext>;
    occurredAt?: LoaderResolver<Scalars["DateTime"], Conversion, {}, TContext>;
    receivedAt?: LoaderResolver<Scalars["DateTime"], Conversion, {}, TContext>;
    changedAt?: LoaderResolver<Scalars["DateTime"], Conversion, {}, TContext>;
  };

  ConversionConnection?: {
    edges?: LoaderResolver<
      Array<ConversionEdge>,
      ConversionConnection,
      {},
      TContext
    >;
    nodes?: LoaderResolver<
      Array<Conversion>,
      ConversionConnection,
      {},
      TContext
    >;
    pageInfo?: LoaderResolver<PageInfo, ConversionConnection, {}, TContext>;
    freshness?: LoaderResolver<Freshness, ConversionConnection, {}, TContext>;
  };

  ConversionEdge?: {
    cursor?: LoaderResolver<Scalars["String"], ConversionEdge, {}, TContext>;
    node?: LoaderResolver<Conversion, ConversionEdge, {}, TContext>;
  };

  JointAccount?: {
    id?: LoaderResolver<Scalars["ID"], JointAccount, {}, TContext>;
    shop?: LoaderResolver<Shop, JointAccount, {}, TContext>;
    status?: LoaderResolver<JointAccountStatus, JointAccount, {}, TContext>;
    grants?: LoaderResolver<
      Array<JointAccountGrant>,
      JointAccount,
      {},
      TContext
    >;
    history?: LoaderResolver<
      Array<JointAccountGrant>,
      JointAccount,
      JointAccounthistoryArgs,
      TContext
    >;
    createdAt?: LoaderResolver<Scalars["DateTime"], JointAccount, {}, TContext>;
    dataGaps?: LoaderResolver<
      Array<DataGap>,
      JointAccount,
      JointAccountdataGapsArgs,
      TContext
    >;
  };

  JointAccountGrant?: {
    party?: LoaderResolver<JointParty, JointAccountGrant, {}, TContext>;
    grantedAt?: LoaderResolver<
      Scalars["DateTime"],
      JointAccountGrant,
      {},
      TContext
    >;
    revokedAt?: LoaderResolver<
      Maybe<Scalars["DateTime"]>,
      JointAccountGrant,
      {},
      TContext
    >;
    grantedBy?: LoaderResolver<
      Maybe<Scalars["String"]>,
      JointAccountGrant,
      {},
      TContext
    >;
    revokedBy?: LoaderResolver<
      Maybe<Scalars["String"]>,
      JointAccountGrant,
      {},
      TContext
    >;
  };

  DataGap?: {
    platform?: LoaderResolver<Platform, DataGap, {}, TContext>;
    startedAt?: LoaderResolver<Scalars["DateTime"], DataGap, {}, TContext>;
    endedAt?: LoaderResolver<Maybe<Scalars["DateTime"]>, DataGap, {}, TContext>;
    reason?: LoaderResolver<Scalars["String"], DataGap, {}, TContext>;
    declared?: LoaderResolver<Scalars["Boolean"], DataGap, {}, TContext>;
  };

  Platform?: {
    id?: LoaderResolver<Scalars["ID"], Platform, {}, TContext>;
    name?: LoaderResolver<Scalars["String"], Platform, {}, TContext>;
    englishName?: LoaderResolver<
      Maybe<Scalars["String"]>,
      Platform,
      {},
      TContext
    >;
    category?: LoaderResolver<PlatformCategory, Platform, {}, TContext>;
    connectedOn?: LoaderResolver<
      Maybe<Scalars["Date"]>,
      Platform,
      {},
      TContext
    >;
    capabilities?: LoaderResolver<
      Array<PlatformCapability>,
      Platform,
      {},
      TContext
    >;
  };

  PlatformConnection?: {
    edges?: LoaderResolver<
      Array<PlatformEdge>,
      PlatformConnection,
      {},
      TContext
    >;
    nodes?: LoaderResolver<Array<Platform>, PlatformConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, PlatformConnection, {}, TContext>;
    totalCount?: LoaderResolver<
      Scalars["Int"],
      PlatformConnection,
      {},
      TContext
    >;
  };

  PlatformEdge?: {
    cursor?: LoaderResolver<Scalars["String"], PlatformEdge, {}, TContext>;
    node?: LoaderResolver<Platform, PlatformEdge, {}, TContext>;
  };

  Partnership?: {
    name?: LoaderResolver<Scalars["String"], Partnership, {}, TContext>;
    kind?: LoaderResolver<PartnershipKind, Partnership, {}, TContext>;
    parties?: LoaderResolver<Array<Platform>, Partnership, {}, TContext>;
    effectiveOn?: LoaderResolver<Scalars["Date"], Partnership, {}, TContext>;
    summary?: LoaderResolver<Scalars["String"], Partnership, {}, TContext>;
  };

  ReportedFigure?: {
    subject?: LoaderResolver<Scalars["String"], ReportedFigure, {}, TContext>;
    metric?: LoaderResolver<Scalars["String"], ReportedFigure, {}, TContext>;
    value?: LoaderResolver<Scalars["Decimal"], ReportedFigure, {}, TContext>;
    unit?: LoaderResolver<Scalars["String"], ReportedFigure, {}, TContext>;
    comparator?: LoaderResolver<FigureComparator, ReportedFigure, {}, TContext>;
    period?: LoaderResolver<
      Maybe<Scalars["String"]>,
      ReportedFigure,
      {},
      TContext
    >;
    yearOverYear?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      ReportedFigure,
      {},
      TContext
    >;
    claim?: LoaderResolver<ClaimKind, ReportedFigure, {}, TContext>;
    speaker?: LoaderResolver<
      Maybe<Scalars["String"]>,
      ReportedFigure,
      {},
      TContext
    >;
    source?: LoaderResolver<Scalars["String"], ReportedFigure, {}, TContext>;
    publishedOn?: LoaderResolver<
      Maybe<Scalars["Date"]>,
      ReportedFigure,
      {},
      TContext
    >;
  };

  Campaign?: {
    id?: LoaderResolver<Scalars["ID"], Campaign, {}, TContext>;
    name?: LoaderResolver<Scalars["String"], Campaign, {}, TContext>;
    shop?: LoaderResolver<Shop, Campaign, {}, TContext>;
    status?: LoaderResolver<CampaignStatus, Campaign, {}, TContext>;
    merchantBudget?: LoaderResolver<Money, Campaign, {}, TContext>;
    marketplaceBudget?: LoaderResolver<Money, Campaign, {}, TContext>;
    merchantSpent?: LoaderResolver<Money, Campaign, {}, TContext>;
    marketplaceSpent?: LoaderResolver<Money, Campaign, {}, TContext>;
    contentPlatformSpent?: LoaderResolver<Money, Campaign, {}, TContext>;
    spent?: LoaderResolver<Money, Campaign, {}, TContext>;
    boosts?: LoaderResolver<
      BoostConnection,
      Campaign,
      CampaignboostsArgs,
      TContext
    >;
    startsOn?: LoaderResolver<Scalars["Date"], Campaign, {}, TContext>;
    endsOn?: LoaderResolver<Maybe<Scalars["Date"]>, Campaign, {}, TContext>;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      Campaign,
      CampaignconversionArgs,
      TContext
    >;
    returnOnAdSpend?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Campaign,
      CampaignreturnOnAdSpendArgs,
      TContext
    >;
  };

  CampaignConnection?: {
    edges?: LoaderResolver<
      Array<CampaignEdge>,
      CampaignConnection,
      {},
      TContext
    >;
    nodes?: LoaderResolver<Array<Campaign>, CampaignConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, CampaignConnection, {}, TContext>;
  };

  CampaignEdge?: {
    cursor?: LoaderResolver<Scalars["String"], CampaignEdge, {}, TContext>;
    node?: LoaderResolver<Campaign, CampaignEdge, {}, TContext>;
  };

  Boost?: {
    id?: LoaderResolver<Scalars["ID"], Boost, {}, TContext>;
    note?: LoaderResolver<Maybe<Note>, Boost, {}, TContext>;
    campaign?: LoaderResolver<Campaign, Boost, {}, TContext>;
    fundedBy?: LoaderResolver<JointParty, Boost, {}, TContext>;
    budget?: LoaderResolver<Money, Boost, {}, TContext>;
    spent?: LoaderResolver<Money, Boost, {}, TContext>;
    impressions?: LoaderResolver<Scalars["BigInt"], Boost, {}, TContext>;
    addedAt?: LoaderResolver<Scalars["DateTime"], Boost, {}, TContext>;
  };

  BoostProposals?: {
    from?: LoaderResolver<Scalars["Date"], BoostProposals, {}, TContext>;
    to?: LoaderResolver<Scalars["Date"], BoostProposals, {}, TContext>;
    proposals?: LoaderResolver<
      Array<BoostProposal>,
      BoostProposals,
      {},
      TContext
    >;
  };

  BoostProposal?: {
    note?: LoaderResolver<Note, BoostProposal, {}, TContext>;
    linkClicks?: LoaderResolver<Scalars["BigInt"], BoostProposal, {}, TContext>;
    creditedOrders?: LoaderResolver<
      Scalars["Decimal"],
      BoostProposal,
      {},
      TContext
    >;
    netSales?: LoaderResolver<Money, BoostProposal, {}, TContext>;
    conversionRate?: LoaderResolver<
      Scalars["Decimal"],
      BoostProposal,
      {},
      TContext
    >;
    conversionRateAtLeast?: LoaderResolver<
      Scalars["Decimal"],
      BoostProposal,
      {},
      TContext
    >;
    shopConversionRate?: LoaderResolver<
      Scalars["Decimal"],
      BoostProposal,
      {},
      TContext
    >;
    budget?: LoaderResolver<Money, BoostProposal, {}, TContext>;
  };

  BoostConnection?: {
    edges?: LoaderResolver<Array<BoostEdge>, BoostConnection, {}, TContext>;
    nodes?: LoaderResolver<Array<Boost>, BoostConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, BoostConnection, {}, TContext>;
  };

  BoostEdge?: {
    cursor?: LoaderResolver<Scalars["String"], BoostEdge, {}, TContext>;
    node?: LoaderResolver<Boost, BoostEdge, {}, TContext>;
  };

  Order?: {
    id?: LoaderResolver<Scalars["ID"], Order, {}, TContext>;
    platformOrderId?: LoaderResolver<Scalars["String"], Order, {}, TContext>;
    shop?: LoaderResolver<Shop, Order, {}, TContext>;
    status?: LoaderResolver<OrderStatus, Order, {}, TContext>;
    paymentMethod?: LoaderResolver<Maybe<PaymentMethod>, Order, {}, TContext>;
    placedAt?: LoaderResolver<Scalars["DateTime"], Order, {}, TContext>;
    paidAt?: LoaderResolver<Maybe<Scalars["DateTime"]>, Order, {}, TContext>;
    receivedAt?: LoaderResolver<
      Maybe<Scalars["DateTime"]>,
      Order,
      {},
      TContext
    >;
    lines?: LoaderResolver<Array<OrderLine>, Order, {}, TContext>;
    refunds?: LoaderResolver<Array<Refund>, Order, {}, TContext>;
    total?: LoaderResolver<Money, Order, {}, TContext>;
    logistics?: LoaderResolver<Maybe<LogisticsService>, Order, {}, TContext>;
    journey?: LoaderResolver<Maybe<Journey>, Order, OrderjourneyArgs, TContext>;
    commissions?: LoaderResolver<Maybe<Array<Commission>>, Order, {}, TContext>;
  };

  Commission?: {
    id?: LoaderResolver<Scalars["ID"], Commission, {}, TContext>;
    order?: LoaderResolver<Maybe<Order>, Commission, {}, TContext>;
    note?: LoaderResolver<Maybe<Note>, Commission, {}, TContext>;
    productLink?: LoaderResolver<Maybe<ProductLink>, Commission, {}, TContext>;
    shop?: LoaderResolver<Shop, Commission, {}, TContext>;
    payee?: LoaderResolver<CommissionPayee, Commission, {}, TContext>;
    author?: LoaderResolver<Maybe<Author>, Commission, {}, TContext>;
    rate?: LoaderResolver<Scalars["Decimal"], Commission, {}, TContext>;
    base?: LoaderResolver<Money, Commission, {}, TContext>;
    amount?: LoaderResolver<Money, Commission, {}, TContext>;
    paid?: LoaderResolver<Money, Commission, {}, TContext>;
    status?: LoaderResolver<CommissionStatus, Commission, {}, TContext>;
    heldUntil?: LoaderResolver<
      Maybe<Scalars["DateTime"]>,
      Commission,
      {},
      TContext
    >;
    entries?: LoaderResolver<Array<CommissionEntry>, Commission, {}, TContext>;
  };

  CommissionEntry?: {
    id?: LoaderResolver<Scalars["ID"], CommissionEntry, {}, TContext>;
    kind?: LoaderResolver<CommissionEntryKind, CommissionEntry, {}, TContext>;
    amount?: LoaderResolver<Money, CommissionEntry, {}, TContext>;
    postedAt?: LoaderResolver<
      Scalars["DateTime"],
      CommissionEntry,
      {},
      TContext
    >;
  };

  CommissionConnection?: {
    edges?: LoaderResolver<
      Array<CommissionEdge>,
      CommissionConnection,
      {},
      TContext
    >;
    nodes?: LoaderResolver<
      Array<Commission>,
      CommissionConnection,
      {},
      TContext
    >;
    pageInfo?: LoaderResolver<PageInfo, CommissionConnection, {}, TContext>;
  };

  CommissionEdge?: {
    cursor?: LoaderResolver<Scalars["String"], CommissionEdge, {}, TContext>;
    node?: LoaderResolver<Commission, CommissionEdge, {}, TContext>;
  };

  CommissionTotals?: {
    estimated?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    held?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    payable?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    paid?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    dataGaps?: LoaderResolver<Array<DataGap>, CommissionTotals, {}, TContext>;
  };

  OrderConnection?: {
    edges?: LoaderResolver<Array<OrderEdge>, OrderConnection, {}, TContext>;
    nodes?: LoaderResolver<Array<Order>, OrderConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, OrderConnection, {}, TContext>;
  };

  OrderEdge?: {
    cursor?: LoaderResolver<Scalars["String"], OrderEdge, {}, TContext>;
    node?: LoaderResolver<Order, OrderEdge, {}, TContext>;
  };

  Journey?: {
    daysToOrder?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Journey,
      {},
      TContext
    >;
    touches?: LoaderResolver<Array<Touch>, Journey, {}, TContext>;
    withheld?: LoaderResolver<Maybe<WithheldReason>, Journey, {}, TContext>;
  };

  Touch?: {
    sourceId?: LoaderResolver<Scalars["ID"], Touch, {}, TContext>;
    note?: LoaderResolver<Maybe<Note>, Touch, {}, TContext>;
    productLink?: LoaderResolver<Maybe<ProductLink>, Touch, {}, TContext>;
    stage?: LoaderResolver<FunnelStage, Touch, {}, TContext>;
    occurredAt?: LoaderResolver<Scalars["DateTime"], Touch, {}, TContext>;
    credit?: LoaderResolver<Scalars["Decimal"], Touch, {}, TContext>;
  };

  OrderLine?: {
    id?: LoaderResolver<Scalars["ID"], OrderLine, {}, TContext>;
    product?: LoaderResolver<Maybe<Product>, OrderLine, {}, TContext>;
    quantity?: LoaderResolver<Scalars["Int"], OrderLine, {}, TContext>;
    paid?: LoaderResolver<Money, OrderLine, {}, TContext>;
    refunded?: LoaderResolver<Money, OrderLine, {}, TContext>;
  };

  Refund?: {
    id?: LoaderResolver<Scalars["ID"], Refund, {}, TContext>;
    amount?: LoaderResolver<Money, Refund, {}, TContext>;
    refundedAt?: LoaderResolver<Scalars["DateTime"], Refund, {}, TContext>;
  };

  JointAccountGrantPayload?: {
    jointAccount?: LoaderResolver<
      Maybe<JointAccount>,
      JointAccountGrantPayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      JointAccountGrantPayload,
      {},
      TContext
    >;
  };

  JointAccountRevokePayload?: {
    jointAccount?: LoaderResolver<
      Maybe<JointAccount>,
      JointAccountRevokePayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      JointAccountRevokePayload,
      {},
      TContext
    >;
  };

  DataGapDeclarePayload?: {
    dataGap?: LoaderResolver<
      Maybe<DataGap>,
      DataGapDeclarePayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      DataGapDeclarePayload,
      {},
      TContext
    >;
  };

  ProductLinkOpenPayload?: {
    click?: LoaderResolver<
      Maybe<LinkClick>,
      ProductLinkOpenPayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      ProductLinkOpenPayload,
      {},
      TContext
    >;
  };

  LinkClick?: {
    id?: LoaderResolver<Scalars["ID"], LinkClick, {}, TContext>;
    deepLink?: LoaderResolver<Maybe<Scalars["URL"]>, LinkClick, {}, TContext>;
    fallbackUrl?: LoaderResolver<Scalars["URL"], LinkClick, {}, TContext>;
    opensInPlace?: LoaderResolver<Scalars["Boolean"], LinkClick, {}, TContext>;
  };

  EventsRecordPayload?: {
    accepted?: LoaderResolver<
      Scalars["Int"],
      EventsRecordPayload,
      {},
      TContext
    >;
    duplicates?: LoaderResolver<
      Scalars["Int"],
      EventsRecordPayload,
      {},
      TContext
    >;
    rejected?: LoaderResolver<
      Scalars["Int"],
      EventsRecordPayload,
      {},
      TContext
    >;
    results?: LoaderResolver<
      Array<EventResult>,
      EventsRecordPayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      EventsRecordPayload,
      {},
      TContext
    >;
  };

  EventResult?: {
    index?: LoaderResolver<Scalars["Int"], EventResult, {}, TContext>;
    eventId?: LoaderResolver<
      Maybe<Scalars["String"]>,
      EventResult,
      {},
      TContext
    >;
    outcome?: LoaderResolver<EventOutcome, EventResult, {}, TContext>;
    conversionId?: LoaderResolver<
      Maybe<Scalars["ID"]>,
      EventResult,
      {},
      TContext
    >;
    uncounted?: LoaderResolver<
      Maybe<UncountedReason>,
      EventResult,
      {},
      TContext
    >;
    error?: LoaderResolver<Maybe<UserError>, EventResult, {}, TContext>;
  };

  CampaignCreatePayload?: {
    campaign?: LoaderResolver<
      Maybe<Campaign>,
      CampaignCreatePayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      CampaignCreatePayload,
      {},
      TContext
    >;
  };

  CampaignUpdatePayload?: {
    campaign?: LoaderResolver<
      Maybe<Campaign>,
      CampaignUpdatePayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      CampaignUpdatePayload,
      {},
      TContext
    >;
  };

  BoostAddPayload?: {
    boost?: LoaderResolver<Maybe<Boost>, BoostAddPayload, {}, TContext>;
    userErrors?: LoaderResolver<
      Array<UserError>,
      BoostAddPayload,
      {},
      TContext
    >;
  };
}
