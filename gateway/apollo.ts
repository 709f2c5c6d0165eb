import type { BaseContext } from '@apollo/server';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { apolloEngine, type Engine, type EngineRequest } from './doors/apollo-engine.ts';
import type { Answer } from './execution/answer.ts';
import type { AnswerError } from './execution/answer-errors.ts';
import { PLANNING } from './planning/planning-options.ts';
import { PlanningThread } from './planning/planning-thread.ts';
import { httpTransport } from './subgraphs/http-transport.ts';
import { InFlight } from './subgraphs/in-flight.ts';
import { openSubgraph } from './subgraphs/subgraph.ts';
import { Snapshot } from './supergraph/snapshot.ts';

/** What a gateway inside an Apollo Server is made of. */
export interface RedcatGatewayOptions<Context extends BaseContext = BaseContext> {
  /** The composed supergraph. */
  readonly supergraphSdl: string;
  /** URLs used in place of the supergraph's own, by the subgraph's name. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  /** Headers that subgraphs get with each fetch of a request, by names in lower case; none by default. */
  readonly headers?: (request: {
    readonly context: Context;
    /** What the client sent, by names in lower case. */
    readonly headers: ReadonlyMap<string, string>;
  }) => Readonly<Record<string, string>>;
  /** Longest that one fetch may take, in milliseconds; default 30000. */
  readonly timeout?: number;
  /** Largest answer taken from a subgraph, in bytes; default 16 MiB. */
  readonly responseLimit?: number;
  /** Most connections kept to each subgraph; default 128. */
  readonly connections?: number;
}

/**
 * RedCat's planner and executor in place of Apollo Gateway's: `new ApolloServer({ gateway: redcatGateway({ supergraphSdl }) })`.
 * Plugins and `formatError` get errors as Apollo Gateway makes them: subgraph errors with `extensions.serviceName`, and their own
 * code or `DOWNSTREAM_SERVICE_ERROR`.
 * Its `load`, which `ApolloServer.start` calls, rejects with a GraphQLError when the supergraph is not valid.
 */
export function redcatGateway<Context extends BaseContext = BaseContext>(
  options: RedcatGatewayOptions<Context>,
): Engine<Context> {
  let opened: Opened | undefined;
  const current = (): Opened => {
    if (!opened) throw new Error('The gateway was not loaded');
    return opened;
  };
  const snapshots = { current: () => current().snapshot, onSwap: () => () => undefined };
  const engine = apolloEngine<Context>(snapshots, async (request, snapshot) => {
    const { queryHash: id, document } = request;
    const { operationName, variables = {} } = request.request;
    try {
      const prepared = await snapshot.prepare({ id, document, operationName });
      const ask = current().inFlight.askerFor({ headers: headersOf(request, options) });
      return resultOf(await prepared.execute(variables, ask));
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  });
  return {
    ...engine,
    async load(given) {
      opened ??= await open(options);
      return engine.load(given);
    },
    async stop() {
      await engine.stop();
      await opened?.close();
    },
  };
}

/** What is made when Apollo Server starts. */
interface Opened {
  readonly snapshot: Snapshot;
  readonly inFlight: InFlight;
  close(): Promise<void>;
}

async function open<Context extends BaseContext>(options: RedcatGatewayOptions<Context>): Promise<Opened> {
  const sdl = options.supergraphSdl;
  const snapshot = new Snapshot(sdl, await PlanningThread.open(sdl, PLANNING), {});
  const subgraphs = [...snapshot.subgraphUrls].map(([name, url]) => openOne(name, url, options));
  const policies = subgraphs.map(({ name, pool, url, timeout }) => {
    return [name, { transport: httpTransport({ dispatcher: pool, url }), timeout, share: false }] as const;
  });
  return {
    snapshot,
    inFlight: new InFlight(new Map(policies), new Set()),
    async close() {
      await Promise.all([snapshot.close(), ...subgraphs.map(({ pool }) => pool.close())]);
    },
  };
}

function openOne<Context extends BaseContext>(name: string, url: string, options: RedcatGatewayOptions<Context>) {
  const { subgraphUrls = {}, timeout = 30_000, responseLimit = 16_777_216, connections = 128 } = options;
  const own = Object.hasOwn(subgraphUrls, name) ? subgraphUrls[name] : undefined;
  const limits = { subgraphTimeout: timeout, subgraphResponseLimit: responseLimit, subgraphConnections: connections };
  return openSubgraph({ name, url: own ?? url }, limits);
}

function headersOf<Context extends BaseContext>(
  { context, request }: EngineRequest,
  { headers }: RedcatGatewayOptions<Context>,
): Readonly<Record<string, string>> {
  if (!headers) return {};
  return headers({ context: context as Context, headers: new Map(request.http?.headers) });
}

function resultOf({ data, errors }: Answer): ExecutionResult {
  return {
    ...(data !== undefined && { data: JSON.parse(data) as ExecutionResult['data'] }),
    ...(errors.length > 0 && { errors: errors.map(graphqlError) }),
  };
}

function graphqlError({ message, path, extensions, foreign }: AnswerError): GraphQLError {
  const { subgraph: serviceName, ...own } = extensions;
  const originalError = foreign ? new GraphQLError(message, { extensions: own }) : undefined;
  return new GraphQLError(message, {
    path,
    originalError,
    extensions: { ...own, ...(serviceName !== undefined && { serviceName }) },
  });
}
