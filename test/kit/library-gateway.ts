import { afterAll, beforeAll } from 'vitest';
import { startTestGateway, type TestGateway } from './gateway.ts';
import { booksParts, reviewsParts } from './library.ts';
import { startSubgraph, type TestServer } from './subgraph.ts';

/** The library's two subgraphs, and a gateway over them. */
export interface LibraryGateway {
  readonly books: TestServer;
  readonly reviews: TestServer;
  readonly gateway: TestGateway;
}

/** A gateway over the library for the tests of a block. */
export function useLibraryGateway(): () => LibraryGateway {
  const servers: AsyncDisposable[] = [];
  let library: LibraryGateway | undefined;
  beforeAll(async () => {
    const [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    servers.push(books, reviews);
    const gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin });
    servers.unshift(gateway);
    library = { books, reviews, gateway };
  });
  afterAll(async () => {
    for (const server of servers) await server[Symbol.asyncDispose]();
  });
  return () => {
    if (!library) throw new Error('The gateway runs within tests only.');
    return library;
  };
}
