import type { Generated, GeneratedAlways, Kysely } from 'kysely';
import type { ConsentPurpose } from '../../kit/consents/purposes.ts';
import type { AgeCohort } from '../../kit/people/age-cohorts.ts';
import type { ClosedPeriodsTable } from '../../kit/people/close-periods.ts';
import type { DecidedCellsTable } from '../../kit/people/decided-cells.ts';

/** Content's tables, as the migrations make them. Ids are compared by their bytes; instants keep milliseconds. */
export interface ContentTables {
  authors: AuthorsTable;
  notes: NotesTable;
  note_hours: NoteHoursTable;
  comments: CommentsTable;
  product_links: ProductLinksTable;
  note_search: { note_id: string; vector: string };
  author_search: { author_id: string; vector: string };
  search_terms: { term: string; notes: number };
  searches: SearchesTable;
  current_searches: CurrentSearchesTable;
  consents: ConsentsTable;
  search_days: { day: string; fingerprint: string; searches: number; persons: number };
  decided_cells: DecidedCellsTable;
  closed_periods: ClosedPeriodsTable;
  age_cohorts: { person: Uint8Array; age_cohort: AgeCohort; feed_position: Generated<number> };
  active_days: ActiveDaysTable;
  active_persons: { person: Uint8Array; first_day: string };
}

/** What the store's functions run on: the pool, or a transaction of it. */
export type ContentDb = Kysely<ContentTables>;

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

export type CommentIntent = 'LINK_REQUEST' | 'PRICE_QUESTION' | 'EXPERIENCE' | 'OTHER';
export type LinkPlacement = 'BELOW_NOTE' | 'IMAGE_TAG' | 'COMMENT';
export type LinkStatus = 'PENDING_REVIEW' | 'ACTIVE' | 'PAUSED' | 'REMOVED';
export type SearchOrigin = 'USER' | 'SUGGESTED';

interface AuthorsTable {
  id: string;
  name: string;
  kind: 'PERSON' | 'CREATOR' | 'BRAND';
  avatar_url: string | null;
  follower_count: Generated<number>;
  /** Who the author is among the persons who say for what their data may be used; null where that is not known. */
  person: Uint8Array | null;
}

interface NotesTable {
  id: string;
  author_id: string;
  title: string;
  body: string;
  kind: 'IMAGES' | 'VIDEO';
  cover_url: string | null;
  image_urls: Generated<string[]>;
  video_url: string | null;
  industry: Industry;
  topics: Generated<string[]>;
  published_at: Date;
  /** Both null for an organic note, or neither. */
  sponsorship_kind: 'COLLABORATION' | 'ADVERTISEMENT' | null;
  brand_name: string | null;
  /** Lifetime counters. */
  impression_count: Generated<number>;
  read_count: Generated<number>;
  like_count: Generated<number>;
  save_count: Generated<number>;
  comment_count: Generated<number>;
  share_count: Generated<number>;
  follow_count: Generated<number>;
  screenshot_count: Generated<number>;
  /** Likes, saves, comments, shares and follows. */
  interaction_count: GeneratedAlways<number>;
  /** The newest hour that the lifetime counters hold; null before anything was counted. */
  counted_at: Date | null;
  /** Set by a trigger from the counters. */
  popularity: GeneratedAlways<number>;
  popularity_before: GeneratedAlways<number>;
  popularity_at: GeneratedAlways<Date>;
}

interface NoteHoursTable {
  note_id: string;
  /** The instant at which the hour begins. */
  hour: Date;
  impressions: Generated<number>;
  reads: Generated<number>;
  likes: Generated<number>;
  saves: Generated<number>;
  comments: Generated<number>;
  shares: Generated<number>;
  follows: Generated<number>;
  screenshots: Generated<number>;
}

interface CommentsTable {
  id: string;
  note_id: string;
  author_id: string;
  body: string;
  /** As `addComments` classifies the body. */
  intent: CommentIntent;
  created_at: Date;
}

interface ProductLinksTable {
  id: string;
  note_id: string;
  product_id: string;
  label: string | null;
  placement: LinkPlacement;
  /** Place among the note's cards, from 1. */
  position: number;
  status: LinkStatus;
  attached_at: Date;
  /** Grows with every change; only a transaction that holds the feed's lock takes one. */
  feed_position: Generated<number>;
}

interface SearchesTable {
  id: string;
  /** `textFingerprint(text)`, which the id carries too. */
  fingerprint: string;
  text: string;
  origin: SearchOrigin;
  /** 32 bytes that stand for the person; null where nobody is known. */
  person: Uint8Array | null;
  searched_at: Date;
  /** What is looked for, and what each term weighs (its rarity when the search was made), side by side. */
  terms: string[];
  weights: number[];
}

interface CurrentSearchesTable {
  person: Uint8Array;
  fingerprint: string;
  search_id: string;
  searched_at: Date;
  /** When this person searched for this text before that. */
  previous_at: Date | null;
}

interface ConsentsTable {
  /** 32 bytes that stand for the person. */
  person: Uint8Array;
  purpose: ConsentPurpose;
  granted: boolean;
  changed_at: Date;
  /** Grows with every change; only a transaction that holds the feed's lock takes one. */
  feed_position: Generated<number>;
  /** Of who withdrew attribution: whether what they did before is forgotten. */
  carried_out: Generated<boolean>;
}

/** What a person did on a day of Asia/Shanghai. */
export interface ActiveDaysTable {
  day: string;
  person: Uint8Array;
  /** Of a note that was read; empty for a search. */
  industry: Industry | '';
}
