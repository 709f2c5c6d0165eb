import { type FeedFilter, readFeedFilter } from '../../../subgraphs/commerce/feed/feed-filter.ts';
import { readFeedPage } from '../../../subgraphs/commerce/feed/feed-page.ts';
import type { ConversionModel } from '../../../subgraphs/commerce/models/conversion.ts';
import type { CommerceDb } from '../../../subgraphs/commerce/store/tables.ts';

/** Who reads the feed as a partner does: keeps the highest version of each conversion, and the cursor. */
export class FeedReader {
  readonly #filter: FeedFilter;
  readonly held: Map<string, ConversionModel>;
  /** Each version that came, as `${id} ${version}`, in the order in which they came. */
  readonly came: string[] = [];
  cursor: string | null;

  constructor(
    filter: FeedFilter = readFeedFilter({}),
    held = new Map<string, ConversionModel>(),
    cursor: string | null = null,
  ) {
    this.#filter = filter;
    this.held = held;
    this.cursor = cursor;
  }

  /** One who was cut off here, to go on later. */
  copy(): FeedReader {
    return new FeedReader(this.#filter, new Map(this.held), this.cursor);
  }

  /** Reads some pages, or all there are. */
  async read(db: CommerceDb, first: number, pages = Number.POSITIVE_INFINITY): Promise<void> {
    for (let page = 0; page < pages; page++) {
      const { entries, endCursor, hasNextPage } = await readFeedPage(db, {
        filter: this.#filter,
        first,
        after: this.cursor,
      });
      for (const { conversion } of entries.map(({ entry }) => entry)) {
        this.came.push(`${conversion.id} ${conversion.version}`);
        if (conversion.version > (this.held.get(conversion.id)?.version ?? 0)) this.held.set(conversion.id, conversion);
      }
      this.cursor = endCursor;
      if (!hasNextPage) return;
    }
  }

  /** What it holds, by id. */
  state(): Record<string, ConversionModel> {
    return Object.fromEntries([...this.held].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
