import { composeLocal, type LocalSubgraph } from './federation.ts';

/** A supergraph on which few words make planning explode: which subgraph has `next` depends on the type, at every level anew. */
const TYPES = ['A', 'B', 'C', 'D', 'E', 'F'];

const types = (here: (shared: boolean) => string): string =>
  TYPES.map(
    (type, index) => `type ${type} implements Node @key(fields: "id") { id: ID! ${here(index % 2 === 0)} }`,
  ).join('\n');

const graphs = {
  graphs: {
    typeDefs: `type Query { start: Node @shareable } interface Node { id: ID! next: Node }
      ${types((shared) => `next: Node ${shared ? '@shareable' : ''}`)}`,
    resolvers: { Query: { start: () => ({ __typename: 'A', id: '1' }) } },
  },
  names: {
    typeDefs: `type Query { start: Node @shareable } interface Node { id: ID! name: String }
      ${types((shared) => `name: String ${shared ? 'next: Node @shareable' : ''}`)}`,
    resolvers: { Query: { start: () => ({ __typename: 'A', id: '1', name: 'first' }) } },
  },
} satisfies Record<string, LocalSubgraph>;

/** A short query that takes seconds and hundreds of megabytes to plan. */
const HOSTILE_QUERY = '{ start { id name next { id name next { id name next { id name next { id name } } } } } }';

export const hostile = { subgraphs: graphs, supergraphSdl: composeLocal(graphs), query: HOSTILE_QUERY };
