import { GraphQLError } from 'graphql';
import type { SubgraphParts } from './subgraph.ts';

/** Two small subgraphs, for tests of the gateway: books, and what readers say of them. */

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])';

const booksSdl = `${link}
  type Query {
    book(id: ID!): Book
    books: [Book!]
    find(filter: BookFilter!): [Book!]
    findAny(filters: [BookFilter!]!): [Book!]
    fail(how: String!): String
  }
  type Mutation { bookAdd(title: String!): Book }
  input BookFilter { title: String! }
  type Book @key(fields: "id") { id: ID! title: String! pages: Int author: Author }
  type Author { name: String! }`;

const reviewsSdl = `${link}
  type Query { newestReview: Review }
  type Book @key(fields: "id") {
    id: ID!
    pages: Int @external
    reviews: [Review!]
    rating: Float
    score: Float!
    minutes: Int @requires(fields: "pages")
    fail(how: String!): String
  }
  type Review { id: ID! text: String! book: Book }`;

const books = [
  { id: '1', title: '红楼梦', pages: 1200, author: { name: '曹雪芹' } },
  { id: '2', title: 'Middlemarch', pages: 800, author: { name: 'George Eliot' } },
];

function bookOf(id: string) {
  return books.find((book) => book.id === id) ?? null;
}

/** What a resolver can do wrong. */
function fail(_parent: unknown, { how }: { how: string }): string {
  if (how === 'input')
    throw new GraphQLError('That is no page number.', { extensions: { code: 'PAGE_INVALID', secret: 'hunter2' } });
  if (how === 'driver') throw Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
  if (how === 'coded') {
    throw new GraphQLError('select secret from t', { extensions: { code: '42P01', stacktrace: ['at db.ts:1'] } });
  }
  throw new Error('relation "readers" does not exist at /srv/books/store.ts:12');
}

export const booksParts: SubgraphParts = {
  typeDefs: booksSdl,
  resolvers: {
    Query: {
      book: (_: unknown, { id }: { id: string }) => bookOf(id),
      books: () => books,
      find: (_: unknown, { filter }: { filter: { title: string } }) =>
        books.filter((book) => book.title.includes(filter.title)),
      findAny: (_: unknown, { filters }: { filters: { title: string }[] }) =>
        books.filter((book) => filters.some(({ title }) => book.title.includes(title))),
      fail,
    },
    Mutation: { bookAdd: (_: unknown, { title }: { title: string }) => ({ id: '3', title }) },
    Book: { __resolveReference: ({ id }: { id: string }) => bookOf(id) },
  },
};

const review = { id: 'r1', text: '好书', book: { id: '1' } };

export const reviewsParts: SubgraphParts = {
  typeDefs: reviewsSdl,
  resolvers: {
    Query: { newestReview: () => review },
    Book: {
      __resolveReference: (reference: object) => reference,
      reviews: ({ id }: { id: string }) => (id === '1' ? [review] : []),
      rating: ({ id }: { id: string }) => Number(id) + 3,
      score: () => 0.5,
      minutes: ({ pages }: { pages: number }) => pages * 2,
      fail,
    },
  },
};
