import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { requestIdFrom, ViewerInvalid } from '../clients/caller.ts';
import type { ErrorCode } from '../errors.ts';
import { errors, UNEXPECTED } from '../errors.ts';
import { REQUEST_ID_HEADER } from '../subgraphs/headers.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { OperationRecord } from '../telemetry/operations.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the GraphQL request that came in this one. */
    operation: OperationRecord | undefined;
  }
}

/** The most time that a client has to send a whole request, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/**
 * The HTTP server that every door hangs on: request ids, one log line and one count a request, errors in GraphQL's shape.
 * @param isDraining whether connections are to be given back after their next answer
 */
export function createHttpServer(
  log: Log,
  metrics: Metrics,
  { bodyLimit, isDraining }: { bodyLimit: number; isDraining: () => boolean },
): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: ({ headers }) => requestIdFrom(headers),
    bodyLimit,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    // Draining serves what still comes on open connections.
    return503OnClosing: false,
  }) as unknown as FastifyInstance;
  app.decorateRequest('operation', undefined);
  app.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isDraining()) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    metrics.httpRequests.inc({ route, status });
    const milliseconds = Math.round(elapsedTime * 100) / 100;
    request.log.info({ method: request.method, route, status, milliseconds, operation: request.operation }, 'answered');
  });
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).send(refusal('NOT_FOUND', errors.NOT_FOUND.meaning, request.id));
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    const { status } = errors[code];
    if (status >= 500) request.log.error(error, 'unexpected error');
    reply.code(status).send(refusal(code, status < 500 ? error.message : UNEXPECTED, request.id));
  });
  return app;
}

/** A body that says what went wrong, the same at every door. */
export function refusal(code: ErrorCode, message: string, requestId: string, subgraph?: string) {
  return { errors: [{ message, extensions: { code, ...(subgraph && { subgraph }), requestId } }] };
}

/** The code of an error of Fastify's, or of an HTTP status that Apollo Server chose. */
export function codeOfStatus(status: number | undefined): ErrorCode {
  const byStatus: Record<number, ErrorCode> = {
    404: 'NOT_FOUND',
    405: 'METHOD_NOT_ALLOWED',
    406: 'NOT_ACCEPTABLE',
    413: 'BODY_TOO_LARGE',
    415: 'MEDIA_TYPE_UNSUPPORTED',
  };
  if (status === undefined || status < 400 || status >= 500) return 'INTERNAL_SERVER_ERROR';
  return byStatus[status] ?? 'BAD_REQUEST';
}

function codeOf(error: FastifyError): ErrorCode {
  return error instanceof ViewerInvalid ? 'BAD_REQUEST' : codeOfStatus(error.statusCode);
}
