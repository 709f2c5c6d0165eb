import { setTimeout as sleep } from 'node:timers/promises';
import { productsByIds } from '../store/catalogue/products.ts';
import type { CommerceDb } from '../store/tables.ts';
import type { FeedFilter } from './feed-filter.ts';
import { feedLine } from './feed-line.ts';
import { type FeedPage, readFeedPage } from './feed-page.ts';

/** How many conversions are read, and written, at once. */
export const PAGE = 500;

/** How a stream goes on at the end of the data; milliseconds. */
export interface Following {
  /** How long between two looks. */
  readonly intervalMs: number;
  /** The longest silence. */
  readonly heartbeatMs: number;
}

export interface FeedLinesOptions {
  readonly db: CommerceDb;
  readonly filter: FeedFilter;
  /** The page to begin with, which has been read. */
  readonly first: FeedPage;
  /** Undefined: it ends with the data. */
  readonly following: Following | undefined;
  /** Ends it in good order, after a last cursor. */
  readonly stopping: AbortSignal;
  /** Ends it before anything more is told: its reader may no longer see all that the filter lets through. */
  readonly narrowed: AbortSignal;
}

/**
 * The feed as NDJSON, in pieces of whole lines. A piece is made when it is asked for, so that a slow reader makes nobody hold more. A
 * line without an id has a cursor alone: how far the feed was looked through. So ends every stream that comes to its end.
 */
export async function* feedLines(options: FeedLinesOptions): AsyncGenerator<string> {
  const { db, filter, first, following, stopping, narrowed } = options;
  const ending = AbortSignal.any([stopping, narrowed]);
  let told = performance.now();
  let before: FeedPage | undefined;
  for (let page = first; ; page = await readFeedPage(db, { filter, first: PAGE, after: page.endCursor })) {
    const lines = page.entries.length > 0 ? await linesOf(db, page) : undefined;
    if (narrowed.aborted) {
      if (before) yield endOf(before);
      return;
    }
    before = page;
    if (lines !== undefined) {
      yield lines;
      told = performance.now();
    }
    if (stopping.aborted || !(page.hasNextPage || following)) return yield endOf(page);
    if (page.hasNextPage || !following) continue;
    if (performance.now() - told >= following.heartbeatMs) {
      yield endOf(page);
      told = performance.now();
    }
    await sleep(following.intervalMs, undefined, { signal: ending, ref: false }).catch(() => undefined);
  }
}

async function linesOf(db: CommerceDb, { entries }: FeedPage): Promise<string> {
  const ids = [...new Set(entries.flatMap(({ entry }) => entry.conversion.productId ?? []))];
  const found = ids.length === 0 ? [] : await productsByIds(db, ids);
  const products = new Map(found.map((product) => [product.id, product]));
  return entries
    .map(({ cursor, entry: { conversion } }) =>
      feedLine(cursor, conversion, products.get(conversion.productId ?? '')).concat('\n'),
    )
    .join('');
}

function endOf({ endCursor }: FeedPage): string {
  return `${JSON.stringify({ cursor: endCursor })}\n`;
}
