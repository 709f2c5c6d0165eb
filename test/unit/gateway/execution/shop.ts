import { LocalFederation, type LocalSubgraph } from '../../../kit/federation.ts';

const people = ['ann', 'bob', 'cy'];
const wares = [1, 2, 3].map((number) => ({
  upc: `p${number}`,
  name: `Ware ${number}`,
  price: number * 100,
  weight: number,
}));

/** Two subgraphs that are enough for most promises: a catalogue of products, and the reviews that people wrote of them. */
export const shop = {
  catalogue: {
    typeDefs: `
      type Query { products: [Product] shelves: [[Product]] product(upc: String!): Product nobody: Product ping(text: String): String }
      type Mutation { restock(upc: String!): Product rename(upc: String!, name: String): Product }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int! tags: [String!] }`,
    resolvers: {
      Query: {
        products: () => wares,
        shelves: () => [[wares[0], null], null, [wares[1], wares[0]]],
        product: (_: unknown, { upc }: { upc: string }) => wares.find((ware) => ware.upc === upc),
        ping: (_: unknown, { text }: { text?: string }) => text ?? 'nothing',
      },
      Mutation: {
        restock: (_: unknown, { upc }: { upc: string }) => wares.find((ware) => ware.upc === upc),
        rename: (_: unknown, { upc, name }: { upc: string; name: string }) => ({ ...wares[0], upc, name }),
      },
      Product: {
        __resolveReference: ({ upc }: { upc: string }) => wares.find((ware) => ware.upc === upc),
        tags: () => ['new', 'red'],
      },
    },
  },
  reviews: {
    typeDefs: `
      type Query { latest: Review }
      type Mutation { review(upc: String!, text: String): Review }
      type Product @key(fields: "upc") {
        upc: String! price: Int @external weight: Int! @external
        reviews(first: Int = 2, named: String): [Review]
        shipping: Int @requires(fields: "price weight")
        stars: Int!
      }
      type Review { id: ID! text: String author: Person product: Product }
      type Person @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Query: { latest: () => ({ id: 'r9', text: 'latest', product: { upc: 'p3' }, author: { id: 'ann' } }) },
      Mutation: {
        review: (_: unknown, { upc, text }: { upc: string; text: string }) => ({ id: 'r1', text, product: { upc } }),
      },
      Product: {
        reviews: ({ upc }: { upc: string }, { first, named }: { first: number; named?: string }) =>
          people.slice(0, first).map((name) => ({
            id: `${upc}-${name}`,
            text: named ?? `by ${name}`,
            author: { id: name },
            product: { upc },
          })),
        shipping: ({ price, weight }: { price: number | null; weight: number }) => (price ?? 0) + weight,
        stars: () => 5,
      },
      Person: { name: ({ id }: { id: string }) => id.toUpperCase() },
    },
  },
} satisfies Record<string, LocalSubgraph>;

/** A fresh federation of the shop. */
export function openShop(): LocalFederation {
  return new LocalFederation(shop);
}
