import { lastGroup, numberGroups, placeBefore, readFeedBounds } from '../store/feed/feed-groups.ts';
import { type FeedEntry, readFeedEntries } from '../store/feed/feed-pages.ts';
import type { CommerceDb } from '../store/tables.ts';
import { type FeedFilter, feedListOf } from './feed-filter.ts';
import { BEGINNING, checkHistory, type FeedPosition, feedCursor, readFeedCursor, WHOLE_GROUP } from './position.ts';

/** What a page looks at at most, so that one costs the same however rare what its filter lets through is. */
const MOST_GROUPS = 1_000;
const MOST_ROWS = 10_000;

/** What is asked of the feed. */
export interface FeedQuery {
  readonly filter: FeedFilter;
  readonly first: number;
  readonly after: string | null;
}

/** A page of the feed. */
export interface FeedPage {
  readonly entries: readonly { readonly cursor: string; readonly entry: FeedEntry }[];
  readonly hasNextPage: boolean;
  /** Where to go on: the last entry's, or on a page without entries how far the feed was looked through. */
  readonly endCursor: string;
  /** Everything that was recorded up to this instant and is committed has its place; null while there is nothing. */
  readonly reached: Date | null;
}

/**
 * Reads a page: everything that was committed before the call has its place in the feed by then.
 * @param db the pool
 * @throws {InputError} CURSOR_INVALID, FEED_EPOCH_CHANGED, FEED_CURSOR_AHEAD
 */
export async function readFeedPage(db: CommerceDb, { filter, first, after }: FeedQuery): Promise<FeedPage> {
  const list = feedListOf(filter);
  const sent = after === null ? undefined : readFeedCursor(list, after);
  const unnumbered = await numberGroups(db);
  const from = sent?.position ?? (await beginning(db, filter));
  const { bounds, found } = await lookFrom(db, { filter, from, limit: first + 1 });
  if (sent) checkHistory(sent, bounds);
  const end = bounds.end ?? { ...from, ordinal: WHOLE_GROUP };
  const cursorOf = (position: FeedPosition) => feedCursor(list, bounds.epoch, position);
  const entries = found.slice(0, first).map((entry) => ({ cursor: cursorOf(entry.position), entry }));
  return {
    entries,
    hasNextPage: found.length > first || end.number < bounds.lastNumber || unnumbered,
    endCursor: entries.at(-1)?.cursor ?? (bounds.end || after === null ? cursorOf(end) : after),
    reached: bounds.reached,
  };
}

interface Look {
  readonly filter: FeedFilter;
  readonly from: FeedPosition;
  readonly limit: number;
}

/** Looks at about as many rows as are asked for, which is enough without a filter; then, where that was too little, at the most. */
async function lookFrom(db: CommerceDb, look: Look) {
  const near = await lookAt(db, look, look.limit);
  const isEnough = near.found.length === look.limit || (near.bounds.end?.number ?? 0) >= near.bounds.lastNumber;
  return isEnough || near.bounds.end === null ? near : lookAt(db, look, MOST_ROWS);
}

async function lookAt(db: CommerceDb, { filter, from, limit }: Look, mostRows: number) {
  const bounds = await readFeedBounds(db, from.number, { mostGroups: MOST_GROUPS, mostRows, whole: WHOLE_GROUP });
  const to = bounds.end?.number ?? from.number;
  return { bounds, found: await readFeedEntries(db, filter, { from, to, limit }) };
}

/** Where a list begins that has no cursor. */
async function beginning(db: CommerceDb, { changedSince }: FeedFilter): Promise<FeedPosition> {
  if (changedSince === null) return BEGINNING;
  const group = (await placeBefore(db, changedSince)) ?? (await lastGroup(db));
  return group ? { ...group, ordinal: WHOLE_GROUP } : BEGINNING;
}
