// Written by codegen.ts; do not edit.
import type {
  GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLScalarTypeConfig,
} from "graphql";
import type {
  NoteModel,
  AuthorModel,
  CommentModel,
  ProductLinkModel,
  SearchModel,
  FreshnessModel,
  ProductModel,
  ProductLinkConnectionModel,
  EngagementModel,
  LinkDemandModel,
  ConsentSettingModel,
  SearchInsightsModel,
  IndustryReadershipModel,
  UpliftReportModel,
} from "../models.ts";
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

/** What the caller must change. Failures of ours are in errors instead. */
export type UserError = {
  /** Path of the input field at fault; null when no single field is. */
  field?: Maybe<Array<Scalars["String"]>>;
  /** Stable; the table of errors lists them. */
  code: Scalars["String"];
  message: Scalars["String"];
};

/**
 * What anyone may load by its id. An id tells its type by its prefix (note_, author_, link_, search_, comment_, product_, shop_) and is
 * opaque beyond it; a search's can't be guessed. Content answers node(id) and takes a product's or a shop's id on trust: where commerce
 * knows none, every field but id fails.
 */
export type Node = {
  id: Scalars["ID"];
};

/** At most 366 days. */
export type DateRange = {
  /** First day, included. */
  from: Scalars["Date"];
  /** Last day, included. */
  to: Scalars["Date"];
};

/** How complete a figure is. */
export type Freshness = {
  /** The newest event counted; where there is none, the newest of all. */
  asOf: Scalars["DateTime"];
  /** The instant before which events are expected to be complete, by the lateness seen from each source. */
  watermark: Scalars["DateTime"];
  finality: Finality;
};

/**
 * LIVE: still in its attribution window. PROVISIONAL: the window has closed, late events may still come. FINAL: 72 hours after that, when no
 * more are expected; one that comes all the same counts on the day on which it occurred.
 */
export type Finality = "LIVE" | "PROVISIONAL" | "FINAL";

export type WithheldReason = "TOO_FEW_PEOPLE" | "PERIOD_OPEN" | "EXPIRED";

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

