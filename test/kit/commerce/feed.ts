import type { LinkChange } from '../../../subgraphs/commerce/store/links/link-targets.ts';
import { startRawServer, type TestServer } from '../subgraph.ts';

/** Content's feed of product links, as commerce sees it: what is pushed is told from then on. */
export interface TestFeed extends TestServer {
  readonly url: string;
  readonly changes: LinkChange[];
  /** Whether it answers 500 instead. */
  broken: boolean;
}

/** A change of a link from note_9 to product_11. */
export function change(position: number, linkId: string, more: Partial<LinkChange> = {}): LinkChange {
  const led = { noteId: 'note_9', productId: 'product_11', authorId: 'author_9', status: 'ACTIVE' } as const;
  return { position, linkId, ...led, ...more };
}

/** Serves a feed on a free port. */
export async function startFeed(): Promise<TestFeed> {
  const server = await startRawServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://feed');
    const [after, limit] = ['after', 'limit'].map((name) => Number(searchParams.get(name)));
    const later = feed.changes
      .filter((each) => each.position > (after ?? 0))
      .sort((a, b) => a.position - b.position)
      .slice(0, limit);
    response.statusCode = feed.broken ? 500 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ links: later, next: later.at(-1)?.position ?? after }));
  });
  const feed: TestFeed = { ...server, url: `${server.origin}/feed/product-links`, changes: [], broken: false };
  return feed;
}
