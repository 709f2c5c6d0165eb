import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type DropInSupergraph, openDropIn, type SupergraphChoice } from './assembly/drop-in-supergraph.ts';
import { deferPlugin, type IncrementalAnswerer } from './doors/graphql/apollo-defer.ts';
import { apolloEngine, type Engine, type Snapshots } from './doors/graphql/apollo-engine.ts';
import { type Answer, answerText } from './execution/answer.ts';
import type { AnswerError } from './execution/answer-errors.ts';
import { toldDeliveries } from './execution/told-deliveries.ts';
import type { Grants } from './guard/grants.ts';
import { everywhere } from './settings/per-subgraph.ts';
import { type ConnectionOptions, SubgraphConnections } from './subgraphs/subgraph-connections.ts';
import type { Snapshot } from './supergraph/snapshot.ts';
import { plainText } from './utf8-text.ts';

/** What a gateway inside an Apollo Server is made of. */
export type RedcatGatewayOptions<Context extends BaseContext = BaseContext> = SupergraphChoice & ReachOptions<Context>;

/** How subgraphs are reached. */
interface ReachOptions<Context extends BaseContext> {
  /** URLs used in place of the supergraph's own, by the subgraph's name. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  /** Headers that subgraphs get with each fetch of a request, by names in lower case; none by default. */
  readonly headers?: (request: {
    readonly context: Context;
    /** What the client sent, by names in lower case. */
    readonly headers: ReadonlyMap<string, string>;
  }) => Readonly<Record<string, string>>;
  /**
   * What the request's caller is granted, as far as the supergraph asks for it (`@authenticated`, `@requiresScopes`, `@policy`). Without it
   * nobody is granted anything: fields that ask for something are null, with an error. Where it throws or rejects, so does the request.
   */
  readonly grants?: (context: Context) => Grants | Promise<Grants>;
  /** Longest that one fetch may take, in milliseconds; default 30000. */
  readonly timeout?: number;
  /** Largest answer taken from a subgraph, in bytes; default 16 MiB. */
  readonly responseLimit?: number;
  /**
   * Most characters of the data of one answer, and of what one fetch sends to a subgraph; 0 for as many as a text can have; default 32 Mi.
   * Past it the answer is null, with the error `ANSWER_TOO_LARGE`.
   */
  readonly answerLimit?: number;
  /** Most connections kept to each subgraph; default 128. */
  readonly connections?: number;
}

/**
 * RedCat's planner and executor in place of Apollo Gateway's: `new ApolloServer({ gateway: redcatGateway({ supergraphSdl }) })`.
 * Plugins and `formatError` get errors as Apollo Gateway makes them: subgraph errors with `extensions.serviceName`, and their own
 * code or `DOWNSTREAM_SERVICE_ERROR`.
 * Its `load`, which `ApolloServer.start` calls, rejects when the supergraph can't be read or is not valid.
 */
