import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Environment } from '../../gateway/config.ts';
import { startGatewayOver, supergraphFile, type TestGateway } from './gateway.ts';
import { type SubgraphParts, startSubgraph, type TestServer } from './subgraph.ts';

/** Items there are, however many are asked for. */
export const ITEMS = 3;

/** What a subgraph says of the costs of its lists and fields, by Federation's own directives. */
const typeDefs = `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize", { name: "@cost", as: "@price" }])
    type Query {
      item(id: ID!): Item
      items(first: Int! = 10): [Item!] @listSize(slicingArguments: ["first"])
      page(first: Int! = 10): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
      find(page: PageInput!): [Item!]
      dear: Item @price(weight: 40)
      none: Item
      slow: Item
    }
    type Mutation { touch(id: ID!): Item }
    input PageInput { first: Int! = 1000 }
    type Page { nodes: [Item!]! }
    type Item @key(fields: "id") { id: ID! twin: Item }
  `;

function partsOf(slow: () => Promise<unknown>): SubgraphParts {
  const resolvers = {
    Query: {
      item: (_: unknown, { id }: { id: string }) => ({ id }),
      items: (_: unknown, { first }: { first: number }) => someOf(first),
      page: (_: unknown, { first }: { first: number }) => ({ nodes: someOf(first) }),
      find: () => someOf(ITEMS),
      dear: () => ({ id: 'dear' }),
      none: () => null,
      slow: () => slow().then(() => ({ id: 'slow' })),
    },
    Mutation: { touch: (_: unknown, { id }: { id: string }) => ({ id }) },
    Item: { twin: ({ id }: { id: string }) => ({ id: `${id}'` }) },
  };
  return { typeDefs, resolvers };
}

function someOf(count: number): { id: string }[] {
  return Array.from({ length: Math.min(count, ITEMS) }, (_, index) => ({ id: String(index) }));
}

/** A subgraph whose fields have costs. @param slow what whoever asks for `slow` waits for */
export function startPriced(slow: () => Promise<unknown> = async () => undefined): Promise<TestServer> {
  return startSubgraph(partsOf(slow));
}

/** A gateway over it. @param env settings over those of tests */
export async function startPricedGateway(priced: TestServer, env: Environment = {}): Promise<TestGateway> {
  const services = [{ name: 'priced', url: `${priced.origin}/graphql`, typeDefs: parse(typeDefs) }];
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  return startGatewayOver(await supergraphFile(supergraphSdl), env);
}
