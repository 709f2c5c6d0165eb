import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';

/** One in-process subgraph: its SDL and resolvers for `buildSubgraphSchema`. */
interface WorldSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: GraphQLResolverMap<unknown>;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])';

const PRODUCTS = 9;
const USERS = 6;
const REVIEWS = 11;

const productOf = (upc: string) => {
  const number = Number(upc);
  return { upc, name: `Product number ${number} of the catalogue`, price: 100 + number * 7, weight: number * 13 };
};
const reviewOf = (number: number) => ({
  id: String(number),
  body: `Review ${number}: a text as long as people write when they like a thing`,
  author: { id: String(number % USERS) },
  product: { upc: String(number % PRODUCTS) },
});
const reviews = Array.from({ length: REVIEWS * 2 }, (_, index) => reviewOf(index));

const accounts: WorldSubgraph = {
  name: 'accounts',
  typeDefs: `${LINK}
    type Query { users: [User] me: User }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
  resolvers: {
    Query: { users: () => Array.from({ length: USERS }, (_, id) => ({ id: String(id) })), me: () => ({ id: '1' }) },
    User: {
      name: (user: { id: string }) => `Person ${user.id}`,
      username: (user: { id: string }) => `person_${user.id}`,
      birthday: () => 19900101,
    },
  },
};

const products: WorldSubgraph = {
  name: 'products',
  typeDefs: `${LINK}
    type Query { topProducts(first: Int): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  resolvers: {
    Query: { topProducts: () => Array.from({ length: PRODUCTS }, (_, upc) => productOf(String(upc))) },
    Product: { __resolveReference: (reference: { upc: string }) => productOf(reference.upc) },
  },
};

const inventory: WorldSubgraph = {
  name: 'inventory',
  typeDefs: `${LINK}
    type Product @key(fields: "upc") {
      upc: String! weight: Int @external price: Int @external
      inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
    }`,
  resolvers: {
    Product: {
      inStock: (product: { upc: string }) => Number(product.upc) % 2 === 0,
      shippingEstimate: (product: { price: number; weight: number }) => (product.price > 1000 ? 0 : product.weight * 2),
    },
  },
};

const reviewsSubgraph: WorldSubgraph = {
  name: 'reviews',
  typeDefs: `${LINK}
    type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
  resolvers: {
    User: {
      reviews: (user: { id: string }) => reviews.filter((review) => review.author.id === user.id),
      username: (user: { id: string }) => `person_${user.id}`,
    },
    Product: { reviews: (product: { upc: string }) => reviews.filter((review) => review.product.upc === product.upc) },
  },
};

/** The four subgraphs of the public federation benchmark (accounts, products, inventory, reviews), with data of our own. */
export const deepWorld: readonly WorldSubgraph[] = [accounts, products, inventory, reviewsSubgraph];

/** Four levels of entities over four subgraphs. */
export const DEEP_QUERY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Deep {
    users {
      ...User
      reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } }
    }
    topProducts {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;

/** Two fetches, an answer of under 100 bytes. */
export const SMALL_QUERY = 'query Small { me { id name reviews { id } } }';
