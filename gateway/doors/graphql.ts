import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { ApolloServer, type ApolloServerPlugin, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Caller, callerOf, ViewerInvalid } from '../clients/caller.ts';
import type { DeferredAnswer } from '../execution/answer.ts';
import { documentLimits } from '../guard/nesting.ts';
import { deferRules } from '../operations/defer-rules.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Snapshot } from '../supergraph/snapshot.ts';
import { EXPLAIN_HEADER } from '../telemetry/explain.ts';
import type { Log } from '../telemetry/log.ts';
import type { OperationRecord } from '../telemetry/operations.ts';
import { apolloEngine, type EngineRequest, type Snapshots } from './apollo-engine.ts';
import { clientSignal } from './client-signal.ts';
import { incrementalFormat } from './incremental-format.ts';
import { ClientError, maskError } from './mask-error.ts';
import type { IncrementalFormat } from './multipart.ts';
import { inParts } from './multipart-reply.ts';
import { renderedData, stringifyResult } from './rendered-data.ts';
import { validationStop } from './validation-stop.ts';

/** What an operation carries along. */
interface Context {
  readonly caller: Caller;
  readonly record: OperationRecord;
  readonly signal: AbortSignal;
  readonly explain: boolean;
  readonly exchange: Exchange;
}

/** What the GraphQL door is made of. */
export interface GraphqlDoor {
  readonly pipeline: Pipeline;
  readonly snapshots: Snapshots;
  readonly log: Log;
  readonly introspection: boolean;
  /** Longest document, in lexical tokens. */
  readonly documentTokens: number;
  /** Most levels of brackets of any kind in a document. */
  readonly documentDepth: number;
  /** Most fields of an operation, with its fragments unfolded. */
  readonly documentSelections: number;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /** Where a browser is led that opens /graphql as a page. */
  readonly page: string | undefined;
}

/** The body came compressed. */
class BodyEncoded extends Error {
  readonly statusCode = 415;
  constructor() {
    super('Bodies with a content-encoding are not read: send it as it is.');
  }
}

/** What belongs to one request where Apollo Server hands on no context. */
interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** A GraphQL request it was, whatever became of it. */
  wellFormed: boolean;
  /** How the client takes answers in parts, if it does. */
  readonly format: IncrementalFormat | undefined;
  /** The rest, where the answer comes in parts: Apollo Server knows the first part alone. */
  deferred: DeferredAnswer<object> | undefined;
}

/** GraphQL at /graphql, by POST and GET, on an Apollo Server of its own, which closes with the HTTP server. */
export async function graphqlDoor(app: FastifyInstance, door: GraphqlDoor): Promise<void> {
  const exchanges = new AsyncLocalStorage<Exchange>();
  const server = new ApolloServer<Context>({
    gateway: apolloEngine(door.snapshots, executeOn(door.pipeline)),
    logger: door.log,
    introspection: door.introspection,
    hideSchemaDetailsFromClientErrors: !door.introspection,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: door.documentTokens },
    maxRecursiveSelections: door.documentSelections,
    validationRules: [...deferRules],
    formatError: (formatted, error) => told(formatted, error, exchanges.getStore()),
    stringifyResult,
    plugins: [...door.plugins, wellFormedness(exchanges), validationStop(!door.introspection), ...silent()],
  });
  await server.start();
  app.addHook('onClose', () => server.stop());
  const nestsTooDeep = documentLimits({ depth: door.documentDepth, tokens: door.documentTokens });
  const context = async (exchange: Exchange): Promise<Context> => {
    const { request } = exchange;
    const context = contextOf(exchange);
    const text = documentOf(request);
    if (text && nestsTooDeep(text)) {
      exchange.wellFormed = true;
      throw tooDeep(door.documentDepth, context);
    }
    return context;
  };
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new BodyEncoded();
      if (door.page && isPageView(request)) return reply.redirect(door.page + searchOf(request));
    },
    handler: async (request, reply) => {
      const format = incrementalFormat(request.headers.accept);
      const exchange: Exchange = { request, reply, wellFormed: false, format, deferred: undefined };
      const response = await exchanges.run(exchange, () =>
        server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: {
            method: request.method,
            headers: headerMap(request),
            search: searchOf(request),
            body: request.body,
          },
          context: () => context(exchange),
        }),
      );
      for (const [name, value] of response.headers) reply.header(name, value);
      reply.code(statusOf(response, exchange));
      const { body } = response;
      if (format && exchange.deferred && body.kind === 'complete')
        return inParts(reply, format, { first: body.string.trim(), deferred: exchange.deferred });
      return body.kind === 'complete' ? body.string : Readable.from(body.asyncIterator);
    },
  });
}

