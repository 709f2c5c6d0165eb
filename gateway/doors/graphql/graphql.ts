import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { COST_HEADER } from '../../guard/cost/told-cost.ts';
import type { Gate } from '../../guard/gate.ts';
import { type DocumentLimits, documentLimits } from '../../guard/limits/document-limits.ts';
import { deferRules } from '../../operations/defer-rules.ts';
import type { ServedOperations } from '../../operations/served-operations.ts';
import type { Pipeline } from '../../pipeline.ts';
import { EXPLAIN_HEADER } from '../../telemetry/explain.ts';
import type { Log } from '../../telemetry/log.ts';
import type { RecordOperation } from '../../telemetry/operations.ts';
import type { ReportUnregistered } from '../../telemetry/unregistered.ts';
import type { AnswerCaching } from '../caching.ts';
import { clientSignal } from '../client-signal.ts';
import type { Identifying } from '../identify.ts';
import { answerAsEvents, type LiveStreams, refuseStream } from '../live/live-streams.ts';
import { SSE, type StreamFormat, streamFormat } from '../live/stream-format.ts';
import { incrementalFormat } from '../parts/incremental-format.ts';
import { inParts } from '../parts/multipart-reply.ts';
import { replyBody, replyText } from '../reply-body.ts';
import { admitting } from './admit.ts';
import {
  type Answering,
  answering,
  type Context,
  type Exchange,
  statusOf as statusOfReply,
  stringifyResult,
} from './answering.ts';
import { apolloEngine, type Snapshots } from './apollo-engine.ts';
import { apolloRequest, searchOf, takesJson } from './apollo-request.ts';
import { askedOverHttp } from './asked-operation.ts';
import { refuseEncodedBody } from './body-encoding.ts';
import { ContentTypes } from './content-types.ts';
import { answerDirectly } from './direct-answers.ts';
import { maskError } from './mask-error.ts';
import { operationResolver, type ResolveOperation } from './resolve-operation.ts';

/** What the GraphQL door is made of. */
export interface GraphqlDoor extends DocumentLimits {
  readonly pipeline: Pipeline;
  readonly identifying: Identifying;
  readonly gate: Gate;
  readonly snapshots: Snapshots;
  /** The registered operations that a schema can answer. */
  readonly served: (schema: GraphQLSchema) => ServedOperations;
  readonly log: Log;
  readonly introspection: boolean;
  readonly record: RecordOperation;
  /** Told of documents of clients of the level `log`. */
  readonly report: ReportUnregistered;
  /** Where subscriptions are streamed to. */
  readonly streams: LiveStreams;
  readonly caching: AnswerCaching;
  /** Where a browser is led that opens /graphql as a page. */
  readonly page: string | undefined;
}

/**
 * GraphQL at /graphql, by POST and GET, on an Apollo Server of its own, which closes with the HTTP server.
 * @returns the same way for operations that come over live connections
 */
