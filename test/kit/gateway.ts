import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { pino } from 'pino';
import { type Environment, readConfig } from '../../gateway/config.ts';
import { type RunningGateway, startGateway } from '../../gateway/main.ts';
import type { SeenError } from './ask.ts';
import { booksParts, reviewsParts } from './library.ts';

/** A gateway of a test, in this process. */
export interface TestGateway extends RunningGateway, AsyncDisposable {
  /** What it logged, line by line. */
  readonly logs: Record<string, unknown>[];
}

/** A supergraph in a folder of its own. */
export interface SupergraphFile extends AsyncDisposable {
  readonly folder: string;
  readonly file: string;
}

/** Composes the library's two subgraphs, at these origins, and writes the supergraph to a temporary folder. */
export async function librarySupergraph(
  origins: { books: string; reviews: string },
  { books = booksParts, reviews = reviewsParts } = {},
): Promise<SupergraphFile> {
  const { supergraphSdl, errors } = composeServices([
    { name: 'books', url: `${origins.books}/graphql`, typeDefs: parse(books.typeDefs) },
    { name: 'reviews', url: `${origins.reviews}/graphql`, typeDefs: parse(reviews.typeDefs) },
  ]);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphFile(supergraphSdl);
}

/** Writes a supergraph to a temporary folder. */
export async function supergraphFile(supergraphSdl: string): Promise<SupergraphFile> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-gateway-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  await mkdir(join(folder, 'operations'));
  return { folder, file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

/**
 * A gateway over the library's two subgraphs.
 * @param env settings over those of tests
 */
export async function startTestGateway(
  origins: { books: string; reviews: string },
  env: Environment = {},
): Promise<TestGateway> {
  return startGatewayOver(await librarySupergraph(origins), env);
}

/**
 * A gateway over a supergraph, which goes with it.
 * @param env settings over those of tests
 */
export async function startGatewayOver(supergraph: SupergraphFile, env: Environment = {}): Promise<TestGateway> {
  const logs: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logs.push(JSON.parse(line)) });
  const gateway = await startGateway(readConfig(settings(supergraph, env), {}), log);
  return {
    ...gateway,
    logs,
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await supergraph[Symbol.asyncDispose]();
    },
  };
}

/** Settings of a gateway in a test: a free port, nothing to wait for, any document taken. */
export function settings({ file, folder }: SupergraphFile, env: Environment = {}): Environment {
  return {
    PORT: '0',
    GATEWAY_SUPERGRAPH: file,
    GATEWAY_OPERATIONS: join(folder, 'operations'),
    GATEWAY_DRAIN_GRACE_MS: '0',
    GATEWAY_ANONYMOUS_LEVEL: 'open',
    GATEWAY_VIEWER_LEVEL: 'open',
    ...env,
  };
}

/** What came back, whatever its status. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly SeenError[];
}

/** POSTs a GraphQL request, or any text as its body. */
export async function post(
  url: string,
  body: string | { query?: string; variables?: object; operationName?: string; extensions?: object },
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return replyOf(response);
}

/** Reads an answer that is GraphQL's, or in its shape. */
export async function replyOf(response: Response): Promise<Reply> {
  const { data, errors = [] } = (await response.json()) as { data?: Record<string, unknown>; errors?: SeenError[] };
  return { status: response.status, headers: response.headers, data, errors };
}
