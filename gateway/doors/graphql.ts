import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ViewerInvalid, viewerFrom } from '../clients/caller.ts';
import type { Engine, ExecutionContext } from '../execution/stock.ts';
import type { Log } from '../telemetry/log.ts';
import type { OperationRecord } from '../telemetry/operations.ts';
import { maskError } from './mask-error.ts';
import { nestsTooDeep } from './nesting.ts';
import { validationStop } from './validation-stop.ts';

/** What an operation carries along. */
type Context = ExecutionContext & { readonly record: OperationRecord };

/** What the GraphQL door is made of. */
export interface GraphqlDoor {
  readonly engine: Engine;
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
  /** A GraphQL request it was, whatever became of it. */
  wellFormed: boolean;
}

/** GraphQL at /graphql, by POST and GET, on an Apollo Server of its own, which closes with the HTTP server. */
export async function graphqlDoor(app: FastifyInstance, door: GraphqlDoor): Promise<void> {
  const exchanges = new AsyncLocalStorage<Exchange>();
  const server = new ApolloServer<Context>({
    gateway: door.engine,
    logger: door.log,
    introspection: door.introspection,
    hideSchemaDetailsFromClientErrors: !door.introspection,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: door.documentTokens },
    maxRecursiveSelections: door.documentSelections,
    formatError: (formatted, error) => told(formatted, error, exchanges.getStore()),
    plugins: [...door.plugins, wellFormedness(exchanges), validationStop(!door.introspection), ...silent()],
  });
  await server.start();
  app.addHook('onClose', () => server.stop());
  const handle = fastifyApolloHandler(server, {
    context: async (request) => {
      const context = contextOf(request);
      const exchange = exchanges.getStore();
      const text = documentOf(request);
      if (exchange && text && nestsTooDeep(text, { depth: door.documentDepth, tokens: door.documentTokens })) {
        exchange.wellFormed = true;
        throw tooDeep(door.documentDepth, context);
      }
      return context;
    },
  });
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new BodyEncoded();
      if (door.page && isPageView(request)) return reply.redirect(door.page + (/\?.*/.exec(request.url)?.[0] ?? ''));
    },
    handler: async (request, reply) => {
      const exchange: Exchange = { request, wellFormed: false };
      const body = await exchanges.run(exchange, async () => handle.call(app, request, reply));
      // https://graphql.github.io/graphql-over-http/draft/#sec-application-json
      const json = String(reply.getHeader('content-type')).startsWith('application/json');
      if (exchange.wellFormed && json && reply.statusCode === 400) reply.code(200);
      return body;
    },
  });
}

function isPageView({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept?.includes('text/html') ?? false);
}

function contextOf(request: FastifyRequest): Context {
  request.operation = {};
  try {
    const caller = { requestId: request.id, viewer: viewerFrom(request.headers) };
    return { caller, record: request.operation };
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
