import type { SubgraphParts } from './subgraph.ts';

/** Two subgraphs that keep something secret, for tests of what nobody gets without leave. */

/** What stands in every value that only the scope `order:read` opens. */
export const SECRET = 'TOP-SECRET';

/** The secret fields that were resolved since it was last emptied. */
export const disclosed: string[] = [];

const link = (...more: string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requiresScopes", ${more.map((name) => `"${name}"`).join()}])`;

const ORDER = '@key(fields: "id") @requiresScopes(scopes: [["order:read"]])';

function secret(field: string): () => string {
  return () => {
    disclosed.push(field);
    return `${SECRET} ${field}`;
  };
}

const order = { __typename: 'Order', id: '7' };
const note = { __typename: 'Note', id: '1', order, lead: order };

/** Notes, and orders by reference. */
export const notesParts: SubgraphParts = {
  typeDefs: `${link('@external', '@provides', '@interfaceObject')}
    type Query { open: Int note(id: ID!): Note node(id: ID!): Node nodes: [Node!] found: [Found!] own: String @requiresScopes(scopes: [["order:read"]]) }
    type Mutation { erase: String @requiresScopes(scopes: [["order:write"]]) }
    interface Node { id: ID! }
    union Found = Note | Order
    type Note implements Node @key(fields: "id") { id: ID! title: String self: Note order: Order lead: Order @provides(fields: "total") }
    type Order implements Node ${ORDER} { id: ID! total: String @external }`,
  resolvers: {
    Query: {
      open: () => 1,
      note: (_: unknown, { id }: { id: string }) => (id === '1' ? note : null),
      node: (_: unknown, { id }: { id: string }) => (id === '7' ? order : note),
      nodes: () => [note, order],
      found: () => [order],
      own: secret('own'),
    },
    Mutation: { erase: secret('erase') },
    Note: { title: () => 'A note', self: () => note },
    Order: { total: secret('total') },
  },
};

/** Orders. */
export const ordersParts: SubgraphParts = {
  typeDefs: `${link()}
    type Query { orders: [Order!] }
    type Order ${ORDER} { id: ID! total: String @shareable lines: [Line!] }
    type Line { text: String }`,
  resolvers: {
    Query: { orders: () => [order] },
    Order: {
      __resolveReference: () => order,
      total: secret('total'),
      lines: () => [{ text: secret('line') }],
    },
  },
};
