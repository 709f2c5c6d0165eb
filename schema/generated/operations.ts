// Written by codegen.ts; do not edit.
import type {
  GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLScalarTypeConfig,
} from "graphql";
import type { MercuriusContext } from "mercurius";
import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
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
  /** A whole number up to 2^53 - 1, always a JSON number. */
  BigInt: number;
  /** A calendar day in Asia/Shanghai, for example 2025-05-07. */
  Date: string;
  /** An instant, ISO 8601 in UTC, for example 2025-05-07T04:00:00.000Z. */
  DateTime: string;
  /** An exact decimal as a string, for example "0.2090". Never a float. */
  Decimal: string;
  URL: string;
  _FieldSet: any;
};

/** 80后, 90后, 00后: by decade of birth, as the content platform knows it. */
export type AgeCohort =
  | "BORN_BEFORE_1980"
  | "BORN_1980S"
  | "BORN_1990S"
  | "BORN_SINCE_2000"
  | "UNKNOWN";

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

/** Who writes notes: a person, a creator (博主) or a brand. */
export type Author = Node & {
  id: Scalars["ID"];
  /** What sales that the author's notes led to earn it, those that were made last first. Needs the scope commission:read, and the policy own_author: that the author is the caller, or one for whom it acts. */
  commissions?: Maybe<CommissionConnection>;
  /** What all of them come to. Needs the same. */
  commissionTotals?: Maybe<CommissionTotals>;
  name: Scalars["String"];
  kind: AuthorKind;
  avatarUrl?: Maybe<Scalars["URL"]>;
  followerCount: Scalars["BigInt"];
  notes: NoteConnection;
};

/** Who writes notes: a person, a creator (博主) or a brand. */
export type AuthorcommissionsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  status?: InputMaybe<CommissionStatus>;
};

/** Who writes notes: a person, a creator (博主) or a brand. */
export type AuthornotesArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

export type AuthorKind = "PERSON" | "CREATOR" | "BRAND";

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

export type BoostConnection = {
  edges: Array<BoostEdge>;
  nodes: Array<Boost>;
  pageInfo: PageInfo;
};

