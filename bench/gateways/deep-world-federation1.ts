/** The deep world's subgraphs in the words of Federation 1, by name: a type has one owner, and the others extend it. */
export const federation1Sdl: Readonly<Record<string, string>> = {
  accounts: `
    extend type Query { users: [User] me: User }
    type User @key(fields: "id") { id: ID! name: String username: String birthday: Int }`,
  products: `
    extend type Query { topProducts(first: Int): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  inventory: `
    extend type Product @key(fields: "upc") {
      upc: String! @external weight: Int @external price: Int @external
      inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
    }`,
  reviews: `
    type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
    extend type User @key(fields: "id") { id: ID! @external username: String @external reviews: [Review] }
    extend type Product @key(fields: "upc") { upc: String! @external reviews: [Review] }`,
};