export async function graphqlDoor(app: FastifyInstance, door: GraphqlDoor): Promise<ResolveOperation> {
  // For what goes wrong where Apollo Server hands on no context.
  const requestIds = new AsyncLocalStorage<string>();
  const hideSuggestions = !door.introspection;
  const engine = apolloEngine<Context>(door.snapshots, answeredByPlugin);
  const { pipeline, record, streams, served } = door;
  const onAdHoc: Answering['onAdHoc'] = (client, sent, schema) => door.report(client, sent, served(schema));
  const server = new ApolloServer<Context>({
    gateway: engine,
    logger: door.log,
    introspection: door.introspection,
    hideSchemaDetailsFromClientErrors: hideSuggestions,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: door.documentTokens },
    maxRecursiveSelections: door.documentSelections,
    validationRules: [...deferRules],
    formatError: (formatted, error) => told(formatted, error, requestIds.getStore(), door.log),
    stringifyResult,
    plugins: [answering({ pipeline, snapshotOf: engine.snapshotOf, record, onAdHoc, hideSuggestions }), ...silent()],
  });
  await server.start();
  app.addHook('onClose', () => server.stop());
  const contentTypes = new ContentTypes();
  const admit = admitting({ served, judge: documentLimits(door), gate: door.gate });
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    exposeHeadRoute: false,
    onRequest: [
      async (request, reply) => {
        refuseEncodedBody(request);
        if (door.page && isPageView(request)) return reply.redirect(door.page + searchOf(request));
      },
      door.identifying.onRequest,
    ],
    preParsing: door.identifying.preParsing,
    preHandler: door.identifying.preHandler,
    handler: async (request, reply) => {
      const format = incrementalFormat(request.headers.accept);
      const stream = streamFormat(request.headers.accept);
      const eventsOnly = stream === SSE && !takesJson(request.headers.accept);
      const refused = eventsOnly ? streams.refusal(request) : undefined;
      if (refused) return refuseStream(reply, refused);
      if (request.method !== 'OPTIONS') {
        const snapshot = door.snapshots.current();
        const said = askedOverHttp(request);
        const admitted = admit(said, request.caller.client, snapshot.schema);
        if (admitted.kind !== 'ad-hoc') {
          const takes = { format, stream, eventsOnly };
          return answerDirectly(request, reply, { admitted, asked: said, snapshot, takes }, door);
        }
      }
      const asked = apolloRequest(request, eventsOnly);
      const contentType = contentTypes.for(asked.headers);
      const exchange = exchangeOf(request, reply, {
        incremental: format !== undefined && !eventsOnly,
        contentType,
        stream,
        eventsOnly,
      });
      const response = await requestIds.run(request.id, () =>
        server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: asked,
          context: async () => ({ caller: request.caller, exchange }),
        }),
      );
      if (stream && exchange.subscription) return streams.open(reply, stream, exchange.subscription);
      for (const [name, value] of response.headers) reply.header(name, value);
      reply.code(statusOf(response, exchange));
      const answer = exchange.reply;
      const { body } = response;
      if (eventsOnly && exchange.wellFormed && body.kind === 'complete') {
        return answerAsEvents(reply, answer ? replyText(answer) : body.string);
      }
      if (answer && isAnswered(response)) {
        contentTypes.learn(asked.headers, response.headers);
        if (!format || !answer.deferred) return replyBody(answer);
        return inParts(reply, format, { first: replyText(answer), deferred: answer.deferred });
      }
      return body.kind === 'complete' ? body.string : Readable.from(body.asyncIterator);
    },
  });
  return operationResolver(server, { ...door, admit, requestIds });
}

async function answeredByPlugin(): Promise<never> {
  throw new Error('A plugin answers every operation');
}

/** What a request's headers say of how it is to be answered. */
interface KnownOfExchange extends Pick<Exchange, 'incremental' | 'contentType'> {
  readonly stream: StreamFormat | undefined;
  /** Whether the client takes an event stream and nothing else. */
  readonly eventsOnly: boolean;
}

function exchangeOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { stream, eventsOnly, ...known }: KnownOfExchange,
): Exchange {
  const record = {};
  request.operation = record;
  return {
    record,
    signal: clientSignal(reply),
    ...known,
    explain: EXPLAIN_HEADER in request.headers,
    tellsCost: COST_HEADER in request.headers,
    wellFormed: false,
    reply: undefined,
    streams: stream !== undefined,
    isReadOnly: eventsOnly && request.method === 'GET',
    subscription: undefined,
  };
}

/** https://graphql.github.io/graphql-over-http/draft/#sec-application-json */
function statusOf(response: HTTPGraphQLResponse, { wellFormed, reply }: Exchange): number {
  const { headers } = response;
  const status = (reply && isRefused(response) ? statusOfReply(reply) : response.status) ?? 200;
  const json = headers.get('content-type')?.startsWith('application/json');
  return wellFormed && json && status === 400 ? 200 : status;
}

/** Whether Apollo Server leaves the body to the pipeline. */
function isAnswered(response: HTTPGraphQLResponse): boolean {
  const { body } = response;
  return (body.kind === 'complete' && body.string === '') || isRefused(response);
}

/** Whether Apollo Server found no type that the client accepts, such as with `application/json;q=0`, once all was done. */
function isRefused({ status }: HTTPGraphQLResponse): boolean {
  return status === 406;
}

function isPageView({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept?.includes('text/html') ?? false);
}

function told(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string | undefined,
  log: Log,
): GraphQLFormattedError {
  const masked = maskError(formatted, error);
  if (masked.extensions.code === 'INTERNAL_SERVER_ERROR') {
    const original = error instanceof GraphQLError ? error.originalError : undefined;
    log.error({ requestId, err: error, path: formatted.path, original }, 'unexpected error');
  }
  return { ...masked, extensions: { ...masked.extensions, requestId } };
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