export type BoostEdge = {
  cursor: Scalars["String"];
  node: Boost;
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

/** What is proposed for a shop, of one week: Monday to Sunday in Asia/Shanghai, closed 72 hours after its end. */
export type BoostProposals = {
  from: Scalars["Date"];
  to: Scalars["Date"];
  /** Those that sold most first; those that a campaign of the shop boosts now are left out. */
  proposals: Array<BoostProposal>;
};

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

export type CampaignConnection = {
  edges: Array<CampaignEdge>;
  nodes: Array<Campaign>;
  pageInfo: PageInfo;
};

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

export type CampaignEdge = {
  cursor: Scalars["String"];
  node: Campaign;
};

/**
 * DRAFT: nothing is spent. ACTIVE: from its first day to its last. PAUSED: what was shown before still costs, nothing after. ENDED: for good, by somebody or
 * after its last day.
 */
export type CampaignStatus = "DRAFT" | "ACTIVE" | "PAUSED" | "ENDED";

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

export type ClaimKind =
  "FINANCIAL_REPORT" | "PLATFORM_STATISTIC" | "SURVEY" | "QUOTE" | "OPINION";

/** Where a person is when they tap. WEB: a browser. */
export type ClientApp = "CONTENT_APP" | "MARKETPLACE_APP" | "WECHAT" | "WEB";

/** A reader's comment under a note. */
export type Comment = Node & {
  id: Scalars["ID"];
  body: Scalars["String"];
  author: Author;
  createdAt: Scalars["DateTime"];
  intent: CommentIntent;
};

export type CommentConnection = {
  edges: Array<CommentEdge>;
  nodes: Array<Comment>;
  pageInfo: PageInfo;
};

export type CommentEdge = {
  cursor: Scalars["String"];
  node: Comment;
};

/** What a comment wants, read from its text. LINK_REQUEST: to be told where to buy it (求链接). */
export type CommentIntent =
  "LINK_REQUEST" | "PRICE_QUESTION" | "EXPERIENCE" | "OTHER";

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

export type CommissionConnection = {
  edges: Array<CommissionEdge>;
  nodes: Array<Commission>;
  pageInfo: PageInfo;
};

export type CommissionEdge = {
  cursor: Scalars["String"];
  node: Commission;
};

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

export type CommissionPayee = "AUTHOR" | "CONTENT_PLATFORM";

/**
 * ESTIMATED: the order is paid and not yet received; it counts as received 15 days after its payment, unless other terms were agreed. HELD: until the return
 * period ends (7 days after it was received, unless agreed otherwise). PAYABLE: the next payout pays it. PAID: nothing is owed of it any more, or less than nothing.
 * VOIDED: nothing is left of it, since all was refunded or another link has the credit.
 */
export type CommissionStatus =
  "ESTIMATED" | "HELD" | "PAYABLE" | "PAID" | "VOIDED";

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

/**
 * For what a person's data may be used. ATTRIBUTION: to tell sellers and authors what notes led to. PERSONALIZATION: to recommend things to others and to
 * them by what they did. AI_TRAINING: to learn from what they wrote and did.
 */
export type ConsentPurpose = "ATTRIBUTION" | "PERSONALIZATION" | "AI_TRAINING";

/** What a person says of one purpose. */
export type ConsentSetting = {
  purpose: ConsentPurpose;
  /** Of who has said nothing: true of ATTRIBUTION, as far as the platforms' events do not say that it is denied; false of the others. */
  granted: Scalars["Boolean"];
  /** When it was said; null where nothing was. */
  updatedAt?: Maybe<Scalars["DateTime"]>;
};

export type ConsentUpdateInput = {
  purpose: ConsentPurpose;
  granted: Scalars["Boolean"];
};

export type ConsentUpdatePayload = {
  consent?: Maybe<ConsentSetting>;
  userErrors: Array<UserError>;
};

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

export type ConversionConnection = {
  edges: Array<ConversionEdge>;
  nodes: Array<Conversion>;
  pageInfo: PageInfo;
  /** asOf: everything that was recorded by then, but for transactions still under way, has its place in the feed. A feed has no end, so it is LIVE. */
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

export type ConversionEdge = {
  cursor: Scalars["String"];
  node: Conversion;
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

/**
 * REPORTED: as it was first sent. RESTATED: corrected since, or no longer INVALID_TRAFFIC. RETRACTED: it never happened; it counts for nothing, and has
 * neither value nor note. INVALID_TRAFFIC: a LINK_CLICK that no person made, since the same person clicked the same link less than a second
 * before; it counts for nothing, and has no note, until that other click is taken back.
 */
export type ConversionState =
  "REPORTED" | "RESTATED" | "RETRACTED" | "INVALID_TRAFFIC";

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

/** A second currency needs a rule first for totals over shops that differ in it. */
export type CurrencyCode = "CNY";

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

/** At most 366 days. */
export type DateRange = {
  /** First day, included. */
  from: Scalars["Date"];
  /** Last day, included. */
  to: Scalars["Date"];
};

/** Both ends included. */
export type DecimalInterval = {
  low: Scalars["Decimal"];
  high: Scalars["Decimal"];
};

/** interactions = likes + saves + comments + shares + follows; clickRate = reads / impressions; engagementRate = interactions / reads. */
export type Engagement = {
  impressions: Scalars["BigInt"];
  reads: Scalars["BigInt"];
  likes: Scalars["BigInt"];
  saves: Scalars["BigInt"];
  comments: Scalars["BigInt"];
  shares: Scalars["BigInt"];
  follows: Scalars["BigInt"];
  interactions: Scalars["BigInt"];
  clickRate?: Maybe<Scalars["Decimal"]>;
  engagementRate?: Maybe<Scalars["Decimal"]>;
  freshness: Freshness;
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

/** ACCEPTED: durable, and in the next query's figures. DUPLICATE: it was accepted before. CONFLICT, REJECTED: see error. */
export type EventOutcome = "ACCEPTED" | "DUPLICATE" | "CONFLICT" | "REJECTED";

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

export type EventsRecordInput = {
  events: Array<EventInput>;
  /**
   * Names this batch for 7 days: the same batch sent again under it gets the answer of the first time, also after a crash; another batch
   * under it is refused. 1 to 200 visible ASCII characters.
   */
  idempotencyKey?: InputMaybe<Scalars["String"]>;
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

export type FigureComparator = "EXACTLY" | "ABOUT" | "MORE_THAN";

/**
 * LIVE: still in its attribution window. PROVISIONAL: the window has closed, late events may still come. FINAL: 72 hours after that, when no
 * more are expected; one that comes all the same counts on the day on which it occurred.
 */
export type Finality = "LIVE" | "PROVISIONAL" | "FINAL";

/** How complete a figure is. */
export type Freshness = {
  /** The newest event counted; where there is none, the newest of all. */
  asOf: Scalars["DateTime"];
  /** The instant before which events are expected to be complete, by the lateness seen from each source. */
  watermark: Scalars["DateTime"];
  finality: Finality;
};

export type Funnel = {
  /**
   * READ, LINK_CLICK (not under READ_THROUGH: who tapped did not just read), SHOP_VISIT, ADD_TO_CART, ORDER_PAID, and REPURCHASE: paid orders of who had bought
   * in the shop before. From SHOP_VISIT on only what the model credits to a touch within the window; of a group, what it credits to the group.
   */
  steps: Array<FunnelStep>;
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

/** ACTIVE: all three grants stand. PENDING: a party has not granted yet. SUSPENDED: a party took its grant back, while another's stands. REVOKED: none stands. */
export type JointAccountStatus = "PENDING" | "ACTIVE" | "SUSPENDED" | "REVOKED";

/** MERCHANT: whose shop it is. CONTENT_PLATFORM: where the notes are. MARKETPLACE: where the shop is. */
export type JointParty = "MERCHANT" | "CONTENT_PLATFORM" | "MARKETPLACE";

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

/** Readers asking where to buy: comments that ask for the link (求链接) and screenshots (截屏). */
export type LinkDemand = {
  linkRequests: Scalars["BigInt"];
  screenshots: Scalars["BigInt"];
  /** Link requests plus screenshots divided by twenty, the ratio that the platform reports between the two. */
  score: Scalars["Decimal"];
  topTerms: Array<Scalars["String"]>;
  freshness: Freshness;
};

export type LinkDemandConnection = {
  edges: Array<LinkDemandEdge>;
  nodes: Array<Note>;
  pageInfo: PageInfo;
};

export type LinkDemandEdge = {
  cursor: Scalars["String"];
  node: Note;
  demand: LinkDemand;
};

/** Where a product link leads, for one client. */
export type LinkDestination = {
  /** Records the tap and redirects, for wherever no mutation can be sent: plain links, QR codes, mail. */
  jumpUrl: Scalars["URL"];
  platform: Platform;
  /** True where the person can order and pay without leaving the app they are in. */
  opensInPlace: Scalars["Boolean"];
};

/** Where the card stands. */
export type LinkPlacement = "BELOW_NOTE" | "IMAGE_TAG" | "COMMENT";

/** Only an ACTIVE link is shown and leads anywhere. */
export type LinkStatus = "PENDING_REVIEW" | "ACTIVE" | "PAUSED" | "REMOVED";

export type LogisticsFeature =
  "DOOR_DELIVERY" | "ON_DEMAND_PICKUP" | "DOOR_RETURNS";

export type LogisticsLeg = "WAREHOUSING" | "EXPRESS" | "FREIGHT";

export type LogisticsProvider = "CAINIAO" | "JD_LOGISTICS" | "OTHER";

/** Who carries a shop's goods, over which legs, with which services at the door. */
export type LogisticsService = {
  provider: LogisticsProvider;
  legs: Array<LogisticsLeg>;
  features: Array<LogisticsFeature>;
};

/** What the industries' shares did to a change of all together. */
export type MixShift = {
  /** The change, had each industry kept the share (of impressions, reads) that it had in the baseline. */
  changeAtBaselineMix: Scalars["Decimal"];
  /** True where that has the other sign than change: all together moves against what its industries do (Simpson's paradox), because their shares have shifted. Then read the industries' rows. */
  isMisleading: Scalars["Boolean"];
};

export type Money = {
  amount: Scalars["Decimal"];
  currencyCode: CurrencyCode;
};

/** Of an amount: a decimal from 0 to 99999999.99 with at most two places. */
export type MoneyInput = {
  amount: Scalars["Decimal"];
  currencyCode: CurrencyCode;
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
  /** By the note's author, or who acts for it. Sending the same note, product and placement again returns the link that is there. Needs the scope link:write. */
  productLinkAttach?: Maybe<ProductLinkAttachPayload>;
  /** Needs the scope link:write. */
  productLinkRemove?: Maybe<ProductLinkRemovePayload>;
  /**
   * The caller agrees to a purpose, or no longer does. It holds here at once; commerce hears of it within seconds (COMMERCE_LINK_FEED_INTERVAL_MS). Who
   * withdraws ATTRIBUTION is a minute after that, at the latest, in no attributed figure but those that were final by then, and in no figure about people that is decided
   * later; who withdraws ATTRIBUTION or PERSONALIZATION is in no recommendation after an hour (COMMERCE_RELATED_INTERVAL_MS); who withdraws AI_TRAINING has no
   * features at once. What was told of the people of a closed period before is kept for everyone alike, since its change would tell who was in it, and
   * deleted 800 days after it was decided (CONTENT_DECIDED_DAYS, COMMERCE_DECIDED_DAYS). Needs a credential.
   */
  consentUpdate?: Maybe<ConsentUpdatePayload>;
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

export type MutationproductLinkAttachArgs = {
  input: ProductLinkAttachInput;
};

export type MutationproductLinkRemoveArgs = {
  input: ProductLinkRemoveInput;
};

export type MutationconsentUpdateArgs = {
  input: ConsentUpdateInput;
};

/**
 * What anyone may load by its id. An id tells its type by its prefix (note_, author_, link_, search_, comment_, product_, shop_) and is
 * opaque beyond it; a search's can't be guessed. Content answers node(id) and takes a product's or a shop's id on trust: where commerce
 * knows none, every field but id fails.
 */
export type Node = {
  id: Scalars["ID"];
};

/** A post of the content community (笔记). */
export type Note = Node & {
  id: Scalars["ID"];
  /** Lifetime reads (阅读). */
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
  title: Scalars["String"];
  body: Scalars["String"];
  kind: NoteKind;
  coverUrl?: Maybe<Scalars["URL"]>;
  imageUrls: Array<Scalars["URL"]>;
  videoUrl?: Maybe<Scalars["URL"]>;
  industry: Industry;
  topics: Array<Scalars["String"]>;
  publishedAt: Scalars["DateTime"];
  author: Author;
  /** Paid placement that the author declared; null for an organic note. */
  sponsorship?: Maybe<Sponsorship>;
  engagement?: Maybe<Engagement>;
  /** The newest first; with an intent, those that have it. */
  comments: CommentConnection;
  /** The product cards under the note (笔记直链), in their places: its ACTIVE links. */
  productLinks: ProductLinkConnection;
  /** How many readers asked for a link (求链接). Needs the scope demand:read. */
  linkDemand?: Maybe<LinkDemand>;
  /** What rules read from the text; null unless the author agreed to that (AI_TRAINING). Needs the scope ai:read. */
  features?: Maybe<NoteFeatures>;
};

/** A post of the content community (笔记). */
export type NoteconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

/** A post of the content community (笔记). */
export type NoterelatedArgs = {
  first?: Scalars["Int"];
};

/** A post of the content community (笔记). */
export type NoteboostsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/** A post of the content community (笔记). */
export type NoteengagementArgs = {
  range?: InputMaybe<DateRange>;
};

/** A post of the content community (笔记). */
export type NotecommentsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  intent?: InputMaybe<CommentIntent>;
};

/** A post of the content community (笔记). */
export type NoteproductLinksArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/** A post of the content community (笔记). */
export type NotelinkDemandArgs = {
  range?: InputMaybe<DateRange>;
};

export type NoteConnection = {
  edges: Array<NoteEdge>;
  nodes: Array<Note>;
  pageInfo: PageInfo;
};

export type NoteEdge = {
  cursor: Scalars["String"];
  node: Note;
};

/**
 * What rules read from a note's text: the same text gives the same features until notes are added. Needs the scope ai:read; null unless the author
 * agreed to AI_TRAINING, and null again as soon as they no longer do.
 */
export type NoteFeatures = {
  /**
   * At most 8 words, the most telling first: how often the note has each (in its title three times as much, in a topic twice) × ln((notes + 1) / (notes with the
   * word + 1)) + 1. Words are cut by a dictionary, without stop words, numbers and brands.
   */
  keywords: Array<Scalars["String"]>;
  /** At most 5 of the brands that content knows, those that sponsor notes or have an account, in the order in which the note names them. */
  brands: Array<Scalars["String"]>;
  /** -1 to 1: (praise - blame) / (praise + blame) of words in a list, turned round where something denies them; questions and wishes count for nothing. Null without any. */
  sentiment?: Maybe<Scalars["Decimal"]>;
  /** 0 to 1: 1 - 1 / 2^signs that the author used, compared, emptied or bought again what it is about; hearsay, plans and questions are none. */
  firstHand: Scalars["Decimal"];
  /** Of the rules: another one may read the same text otherwise. */
  modelVersion: Scalars["String"];
};

/** What is absent lets every note through. */
export type NoteFilter = {
  authorId?: InputMaybe<Scalars["ID"]>;
  industry?: InputMaybe<Industry>;
  /** One of Note.topics, without the #. */
  topic?: InputMaybe<Scalars["String"]>;
  /** Whether the note has an ACTIVE product link. */
  linked?: InputMaybe<Scalars["Boolean"]>;
};

export type NoteKind = "IMAGES" | "VIDEO";

/** NEWEST: by publishedAt. MOST_READ: by readCount. MOST_ENGAGED: by interactions of all time. */
export type NoteOrder = "NEWEST" | "MOST_READ" | "MOST_ENGAGED";

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

export type OrderConnection = {
  edges: Array<OrderEdge>;
  nodes: Array<Order>;
  pageInfo: PageInfo;
};

export type OrderEdge = {
  cursor: Scalars["String"];
  node: Order;
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

/** One product of an order (子订单). */
export type OrderLine = {
  id: Scalars["ID"];
  product?: Maybe<Product>;
  quantity: Scalars["Int"];
  paid: Money;
  refunded: Money;
};

/** REFUNDED: in full; Order.refunds tells of parts. */
export type OrderStatus = "PLACED" | "PAID" | "RECEIVED" | "REFUNDED";

export type PageInfo = {
  hasNextPage: Scalars["Boolean"];
  hasPreviousPage: Scalars["Boolean"];
  startCursor?: Maybe<Scalars["String"]>;
  endCursor?: Maybe<Scalars["String"]>;
};

/** An agreement between platforms. */
export type Partnership = {
  name: Scalars["String"];
  kind: PartnershipKind;
  parties: Array<Platform>;
  effectiveOn: Scalars["Date"];
  summary: Scalars["String"];
};

export type PartnershipKind =
  "CONTENT_LINKING" | "PAYMENT" | "SOCIAL_LINKING" | "LOGISTICS";

export type PaymentMethod = "ALIPAY" | "WECHAT_PAY" | "BANK_CARD";

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

/** What a platform can do for others. CONVERSION_RETURN: it returns what happened after a click. */
export type PlatformCapability =
  | "DEEP_LINK"
  | "IN_APP_CHECKOUT"
  | "PAYMENT"
  | "CONVERSION_RETURN"
  | "ADVERTISING"
  | "LOGISTICS";

export type PlatformCategory =
  | "CONTENT"
  | "SOCIAL"
  | "VIDEO"
  | "QUESTIONS"
  | "PAYMENT"
  | "LOGISTICS"
  | "MARKETPLACE"
  | "OTHER";

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

/** What a shop sells on a marketplace (商品). */
export type Product = Node & {
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
  /** Notes that link to this product, most read first. Null while content can't answer: the product still stands. */
  notes?: Maybe<NoteConnection>;
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

/** What a shop sells on a marketplace (商品). */
export type ProductnotesArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

export type ProductConnection = {
  edges: Array<ProductEdge>;
  nodes: Array<Product>;
  pageInfo: PageInfo;
};

export type ProductEdge = {
  cursor: Scalars["String"];
  node: Product;
};

export type ProductFilter = {
  shopId?: InputMaybe<Scalars["ID"]>;
  industry?: InputMaybe<Industry>;
  salesTrack?: InputMaybe<SalesTrack>;
};

/** Joins one note to one product. Content owns where the card stands; commerce owns where it leads and what it earns. */
export type ProductLink = Node & {
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
  note: Note;
  /** Null when the product can't be loaded: the rest of the note still stands. */
  product?: Maybe<Product>;
  /** Null where none was given: show the product's title. */
  label?: Maybe<Scalars["String"]>;
  placement: LinkPlacement;
  position: Scalars["Int"];
  status: LinkStatus;
  attachedAt: Scalars["DateTime"];
};

/** Joins one note to one product. Content owns where the card stands; commerce owns where it leads and what it earns. */
export type ProductLinkdestinationArgs = {
  client?: ClientApp;
};

/** Joins one note to one product. Content owns where the card stands; commerce owns where it leads and what it earns. */
export type ProductLinkconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

export type ProductLinkAttachInput = {
  noteId: Scalars["ID"];
  productId: Scalars["ID"];
  placement?: LinkPlacement;
  label?: InputMaybe<Scalars["String"]>;
};

export type ProductLinkAttachPayload = {
  productLink?: Maybe<ProductLink>;
  userErrors: Array<UserError>;
};

export type ProductLinkConnection = {
  edges: Array<ProductLinkEdge>;
  nodes: Array<ProductLink>;
  pageInfo: PageInfo;
  totalCount: Scalars["Int"];
};

export type ProductLinkEdge = {
  cursor: Scalars["String"];
  node: ProductLink;
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

export type ProductLinkRemoveInput = {
  productLinkId: Scalars["ID"];
};

export type ProductLinkRemovePayload = {
  productLink?: Maybe<ProductLink>;
  userErrors: Array<UserError>;
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
  node?: Maybe<Node>;
  /** In the order asked for; null where there is none. At most 100 ids. */
  nodes?: Maybe<Array<Maybe<Node>>>;
  /** A note by its id; null where there is none. */
  note?: Maybe<Note>;
  /** Every note that the filter lets through. */
  notes?: Maybe<NoteConnection>;
  /** An author by their id; null where there is none. */
  author?: Maybe<Author>;
  /**
   * Search notes (and, through the commerce graph, products) for a text (搜索). Asking again for the same text by the same person within
   * 30 minutes is the same search, with the same id, counted once: retries and further pages cost nothing. Never shared between people.
   * At most 200 characters.
   */
  search?: Maybe<Search>;
  /** What people search for most within the range (null: the last 7 days); never a text that too few people searched for. */
  trendingSearches?: Maybe<Array<SearchTrend>>;
  /**
   * How the community searches: who searches, who starts it, how soon newcomers do, over a day, a week from Monday on or a reporting month; told
   * 72 hours after its end. Needs the scope search:read.
   */
  searchInsights?: Maybe<SearchInsights>;
  /** Notes whose readers ask for a link (求链接) and get none, most wanted first. Needs the scope demand:read. */
  unmetLinkDemand?: Maybe<LinkDemandConnection>;
  /** What the caller agreed to, purpose by purpose: one for each, also where they have said nothing. Null where nobody is known. Needs a credential. */
  consents?: Maybe<Array<ConsentSetting>>;
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

export type QuerynodeArgs = {
  id: Scalars["ID"];
};

export type QuerynodesArgs = {
  ids: Array<Scalars["ID"]>;
};

export type QuerynoteArgs = {
  id: Scalars["ID"];
};

export type QuerynotesArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  filter?: InputMaybe<NoteFilter>;
  orderBy?: NoteOrder;
};

export type QueryauthorArgs = {
  id: Scalars["ID"];
};

export type QuerysearchArgs = {
  text: Scalars["String"];
  origin?: SearchOrigin;
};

export type QuerytrendingSearchesArgs = {
  first?: Scalars["Int"];
  range?: InputMaybe<DateRange>;
};

export type QuerysearchInsightsArgs = {
  range: DateRange;
};

export type QueryunmetLinkDemandArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
  range: DateRange;
  minRequests?: Scalars["Int"];
  industry?: InputMaybe<Industry>;
};

/**
 * BOUGHT_BOTH: the same persons paid for both products. BOUGHT_AFTER_BOTH: the same persons paid for something after a click on a link of each of the notes,
 * which was their last click in the 30 days before.
 */
export type RecommendationBasis = "BOUGHT_BOTH" | "BOUGHT_AFTER_BOTH";

export type Refund = {
  id: Scalars["ID"];
  amount: Money;
  refundedAt: Scalars["DateTime"];
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

/** 双轨制. MARKETPLACE: standard goods, sold on the partner's marketplace. NATIVE: lifestyle goods, sold in the content platform's own store. */
export type SalesTrack = "MARKETPLACE" | "NATIVE";

/** One search by one person, and what it finds. */
export type Search = Node & {
  id: Scalars["ID"];
  text: Scalars["String"];
  products?: Maybe<ProductConnection>;
  /**
   * What everyone who searched for this text did next in a reporting month (by default the newest one that is told); withheld where fewer people did than may be told of (TOO_FEW_PEOPLE), and from a merchant where it
   * led into shops that are not its own (POLICY). It is told once it is FINAL in every window, 33 days after the month's end, and stays as it is (PERIOD_OPEN, RANGE_NO_PERIOD): of what is live, one event more would tell
   * what its person had searched for. Money is the two companies' alone (POLICY): a merchant, who knows each order, could read off whose are in a sum. Needs the scope conversion:read.
   */
  conversion?: Maybe<ConversionStats>;
  /** The words that it is searched by, segmented from the text. */
  terms: Array<Scalars["String"]>;
  origin: SearchOrigin;
  searchedAt: Scalars["DateTime"];
  notes: NoteConnection;
  authors: Array<Author>;
};

/** One search by one person, and what it finds. */
export type SearchproductsArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/** One search by one person, and what it finds. */
export type SearchconversionArgs = {
  range?: InputMaybe<DateRange>;
  window?: AttributionWindow;
  model?: AttributionModel;
};

/** One search by one person, and what it finds. */
export type SearchnotesArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

/** One search by one person, and what it finds. */
export type SearchauthorsArgs = {
  first?: Scalars["Int"];
};

/**
 * How the community searched in a period. A share is to 4 decimals, of all there are; who denied consent is in none. Shares of people are of exact counts for a reporting month, and of counts rounded to 10 for a day or a
 * week: of exact ones of all periods the few of a day that is withheld would follow.
 */
export type SearchInsights = {
  from: Scalars["Date"];
  to: Scalars["Date"];
  /** Of the people who paid for an order in the period, how many searched within the 30 days before the first of these; to 4 decimals, of a day or week of counts rounded to 10. Needs the scope search:read. */
  beforePurchaseShare?: Maybe<Scalars["Decimal"]>;
  /** Why beforePurchaseShare is null. */
  beforePurchaseWithheld?: Maybe<WithheldReason>;
  /** Times within the period for which events of any platform are missing. Needs the scope search:read. */
  dataGaps?: Maybe<Array<DataGap>>;
  /** Of the people who were active (read or searched), how many searched. */
  searcherShare?: Maybe<Scalars["Decimal"]>;
  /** Of all searches, how many the person typed (SearchOrigin.USER). */
  userOriginShare?: Maybe<Scalars["Decimal"]>;
  /** Of the people who were active for the first time ever, how many searched on that first day. */
  firstDayShare?: Maybe<Scalars["Decimal"]>;
  /** Why one or more of these shares are null. */
  withheld?: Maybe<WithheldReason>;
  freshness: Freshness;
};

/** USER: typed by the person. SUGGESTED: taken from what the app offered. */
export type SearchOrigin = "USER" | "SUGGESTED";

/** A text that many people searched for. */
export type SearchTrend = {
  /** In its usual spelling: lower case, single spaces. */
  text: Scalars["String"];
  /** Each day's rounded to 10, and added up: of exact ones, two ranges that differ by a day would tell what few searched for. */
  searches: Scalars["BigInt"];
  /** searches / searches of the range of equal length before, likewise, - 1; null where too few people searched then. */
  change?: Maybe<Scalars["Decimal"]>;
};

/** A merchant's shop on one platform (店铺). */
export type Shop = Node & {
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

/** TMALL_FLAGSHIP: the brand's own on Tmall (旗舰店). TMALL, TAOBAO: another's on either. NATIVE: in the content platform's own store. */
export type ShopKind = "TMALL_FLAGSHIP" | "TMALL" | "TAOBAO" | "NATIVE";

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

export type Sponsorship = {
  kind: SponsorshipKind;
  brandName: Scalars["String"];
};

export type SponsorshipKind = "COLLABORATION" | "ADVERTISEMENT";

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

/**
 * CONSENT_DENIED: the person denied consent. INVALID_TRAFFIC: a LINK_CLICK that no person made; it may turn back, if the click that makes it one is
 * taken back, as a click may turn into one when another one comes late.
 */
export type UncountedReason = "CONSENT_DENIED" | "INVALID_TRAFFIC";

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
  /** By metric and industry, all industries together first. Null while the content platform can't be asked. */
  rows?: Maybe<Array<UpliftRow>>;
  /** Times within the period, and the one compared with, for which events are missing: of content’s platform and the shop’s; of any, where it is about the whole market. */
  dataGaps: Array<DataGap>;
  /** How much of this is known; a period's figures are decided once, 72 hours after its end. */
  freshness: Freshness;
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

/** What the caller must change. Failures of ours are in errors instead. */
export type UserError = {
  /** Path of the input field at fault; null when no single field is. */
  field?: Maybe<Array<Scalars["String"]>>;
  /** Stable; the table of errors lists them. */
  code: Scalars["String"];
  message: Scalars["String"];
};

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

export type ResolverTypeWrapper<T> = Promise<T> | T;

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
  AgeCohort: AgeCohort;
  AttributionModel: AttributionModel;
  AttributionWindow: AttributionWindow;
  Audience: ResolverTypeWrapper<Audience>;
  AudienceCohort: ResolverTypeWrapper<AudienceCohort>;
  Author: ResolverTypeWrapper<Author>;
  ID: ResolverTypeWrapper<Scalars["ID"]>;
  Int: ResolverTypeWrapper<Scalars["Int"]>;
  String: ResolverTypeWrapper<Scalars["String"]>;
  AuthorKind: AuthorKind;
  BigInt: ResolverTypeWrapper<Scalars["BigInt"]>;
  Boost: ResolverTypeWrapper<Boost>;
  BoostAddInput: BoostAddInput;
  BoostAddPayload: ResolverTypeWrapper<BoostAddPayload>;
  BoostConnection: ResolverTypeWrapper<BoostConnection>;
  BoostEdge: ResolverTypeWrapper<BoostEdge>;
  BoostProposal: ResolverTypeWrapper<BoostProposal>;
  BoostProposals: ResolverTypeWrapper<BoostProposals>;
  Campaign: ResolverTypeWrapper<Campaign>;
  CampaignConnection: ResolverTypeWrapper<CampaignConnection>;
  CampaignCreateInput: CampaignCreateInput;
  CampaignCreatePayload: ResolverTypeWrapper<CampaignCreatePayload>;
  CampaignEdge: ResolverTypeWrapper<CampaignEdge>;
  CampaignStatus: CampaignStatus;
  CampaignUpdateInput: CampaignUpdateInput;
  CampaignUpdatePayload: ResolverTypeWrapper<CampaignUpdatePayload>;
  ClaimKind: ClaimKind;
  ClientApp: ClientApp;
  Comment: ResolverTypeWrapper<Comment>;
  CommentConnection: ResolverTypeWrapper<CommentConnection>;
  CommentEdge: ResolverTypeWrapper<CommentEdge>;
  CommentIntent: CommentIntent;
  Commission: ResolverTypeWrapper<Commission>;
  CommissionConnection: ResolverTypeWrapper<CommissionConnection>;
  CommissionEdge: ResolverTypeWrapper<CommissionEdge>;
  CommissionEntry: ResolverTypeWrapper<CommissionEntry>;
  CommissionEntryKind: CommissionEntryKind;
  CommissionPayee: CommissionPayee;
  CommissionStatus: CommissionStatus;
  CommissionTotals: ResolverTypeWrapper<CommissionTotals>;
  ConsentPurpose: ConsentPurpose;
  ConsentSetting: ResolverTypeWrapper<ConsentSetting>;
  Boolean: ResolverTypeWrapper<Scalars["Boolean"]>;
  ConsentUpdateInput: ConsentUpdateInput;
  ConsentUpdatePayload: ResolverTypeWrapper<ConsentUpdatePayload>;
  Conversion: ResolverTypeWrapper<Conversion>;
  ConversionConnection: ResolverTypeWrapper<ConversionConnection>;
  ConversionDay: ResolverTypeWrapper<ConversionDay>;
  ConversionEdge: ResolverTypeWrapper<ConversionEdge>;
  ConversionFilter: ConversionFilter;
  ConversionState: ConversionState;
  ConversionStats: ResolverTypeWrapper<ConversionStats>;
  CurrencyCode: CurrencyCode;
  DataGap: ResolverTypeWrapper<DataGap>;
  DataGapDeclareInput: DataGapDeclareInput;
  DataGapDeclarePayload: ResolverTypeWrapper<DataGapDeclarePayload>;
  Date: ResolverTypeWrapper<Scalars["Date"]>;
  DateRange: DateRange;
  DateTime: ResolverTypeWrapper<Scalars["DateTime"]>;
  Decimal: ResolverTypeWrapper<Scalars["Decimal"]>;
  DecimalInterval: ResolverTypeWrapper<DecimalInterval>;
  Engagement: ResolverTypeWrapper<Engagement>;
  EventInput: EventInput;
  EventOutcome: EventOutcome;
  EventResult: ResolverTypeWrapper<EventResult>;
  EventsRecordInput: EventsRecordInput;
  EventsRecordPayload: ResolverTypeWrapper<EventsRecordPayload>;
  FigureComparator: FigureComparator;
  Finality: Finality;
  Freshness: ResolverTypeWrapper<Freshness>;
  Funnel: ResolverTypeWrapper<Funnel>;
  FunnelDimension: FunnelDimension;
  FunnelReport: ResolverTypeWrapper<FunnelReport>;
  FunnelRow: ResolverTypeWrapper<FunnelRow>;
  FunnelStage: FunnelStage;
  FunnelStep: ResolverTypeWrapper<FunnelStep>;
  IncrementalityReport: ResolverTypeWrapper<IncrementalityReport>;
  Industry: Industry;
  JointAccount: ResolverTypeWrapper<JointAccount>;
  JointAccountGrant: ResolverTypeWrapper<JointAccountGrant>;
  JointAccountGrantInput: JointAccountGrantInput;
  JointAccountGrantPayload: ResolverTypeWrapper<JointAccountGrantPayload>;
  JointAccountRevokeInput: JointAccountRevokeInput;
  JointAccountRevokePayload: ResolverTypeWrapper<JointAccountRevokePayload>;
  JointAccountStatus: JointAccountStatus;
  JointParty: JointParty;
  Journey: ResolverTypeWrapper<Journey>;
  LinkClick: ResolverTypeWrapper<LinkClick>;
  LinkDemand: ResolverTypeWrapper<LinkDemand>;
  LinkDemandConnection: ResolverTypeWrapper<LinkDemandConnection>;
  LinkDemandEdge: ResolverTypeWrapper<LinkDemandEdge>;
  LinkDestination: ResolverTypeWrapper<LinkDestination>;
  LinkPlacement: LinkPlacement;
  LinkStatus: LinkStatus;
  LogisticsFeature: LogisticsFeature;
  LogisticsLeg: LogisticsLeg;
  LogisticsProvider: LogisticsProvider;
  LogisticsService: ResolverTypeWrapper<LogisticsService>;
  MixShift: ResolverTypeWrapper<MixShift>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<{}>;
  Node:
    | ResolversTypes["Author"]
    | ResolversTypes["Comment"]
    | ResolversTypes["Note"]
    | ResolversTypes["Product"]
    | ResolversTypes["ProductLink"]
    | ResolversTypes["Search"]
    | ResolversTypes["Shop"];
  Note: ResolverTypeWrapper<Note>;
  NoteConnection: ResolverTypeWrapper<NoteConnection>;
  NoteEdge: ResolverTypeWrapper<NoteEdge>;
  NoteFeatures: ResolverTypeWrapper<NoteFeatures>;
  NoteFilter: NoteFilter;
  NoteKind: NoteKind;
  NoteOrder: NoteOrder;
  Order: ResolverTypeWrapper<Order>;
  OrderConnection: ResolverTypeWrapper<OrderConnection>;
  OrderEdge: ResolverTypeWrapper<OrderEdge>;
  OrderEventInput: OrderEventInput;
  OrderLine: ResolverTypeWrapper<OrderLine>;
  OrderStatus: OrderStatus;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Partnership: ResolverTypeWrapper<Partnership>;
  PartnershipKind: PartnershipKind;
  PaymentMethod: PaymentMethod;
  Platform: ResolverTypeWrapper<Platform>;
  PlatformCapability: PlatformCapability;
  PlatformCategory: PlatformCategory;
  PlatformConnection: ResolverTypeWrapper<PlatformConnection>;
  PlatformEdge: ResolverTypeWrapper<PlatformEdge>;
  PlatformIncrement: ResolverTypeWrapper<PlatformIncrement>;
  Product: ResolverTypeWrapper<Product>;
  ProductConnection: ResolverTypeWrapper<ProductConnection>;
  ProductEdge: ResolverTypeWrapper<ProductEdge>;
  ProductFilter: ProductFilter;
  ProductLink: ResolverTypeWrapper<ProductLink>;
  ProductLinkAttachInput: ProductLinkAttachInput;
  ProductLinkAttachPayload: ResolverTypeWrapper<ProductLinkAttachPayload>;
  ProductLinkConnection: ResolverTypeWrapper<ProductLinkConnection>;
  ProductLinkEdge: ResolverTypeWrapper<ProductLinkEdge>;
  ProductLinkOpenInput: ProductLinkOpenInput;
  ProductLinkOpenPayload: ResolverTypeWrapper<ProductLinkOpenPayload>;
  ProductLinkRemoveInput: ProductLinkRemoveInput;
  ProductLinkRemovePayload: ResolverTypeWrapper<ProductLinkRemovePayload>;
  Query: ResolverTypeWrapper<{}>;
  RecommendationBasis: RecommendationBasis;
  Refund: ResolverTypeWrapper<Refund>;
  RelatedNote: ResolverTypeWrapper<RelatedNote>;
  RelatedProduct: ResolverTypeWrapper<RelatedProduct>;
  ReportedFigure: ResolverTypeWrapper<ReportedFigure>;
  Repurchase: ResolverTypeWrapper<Repurchase>;
  SalesTrack: SalesTrack;
  Search: ResolverTypeWrapper<Search>;
  SearchInsights: ResolverTypeWrapper<SearchInsights>;
  SearchOrigin: SearchOrigin;
  SearchTrend: ResolverTypeWrapper<SearchTrend>;
  Shop: ResolverTypeWrapper<Shop>;
  ShopKind: ShopKind;
  Source: ResolverTypeWrapper<Source>;
  Sponsorship: ResolverTypeWrapper<Sponsorship>;
  SponsorshipKind: SponsorshipKind;
  Subscription: ResolverTypeWrapper<{}>;
  Touch: ResolverTypeWrapper<Touch>;
  UncountedReason: UncountedReason;
  UpliftBasis: UpliftBasis;
  UpliftMetric: UpliftMetric;
  UpliftReport: ResolverTypeWrapper<UpliftReport>;
  UpliftRow: ResolverTypeWrapper<UpliftRow>;
  URL: ResolverTypeWrapper<Scalars["URL"]>;
  UserError: ResolverTypeWrapper<UserError>;
  WithheldReason: WithheldReason;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Audience: Audience;
  AudienceCohort: AudienceCohort;
  Author: Author;
  ID: Scalars["ID"];
  Int: Scalars["Int"];
  String: Scalars["String"];
  BigInt: Scalars["BigInt"];
  Boost: Boost;
  BoostAddInput: BoostAddInput;
  BoostAddPayload: BoostAddPayload;
  BoostConnection: BoostConnection;
  BoostEdge: BoostEdge;
  BoostProposal: BoostProposal;
  BoostProposals: BoostProposals;
  Campaign: Campaign;
  CampaignConnection: CampaignConnection;
  CampaignCreateInput: CampaignCreateInput;
  CampaignCreatePayload: CampaignCreatePayload;
  CampaignEdge: CampaignEdge;
  CampaignUpdateInput: CampaignUpdateInput;
  CampaignUpdatePayload: CampaignUpdatePayload;
  Comment: Comment;
  CommentConnection: CommentConnection;
  CommentEdge: CommentEdge;
  Commission: Commission;
  CommissionConnection: CommissionConnection;
  CommissionEdge: CommissionEdge;
  CommissionEntry: CommissionEntry;
  CommissionTotals: CommissionTotals;
  ConsentSetting: ConsentSetting;
  Boolean: Scalars["Boolean"];
  ConsentUpdateInput: ConsentUpdateInput;
  ConsentUpdatePayload: ConsentUpdatePayload;
  Conversion: Conversion;
  ConversionConnection: ConversionConnection;
  ConversionDay: ConversionDay;
  ConversionEdge: ConversionEdge;
  ConversionFilter: ConversionFilter;
  ConversionStats: ConversionStats;
  DataGap: DataGap;
  DataGapDeclareInput: DataGapDeclareInput;
  DataGapDeclarePayload: DataGapDeclarePayload;
  Date: Scalars["Date"];
  DateRange: DateRange;
  DateTime: Scalars["DateTime"];
  Decimal: Scalars["Decimal"];
  DecimalInterval: DecimalInterval;
  Engagement: Engagement;
  EventInput: EventInput;
  EventResult: EventResult;
  EventsRecordInput: EventsRecordInput;
  EventsRecordPayload: EventsRecordPayload;
  Freshness: Freshness;
  Funnel: Funnel;
  FunnelReport: FunnelReport;
  FunnelRow: FunnelRow;
  FunnelStep: FunnelStep;
  IncrementalityReport: IncrementalityReport;
  JointAccount: JointAccount;
  JointAccountGrant: JointAccountGrant;
  JointAccountGrantInput: JointAccountGrantInput;
  JointAccountGrantPayload: JointAccountGrantPayload;
  JointAccountRevokeInput: JointAccountRevokeInput;
  JointAccountRevokePayload: JointAccountRevokePayload;
  Journey: Journey;
  LinkClick: LinkClick;
  LinkDemand: LinkDemand;
  LinkDemandConnection: LinkDemandConnection;
  LinkDemandEdge: LinkDemandEdge;
  LinkDestination: LinkDestination;
  LogisticsService: LogisticsService;
  MixShift: MixShift;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: {};
  Node:
    | ResolversParentTypes["Author"]
    | ResolversParentTypes["Comment"]
    | ResolversParentTypes["Note"]
    | ResolversParentTypes["Product"]
    | ResolversParentTypes["ProductLink"]
    | ResolversParentTypes["Search"]
    | ResolversParentTypes["Shop"];
  Note: Note;
  NoteConnection: NoteConnection;
  NoteEdge: NoteEdge;
  NoteFeatures: NoteFeatures;
  NoteFilter: NoteFilter;
  Order: Order;
  OrderConnection: OrderConnection;
  OrderEdge: OrderEdge;
  OrderEventInput: OrderEventInput;
  OrderLine: OrderLine;
  PageInfo: PageInfo;
  Partnership: Partnership;
  Platform: Platform;
  PlatformConnection: PlatformConnection;
  PlatformEdge: PlatformEdge;
  PlatformIncrement: PlatformIncrement;
  Product: Product;
  ProductConnection: ProductConnection;
  ProductEdge: ProductEdge;
  ProductFilter: ProductFilter;
  ProductLink: ProductLink;
  ProductLinkAttachInput: ProductLinkAttachInput;
  ProductLinkAttachPayload: ProductLinkAttachPayload;
  ProductLinkConnection: ProductLinkConnection;
  ProductLinkEdge: ProductLinkEdge;
  ProductLinkOpenInput: ProductLinkOpenInput;
  ProductLinkOpenPayload: ProductLinkOpenPayload;
  ProductLinkRemoveInput: ProductLinkRemoveInput;
  ProductLinkRemovePayload: ProductLinkRemovePayload;
  Query: {};
  Refund: Refund;
  RelatedNote: RelatedNote;
  RelatedProduct: RelatedProduct;
  ReportedFigure: ReportedFigure;
  Repurchase: Repurchase;
  Search: Search;
  SearchInsights: SearchInsights;
  SearchTrend: SearchTrend;
  Shop: Shop;
  Source: Source;
  Sponsorship: Sponsorship;
  Subscription: {};
  Touch: Touch;
  UpliftReport: UpliftReport;
  UpliftRow: UpliftRow;
  URL: Scalars["URL"];
  UserError: UserError;
};

export type AudienceResolvers<
  ContextType = MercuriusContext,
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
  ContextType = MercuriusContext,
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

export type AuthorResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Author"] =
    ResolversParentTypes["Author"],
> = {
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
  name?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes["AuthorKind"], ParentType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes["URL"]>, ParentType, ContextType>;
  followerCount?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  notes?: Resolver<
    ResolversTypes["NoteConnection"],
    ParentType,
    ContextType,
    RequireFields<AuthornotesArgs, "first">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["BigInt"],
  any
> {
  name: "BigInt";
}

export type BoostResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Boost"] =
    ResolversParentTypes["Boost"],
> = {
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

export type BoostAddPayloadResolvers<
  ContextType = MercuriusContext,
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

export type BoostConnectionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["BoostConnection"] =
    ResolversParentTypes["BoostConnection"],
> = {
  edges?: Resolver<Array<ResolversTypes["BoostEdge"]>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes["Boost"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["BoostEdge"] =
    ResolversParentTypes["BoostEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Boost"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoostProposalResolvers<
  ContextType = MercuriusContext,
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

export type BoostProposalsResolvers<
  ContextType = MercuriusContext,
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

export type CampaignResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Campaign"] =
    ResolversParentTypes["Campaign"],
> = {
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
  ContextType = MercuriusContext,
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

export type CampaignCreatePayloadResolvers<
  ContextType = MercuriusContext,
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

export type CampaignEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["CampaignEdge"] =
    ResolversParentTypes["CampaignEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Campaign"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignUpdatePayloadResolvers<
  ContextType = MercuriusContext,
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

export type CommentResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Comment"] =
    ResolversParentTypes["Comment"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  body?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  author?: Resolver<ResolversTypes["Author"], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  intent?: Resolver<ResolversTypes["CommentIntent"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["CommentConnection"] =
    ResolversParentTypes["CommentConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["CommentEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<Array<ResolversTypes["Comment"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["CommentEdge"] =
    ResolversParentTypes["CommentEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Comment"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommissionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Commission"] =
    ResolversParentTypes["Commission"],
> = {
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

export type CommissionConnectionResolvers<
  ContextType = MercuriusContext,
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
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["CommissionEdge"] =
    ResolversParentTypes["CommissionEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Commission"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommissionEntryResolvers<
  ContextType = MercuriusContext,
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

export type CommissionTotalsResolvers<
  ContextType = MercuriusContext,
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

export type ConsentSettingResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ConsentSetting"] =
    ResolversParentTypes["ConsentSetting"],
> = {
  purpose?: Resolver<ResolversTypes["ConsentPurpose"], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  updatedAt?: Resolver<
    Maybe<ResolversTypes["DateTime"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentUpdatePayloadResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ConsentUpdatePayload"] =
    ResolversParentTypes["ConsentUpdatePayload"],
> = {
  consent?: Resolver<
    Maybe<ResolversTypes["ConsentSetting"]>,
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

export type ConversionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Conversion"] =
    ResolversParentTypes["Conversion"],
> = {
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
  ContextType = MercuriusContext,
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

export type ConversionDayResolvers<
  ContextType = MercuriusContext,
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

export type ConversionEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ConversionEdge"] =
    ResolversParentTypes["ConversionEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Conversion"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConversionStatsResolvers<
  ContextType = MercuriusContext,
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

export type DataGapResolvers<
  ContextType = MercuriusContext,
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

export type DataGapDeclarePayloadResolvers<
  ContextType = MercuriusContext,
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

export interface DateScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["Date"],
  any
> {
  name: "Date";
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["DateTime"],
  any
> {
  name: "DateTime";
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["Decimal"],
  any
> {
  name: "Decimal";
}

export type DecimalIntervalResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["DecimalInterval"] =
    ResolversParentTypes["DecimalInterval"],
> = {
  low?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  high?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EngagementResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Engagement"] =
    ResolversParentTypes["Engagement"],
> = {
  impressions?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  reads?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  likes?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  saves?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  comments?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  shares?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  follows?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  clickRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  engagementRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventResultResolvers<
  ContextType = MercuriusContext,
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

export type EventsRecordPayloadResolvers<
  ContextType = MercuriusContext,
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

export type FreshnessResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Freshness"] =
    ResolversParentTypes["Freshness"],
> = {
  asOf?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  watermark?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  finality?: Resolver<ResolversTypes["Finality"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FunnelResolvers<
  ContextType = MercuriusContext,
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

export type FunnelReportResolvers<
  ContextType = MercuriusContext,
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
  ContextType = MercuriusContext,
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

export type FunnelStepResolvers<
  ContextType = MercuriusContext,
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

export type IncrementalityReportResolvers<
  ContextType = MercuriusContext,
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

export type JointAccountResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["JointAccount"] =
    ResolversParentTypes["JointAccount"],
> = {
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
  ContextType = MercuriusContext,
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

export type JointAccountGrantPayloadResolvers<
  ContextType = MercuriusContext,
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
  ContextType = MercuriusContext,
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

export type JourneyResolvers<
  ContextType = MercuriusContext,
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

export type LinkClickResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["LinkClick"] =
    ResolversParentTypes["LinkClick"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  deepLink?: Resolver<Maybe<ResolversTypes["URL"]>, ParentType, ContextType>;
  fallbackUrl?: Resolver<ResolversTypes["URL"], ParentType, ContextType>;
  opensInPlace?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDemandResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["LinkDemand"] =
    ResolversParentTypes["LinkDemand"],
> = {
  linkRequests?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  screenshots?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  score?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  topTerms?: Resolver<Array<ResolversTypes["String"]>, ParentType, ContextType>;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDemandConnectionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["LinkDemandConnection"] =
    ResolversParentTypes["LinkDemandConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["LinkDemandEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<Array<ResolversTypes["Note"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDemandEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["LinkDemandEdge"] =
    ResolversParentTypes["LinkDemandEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Note"], ParentType, ContextType>;
  demand?: Resolver<ResolversTypes["LinkDemand"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkDestinationResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["LinkDestination"] =
    ResolversParentTypes["LinkDestination"],
> = {
  jumpUrl?: Resolver<ResolversTypes["URL"], ParentType, ContextType>;
  platform?: Resolver<ResolversTypes["Platform"], ParentType, ContextType>;
  opensInPlace?: Resolver<ResolversTypes["Boolean"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LogisticsServiceResolvers<
  ContextType = MercuriusContext,
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

export type MixShiftResolvers<
  ContextType = MercuriusContext,
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

export type MoneyResolvers<
  ContextType = MercuriusContext,
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

export type MutationResolvers<
  ContextType = MercuriusContext,
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
  productLinkAttach?: Resolver<
    Maybe<ResolversTypes["ProductLinkAttachPayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationproductLinkAttachArgs, "input">
  >;
  productLinkRemove?: Resolver<
    Maybe<ResolversTypes["ProductLinkRemovePayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationproductLinkRemoveArgs, "input">
  >;
  consentUpdate?: Resolver<
    Maybe<ResolversTypes["ConsentUpdatePayload"]>,
    ParentType,
    ContextType,
    RequireFields<MutationconsentUpdateArgs, "input">
  >;
};

export type NodeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Node"] =
    ResolversParentTypes["Node"],
> = {
  resolveType: TypeResolveFn<
    | "Author"
    | "Comment"
    | "Note"
    | "Product"
    | "ProductLink"
    | "Search"
    | "Shop",
    ParentType,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
};

export type NoteResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Note"] =
    ResolversParentTypes["Note"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  readCount?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<NoteconversionArgs, "window" | "model">
  >;
  readToOrderRate?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  related?: Resolver<
    Maybe<Array<ResolversTypes["RelatedNote"]>>,
    ParentType,
    ContextType,
    RequireFields<NoterelatedArgs, "first">
  >;
  boosts?: Resolver<
    Maybe<ResolversTypes["BoostConnection"]>,
    ParentType,
    ContextType,
    RequireFields<NoteboostsArgs, "first">
  >;
  title?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  body?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes["NoteKind"], ParentType, ContextType>;
  coverUrl?: Resolver<Maybe<ResolversTypes["URL"]>, ParentType, ContextType>;
  imageUrls?: Resolver<Array<ResolversTypes["URL"]>, ParentType, ContextType>;
  videoUrl?: Resolver<Maybe<ResolversTypes["URL"]>, ParentType, ContextType>;
  industry?: Resolver<ResolversTypes["Industry"], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes["String"]>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  author?: Resolver<ResolversTypes["Author"], ParentType, ContextType>;
  sponsorship?: Resolver<
    Maybe<ResolversTypes["Sponsorship"]>,
    ParentType,
    ContextType
  >;
  engagement?: Resolver<
    Maybe<ResolversTypes["Engagement"]>,
    ParentType,
    ContextType,
    Partial<NoteengagementArgs>
  >;
  comments?: Resolver<
    ResolversTypes["CommentConnection"],
    ParentType,
    ContextType,
    RequireFields<NotecommentsArgs, "first">
  >;
  productLinks?: Resolver<
    ResolversTypes["ProductLinkConnection"],
    ParentType,
    ContextType,
    RequireFields<NoteproductLinksArgs, "first">
  >;
  linkDemand?: Resolver<
    Maybe<ResolversTypes["LinkDemand"]>,
    ParentType,
    ContextType,
    Partial<NotelinkDemandArgs>
  >;
  features?: Resolver<
    Maybe<ResolversTypes["NoteFeatures"]>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoteConnectionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["NoteConnection"] =
    ResolversParentTypes["NoteConnection"],
> = {
  edges?: Resolver<Array<ResolversTypes["NoteEdge"]>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes["Note"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoteEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["NoteEdge"] =
    ResolversParentTypes["NoteEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Note"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoteFeaturesResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["NoteFeatures"] =
    ResolversParentTypes["NoteFeatures"],
> = {
  keywords?: Resolver<Array<ResolversTypes["String"]>, ParentType, ContextType>;
  brands?: Resolver<Array<ResolversTypes["String"]>, ParentType, ContextType>;
  sentiment?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  firstHand?: Resolver<ResolversTypes["Decimal"], ParentType, ContextType>;
  modelVersion?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Order"] =
    ResolversParentTypes["Order"],
> = {
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

export type OrderConnectionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["OrderConnection"] =
    ResolversParentTypes["OrderConnection"],
> = {
  edges?: Resolver<Array<ResolversTypes["OrderEdge"]>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes["Order"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["OrderEdge"] =
    ResolversParentTypes["OrderEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Order"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderLineResolvers<
  ContextType = MercuriusContext,
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

export type PageInfoResolvers<
  ContextType = MercuriusContext,
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

export type PartnershipResolvers<
  ContextType = MercuriusContext,
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

export type PlatformResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Platform"] =
    ResolversParentTypes["Platform"],
> = {
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
  ContextType = MercuriusContext,
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
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["PlatformEdge"] =
    ResolversParentTypes["PlatformEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Platform"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlatformIncrementResolvers<
  ContextType = MercuriusContext,
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

export type ProductResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Product"] =
    ResolversParentTypes["Product"],
> = {
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
  notes?: Resolver<
    Maybe<ResolversTypes["NoteConnection"]>,
    ParentType,
    ContextType,
    RequireFields<ProductnotesArgs, "first">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductConnectionResolvers<
  ContextType = MercuriusContext,
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
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ProductEdge"] =
    ResolversParentTypes["ProductEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Product"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductLinkResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ProductLink"] =
    ResolversParentTypes["ProductLink"],
> = {
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
  note?: Resolver<ResolversTypes["Note"], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes["Product"]>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes["String"]>, ParentType, ContextType>;
  placement?: Resolver<
    ResolversTypes["LinkPlacement"],
    ParentType,
    ContextType
  >;
  position?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  status?: Resolver<ResolversTypes["LinkStatus"], ParentType, ContextType>;
  attachedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductLinkAttachPayloadResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ProductLinkAttachPayload"] =
    ResolversParentTypes["ProductLinkAttachPayload"],
> = {
  productLink?: Resolver<
    Maybe<ResolversTypes["ProductLink"]>,
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

export type ProductLinkConnectionResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ProductLinkConnection"] =
    ResolversParentTypes["ProductLinkConnection"],
> = {
  edges?: Resolver<
    Array<ResolversTypes["ProductLinkEdge"]>,
    ParentType,
    ContextType
  >;
  nodes?: Resolver<
    Array<ResolversTypes["ProductLink"]>,
    ParentType,
    ContextType
  >;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes["Int"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductLinkEdgeResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ProductLinkEdge"] =
    ResolversParentTypes["ProductLinkEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["ProductLink"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductLinkOpenPayloadResolvers<
  ContextType = MercuriusContext,
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

export type ProductLinkRemovePayloadResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["ProductLinkRemovePayload"] =
    ResolversParentTypes["ProductLinkRemovePayload"],
> = {
  productLink?: Resolver<
    Maybe<ResolversTypes["ProductLink"]>,
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

export type QueryResolvers<
  ContextType = MercuriusContext,
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
  node?: Resolver<
    Maybe<ResolversTypes["Node"]>,
    ParentType,
    ContextType,
    RequireFields<QuerynodeArgs, "id">
  >;
  nodes?: Resolver<
    Maybe<Array<Maybe<ResolversTypes["Node"]>>>,
    ParentType,
    ContextType,
    RequireFields<QuerynodesArgs, "ids">
  >;
  note?: Resolver<
    Maybe<ResolversTypes["Note"]>,
    ParentType,
    ContextType,
    RequireFields<QuerynoteArgs, "id">
  >;
  notes?: Resolver<
    Maybe<ResolversTypes["NoteConnection"]>,
    ParentType,
    ContextType,
    RequireFields<QuerynotesArgs, "first" | "orderBy">
  >;
  author?: Resolver<
    Maybe<ResolversTypes["Author"]>,
    ParentType,
    ContextType,
    RequireFields<QueryauthorArgs, "id">
  >;
  search?: Resolver<
    Maybe<ResolversTypes["Search"]>,
    ParentType,
    ContextType,
    RequireFields<QuerysearchArgs, "text" | "origin">
  >;
  trendingSearches?: Resolver<
    Maybe<Array<ResolversTypes["SearchTrend"]>>,
    ParentType,
    ContextType,
    RequireFields<QuerytrendingSearchesArgs, "first">
  >;
  searchInsights?: Resolver<
    Maybe<ResolversTypes["SearchInsights"]>,
    ParentType,
    ContextType,
    RequireFields<QuerysearchInsightsArgs, "range">
  >;
  unmetLinkDemand?: Resolver<
    Maybe<ResolversTypes["LinkDemandConnection"]>,
    ParentType,
    ContextType,
    RequireFields<QueryunmetLinkDemandArgs, "first" | "range" | "minRequests">
  >;
  consents?: Resolver<
    Maybe<Array<ResolversTypes["ConsentSetting"]>>,
    ParentType,
    ContextType
  >;
};

export type RefundResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Refund"] =
    ResolversParentTypes["Refund"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes["Money"], ParentType, ContextType>;
  refundedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelatedNoteResolvers<
  ContextType = MercuriusContext,
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
  ContextType = MercuriusContext,
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

export type ReportedFigureResolvers<
  ContextType = MercuriusContext,
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

export type RepurchaseResolvers<
  ContextType = MercuriusContext,
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

export type SearchResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Search"] =
    ResolversParentTypes["Search"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  text?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  products?: Resolver<
    Maybe<ResolversTypes["ProductConnection"]>,
    ParentType,
    ContextType,
    RequireFields<SearchproductsArgs, "first">
  >;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<SearchconversionArgs, "window" | "model">
  >;
  terms?: Resolver<Array<ResolversTypes["String"]>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes["SearchOrigin"], ParentType, ContextType>;
  searchedAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  notes?: Resolver<
    ResolversTypes["NoteConnection"],
    ParentType,
    ContextType,
    RequireFields<SearchnotesArgs, "first">
  >;
  authors?: Resolver<
    Array<ResolversTypes["Author"]>,
    ParentType,
    ContextType,
    RequireFields<SearchauthorsArgs, "first">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchInsightsResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["SearchInsights"] =
    ResolversParentTypes["SearchInsights"],
> = {
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
  searcherShare?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  userOriginShare?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  firstDayShare?: Resolver<
    Maybe<ResolversTypes["Decimal"]>,
    ParentType,
    ContextType
  >;
  withheld?: Resolver<
    Maybe<ResolversTypes["WithheldReason"]>,
    ParentType,
    ContextType
  >;
  freshness?: Resolver<ResolversTypes["Freshness"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchTrendResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["SearchTrend"] =
    ResolversParentTypes["SearchTrend"],
> = {
  text?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  searches?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes["Decimal"]>, ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShopResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Shop"] =
    ResolversParentTypes["Shop"],
> = {
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

export type SourceResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Source"] =
    ResolversParentTypes["Source"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  conversion?: Resolver<
    Maybe<ResolversTypes["ConversionStats"]>,
    ParentType,
    ContextType,
    RequireFields<SourceconversionArgs, "window" | "model">
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SponsorshipResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["Sponsorship"] =
    ResolversParentTypes["Sponsorship"],
> = {
  kind?: Resolver<ResolversTypes["SponsorshipKind"], ParentType, ContextType>;
  brandName?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<
  ContextType = MercuriusContext,
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

export type TouchResolvers<
  ContextType = MercuriusContext,
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

export type UpliftReportResolvers<
  ContextType = MercuriusContext,
  ParentType extends ResolversParentTypes["UpliftReport"] =
    ResolversParentTypes["UpliftReport"],
> = {
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes["UpliftBasis"], ParentType, ContextType>;
  from?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  to?: Resolver<ResolversTypes["Date"], ParentType, ContextType>;
  baselineFrom?: Resolver<
    Maybe<ResolversTypes["Date"]>,
    ParentType,
    ContextType
  >;
  baselineTo?: Resolver<Maybe<ResolversTypes["Date"]>, ParentType, ContextType>;
  rows?: Resolver<
    Maybe<Array<ResolversTypes["UpliftRow"]>>,
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

export type UpliftRowResolvers<
  ContextType = MercuriusContext,
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

export interface URLScalarConfig extends GraphQLScalarTypeConfig<
  ResolversTypes["URL"],
  any
> {
  name: "URL";
}

export type UserErrorResolvers<
  ContextType = MercuriusContext,
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

export type Resolvers<ContextType = MercuriusContext> = {
  Audience?: AudienceResolvers<ContextType>;
  AudienceCohort?: AudienceCohortResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  Boost?: BoostResolvers<ContextType>;
  BoostAddPayload?: BoostAddPayloadResolvers<ContextType>;
  BoostConnection?: BoostConnectionResolvers<ContextType>;
  BoostEdge?: BoostEdgeResolvers<ContextType>;
  BoostProposal?: BoostProposalResolvers<ContextType>;
  BoostProposals?: BoostProposalsResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignConnection?: CampaignConnectionResolvers<ContextType>;
  CampaignCreatePayload?: CampaignCreatePayloadResolvers<ContextType>;
  CampaignEdge?: CampaignEdgeResolvers<ContextType>;
  CampaignUpdatePayload?: CampaignUpdatePayloadResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  Commission?: CommissionResolvers<ContextType>;
  CommissionConnection?: CommissionConnectionResolvers<ContextType>;
  CommissionEdge?: CommissionEdgeResolvers<ContextType>;
  CommissionEntry?: CommissionEntryResolvers<ContextType>;
  CommissionTotals?: CommissionTotalsResolvers<ContextType>;
  ConsentSetting?: ConsentSettingResolvers<ContextType>;
  ConsentUpdatePayload?: ConsentUpdatePayloadResolvers<ContextType>;
  Conversion?: ConversionResolvers<ContextType>;
  ConversionConnection?: ConversionConnectionResolvers<ContextType>;
  ConversionDay?: ConversionDayResolvers<ContextType>;
  ConversionEdge?: ConversionEdgeResolvers<ContextType>;
  ConversionStats?: ConversionStatsResolvers<ContextType>;
  DataGap?: DataGapResolvers<ContextType>;
  DataGapDeclarePayload?: DataGapDeclarePayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DecimalInterval?: DecimalIntervalResolvers<ContextType>;
  Engagement?: EngagementResolvers<ContextType>;
  EventResult?: EventResultResolvers<ContextType>;
  EventsRecordPayload?: EventsRecordPayloadResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  Funnel?: FunnelResolvers<ContextType>;
  FunnelReport?: FunnelReportResolvers<ContextType>;
  FunnelRow?: FunnelRowResolvers<ContextType>;
  FunnelStep?: FunnelStepResolvers<ContextType>;
  IncrementalityReport?: IncrementalityReportResolvers<ContextType>;
  JointAccount?: JointAccountResolvers<ContextType>;
  JointAccountGrant?: JointAccountGrantResolvers<ContextType>;
  JointAccountGrantPayload?: JointAccountGrantPayloadResolvers<ContextType>;
  JointAccountRevokePayload?: JointAccountRevokePayloadResolvers<ContextType>;
  Journey?: JourneyResolvers<ContextType>;
  LinkClick?: LinkClickResolvers<ContextType>;
  LinkDemand?: LinkDemandResolvers<ContextType>;
  LinkDemandConnection?: LinkDemandConnectionResolvers<ContextType>;
  LinkDemandEdge?: LinkDemandEdgeResolvers<ContextType>;
  LinkDestination?: LinkDestinationResolvers<ContextType>;
  LogisticsService?: LogisticsServiceResolvers<ContextType>;
  MixShift?: MixShiftResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  NoteConnection?: NoteConnectionResolvers<ContextType>;
  NoteEdge?: NoteEdgeResolvers<ContextType>;
  NoteFeatures?: NoteFeaturesResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Partnership?: PartnershipResolvers<ContextType>;
  Platform?: PlatformResolvers<ContextType>;
  PlatformConnection?: PlatformConnectionResolvers<ContextType>;
  PlatformEdge?: PlatformEdgeResolvers<ContextType>;
  PlatformIncrement?: PlatformIncrementResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductLink?: ProductLinkResolvers<ContextType>;
  ProductLinkAttachPayload?: ProductLinkAttachPayloadResolvers<ContextType>;
  ProductLinkConnection?: ProductLinkConnectionResolvers<ContextType>;
  ProductLinkEdge?: ProductLinkEdgeResolvers<ContextType>;
  ProductLinkOpenPayload?: ProductLinkOpenPayloadResolvers<ContextType>;
  ProductLinkRemovePayload?: ProductLinkRemovePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RelatedNote?: RelatedNoteResolvers<ContextType>;
  RelatedProduct?: RelatedProductResolvers<ContextType>;
  ReportedFigure?: ReportedFigureResolvers<ContextType>;
  Repurchase?: RepurchaseResolvers<ContextType>;
  Search?: SearchResolvers<ContextType>;
  SearchInsights?: SearchInsightsResolvers<ContextType>;
  SearchTrend?: SearchTrendResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  Sponsorship?: SponsorshipResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Touch?: TouchResolvers<ContextType>;
  UpliftReport?: UpliftReportResolvers<ContextType>;
  UpliftRow?: UpliftRowResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
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
    name?: LoaderResolver<Scalars["String"], Author, {}, TContext>;
    kind?: LoaderResolver<AuthorKind, Author, {}, TContext>;
    avatarUrl?: LoaderResolver<Maybe<Scalars["URL"]>, Author, {}, TContext>;
    followerCount?: LoaderResolver<Scalars["BigInt"], Author, {}, TContext>;
    notes?: LoaderResolver<NoteConnection, Author, AuthornotesArgs, TContext>;
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

  BoostAddPayload?: {
    boost?: LoaderResolver<Maybe<Boost>, BoostAddPayload, {}, TContext>;
    userErrors?: LoaderResolver<
      Array<UserError>,
      BoostAddPayload,
      {},
      TContext
    >;
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

  CampaignEdge?: {
    cursor?: LoaderResolver<Scalars["String"], CampaignEdge, {}, TContext>;
    node?: LoaderResolver<Campaign, CampaignEdge, {}, TContext>;
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

  Comment?: {
    id?: LoaderResolver<Scalars["ID"], Comment, {}, TContext>;
    body?: LoaderResolver<Scalars["String"], Comment, {}, TContext>;
    author?: LoaderResolver<Author, Comment, {}, TContext>;
    createdAt?: LoaderResolver<Scalars["DateTime"], Comment, {}, TContext>;
    intent?: LoaderResolver<CommentIntent, Comment, {}, TContext>;
  };

  CommentConnection?: {
    edges?: LoaderResolver<Array<CommentEdge>, CommentConnection, {}, TContext>;
    nodes?: LoaderResolver<Array<Comment>, CommentConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, CommentConnection, {}, TContext>;
  };

  CommentEdge?: {
    cursor?: LoaderResolver<Scalars["String"], CommentEdge, {}, TContext>;
    node?: LoaderResolver<Comment, CommentEdge, {}, TContext>;
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

  CommissionTotals?: {
    estimated?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    held?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    payable?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    paid?: LoaderResolver<Money, CommissionTotals, {}, TContext>;
    dataGaps?: LoaderResolver<Array<DataGap>, CommissionTotals, {}, TContext>;
  };

  ConsentSetting?: {
    purpose?: LoaderResolver<ConsentPurpose, ConsentSetting, {}, TContext>;
    granted?: LoaderResolver<Scalars["Boolean"], ConsentSetting, {}, TContext>;
    updatedAt?: LoaderResolver<
      Maybe<Scalars["DateTime"]>,
      ConsentSetting,
      {},
      TContext
    >;
  };

  ConsentUpdatePayload?: {
    consent?: LoaderResolver<
      Maybe<ConsentSetting>,
      ConsentUpdatePayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      ConsentUpdatePayload,
      {},
      TContext
    >;
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

  ConversionEdge?: {
    cursor?: LoaderResolver<Scalars["String"], ConversionEdge, {}, TContext>;
    node?: LoaderResolver<Conversion, ConversionEdge, {}, TContext>;
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

  DataGap?: {
    platform?: LoaderResolver<Platform, DataGap, {}, TContext>;
    startedAt?: LoaderResolver<Scalars["DateTime"], DataGap, {}, TContext>;
    endedAt?: LoaderResolver<Maybe<Scalars["DateTime"]>, DataGap, {}, TContext>;
    reason?: LoaderResolver<Scalars["String"], DataGap, {}, TContext>;
    declared?: LoaderResolver<Scalars["Boolean"], DataGap, {}, TContext>;
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

  DecimalInterval?: {
    low?: LoaderResolver<Scalars["Decimal"], DecimalInterval, {}, TContext>;
    high?: LoaderResolver<Scalars["Decimal"], DecimalInterval, {}, TContext>;
  };

  Engagement?: {
    impressions?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    reads?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    likes?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    saves?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    comments?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    shares?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    follows?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    interactions?: LoaderResolver<Scalars["BigInt"], Engagement, {}, TContext>;
    clickRate?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Engagement,
      {},
      TContext
    >;
    engagementRate?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      Engagement,
      {},
      TContext
    >;
    freshness?: LoaderResolver<Freshness, Engagement, {}, TContext>;
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

  Freshness?: {
    asOf?: LoaderResolver<Scalars["DateTime"], Freshness, {}, TContext>;
    watermark?: LoaderResolver<Scalars["DateTime"], Freshness, {}, TContext>;
    finality?: LoaderResolver<Finality, Freshness, {}, TContext>;
  };

  Funnel?: {
    steps?: LoaderResolver<Array<FunnelStep>, Funnel, {}, TContext>;
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

  LinkClick?: {
    id?: LoaderResolver<Scalars["ID"], LinkClick, {}, TContext>;
    deepLink?: LoaderResolver<Maybe<Scalars["URL"]>, LinkClick, {}, TContext>;
    fallbackUrl?: LoaderResolver<Scalars["URL"], LinkClick, {}, TContext>;
    opensInPlace?: LoaderResolver<Scalars["Boolean"], LinkClick, {}, TContext>;
  };

  LinkDemand?: {
    linkRequests?: LoaderResolver<Scalars["BigInt"], LinkDemand, {}, TContext>;
    screenshots?: LoaderResolver<Scalars["BigInt"], LinkDemand, {}, TContext>;
    score?: LoaderResolver<Scalars["Decimal"], LinkDemand, {}, TContext>;
    topTerms?: LoaderResolver<
      Array<Scalars["String"]>,
      LinkDemand,
      {},
      TContext
    >;
    freshness?: LoaderResolver<Freshness, LinkDemand, {}, TContext>;
  };

  LinkDemandConnection?: {
    edges?: LoaderResolver<
      Array<LinkDemandEdge>,
      LinkDemandConnection,
      {},
      TContext
    >;
    nodes?: LoaderResolver<Array<Note>, LinkDemandConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, LinkDemandConnection, {}, TContext>;
  };

  LinkDemandEdge?: {
    cursor?: LoaderResolver<Scalars["String"], LinkDemandEdge, {}, TContext>;
    node?: LoaderResolver<Note, LinkDemandEdge, {}, TContext>;
    demand?: LoaderResolver<LinkDemand, LinkDemandEdge, {}, TContext>;
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

  MixShift?: {
    changeAtBaselineMix?: LoaderResolver<
      Scalars["Decimal"],
      MixShift,
      {},
      TContext
    >;
    isMisleading?: LoaderResolver<Scalars["Boolean"], MixShift, {}, TContext>;
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
    title?: LoaderResolver<Scalars["String"], Note, {}, TContext>;
    body?: LoaderResolver<Scalars["String"], Note, {}, TContext>;
    kind?: LoaderResolver<NoteKind, Note, {}, TContext>;
    coverUrl?: LoaderResolver<Maybe<Scalars["URL"]>, Note, {}, TContext>;
    imageUrls?: LoaderResolver<Array<Scalars["URL"]>, Note, {}, TContext>;
    videoUrl?: LoaderResolver<Maybe<Scalars["URL"]>, Note, {}, TContext>;
    industry?: LoaderResolver<Industry, Note, {}, TContext>;
    topics?: LoaderResolver<Array<Scalars["String"]>, Note, {}, TContext>;
    publishedAt?: LoaderResolver<Scalars["DateTime"], Note, {}, TContext>;
    author?: LoaderResolver<Author, Note, {}, TContext>;
    sponsorship?: LoaderResolver<Maybe<Sponsorship>, Note, {}, TContext>;
    engagement?: LoaderResolver<
      Maybe<Engagement>,
      Note,
      NoteengagementArgs,
      TContext
    >;
    comments?: LoaderResolver<
      CommentConnection,
      Note,
      NotecommentsArgs,
      TContext
    >;
    productLinks?: LoaderResolver<
      ProductLinkConnection,
      Note,
      NoteproductLinksArgs,
      TContext
    >;
    linkDemand?: LoaderResolver<
      Maybe<LinkDemand>,
      Note,
      NotelinkDemandArgs,
      TContext
    >;
    features?: LoaderResolver<Maybe<NoteFeatures>, Note, {}, TContext>;
  };

  NoteConnection?: {
    edges?: LoaderResolver<Array<NoteEdge>, NoteConnection, {}, TContext>;
    nodes?: LoaderResolver<Array<Note>, NoteConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, NoteConnection, {}, TContext>;
  };

  NoteEdge?: {
    cursor?: LoaderResolver<Scalars["String"], NoteEdge, {}, TContext>;
    node?: LoaderResolver<Note, NoteEdge, {}, TContext>;
  };

  NoteFeatures?: {
    keywords?: LoaderResolver<
      Array<Scalars["String"]>,
      NoteFeatures,
      {},
      TContext
    >;
    brands?: LoaderResolver<
      Array<Scalars["String"]>,
      NoteFeatures,
      {},
      TContext
    >;
    sentiment?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      NoteFeatures,
      {},
      TContext
    >;
    firstHand?: LoaderResolver<Scalars["Decimal"], NoteFeatures, {}, TContext>;
    modelVersion?: LoaderResolver<
      Scalars["String"],
      NoteFeatures,
      {},
      TContext
    >;
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

  OrderConnection?: {
    edges?: LoaderResolver<Array<OrderEdge>, OrderConnection, {}, TContext>;
    nodes?: LoaderResolver<Array<Order>, OrderConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, OrderConnection, {}, TContext>;
  };

  OrderEdge?: {
    cursor?: LoaderResolver<Scalars["String"], OrderEdge, {}, TContext>;
    node?: LoaderResolver<Order, OrderEdge, {}, TContext>;
  };

  OrderLine?: {
    id?: LoaderResolver<Scalars["ID"], OrderLine, {}, TContext>;
    product?: LoaderResolver<Maybe<Product>, OrderLine, {}, TContext>;
    quantity?: LoaderResolver<Scalars["Int"], OrderLine, {}, TContext>;
    paid?: LoaderResolver<Money, OrderLine, {}, TContext>;
    refunded?: LoaderResolver<Money, OrderLine, {}, TContext>;
  };

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

  Partnership?: {
    name?: LoaderResolver<Scalars["String"], Partnership, {}, TContext>;
    kind?: LoaderResolver<PartnershipKind, Partnership, {}, TContext>;
    parties?: LoaderResolver<Array<Platform>, Partnership, {}, TContext>;
    effectiveOn?: LoaderResolver<Scalars["Date"], Partnership, {}, TContext>;
    summary?: LoaderResolver<Scalars["String"], Partnership, {}, TContext>;
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
    notes?: LoaderResolver<
      Maybe<NoteConnection>,
      Product,
      ProductnotesArgs,
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
    note?: LoaderResolver<Note, ProductLink, {}, TContext>;
    product?: LoaderResolver<Maybe<Product>, ProductLink, {}, TContext>;
    label?: LoaderResolver<Maybe<Scalars["String"]>, ProductLink, {}, TContext>;
    placement?: LoaderResolver<LinkPlacement, ProductLink, {}, TContext>;
    position?: LoaderResolver<Scalars["Int"], ProductLink, {}, TContext>;
    status?: LoaderResolver<LinkStatus, ProductLink, {}, TContext>;
    attachedAt?: LoaderResolver<Scalars["DateTime"], ProductLink, {}, TContext>;
  };

  ProductLinkAttachPayload?: {
    productLink?: LoaderResolver<
      Maybe<ProductLink>,
      ProductLinkAttachPayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      ProductLinkAttachPayload,
      {},
      TContext
    >;
  };

  ProductLinkConnection?: {
    edges?: LoaderResolver<
      Array<ProductLinkEdge>,
      ProductLinkConnection,
      {},
      TContext
    >;
    nodes?: LoaderResolver<
      Array<ProductLink>,
      ProductLinkConnection,
      {},
      TContext
    >;
    pageInfo?: LoaderResolver<PageInfo, ProductLinkConnection, {}, TContext>;
    totalCount?: LoaderResolver<
      Scalars["Int"],
      ProductLinkConnection,
      {},
      TContext
    >;
  };

  ProductLinkEdge?: {
    cursor?: LoaderResolver<Scalars["String"], ProductLinkEdge, {}, TContext>;
    node?: LoaderResolver<ProductLink, ProductLinkEdge, {}, TContext>;
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

  ProductLinkRemovePayload?: {
    productLink?: LoaderResolver<
      Maybe<ProductLink>,
      ProductLinkRemovePayload,
      {},
      TContext
    >;
    userErrors?: LoaderResolver<
      Array<UserError>,
      ProductLinkRemovePayload,
      {},
      TContext
    >;
  };

  Refund?: {
    id?: LoaderResolver<Scalars["ID"], Refund, {}, TContext>;
    amount?: LoaderResolver<Money, Refund, {}, TContext>;
    refundedAt?: LoaderResolver<Scalars["DateTime"], Refund, {}, TContext>;
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
    terms?: LoaderResolver<Array<Scalars["String"]>, Search, {}, TContext>;
    origin?: LoaderResolver<SearchOrigin, Search, {}, TContext>;
    searchedAt?: LoaderResolver<Scalars["DateTime"], Search, {}, TContext>;
    notes?: LoaderResolver<NoteConnection, Search, SearchnotesArgs, TContext>;
    authors?: LoaderResolver<
      Array<Author>,
      Search,
      SearchauthorsArgs,
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
    searcherShare?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      SearchInsights,
      {},
      TContext
    >;
    userOriginShare?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      SearchInsights,
      {},
      TContext
    >;
    firstDayShare?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      SearchInsights,
      {},
      TContext
    >;
    withheld?: LoaderResolver<
      Maybe<WithheldReason>,
      SearchInsights,
      {},
      TContext
    >;
    freshness?: LoaderResolver<Freshness, SearchInsights, {}, TContext>;
  };

  SearchTrend?: {
    text?: LoaderResolver<Scalars["String"], SearchTrend, {}, TContext>;
    searches?: LoaderResolver<Scalars["BigInt"], SearchTrend, {}, TContext>;
    change?: LoaderResolver<
      Maybe<Scalars["Decimal"]>,
      SearchTrend,
      {},
      TContext
    >;
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

  Source?: {
    id?: LoaderResolver<Scalars["ID"], Source, {}, TContext>;
    conversion?: LoaderResolver<
      Maybe<ConversionStats>,
      Source,
      SourceconversionArgs,
      TContext
    >;
  };

  Sponsorship?: {
    kind?: LoaderResolver<SponsorshipKind, Sponsorship, {}, TContext>;
    brandName?: LoaderResolver<Scalars["String"], Sponsorship, {}, TContext>;
  };

  Touch?: {
    sourceId?: LoaderResolver<Scalars["ID"], Touch, {}, TContext>;
    note?: LoaderResolver<Maybe<Note>, Touch, {}, TContext>;
    productLink?: LoaderResolver<Maybe<ProductLink>, Touch, {}, TContext>;
    stage?: LoaderResolver<FunnelStage, Touch, {}, TContext>;
    occurredAt?: LoaderResolver<Scalars["DateTime"], Touch, {}, TContext>;
    credit?: LoaderResolver<Scalars["Decimal"], Touch, {}, TContext>;
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
    rows?: LoaderResolver<Maybe<Array<UpliftRow>>, UpliftReport, {}, TContext>;
    dataGaps?: LoaderResolver<Array<DataGap>, UpliftReport, {}, TContext>;
    freshness?: LoaderResolver<Freshness, UpliftReport, {}, TContext>;
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
}
export type AuthorEarningsQueryVariables = Exact<{
  id: Scalars["ID"];
  status?: InputMaybe<CommissionStatus>;
  after?: InputMaybe<Scalars["String"]>;
}>;

export type AuthorEarningsQuery = {
  author?: {
    id: string;
    name: string;
    commissionTotals?: {
      estimated: { amount: string; currencyCode: CurrencyCode };
      held: { amount: string; currencyCode: CurrencyCode };
      payable: { amount: string; currencyCode: CurrencyCode };
      paid: { amount: string; currencyCode: CurrencyCode };
    } | null;
    commissions?: {
      pageInfo: { hasNextPage: boolean; endCursor?: string | null };
      nodes: Array<{
        id: string;
        status: CommissionStatus;
        rate: string;
        heldUntil?: string | null;
        base: { amount: string; currencyCode: CurrencyCode };
        amount: { amount: string; currencyCode: CurrencyCode };
        paid: { amount: string; currencyCode: CurrencyCode };
        note?: { id: string; title: string } | null;
        shop: { id: string; name: string };
        entries: Array<{
          id: string;
          kind: CommissionEntryKind;
          postedAt: string;
          amount: { amount: string; currencyCode: CurrencyCode };
        }>;
      }>;
    } | null;
  } | null;
};

export type ConsentUpdateMutationVariables = Exact<{
  input: ConsentUpdateInput;
}>;

export type ConsentUpdateMutation = {
  consentUpdate?: {
    consent?: {
      purpose: ConsentPurpose;
      granted: boolean;
      updatedAt?: string | null;
    } | null;
    userErrors: Array<{
      field?: Array<string> | null;
      code: string;
      message: string;
    }>;
  } | null;
};

export type ConsentsQueryVariables = Exact<{ [key: string]: never }>;

export type ConsentsQuery = {
  consents?: Array<{
    purpose: ConsentPurpose;
    granted: boolean;
    updatedAt?: string | null;
  }> | null;
};

export type JointAccountQueryVariables = Exact<{
  shopId: Scalars["ID"];
}>;

export type JointAccountQuery = {
  shop?: {
    id: string;
    name: string;
    jointAccount?: {
      id: string;
      status: JointAccountStatus;
      createdAt: string;
      grants: Array<{
        party: JointParty;
        grantedAt: string;
        revokedAt?: string | null;
        grantedBy?: string | null;
        revokedBy?: string | null;
      }>;
      history: Array<{
        party: JointParty;
        grantedAt: string;
        revokedAt?: string | null;
      }>;
      dataGaps: Array<{
        startedAt: string;
        endedAt?: string | null;
        reason: string;
        declared: boolean;
        platform: { id: string; name: string };
      }>;
    } | null;
  } | null;
};

export type JointAccountGrantMutationVariables = Exact<{
  input: JointAccountGrantInput;
}>;

export type JointAccountGrantMutation = {
  jointAccountGrant?: {
    jointAccount?: {
      id: string;
      status: JointAccountStatus;
      grants: Array<{
        party: JointParty;
        grantedAt: string;
        revokedAt?: string | null;
      }>;
    } | null;
    userErrors: Array<{
      field?: Array<string> | null;
      code: string;
      message: string;
    }>;
  } | null;
};

export type JointAccountRevokeMutationVariables = Exact<{
  input: JointAccountRevokeInput;
}>;

export type JointAccountRevokeMutation = {
  jointAccountRevoke?: {
    jointAccount?: {
      id: string;
      status: JointAccountStatus;
      grants: Array<{
        party: JointParty;
        grantedAt: string;
        revokedAt?: string | null;
      }>;
    } | null;
    userErrors: Array<{
      field?: Array<string> | null;
      code: string;
      message: string;
    }>;
  } | null;
};

export type MarketReportQueryVariables = Exact<{
  range: DateRange;
}>;

export type MarketReportQuery = {
  upliftReport?: {
    baselineFrom?: string | null;
    baselineTo?: string | null;
    rows?: Array<{
      industry?: Industry | null;
      metric: UpliftMetric;
      baseline?: string | null;
      current?: string | null;
      change?: string | null;
      currentSize?: number | null;
      people?: number | null;
      withheld?: WithheldReason | null;
      confidence95?: { low: string; high: string } | null;
      mixShift?: { changeAtBaselineMix: string; isMisleading: boolean } | null;
    }> | null;
  } | null;
  searchInsights?: {
    searcherShare?: string | null;
    userOriginShare?: string | null;
    firstDayShare?: string | null;
    withheld?: WithheldReason | null;
    beforePurchaseShare?: string | null;
    beforePurchaseWithheld?: WithheldReason | null;
  } | null;
};

export type NoteConversionLiveSubscriptionVariables = Exact<{
  noteId: Scalars["ID"];
}>;

export type NoteConversionLiveSubscription = {
  noteConversionUpdated?: {
    id: string;
    title: string;
    author: { name: string };
    conversion?: {
      linkClicks?: number | null;
      shopVisits?: number | null;
      orders?: number | null;
      netSales?: { amount: string; currencyCode: CurrencyCode } | null;
      freshness: { asOf: string };
    } | null;
  } | null;
};

export type NoteFeaturesQueryVariables = Exact<{
  id: Scalars["ID"];
}>;

export type NoteFeaturesQuery = {
  note?: {
    id: string;
    title: string;
    features?: {
      keywords: Array<string>;
      brands: Array<string>;
      sentiment?: string | null;
      firstHand: string;
      modelVersion: string;
    } | null;
  } | null;
};

export type NotePageQueryVariables = Exact<{
  id: Scalars["ID"];
}>;

export type NotePageQuery = {
  note?: {
    id: string;
    title: string;
    body: string;
    publishedAt: string;
    readCount: number;
    readToOrderRate?: string | null;
    author: {
      id: string;
      name: string;
      kind: AuthorKind;
      followerCount: number;
    };
    sponsorship?: { kind: SponsorshipKind; brandName: string } | null;
    productLinks: {
      totalCount: number;
      nodes: Array<{
        id: string;
        label?: string | null;
        product?: {
          id: string;
          title: string;
          soldAtLeast?: number | null;
          availableForSale: boolean;
          salesTrack: SalesTrack;
          price: { amount: string; currencyCode: CurrencyCode };
          shop: {
            id: string;
            name: string;
            kind: ShopKind;
            paymentMethods: Array<PaymentMethod>;
          };
        } | null;
        destination?: {
          jumpUrl: string;
          opensInPlace: boolean;
          platform: { name: string };
        } | null;
        conversion?: {
          linkClicks?: number | null;
          shopVisits?: number | null;
          orders?: number | null;
          conversionRate?: string | null;
          withheld?: WithheldReason | null;
          netSales?: { amount: string; currencyCode: CurrencyCode } | null;
          freshness: { asOf: string; finality: Finality };
        } | null;
      }>;
    };
    conversion?: {
      linkClicks?: number | null;
      shopVisits?: number | null;
      orders?: number | null;
      conversionRate?: string | null;
      withheld?: WithheldReason | null;
      netSales?: { amount: string; currencyCode: CurrencyCode } | null;
      freshness: { asOf: string; finality: Finality };
    } | null;
  } | null;
};

export type LiveFragment = {
  linkClicks?: number | null;
  shopVisits?: number | null;
  orders?: number | null;
  conversionRate?: string | null;
  withheld?: WithheldReason | null;
  netSales?: { amount: string; currencyCode: CurrencyCode } | null;
  freshness: { asOf: string; finality: Finality };
};

export type NoteRelatedQueryVariables = Exact<{
  id: Scalars["ID"];
}>;

export type NoteRelatedQuery = {
  note?: {
    id: string;
    related?: Array<{
      basis: RecommendationBasis;
      peopleAtLeast: number;
      note: { id: string; title: string };
    }> | null;
    productLinks: {
      nodes: Array<{
        product?: {
          id: string;
          title: string;
          boughtTogether?: Array<{
            basis: RecommendationBasis;
            peopleAtLeast: number;
            product: { id: string; title: string; price: { amount: string } };
          }> | null;
        } | null;
      }>;
    };
  } | null;
};

export type ProductLinkOpenMutationVariables = Exact<{
  productLinkId: Scalars["ID"];
  searchId?: InputMaybe<Scalars["ID"]>;
  idempotencyKey?: InputMaybe<Scalars["String"]>;
}>;

export type ProductLinkOpenMutation = {
  productLinkOpen?: {
    click?: {
      id: string;
      deepLink?: string | null;
      fallbackUrl: string;
      opensInPlace: boolean;
    } | null;
    userErrors: Array<{
      field?: Array<string> | null;
      code: string;
      message: string;
    }>;
  } | null;
};

export type SearchPageQueryVariables = Exact<{
  text: Scalars["String"];
}>;

export type SearchPageQuery = {
  search?: {
    id: string;
    text: string;
    terms: Array<string>;
    notes: {
      pageInfo: { hasNextPage: boolean; endCursor?: string | null };
      nodes: Array<{
        id: string;
        title: string;
        readCount: number;
        author: { name: string };
        productLinks: {
          totalCount: number;
          nodes: Array<{
            product?: { id: string; price: { amount: string } } | null;
          }>;
        };
      }>;
    };
    products?: {
      nodes: Array<{
        id: string;
        title: string;
        price: { amount: string; currencyCode: CurrencyCode };
        shop: { name: string; kind: ShopKind };
      }>;
    } | null;
  } | null;
};

export type ShopCampaignsQueryVariables = Exact<{
  shopId: Scalars["ID"];
  after?: InputMaybe<Scalars["String"]>;
}>;

export type ShopCampaignsQuery = {
  shop?: {
    id: string;
    name: string;
    boostProposals?: {
      from: string;
      to: string;
      proposals: Array<{
        linkClicks: number;
        conversionRate: string;
        conversionRateAtLeast: string;
        shopConversionRate: string;
        note: { id: string; title: string };
        netSales: { amount: string };
        budget: { amount: string };
      }>;
    } | null;
    campaigns?: {
      pageInfo: { hasNextPage: boolean; endCursor?: string | null };
      nodes: Array<{
        id: string;
        name: string;
        status: CampaignStatus;
        startsOn: string;
        endsOn?: string | null;
        returnOnAdSpend?: string | null;
        merchantBudget: { amount: string };
        marketplaceBudget: { amount: string };
        merchantSpent: { amount: string };
        marketplaceSpent: { amount: string };
        contentPlatformSpent: { amount: string };
        boosts: {
          nodes: Array<{
            id: string;
            fundedBy: JointParty;
            impressions: number;
            budget: { amount: string };
            spent: { amount: string };
            note?: { id: string; title: string } | null;
          }>;
        };
        conversion?: {
          linkClicks?: number | null;
          orders?: number | null;
          creditedOrders?: string | null;
          withheld?: WithheldReason | null;
          netSales?: { amount: string } | null;
        } | null;
      }>;
    } | null;
  } | null;
};

export type ShopDashboardQueryVariables = Exact<{
  shopId: Scalars["ID"];
  range: DateRange;
}>;

export type ShopDashboardQuery = {
  shop?: {
    id: string;
    name: string;
    jointAccount?: {
      status: JointAccountStatus;
      grants: Array<{
        party: JointParty;
        grantedAt: string;
        revokedAt?: string | null;
      }>;
      dataGaps: Array<{
        startedAt: string;
        endedAt?: string | null;
        reason: string;
        platform: { name: string };
      }>;
    } | null;
    whole?: {
      totals: {
        steps: Array<{
          stage: FunnelStage;
          events?: number | null;
          people?: number | null;
          rateFromPrevious?: string | null;
          withheld?: WithheldReason | null;
          sales?: { amount: string } | null;
        }>;
      };
      dataGaps: Array<{
        startedAt: string;
        endedAt?: string | null;
        reason: string;
        platform: { name: string };
      }>;
      freshness: { asOf: string; finality: Finality };
    } | null;
    byNote?: {
      withheldRows: number;
      rows: Array<{
        day?: string | null;
        note?: { id: string; title: string } | null;
        funnel: {
          steps: Array<{
            stage: FunnelStage;
            events?: number | null;
            people?: number | null;
            rateFromPrevious?: string | null;
            withheld?: WithheldReason | null;
            sales?: { amount: string } | null;
          }>;
        };
      }>;
    } | null;
    byDay?: {
      withheldRows: number;
      rows: Array<{
        day?: string | null;
        note?: { id: string; title: string } | null;
        funnel: {
          steps: Array<{
            stage: FunnelStage;
            events?: number | null;
            people?: number | null;
            rateFromPrevious?: string | null;
            withheld?: WithheldReason | null;
            sales?: { amount: string } | null;
          }>;
        };
      }>;
    } | null;
    audience?: {
      cohorts: Array<{
        ageCohort: AgeCohort;
        people?: number | null;
        share?: string | null;
        withheld?: WithheldReason | null;
      }>;
    } | null;
    conversion?: {
      linkClicks?: number | null;
      shopVisits?: number | null;
      addToCarts?: number | null;
      orders?: number | null;
      newCustomerOrders?: number | null;
      conversionRate?: string | null;
      netSales?: { amount: string } | null;
      dataGaps: Array<{
        startedAt: string;
        endedAt?: string | null;
        platform: { name: string };
      }>;
    } | null;
    repurchase?: {
      repeatRate?: string | null;
      seededRepeatRate?: string | null;
      medianDays?: string | null;
      withheld?: WithheldReason | null;
    } | null;
    incrementality?: {
      rows: Array<{
        exposedPeople?: number | null;
        visits?: string | null;
        orders?: string | null;
        withheld?: WithheldReason | null;
        platform: { name: string };
        visits95?: { low: string; high: string } | null;
        orders95?: { low: string; high: string } | null;
        sales?: { amount: string } | null;
      }>;
    } | null;
    campaigns?: {
      edges: Array<{
        node: {
          name: string;
          returnOnAdSpend?: string | null;
          conversion?: {
            orders?: number | null;
            netSales?: { amount: string } | null;
          } | null;
        };
      }>;
    } | null;
  } | null;
  upliftReport?: {
    rows?: Array<{
      metric: UpliftMetric;
      baseline?: string | null;
      current?: string | null;
      change?: string | null;
      people?: number | null;
      withheld?: WithheldReason | null;
      confidence95?: { low: string; high: string } | null;
    }> | null;
    dataGaps: Array<{
      startedAt: string;
      endedAt?: string | null;
      platform: { name: string };
    }>;
  } | null;
};

export type ReportFragment = {
  withheldRows: number;
  rows: Array<{
    day?: string | null;
    note?: { id: string; title: string } | null;
    funnel: {
      steps: Array<{
        stage: FunnelStage;
        events?: number | null;
        people?: number | null;
        rateFromPrevious?: string | null;
        withheld?: WithheldReason | null;
        sales?: { amount: string } | null;
      }>;
    };
  }>;
};

export type StepsFragment = {
  steps: Array<{
    stage: FunnelStage;
    events?: number | null;
    people?: number | null;
    rateFromPrevious?: string | null;
    withheld?: WithheldReason | null;
    sales?: { amount: string } | null;
  }>;
};

export type UnmetLinkDemandQueryVariables = Exact<{
  range: DateRange;
  after?: InputMaybe<Scalars["String"]>;
}>;

export type UnmetLinkDemandQuery = {
  unmetLinkDemand?: {
    pageInfo: { hasNextPage: boolean; endCursor?: string | null };
    edges: Array<{
      node: {
        id: string;
        title: string;
        industry: Industry;
        readCount: number;
        author: { name: string };
      };
      demand: {
        score: string;
        linkRequests: number;
        screenshots: number;
        topTerms: Array<string>;
      };
    }>;
  } | null;
};

export type PartnerConversionsSinceQueryVariables = Exact<{
  after?: InputMaybe<Scalars["String"]>;
}>;

export type PartnerConversionsSinceQuery = {
  conversions?: {
    pageInfo: { hasNextPage: boolean; endCursor?: string | null };
    freshness: { watermark: string };
    nodes: Array<{
      id: string;
      eventId: string;
      version: number;
      state: ConversionState;
      stage: FunnelStage;
      occurredAt: string;
      changedAt: string;
      platformOrderId?: string | null;
      platformLineId?: string | null;
      quantity?: number | null;
      value?: { amount: string; currencyCode: CurrencyCode } | null;
      product?: { platformId: string; platformProductId: string } | null;
      note?: { id: string } | null;
    }>;
  } | null;
};

export type PartnerEventsRecordMutationVariables = Exact<{
  events: Array<EventInput> | EventInput;
}>;

export type PartnerEventsRecordMutation = {
  eventsRecord?: {
    accepted: number;
    duplicates: number;
    rejected: number;
    results: Array<{
      index: number;
      eventId?: string | null;
      outcome: EventOutcome;
      conversionId?: string | null;
      error?: {
        field?: Array<string> | null;
        code: string;
        message: string;
      } | null;
    }>;
    userErrors: Array<{ code: string; message: string }>;
  } | null;
};

export const LiveFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Live" },
      typeCondition: {
        kind: "NamedType",
        name: { kind: "Name", value: "ConversionStats" },
      },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "linkClicks" } },
          { kind: "Field", name: { kind: "Name", value: "shopVisits" } },
          { kind: "Field", name: { kind: "Name", value: "orders" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "netSales" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "currencyCode" },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "conversionRate" } },
          { kind: "Field", name: { kind: "Name", value: "withheld" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "freshness" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "asOf" } },
                { kind: "Field", name: { kind: "Name", value: "finality" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LiveFragment, unknown>;
export const StepsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Steps" },
      typeCondition: {
        kind: "NamedType",
        name: { kind: "Name", value: "Funnel" },
      },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "steps" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "stage" } },
                { kind: "Field", name: { kind: "Name", value: "events" } },
                { kind: "Field", name: { kind: "Name", value: "people" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rateFromPrevious" },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "sales" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "amount" },
                      },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "withheld" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<StepsFragment, unknown>;
export const ReportFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Report" },
      typeCondition: {
        kind: "NamedType",
        name: { kind: "Name", value: "FunnelReport" },
      },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "withheldRows" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "rows" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "note" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "day" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "funnel" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "FragmentSpread",
                        name: { kind: "Name", value: "Steps" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Steps" },
      typeCondition: {
        kind: "NamedType",
        name: { kind: "Name", value: "Funnel" },
      },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "steps" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "stage" } },
                { kind: "Field", name: { kind: "Name", value: "events" } },
                { kind: "Field", name: { kind: "Name", value: "people" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rateFromPrevious" },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "sales" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "amount" },
                      },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "withheld" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReportFragment, unknown>;
export const AuthorEarningsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "AuthorEarnings" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "status" },
          },
          type: {
            kind: "NamedType",
            name: { kind: "Name", value: "CommissionStatus" },
          },
        },
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "after" },
          },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "author" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "id" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "commissionTotals" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "estimated" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "currencyCode" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "held" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "currencyCode" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "payable" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "currencyCode" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "paid" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "currencyCode" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "commissions" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "20" },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "after" },
                      },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "status" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "status" },
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "hasNextPage" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endCursor" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "status" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "rate" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "base" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "currencyCode",
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "currencyCode",
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "paid" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "currencyCode",
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "heldUntil" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "note" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "id" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "title" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "shop" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "id" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "entries" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "id" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "kind" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "amount",
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "currencyCode",
                                          },
                                        },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "postedAt" },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AuthorEarningsQuery, AuthorEarningsQueryVariables>;
export const ConsentUpdateDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ConsentUpdate" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "input" },
          },
          type: {
            kind: "NonNullType",
            type: {
              kind: "NamedType",
              name: { kind: "Name", value: "ConsentUpdateInput" },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "consentUpdate" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "input" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "consent" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "purpose" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "granted" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "updatedAt" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "userErrors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "field" } },
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "message" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  ConsentUpdateMutation,
  ConsentUpdateMutationVariables
>;
export const ConsentsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Consents" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "consents" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "purpose" } },
                { kind: "Field", name: { kind: "Name", value: "granted" } },
                { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ConsentsQuery, ConsentsQueryVariables>;
export const JointAccountDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "JointAccount" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "shopId" },
          },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "shop" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "shopId" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "jointAccount" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "status" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "createdAt" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "grants" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "party" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "grantedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "revokedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "grantedBy" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "revokedBy" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "history" },
                        arguments: [
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "first" },
                            value: { kind: "IntValue", value: "20" },
                          },
                        ],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "party" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "grantedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "revokedAt" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "dataGaps" },
                        arguments: [
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "first" },
                            value: { kind: "IntValue", value: "20" },
                          },
                        ],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "platform" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "id" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "startedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "reason" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "declared" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JointAccountQuery, JointAccountQueryVariables>;
export const JointAccountGrantDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "JointAccountGrant" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "input" },
          },
          type: {
            kind: "NonNullType",
            type: {
              kind: "NamedType",
              name: { kind: "Name", value: "JointAccountGrantInput" },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "jointAccountGrant" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "input" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "jointAccount" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "status" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "grants" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "party" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "grantedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "revokedAt" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "userErrors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "field" } },
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "message" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  JointAccountGrantMutation,
  JointAccountGrantMutationVariables
>;
export const JointAccountRevokeDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "JointAccountRevoke" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "input" },
          },
          type: {
            kind: "NonNullType",
            type: {
              kind: "NamedType",
              name: { kind: "Name", value: "JointAccountRevokeInput" },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "jointAccountRevoke" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "input" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "jointAccount" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "status" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "grants" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "party" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "grantedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "revokedAt" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "userErrors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "field" } },
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "message" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  JointAccountRevokeMutation,
  JointAccountRevokeMutationVariables
>;
export const MarketReportDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "MarketReport" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "range" },
          },
          type: {
            kind: "NonNullType",
            type: {
              kind: "NamedType",
              name: { kind: "Name", value: "DateRange" },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "upliftReport" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "range" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "range" },
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "basis" },
                value: { kind: "EnumValue", value: "YEAR_OVER_YEAR" },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "baselineFrom" },
                },
                { kind: "Field", name: { kind: "Name", value: "baselineTo" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rows" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "industry" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "metric" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "baseline" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "change" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "confidence95" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "low" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "high" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "currentSize" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "people" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "mixShift" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: {
                                kind: "Name",
                                value: "changeAtBaselineMix",
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "isMisleading" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "withheld" },
                      },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "searchInsights" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "range" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "range" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "searcherShare" },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "userOriginShare" },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "firstDayShare" },
                },
                { kind: "Field", name: { kind: "Name", value: "withheld" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "beforePurchaseShare" },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "beforePurchaseWithheld" },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<MarketReportQuery, MarketReportQueryVariables>;
export const NoteConversionLiveDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "NoteConversionLive" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "noteId" },
          },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "noteConversionUpdated" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "noteId" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "noteId" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "title" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "author" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "conversion" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "linkClicks" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "shopVisits" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "orders" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "netSales" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "currencyCode" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "freshness" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "asOf" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  NoteConversionLiveSubscription,
  NoteConversionLiveSubscriptionVariables
>;
export const NoteFeaturesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "NoteFeatures" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "note" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "id" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "title" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "features" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "keywords" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "brands" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "sentiment" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "firstHand" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "modelVersion" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<NoteFeaturesQuery, NoteFeaturesQueryVariables>;
export const NotePageDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "NotePage" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "note" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "id" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "title" } },
                { kind: "Field", name: { kind: "Name", value: "body" } },
                { kind: "Field", name: { kind: "Name", value: "publishedAt" } },
                { kind: "Field", name: { kind: "Name", value: "readCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "author" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "followerCount" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "sponsorship" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "brandName" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "productLinks" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "5" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "totalCount" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "label" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "product" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "id" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "title" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "price" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "amount",
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "currencyCode",
                                          },
                                        },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "soldAtLeast",
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "availableForSale",
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "salesTrack" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "shop" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "id" },
                                        },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "name" },
                                        },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "kind" },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "paymentMethods",
                                          },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "destination" },
                              arguments: [
                                {
                                  kind: "Argument",
                                  name: { kind: "Name", value: "client" },
                                  value: {
                                    kind: "EnumValue",
                                    value: "CONTENT_APP",
                                  },
                                },
                              ],
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "jumpUrl" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "opensInPlace",
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "platform" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "name" },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "conversion" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "FragmentSpread",
                                    name: { kind: "Name", value: "Live" },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "conversion" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "FragmentSpread",
                        name: { kind: "Name", value: "Live" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "readToOrderRate" },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Live" },
      typeCondition: {
        kind: "NamedType",
        name: { kind: "Name", value: "ConversionStats" },
      },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "linkClicks" } },
          { kind: "Field", name: { kind: "Name", value: "shopVisits" } },
          { kind: "Field", name: { kind: "Name", value: "orders" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "netSales" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "currencyCode" },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "conversionRate" } },
          { kind: "Field", name: { kind: "Name", value: "withheld" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "freshness" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "asOf" } },
                { kind: "Field", name: { kind: "Name", value: "finality" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<NotePageQuery, NotePageQueryVariables>;
export const NoteRelatedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "NoteRelated" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "note" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "id" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "related" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "5" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "note" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "title" },
                            },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "basis" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "peopleAtLeast" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "productLinks" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "5" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "product" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "id" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "title" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "boughtTogether",
                                    },
                                    arguments: [
                                      {
                                        kind: "Argument",
                                        name: { kind: "Name", value: "first" },
                                        value: { kind: "IntValue", value: "5" },
                                      },
                                    ],
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "product",
                                          },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "id",
                                                },
                                              },
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "title",
                                                },
                                              },
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "price",
                                                },
                                                selectionSet: {
                                                  kind: "SelectionSet",
                                                  selections: [
                                                    {
                                                      kind: "Field",
                                                      name: {
                                                        kind: "Name",
                                                        value: "amount",
                                                      },
                                                    },
                                                  ],
                                                },
                                              },
                                            ],
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "basis",
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "peopleAtLeast",
                                          },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<NoteRelatedQuery, NoteRelatedQueryVariables>;
export const ProductLinkOpenDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ProductLinkOpen" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "productLinkId" },
          },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "searchId" },
          },
          type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
        },
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "idempotencyKey" },
          },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "productLinkOpen" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "productLinkId" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "productLinkId" },
                      },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "client" },
                      value: { kind: "EnumValue", value: "CONTENT_APP" },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "searchId" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "searchId" },
                      },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "idempotencyKey" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "idempotencyKey" },
                      },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "click" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "deepLink" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "fallbackUrl" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "opensInPlace" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "userErrors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "field" } },
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "message" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  ProductLinkOpenMutation,
  ProductLinkOpenMutationVariables
>;
export const SearchPageDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "SearchPage" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "text" } },
          type: {
            kind: "NonNullType",
            type: {
              kind: "NamedType",
              name: { kind: "Name", value: "String" },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "search" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "text" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "text" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "terms" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "notes" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "10" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "hasNextPage" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endCursor" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "title" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "readCount" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "author" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "productLinks" },
                              arguments: [
                                {
                                  kind: "Argument",
                                  name: { kind: "Name", value: "first" },
                                  value: { kind: "IntValue", value: "1" },
                                },
                              ],
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "totalCount" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "nodes" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "product",
                                          },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "id",
                                                },
                                              },
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "price",
                                                },
                                                selectionSet: {
                                                  kind: "SelectionSet",
                                                  selections: [
                                                    {
                                                      kind: "Field",
                                                      name: {
                                                        kind: "Name",
                                                        value: "amount",
                                                      },
                                                    },
                                                  ],
                                                },
                                              },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "products" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "10" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "title" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "price" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "currencyCode",
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "shop" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "kind" },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SearchPageQuery, SearchPageQueryVariables>;
export const ShopCampaignsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ShopCampaigns" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "shopId" },
          },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "after" },
          },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "shop" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "shopId" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "boostProposals" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "3" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "proposals" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "note" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "id" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "title" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "linkClicks" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "conversionRate" },
                            },
                            {
                              kind: "Field",
                              name: {
                                kind: "Name",
                                value: "conversionRateAtLeast",
                              },
                            },
                            {
                              kind: "Field",
                              name: {
                                kind: "Name",
                                value: "shopConversionRate",
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "netSales" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "budget" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "campaigns" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "10" },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "after" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "after" },
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "pageInfo" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "hasNextPage" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endCursor" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "nodes" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "name" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "status" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "startsOn" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endsOn" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "merchantBudget" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: {
                                kind: "Name",
                                value: "marketplaceBudget",
                              },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "merchantSpent" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "marketplaceSpent" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: {
                                kind: "Name",
                                value: "contentPlatformSpent",
                              },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "boosts" },
                              arguments: [
                                {
                                  kind: "Argument",
                                  name: { kind: "Name", value: "first" },
                                  value: { kind: "IntValue", value: "5" },
                                },
                              ],
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "nodes" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "id" },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "fundedBy",
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "budget",
                                          },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "amount",
                                                },
                                              },
                                            ],
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "spent",
                                          },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "amount",
                                                },
                                              },
                                            ],
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "impressions",
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: { kind: "Name", value: "note" },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "id",
                                                },
                                              },
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "title",
                                                },
                                              },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "conversion" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "linkClicks" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "orders" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "creditedOrders",
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "netSales" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "amount",
                                          },
                                        },
                                      ],
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "withheld" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "returnOnAdSpend" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ShopCampaignsQuery, ShopCampaignsQueryVariables>;
export const ShopDashboardDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ShopDashboard" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "shopId" },
          },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ID" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "range" },
          },
          type: {
            kind: "NonNullType",
            type: {
              kind: "NamedType",
              name: { kind: "Name", value: "DateRange" },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "shop" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "shopId" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "jointAccount" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "status" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "grants" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "party" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "grantedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "revokedAt" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "dataGaps" },
                        arguments: [
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "first" },
                            value: { kind: "IntValue", value: "5" },
                          },
                        ],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "platform" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "startedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "reason" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  alias: { kind: "Name", value: "whole" },
                  name: { kind: "Name", value: "funnel" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "range" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "range" },
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "totals" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "FragmentSpread",
                              name: { kind: "Name", value: "Steps" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "dataGaps" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "platform" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "startedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "reason" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "freshness" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "asOf" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "finality" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  alias: { kind: "Name", value: "byNote" },
                  name: { kind: "Name", value: "funnel" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "range" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "range" },
                      },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "groupBy" },
                      value: {
                        kind: "ListValue",
                        values: [{ kind: "EnumValue", value: "NOTE" }],
                      },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "20" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "FragmentSpread",
                        name: { kind: "Name", value: "Report" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  alias: { kind: "Name", value: "byDay" },
                  name: { kind: "Name", value: "funnel" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "range" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "range" },
                      },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "groupBy" },
                      value: {
                        kind: "ListValue",
                        values: [{ kind: "EnumValue", value: "DAY" }],
                      },
                    },
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "31" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "FragmentSpread",
                        name: { kind: "Name", value: "Report" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "audience" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "range" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "range" },
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "cohorts" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "ageCohort" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "people" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "share" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "withheld" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "conversion" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "range" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "range" },
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "linkClicks" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "shopVisits" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "addToCarts" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "orders" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "newCustomerOrders" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "netSales" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "conversionRate" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "dataGaps" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "platform" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "startedAt" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "endedAt" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "repurchase" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "range" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "range" },
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "repeatRate" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "seededRepeatRate" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "medianDays" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "withheld" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "incrementality" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "range" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "range" },
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "rows" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "platform" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "exposedPeople" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "visits" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "visits95" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "low" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "high" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "orders" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "orders95" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "low" },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "high" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "sales" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "amount" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "withheld" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "campaigns" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "first" },
                      value: { kind: "IntValue", value: "5" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "edges" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "node" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                  {
                                    kind: "Field",
                                    name: {
                                      kind: "Name",
                                      value: "returnOnAdSpend",
                                    },
                                  },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "conversion" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "orders",
                                          },
                                        },
                                        {
                                          kind: "Field",
                                          name: {
                                            kind: "Name",
                                            value: "netSales",
                                          },
                                          selectionSet: {
                                            kind: "SelectionSet",
                                            selections: [
                                              {
                                                kind: "Field",
                                                name: {
                                                  kind: "Name",
                                                  value: "amount",
                                                },
                                              },
                                            ],
                                          },
                                        },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "upliftReport" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "range" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "range" },
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "basis" },
                value: { kind: "EnumValue", value: "YEAR_OVER_YEAR" },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "shopId" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "shopId" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rows" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "metric" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "baseline" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "change" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "confidence95" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "low" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "high" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "people" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "withheld" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "dataGaps" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "platform" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "name" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "startedAt" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "endedAt" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Steps" },
      typeCondition: {
        kind: "NamedType",
        name: { kind: "Name", value: "Funnel" },
      },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "steps" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "stage" } },
                { kind: "Field", name: { kind: "Name", value: "events" } },
                { kind: "Field", name: { kind: "Name", value: "people" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rateFromPrevious" },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "sales" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "amount" },
                      },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "withheld" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Report" },
      typeCondition: {
        kind: "NamedType",
        name: { kind: "Name", value: "FunnelReport" },
      },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "withheldRows" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "rows" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "note" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "day" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "funnel" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "FragmentSpread",
                        name: { kind: "Name", value: "Steps" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ShopDashboardQuery, ShopDashboardQueryVariables>;
export const UnmetLinkDemandDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "UnmetLinkDemand" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "range" },
          },
          type: {
            kind: "NonNullType",
            type: {
              kind: "NamedType",
              name: { kind: "Name", value: "DateRange" },
            },
          },
        },
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "after" },
          },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "unmetLinkDemand" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "range" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "range" },
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "minRequests" },
                value: { kind: "IntValue", value: "20" },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "IntValue", value: "50" },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "after" },
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "hasNextPage" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "endCursor" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edges" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "node" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "title" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "industry" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "author" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "name" },
                                  },
                                ],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "readCount" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "demand" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "score" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "linkRequests" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "screenshots" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "topTerms" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  UnmetLinkDemandQuery,
  UnmetLinkDemandQueryVariables
