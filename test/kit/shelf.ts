import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Environment } from '../../gateway/config.ts';
import { startGatewayOver, supergraphFile, type TestGateway } from './gateway.ts';
import { startSubgraph, type TestServer } from './subgraph.ts';

/** A subgraph with a list to page through, hints of how long answers may be kept, and fields that need a scope. */
const typeDefs = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes", "@composeDirective"])
    @link(url: "https://redcat.example/cacheControl/v0.1", import: ["@cacheControl"])
    @composeDirective(name: "@cacheControl")
  directive @cacheControl(maxAge: Int, scope: cacheControl__Scope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum cacheControl__Scope { PUBLIC PRIVATE }

  type Query {
    "One book."
    book(id: ID!): Book @cacheControl(maxAge: 60)
    "Books in the order of their numbers."
    shelf(first: Int! = 2, after: String, filter: BookFilter): BookConnection
    fail(code: String!): String
    best: Book @requiresScopes(scopes: [["sales:read"]])
    "Who asks, as the subgraph was told."
    me: String @cacheControl(maxAge: 60)
  }
  type Mutation { bookAdd(title: String!, tags: [Tag!]): Book }
  input BookFilter { tags: [Tag!] pages: Pages }
  input Pages { from: Int to: Int }
  enum Tag { NOVEL ESSAY POETRY }
  "A book on the shelf."
  type Book @key(fields: "id") @cacheControl(maxAge: 300) {
    id: ID!
    "As printed on its cover."
    title: String!
    tags: [Tag!]!
    sold: Int @requiresScopes(scopes: [["sales:read"]])
    stock: Int @cacheControl(maxAge: 5)
  }
  type BookConnection { nodes: [Book!]! edges: [BookEdge!]! pageInfo: PageInfo! }
  type BookEdge { cursor: String! node: Book! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }`;

/** The operations that the shelf's gateway serves. */
const OPERATIONS = {
  BookPage: '# One book by its number.\nquery BookPage($id: ID!) { book(id: $id) { id title tags } }',
  Stock: 'query Stock($id: ID!) { book(id: $id) { stock } }',
  Sales: 'query Sales($id: ID!) { book(id: $id) { title sold } }',
  Best: 'query Best { best { title sold } }',
  Me: 'query Me { me }',
  Shelf:
    'query Shelf($first: Int = 2, $after: String, $filter: BookFilter) { shelf(first: $first, after: $after, filter: $filter) { pageInfo { hasNextPage endCursor } nodes { id title } } }',
  Edges:
    'query Edges($from: String) { all: shelf(first: 1, after: $from) { info: pageInfo { next: hasNextPage end: endCursor } edges { cursor node { id } } } }',
  BookAdd: 'mutation BookAdd($title: String!, $tags: [Tag!]) { bookAdd(title: $title, tags: $tags) { title tags } }',
  Fail: 'query Fail($code: String!) { fail(code: $code) }',
  Half: 'query Half { book(id: "1") { title } fail(code: "PAGE_INVALID") }',
  Parts: 'query Parts { book(id: "1") { title ... @defer { stock } } }',
  Foreign: 'query Foreign { notOfThisSchema }',
};

const EXAMPLES: Partial<Record<keyof typeof OPERATIONS, object>> = { BookPage: { id: '1' }, Shelf: { after: null } };

/** How many books stand on the shelf. */
export const BOOKS = 5;

const titles = ['红楼梦', 'Middlemarch', '围城', 'Emma', '活着'];
const books = titles.map((title, index) => ({ id: String(index + 1), title, tags: ['NOVEL'], sold: 7, stock: 3 }));

interface ShelfArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly filter?: { readonly pages?: { readonly from?: number } } | null;
}

function failed(code: string): never {
  throw Object.assign(new Error(`It failed: ${code}`), { extensions: { code, retryAfter: 2.5 } });
}

const resolvers = {
  Query: {
    book: (_: unknown, { id }: { id: string }) => books[Number(id) - 1] ?? null,
    shelf: (_: unknown, { first, after, filter }: ShelfArguments) => {
      if (after === 'broken') failed('CURSOR_INVALID');
      const start = Number(after ?? 0) + (filter?.pages?.from ?? 0);
      const nodes = books.slice(start, start + first);
      const end = start + nodes.length;
      const pageInfo = { hasNextPage: end < BOOKS, endCursor: String(end) };
      return { nodes, pageInfo, edges: nodes.map((node) => ({ cursor: node.id, node })) };
    },
    best: () => books[0],
    fail: (_: unknown, { code }: { code: string }) => failed(code),
    me: (_: unknown, __: unknown, { reply }: { reply: { request: { headers: Record<string, unknown> } } }) => {
      const { 'x-redcat-viewer': viewer, 'x-redcat-claims': claims } = reply.request.headers;
      const said = typeof claims === 'string' ? JSON.parse(atob(claims.split('.')[1] ?? '')).client : '';
      return `${viewer ?? 'nobody'} by ${said}`;
    },
  },
  Mutation: { bookAdd: (_: unknown, given: { title: string; tags?: string[] }) => ({ tags: [], ...given, id: '9' }) },
};

/** The shelf's gateway, and its subgraph. */
export interface Shelf extends TestGateway {
  readonly subgraph: TestServer;
  /** The folder of its operations. */
  readonly operations: string;
}

/** Starts a gateway over the shelf. @param env settings over those of tests; `operations` folder is written where it says */
export async function startShelf(env: Environment = {}): Promise<Shelf> {
  const subgraph = await startSubgraph({ typeDefs, resolvers });
  const services = [{ name: 'shelf', url: `${subgraph.origin}/graphql`, typeDefs: parse(typeDefs) }];
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  const supergraph = await supergraphFile(supergraphSdl);
  const folder = join(supergraph.folder, 'operations');
  for (const [name, text] of Object.entries(OPERATIONS)) await writeFile(join(folder, `${name}.graphql`), text);
  for (const [name, example] of Object.entries(EXAMPLES)) {
    await writeFile(join(folder, `${name}.variables.json`), JSON.stringify(example));
  }
  const gateway = await startGatewayOver(supergraph, env);
  return {
    ...gateway,
    subgraph,
    operations: folder,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await subgraph[Symbol.asyncDispose]();
    },
  };
}