/** The pipeline as Apollo Server's executor. */
function executeOn(pipeline: Pipeline) {
  return async (given: EngineRequest, snapshot: Snapshot): Promise<ExecutionResult> => {
    const { queryHash: id, document, request } = given;
    const { caller, signal, explain, exchange } = given.context as Context;
    const { operationName, variables = {} } = request;
    const operation = { id, document, operationName };
    const incremental = exchange.format !== undefined;
    const reply = await pipeline({ caller, operation, variables, incremental, signal, explain }, snapshot);
    const { data, errors, extensions, deferred } = reply;
    exchange.deferred = deferred;
    return {
      ...(data !== undefined && { data: renderedData(data) }),
      ...(errors.length > 0 && { errors: errors.map((error) => new ClientError(error)) }),
      ...(extensions && { extensions: { ...extensions } }),
    };
  };
}

/** https://graphql.github.io/graphql-over-http/draft/#sec-application-json */
function statusOf({ status = 200, headers }: HTTPGraphQLResponse, { wellFormed }: Exchange): number {
  const json = headers.get('content-type')?.startsWith('application/json');
  return wellFormed && json && status === 400 ? 200 : status;
}

function isPageView({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept?.includes('text/html') ?? false);
}

function headerMap({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Whoever takes multipart gets the whole answer in one where nothing is deferred, or in a format that nobody here knows.
  if (headers.accept?.includes('multipart/mixed')) map.set('accept', `${headers.accept}, application/json;q=0.001`);
  return map;
}

function searchOf({ url }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

function contextOf(exchange: Exchange): Context {
  const { request, reply } = exchange;
  request.operation = {};
  try {
    const caller = callerOf(request.id, request.headers);
    const explain = EXPLAIN_HEADER in request.headers;
    return { caller, record: request.operation, signal: clientSignal(reply), explain, exchange };
  } catch (error) {
    if (!(error instanceof ViewerInvalid)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
  }
}

/** The document of a request that has one. */
function documentOf({ method, body, query }: FastifyRequest): string | undefined {
  const text = ((method === 'GET' ? query : body) as { query?: unknown } | null | undefined)?.query;
  return typeof text === 'string' ? text : undefined;
}

/** Refused before Apollo Server's plugins see the request, so the record is written here. */
function tooDeep(depth: number, { record }: Context): GraphQLError {
  const code = 'OPERATION_TOO_COMPLEX';
  record.outcome = 'refused';
  record.codes = [code];
  return new GraphQLError(`The document nests deeper than ${depth} levels.`, {
    extensions: { code, http: { status: 400 } },
  });
}

function told(formatted: GraphQLFormattedError, error: unknown, exchange: Exchange | undefined): GraphQLFormattedError {
  if (error instanceof ClientError) return error.told;
  const { log, id } = exchange?.request ?? {};
  const masked = maskError(formatted, error);
  if (masked.extensions.code === 'INTERNAL_SERVER_ERROR') {
    const original = error instanceof GraphQLError ? error.originalError : undefined;
    log?.error({ err: error, path: formatted.path, original }, 'unexpected error');
  }
  return { ...masked, extensions: { ...masked.extensions, requestId: id } };
}

/** Marks requests that reached the pipeline with a document, whose errors are errors of GraphQL and not of HTTP. */
function wellFormedness(exchanges: AsyncLocalStorage<Exchange>): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveSource() {
          const exchange = exchanges.getStore();
          if (exchange) exchange.wellFormed = true;
        },
      };
    },
  };
}

/** Nothing phones home, whatever the environment says; pages come from our own door. */
function silent() {
  return [
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginCacheControlDisabled(),
  ];
}