>;
export const PartnerConversionsSinceDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "PartnerConversionsSince" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "after" },
          },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "conversions" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "IntValue", value: "500" },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: {
                  kind: "Variable",
                  name: { kind: "Name", value: "after" },
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "stages" },
                      value: {
                        kind: "ListValue",
                        values: [
                          { kind: "EnumValue", value: "ORDER_PAID" },
                          { kind: "EnumValue", value: "REFUND" },
                        ],
                      },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "hasNextPage" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "endCursor" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "freshness" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "watermark" },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "eventId" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "version" },
                      },
                      { kind: "Field", name: { kind: "Name", value: "state" } },
                      { kind: "Field", name: { kind: "Name", value: "stage" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "occurredAt" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "value" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "amount" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "currencyCode" },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "product" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "platformId" },
                            },
                            {
                              kind: "Field",
                              name: {
                                kind: "Name",
                                value: "platformProductId",
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "changedAt" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "platformOrderId" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "platformLineId" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "quantity" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "note" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "id" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  PartnerConversionsSinceQuery,
  PartnerConversionsSinceQueryVariables
>;
export const PartnerEventsRecordDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "PartnerEventsRecord" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: {
            kind: "Variable",
            name: { kind: "Name", value: "events" },
          },
          type: {
            kind: "NonNullType",
            type: {
              kind: "ListType",
              type: {
                kind: "NonNullType",
                type: {
                  kind: "NamedType",
                  name: { kind: "Name", value: "EventInput" },
                },
              },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "eventsRecord" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "events" },
                      value: {
                        kind: "Variable",
                        name: { kind: "Name", value: "events" },
                      },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "accepted" } },
                { kind: "Field", name: { kind: "Name", value: "duplicates" } },
                { kind: "Field", name: { kind: "Name", value: "rejected" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "results" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "index" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "eventId" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "outcome" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "conversionId" },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "error" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "field" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "code" },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "message" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "userErrors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "message" },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<
  PartnerEventsRecordMutation,
  PartnerEventsRecordMutationVariables
>;
