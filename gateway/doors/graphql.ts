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

/** What an operation carries along. */
type Context = ExecutionContext & { readonly record: OperationRecord };

/** What the GraphQL door is made of. */
export interface GraphqlDoor {
  readonly engine: Engine;
  readonly log: Log;
  readonly introspection: boolean;
  /** Longest document, in lexical tokens. */
  readonly documentTokens: number;
  /** Most fields of an operation, with its fragments unfolded. */
  readonly documentSelections: number;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /** Where a browser is led that opens /graphql as a page. */
  readonly page: string | undefined;
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
    plugins: [...door.plugins, wellFormedness(exchanges), ...silent()],
  });
  await server.start();
  app.addHook('onClose', () => server.stop());
  const handle = fastifyApolloHandler(server, { context: async (request) => contextOf(request) });
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    onRequest: async (request, reply) => {
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
