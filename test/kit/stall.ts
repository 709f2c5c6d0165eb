import type { LocalSubgraph } from './federation.ts';

/** Goods of a stall, and a subgraph that knows three kinds of them further: its fetches start together. */
export const stall = {
  goods: {
    typeDefs: `
      type Query { page(items: Int = 2, note: Boolean = true): Page }
      type Page { title: String note: Note items: [Item] seller: Seller }
      type Note @key(fields: "id") { id: ID! }
      type Item @key(fields: "id") { id: ID! }
      type Seller @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        page: (_: unknown, { items, note }: { items: number; note: boolean }) => ({
          title: 'a page',
          note: note ? { id: 'n' } : null,
          items: Array.from({ length: items }, (_each, index) => ({ id: `i${index}` })),
          seller: { id: 's' },
        }),
      },
    },
  },
  figures: {
    typeDefs: `
      type Note @key(fields: "id") { id: ID! likes(than: Int): Int words: Int! }
      type Item @key(fields: "id") { id: ID! likes(than: Int): Int words: Int! }
      type Seller @key(fields: "id") { id: ID! likes(than: Int): Int words: Int! }`,
    resolvers: Object.fromEntries(
      ['Note', 'Item', 'Seller'].map((name) => [
        name,
        {
          likes: ({ id }: { id: string }, { than = 0 }: { than?: number }) => id.length + than,
          words: () => 7,
        },
      ]),
    ),
  },
} satisfies Record<string, LocalSubgraph>;

/** Asks for one figure of each. */
export const STALL_PAGE =
  'query Page($items: Int = 2, $note: Boolean = true, $than: Int) { page(items: $items, note: $note) { title note { likes(than: $than) } items { likes(than: $than) } seller { likes } } }';