export function redcatGateway<Context extends BaseContext = BaseContext>(
  options: RedcatGatewayOptions<Context>,
): Engine<Context> {
  let opened: DropInSupergraph | undefined;
  const current = (): DropInSupergraph => {
    if (!opened) throw new Error('The gateway was not loaded');
    return opened;
  };
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const snapshots: Snapshots = {
    current: () => current().current(),
    onSwap(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const engine = apolloEngine<Context>(snapshots, async (request, snapshot) => {
    const { queryHash: id, document } = request;
    const { operationName, variables = {} } = request.request;
    try {
      const grants = (await options.grants?.(request.context as Context)) ?? NOTHING;
      const prepared = await snapshot.prepare({ id, document, operationName }, undefined, grants);
      const ask = current()
        .subgraphsOf(snapshot)
        .askerFor({
          headers: headersOf(request.context as Context, request.request.http?.headers, options),
        });
      return resultOf(await prepared.execute(variables, ask));
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  });
  const gateway: Engine<Context> = {
    ...engine,
    async load(given) {
      if (!opened) {
        const connections = new SubgraphConnections(connectionOptions(options), UNWATCHED);
        opened = await openDropIn(options, connections, options.answerLimit);
        opened.onSwap((snapshot) => {
          for (const listener of listeners) listener(snapshot);
        });
      }
      return engine.load(given);
    },
    async stop() {
      await engine.stop();
      await opened?.close();
    },
  };
  inParts.set(gateway, async ({ queryHash: id, document, schema, request, contextValue, logger }, show) => {
    if (id === undefined || !document) return undefined;
    const { operationName, variables = {} } = request;
    const snapshot = engine.snapshotOf(schema);
    const prepare = async () => {
      const grants = (await options.grants?.(contextValue)) ?? NOTHING;
      return snapshot.prepare({ id, document, operationName }, undefined, grants);
    };
    // What can't be prepared is told by the executor.
    const prepared = await prepare().catch(() => undefined);
    if (!prepared?.defers) return undefined;
    const sent = request.http?.headers;
    const headers = headersOf(contextValue, sent, options);
    const ask = current().subgraphsOf(snapshot).askerFor({ headers });
    const answer = await prepared.execute(variables, ask, { incremental: true });
    const shown = (error: AnswerError) => show(graphqlError(error).toJSON());
    const { deferred } = answer;
    const tell = (errors: readonly AnswerError[]) => errors.map(shown);
    return {
      first: answerText(answer, shown),
      deferred: deferred && toldDeliveries(deferred, tell, (error) => logger.error(String(error))),
    };
  });
  return gateway;
}

/**
 * Streams what operations defer (`@defer`) to clients that accept it, where otherwise the whole answer is waited for:
 * `new ApolloServer({ gateway, plugins: [redcatDefer(gateway)] })`.
 * @param gateway made by `redcatGateway`
 * @param formatError what clients may read of an error; Apollo Server does not call its own for what is streamed
 * @throws {TypeError} for another gateway
 */
export function redcatDefer<Context extends BaseContext = BaseContext>(
  gateway: Engine<Context>,
  { formatError = (error) => error }: { formatError?: (error: GraphQLFormattedError) => GraphQLFormattedError } = {},
): ApolloServerPlugin<Context> {
  const answer = inParts.get(gateway) as IncrementalAnswerer<Context> | undefined;
  if (!answer) throw new TypeError('redcatDefer takes the gateway that redcatGateway made.');
  return deferPlugin(answer, formatError);
}

/** How each gateway answers in parts. */
const inParts = new WeakMap<object, IncrementalAnswerer<never>>();

const NOTHING: Grants = { authenticated: false, scopes: new Set(), policies: new Set() };

const UNWATCHED = { onShared: () => undefined, onRetry: () => undefined, onBreaker: () => undefined };

/** Each fetch is sent once, alone, and always: as Apollo Gateway does it. */
function connectionOptions<Context extends BaseContext>(options: ReachOptions<Context>): ConnectionOptions {
  const { subgraphUrls = {}, timeout = 30_000, responseLimit = 16_777_216, connections = 128 } = options;
  return {
    propagateHeaders: 'all',
    subgraphUrls: Object.entries(subgraphUrls),
    requestTimeout: Number.POSITIVE_INFINITY,
    subgraphTimeout: everywhere(timeout),
    subgraphResponseLimit: responseLimit,
    subgraphConnections: connections,
    subgraphRetries: everywhere(0),
    breaker: everywhere(false),
    breakerOpenFor: 0,
    share: everywhere(false),
    compression: everywhere('auto'),
    compressFrom: everywhere(0),
  };
}

function headersOf<Context extends BaseContext>(
  context: Context,
  sent: Iterable<[string, string]> | undefined,
  { headers }: ReachOptions<Context>,
): Readonly<Record<string, string>> {
  return headers ? headers({ context, headers: new Map(sent) }) : {};
}

function resultOf({ data, errors }: Answer): ExecutionResult {
  return {
    ...(data !== undefined && { data: JSON.parse(plainText(data)) as ExecutionResult['data'] }),
    ...(errors.length > 0 && { errors: errors.map(graphqlError) }),
  };
}

function graphqlError({ message, locations, path, extensions, foreign }: AnswerError): GraphQLError {
  const { subgraph: serviceName, ...own } = extensions;
  const originalError = foreign ? new GraphQLError(message, { extensions: own }) : undefined;
  const error = new GraphQLError(message, {
    path,
    originalError,
    extensions: { ...own, ...(serviceName !== undefined && { serviceName }) },
  });
  return locations ? Object.assign(error, { locations }) : error;
}