export type Query = {
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

/** What is absent lets every note through. */
export type NoteFilter = {
  authorId?: InputMaybe<Scalars["ID"]>;
  industry?: InputMaybe<Industry>;
  /** One of Note.topics, without the #. */
  topic?: InputMaybe<Scalars["String"]>;
  /** Whether the note has an ACTIVE product link. */
  linked?: InputMaybe<Scalars["Boolean"]>;
};

/** NEWEST: by publishedAt. MOST_READ: by readCount. MOST_ENGAGED: by interactions of all time. */
export type NoteOrder = "NEWEST" | "MOST_READ" | "MOST_ENGAGED";

/** A post of the content community (笔记). */
export type Note = Node & {
  id: Scalars["ID"];
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
  /** Lifetime reads (阅读). */
  readCount: Scalars["BigInt"];
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

export type NoteKind = "IMAGES" | "VIDEO";

export type Sponsorship = {
  kind: SponsorshipKind;
  brandName: Scalars["String"];
};

export type SponsorshipKind = "COLLABORATION" | "ADVERTISEMENT";

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

export type NoteConnection = {
  edges: Array<NoteEdge>;
  nodes: Array<Note>;
  pageInfo: PageInfo;
};

export type NoteEdge = {
  cursor: Scalars["String"];
  node: Note;
};

/** Who writes notes: a person, a creator (博主) or a brand. */
export type Author = Node & {
  id: Scalars["ID"];
  name: Scalars["String"];
  kind: AuthorKind;
  avatarUrl?: Maybe<Scalars["URL"]>;
  followerCount: Scalars["BigInt"];
  notes: NoteConnection;
};

/** Who writes notes: a person, a creator (博主) or a brand. */
export type AuthornotesArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

export type AuthorKind = "PERSON" | "CREATOR" | "BRAND";

/** Joins one note to one product. Content owns where the card stands; commerce owns where it leads and what it earns. */
export type ProductLink = Node & {
  id: Scalars["ID"];
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

/** Where the card stands. */
export type LinkPlacement = "BELOW_NOTE" | "IMAGE_TAG" | "COMMENT";

/** Only an ACTIVE link is shown and leads anywhere. */
export type LinkStatus = "PENDING_REVIEW" | "ACTIVE" | "PAUSED" | "REMOVED";

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

export type Product = Node & {
  id: Scalars["ID"];
  /** Notes that link to this product, most read first. Null while content can't answer: the product still stands. */
  notes?: Maybe<NoteConnection>;
};

export type ProductnotesArgs = {
  first?: Scalars["Int"];
  after?: InputMaybe<Scalars["String"]>;
};

export type Shop = Node & {
  id: Scalars["ID"];
};

/** A reader's comment under a note. */
export type Comment = Node & {
  id: Scalars["ID"];
  body: Scalars["String"];
  author: Author;
  createdAt: Scalars["DateTime"];
  intent: CommentIntent;
};

/** What a comment wants, read from its text. LINK_REQUEST: to be told where to buy it (求链接). */
export type CommentIntent =
  "LINK_REQUEST" | "PRICE_QUESTION" | "EXPERIENCE" | "OTHER";

export type CommentConnection = {
  edges: Array<CommentEdge>;
  nodes: Array<Comment>;
  pageInfo: PageInfo;
};

export type CommentEdge = {
  cursor: Scalars["String"];
  node: Comment;
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

/** One search by one person, and what it finds. */
export type Search = Node & {
  id: Scalars["ID"];
  text: Scalars["String"];
  /** The words that it is searched by, segmented from the text. */
  terms: Array<Scalars["String"]>;
  origin: SearchOrigin;
  searchedAt: Scalars["DateTime"];
  notes: NoteConnection;
  authors: Array<Author>;
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

/** USER: typed by the person. SUGGESTED: taken from what the app offered. */
export type SearchOrigin = "USER" | "SUGGESTED";

/**
 * How the community searched in a period. A share is to 4 decimals, of all there are; who denied consent is in none. Shares of people are of exact counts for a reporting month, and of counts rounded to 10 for a day or a
 * week: of exact ones of all periods the few of a day that is withheld would follow.
 */
export type SearchInsights = {
  from: Scalars["Date"];
  to: Scalars["Date"];
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

export type IndustryReadership = {
  /** Null for all industries together. */
  industry?: Maybe<Industry>;
  /** Whether this is of the year before. */
  isBaseline: Scalars["Boolean"];
  /** Distinct persons who read, over all days. */
  readers: Scalars["BigInt"];
  impressions: Array<Scalars["BigInt"]>;
  reads: Array<Scalars["BigInt"]>;
  interactions: Array<Scalars["BigInt"]>;
};

/** What seeding moved (小红星). */
export type UpliftReport = {
  id: Scalars["ID"];
  /** Null where nothing was counted, or the report needs none of it. */
  readership?: Maybe<Array<IndustryReadership>>;
};

/** A text that many people searched for. */
export type SearchTrend = {
  /** In its usual spelling: lower case, single spaces. */
  text: Scalars["String"];
  /** Each day's rounded to 10, and added up: of exact ones, two ranges that differ by a day would tell what few searched for. */
  searches: Scalars["BigInt"];
  /** searches / searches of the range of equal length before, likewise, - 1; null where too few people searched then. */
  change?: Maybe<Scalars["Decimal"]>;
};

export type Mutation = {
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

export type MutationproductLinkAttachArgs = {
  input: ProductLinkAttachInput;
};

export type MutationproductLinkRemoveArgs = {
  input: ProductLinkRemoveInput;
};

export type MutationconsentUpdateArgs = {
  input: ConsentUpdateInput;
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

export type ProductLinkRemoveInput = {
  productLinkId: Scalars["ID"];
};

export type ProductLinkRemovePayload = {
  productLink?: Maybe<ProductLink>;
  userErrors: Array<UserError>;
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
  Node:
    | ResolversTypes["Note"]
    | ResolversTypes["Author"]
    | ResolversTypes["ProductLink"]
    | ResolversTypes["Product"]
    | ResolversTypes["Shop"]
    | ResolversTypes["Comment"]
    | ResolversTypes["Search"];
  ID: ResolverTypeWrapper<Scalars["ID"]>;
  DateRange: DateRange;
  Freshness: ResolverTypeWrapper<FreshnessModel>;
  Finality: Finality;
  WithheldReason: WithheldReason;
  Industry: Industry;
  Query: ResolverTypeWrapper<{}>;
  Int: ResolverTypeWrapper<Scalars["Int"]>;
  NoteFilter: NoteFilter;
  NoteOrder: NoteOrder;
  Note: ResolverTypeWrapper<NoteModel>;
  NoteKind: NoteKind;
  Sponsorship: ResolverTypeWrapper<Sponsorship>;
  SponsorshipKind: SponsorshipKind;
  NoteFeatures: ResolverTypeWrapper<NoteFeatures>;
  NoteConnection: ResolverTypeWrapper<
    Omit<NoteConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["NoteEdge"]>;
      nodes: Array<ResolversTypes["Note"]>;
    }
  >;
  NoteEdge: ResolverTypeWrapper<
    Omit<NoteEdge, "node"> & { node: ResolversTypes["Note"] }
  >;
  Author: ResolverTypeWrapper<AuthorModel>;
  AuthorKind: AuthorKind;
  ProductLink: ResolverTypeWrapper<ProductLinkModel>;
  LinkPlacement: LinkPlacement;
  LinkStatus: LinkStatus;
  ProductLinkConnection: ResolverTypeWrapper<ProductLinkConnectionModel>;
  ProductLinkEdge: ResolverTypeWrapper<
    Omit<ProductLinkEdge, "node"> & { node: ResolversTypes["ProductLink"] }
  >;
  Product: ResolverTypeWrapper<ProductModel>;
  Shop: ResolverTypeWrapper<Shop>;
  Comment: ResolverTypeWrapper<CommentModel>;
  CommentIntent: CommentIntent;
  CommentConnection: ResolverTypeWrapper<
    Omit<CommentConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["CommentEdge"]>;
      nodes: Array<ResolversTypes["Comment"]>;
    }
  >;
  CommentEdge: ResolverTypeWrapper<
    Omit<CommentEdge, "node"> & { node: ResolversTypes["Comment"] }
  >;
  Engagement: ResolverTypeWrapper<EngagementModel>;
  LinkDemand: ResolverTypeWrapper<LinkDemandModel>;
  LinkDemandConnection: ResolverTypeWrapper<
    Omit<LinkDemandConnection, "edges" | "nodes"> & {
      edges: Array<ResolversTypes["LinkDemandEdge"]>;
      nodes: Array<ResolversTypes["Note"]>;
    }
  >;
  LinkDemandEdge: ResolverTypeWrapper<
    Omit<LinkDemandEdge, "node" | "demand"> & {
      node: ResolversTypes["Note"];
      demand: ResolversTypes["LinkDemand"];
    }
  >;
  Search: ResolverTypeWrapper<SearchModel>;
  SearchOrigin: SearchOrigin;
  SearchInsights: ResolverTypeWrapper<SearchInsightsModel>;
  IndustryReadership: ResolverTypeWrapper<IndustryReadershipModel>;
  UpliftReport: ResolverTypeWrapper<UpliftReportModel>;
  SearchTrend: ResolverTypeWrapper<SearchTrend>;
  Mutation: ResolverTypeWrapper<{}>;
  ProductLinkAttachInput: ProductLinkAttachInput;
  ProductLinkAttachPayload: ResolverTypeWrapper<
    Omit<ProductLinkAttachPayload, "productLink"> & {
      productLink?: Maybe<ResolversTypes["ProductLink"]>;
    }
  >;
  ProductLinkRemoveInput: ProductLinkRemoveInput;
  ProductLinkRemovePayload: ResolverTypeWrapper<
    Omit<ProductLinkRemovePayload, "productLink"> & {
      productLink?: Maybe<ResolversTypes["ProductLink"]>;
    }
  >;
  ConsentPurpose: ConsentPurpose;
  ConsentSetting: ResolverTypeWrapper<ConsentSettingModel>;
  ConsentUpdateInput: ConsentUpdateInput;
  ConsentUpdatePayload: ResolverTypeWrapper<
    Omit<ConsentUpdatePayload, "consent"> & {
      consent?: Maybe<ResolversTypes["ConsentSetting"]>;
    }
  >;
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
  Node:
    | ResolversParentTypes["Note"]
    | ResolversParentTypes["Author"]
    | ResolversParentTypes["ProductLink"]
    | ResolversParentTypes["Product"]
    | ResolversParentTypes["Shop"]
    | ResolversParentTypes["Comment"]
    | ResolversParentTypes["Search"];
  ID: Scalars["ID"];
  DateRange: DateRange;
  Freshness: FreshnessModel;
  Query: {};
  Int: Scalars["Int"];
  NoteFilter: NoteFilter;
  Note: NoteModel;
  Sponsorship: Sponsorship;
  NoteFeatures: NoteFeatures;
  NoteConnection: Omit<NoteConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["NoteEdge"]>;
    nodes: Array<ResolversParentTypes["Note"]>;
  };
  NoteEdge: Omit<NoteEdge, "node"> & { node: ResolversParentTypes["Note"] };
  Author: AuthorModel;
  ProductLink: ProductLinkModel;
  ProductLinkConnection: ProductLinkConnectionModel;
  ProductLinkEdge: Omit<ProductLinkEdge, "node"> & {
    node: ResolversParentTypes["ProductLink"];
  };
  Product: ProductModel;
  Shop: Shop;
  Comment: CommentModel;
  CommentConnection: Omit<CommentConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["CommentEdge"]>;
    nodes: Array<ResolversParentTypes["Comment"]>;
  };
  CommentEdge: Omit<CommentEdge, "node"> & {
    node: ResolversParentTypes["Comment"];
  };
  Engagement: EngagementModel;
  LinkDemand: LinkDemandModel;
  LinkDemandConnection: Omit<LinkDemandConnection, "edges" | "nodes"> & {
    edges: Array<ResolversParentTypes["LinkDemandEdge"]>;
    nodes: Array<ResolversParentTypes["Note"]>;
  };
  LinkDemandEdge: Omit<LinkDemandEdge, "node" | "demand"> & {
    node: ResolversParentTypes["Note"];
    demand: ResolversParentTypes["LinkDemand"];
  };
  Search: SearchModel;
  SearchInsights: SearchInsightsModel;
  IndustryReadership: IndustryReadershipModel;
  UpliftReport: UpliftReportModel;
  SearchTrend: SearchTrend;
  Mutation: {};
  ProductLinkAttachInput: ProductLinkAttachInput;
  ProductLinkAttachPayload: Omit<ProductLinkAttachPayload, "productLink"> & {
    productLink?: Maybe<ResolversParentTypes["ProductLink"]>;
  };
  ProductLinkRemoveInput: ProductLinkRemoveInput;
  ProductLinkRemovePayload: Omit<ProductLinkRemovePayload, "productLink"> & {
    productLink?: Maybe<ResolversParentTypes["ProductLink"]>;
  };
  ConsentSetting: ConsentSettingModel;
  ConsentUpdateInput: ConsentUpdateInput;
  ConsentUpdatePayload: Omit<ConsentUpdatePayload, "consent"> & {
    consent?: Maybe<ResolversParentTypes["ConsentSetting"]>;
  };
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

export type NodeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Node"] =
    ResolversParentTypes["Node"],
> = {
  resolveType: TypeResolveFn<
    | "Note"
    | "Author"
    | "ProductLink"
    | "Product"
    | "Shop"
    | "Comment"
    | "Search",
    ParentType,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
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

export type QueryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Query"] =
    ResolversParentTypes["Query"],
> = {
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
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
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
  readCount?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
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

export type SponsorshipResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Sponsorship"] =
    ResolversParentTypes["Sponsorship"],
> = {
  kind?: Resolver<ResolversTypes["SponsorshipKind"], ParentType, ContextType>;
  brandName?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoteFeaturesResolvers<
  ContextType = Context,
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

export type NoteConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["NoteConnection"] =
    ResolversParentTypes["NoteConnection"],
> = {
  edges?: Resolver<Array<ResolversTypes["NoteEdge"]>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes["Note"]>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes["PageInfo"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoteEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["NoteEdge"] =
    ResolversParentTypes["NoteEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Note"], ParentType, ContextType>;
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

export type ProductLinkConnectionResolvers<
  ContextType = Context,
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
  ContextType = Context,
  ParentType extends ResolversParentTypes["ProductLinkEdge"] =
    ResolversParentTypes["ProductLinkEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["ProductLink"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProductResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Product"] =
    ResolversParentTypes["Product"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Product"]>,
    { __typename: "Product" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  notes?: Resolver<
    Maybe<ResolversTypes["NoteConnection"]>,
    ParentType,
    ContextType,
    RequireFields<ProductnotesArgs, "first">
  >;
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
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Comment"] =
    ResolversParentTypes["Comment"],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes["Comment"]>,
    { __typename: "Comment" } & GraphQLRecursivePick<ParentType, { id: true }>,
    ContextType
  >;
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  body?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  author?: Resolver<ResolversTypes["Author"], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes["DateTime"], ParentType, ContextType>;
  intent?: Resolver<ResolversTypes["CommentIntent"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<
  ContextType = Context,
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
  ContextType = Context,
  ParentType extends ResolversParentTypes["CommentEdge"] =
    ResolversParentTypes["CommentEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Comment"], ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EngagementResolvers<
  ContextType = Context,
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

export type LinkDemandResolvers<
  ContextType = Context,
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
  ContextType = Context,
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
  ContextType = Context,
  ParentType extends ResolversParentTypes["LinkDemandEdge"] =
    ResolversParentTypes["LinkDemandEdge"],
> = {
  cursor?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  node?: Resolver<ResolversTypes["Note"], ParentType, ContextType>;
  demand?: Resolver<ResolversTypes["LinkDemand"], ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  text?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes["ID"], ParentType, ContextType>;
  readership?: Resolver<
    Maybe<Array<ResolversTypes["IndustryReadership"]>>,
    ParentType,
    ContextType
  >;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchTrendResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["SearchTrend"] =
    ResolversParentTypes["SearchTrend"],
> = {
  text?: Resolver<ResolversTypes["String"], ParentType, ContextType>;
  searches?: Resolver<ResolversTypes["BigInt"], ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes["Decimal"]>, ParentType, ContextType>;
  isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes["Mutation"] =
    ResolversParentTypes["Mutation"],
> = {
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

export type ProductLinkAttachPayloadResolvers<
  ContextType = Context,
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

export type ProductLinkRemovePayloadResolvers<
  ContextType = Context,
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

export type ConsentSettingResolvers<
  ContextType = Context,
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
  ContextType = Context,
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

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  BigInt?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Freshness?: FreshnessResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  Sponsorship?: SponsorshipResolvers<ContextType>;
  NoteFeatures?: NoteFeaturesResolvers<ContextType>;
  NoteConnection?: NoteConnectionResolvers<ContextType>;
  NoteEdge?: NoteEdgeResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  ProductLink?: ProductLinkResolvers<ContextType>;
  ProductLinkConnection?: ProductLinkConnectionResolvers<ContextType>;
  ProductLinkEdge?: ProductLinkEdgeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Shop?: ShopResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  Engagement?: EngagementResolvers<ContextType>;
  LinkDemand?: LinkDemandResolvers<ContextType>;
  LinkDemandConnection?: LinkDemandConnectionResolvers<ContextType>;
  LinkDemandEdge?: LinkDemandEdgeResolvers<ContextType>;
  Search?: SearchResolvers<ContextType>;
  SearchInsights?: SearchInsightsResolvers<ContextType>;
  IndustryReadership?: IndustryReadershipResolvers<ContextType>;
  UpliftReport?: UpliftReportResolvers<ContextType>;
  SearchTrend?: SearchTrendResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ProductLinkAttachPayload?: ProductLinkAttachPayloadResolvers<ContextType>;
  ProductLinkRemovePayload?: ProductLinkRemovePayloadResolvers<ContextType>;
  ConsentSetting?: ConsentSettingResolvers<ContextType>;
  ConsentUpdatePayload?: ConsentUpdatePayloadResolvers<ContextType>;
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

  Note?: {
    id?: LoaderResolver<Scalars["ID"], Note, {}, TContext>;
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
    readCount?: LoaderResolver<Scalars["BigInt"], Note, {}, TContext>;
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

  Sponsorship?: {
    kind?: LoaderResolver<SponsorshipKind, Sponsorship, {}, TContext>;
    brandName?: LoaderResolver<Scalars["String"], Sponsorship, {}, TContext>;
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

  NoteConnection?: {
    edges?: LoaderResolver<Array<NoteEdge>, NoteConnection, {}, TContext>;
    nodes?: LoaderResolver<Array<Note>, NoteConnection, {}, TContext>;
    pageInfo?: LoaderResolver<PageInfo, NoteConnection, {}, TContext>;
  };

  NoteEdge?: {
    cursor?: LoaderResolver<Scalars["String"], NoteEdge, {}, TContext>;
    node?: LoaderResolver<Note, NoteEdge, {}, TContext>;
  };

  Author?: {
    id?: LoaderResolver<Scalars["ID"], Author, {}, TContext>;
    name?: LoaderResolver<Scalars["String"], Author, {}, TContext>;
    kind?: LoaderResolver<AuthorKind, Author, {}, TContext>;
    avatarUrl?: LoaderResolver<Maybe<Scalars["URL"]>, Author, {}, TContext>;
    followerCount?: LoaderResolver<Scalars["BigInt"], Author, {}, TContext>;
    notes?: LoaderResolver<NoteConnection, Author, AuthornotesArgs, TContext>;
  };

  ProductLink?: {
    id?: LoaderResolver<Scalars["ID"], ProductLink, {}, TContext>;
    note?: LoaderResolver<Note, ProductLink, {}, TContext>;
    product?: LoaderResolver<Maybe<Product>, ProductLink, {}, TContext>;
    label?: LoaderResolver<Maybe<Scalars["String"]>, ProductLink, {}, TContext>;
    placement?: LoaderResolver<LinkPlacement, ProductLink, {}, TContext>;
    position?: LoaderResolver<Scalars["Int"], ProductLink, {}, TContext>;
    status?: LoaderResolver<LinkStatus, ProductLink, {}, TContext>;
    attachedAt?: LoaderResolver<Scalars["DateTime"], ProductLink, {}, TContext>;
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

  Product?: {
    id?: LoaderResolver<Scalars["ID"], Product, {}, TContext>;
    notes?: LoaderResolver<
      Maybe<NoteConnection>,
      Product,
      ProductnotesArgs,
      TContext
    >;
  };

  Shop?: {
    id?: LoaderResolver<Scalars["ID"], Shop, {}, TContext>;
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

  Search?: {
    id?: LoaderResolver<Scalars["ID"], Search, {}, TContext>;
    text?: LoaderResolver<Scalars["String"], Search, {}, TContext>;
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

  UpliftReport?: {
    id?: LoaderResolver<Scalars["ID"], UpliftReport, {}, TContext>;
    readership?: LoaderResolver<
      Maybe<Array<IndustryReadership>>,
      UpliftReport,
      {},
      TContext
    >;
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
}
