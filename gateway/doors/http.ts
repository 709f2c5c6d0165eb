import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { requestIdFrom, ViewerInvalid } from '../clients/caller.ts';
import { Unidentified } from '../clients/unidentified.ts';
import type { ErrorCode } from '../errors.ts';
import { errors, UNEXPECTED } from '../errors.ts';
import { TurnedAway } from '../guard/turned-away.ts';
import { REQUEST_ID_HEADER } from '../subgraphs/headers/headers.ts';
import type { Log } from '../telemetry/log.ts';
import type { OperationRecord } from '../telemetry/operations.ts';
import type { DoorRequest } from './door-exchange.ts';
import type { EveryAnswer } from './every-answer.ts';

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
 */
export function createHttpServer(
  log: Log,
  everyAnswer: EveryAnswer,
  { bodyLimit }: { bodyLimit: number },
): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: ({ headers }) => requestIdFrom(headers),
    bodyLimit,
    requestTimeout: REQUEST_TIMEOUT,
    // No door waits for the end of a body that is not there.
    http: { optimizeEmptyRequests: true },
    forceCloseConnections: 'idle',
    // Draining serves what still comes on open connections.
    return503OnClosing: false,
    frameworkErrors: (_error, request, reply: FastifyReply) => {
      const message = 'The path can’t be read.';
      reply
        .header(REQUEST_ID_HEADER, request.id)
        .code(400)
        .send(refusal('BAD_REQUEST', message, request.id));
    },
    clientErrorHandler: refuseUnread,
  }) as unknown as FastifyInstance;
  app.decorateRequest('operation', undefined);
  app.decorateRequest('caller');
  // Hooks that wait for nothing take a callback: a promise for each would cost every request.
  app.addHook('onRequest', (request, reply, done) => {
    everyAnswer.begin(request, reply);
    done();
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    everyAnswer.finishHead(request, reply);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    everyAnswer.note(request, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
    done();
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(app, request.url.replace(/\?.*/s, ''));
    if (methods.length > 0 && !methods.includes(request.method)) {
      const message = `This path takes ${methods.join(', ')}.`;
      return reply
        .code(405)
        .header('allow', methods.join(', '))
        .send(refusal('METHOD_NOT_ALLOWED', message, request.id));
    }
    return reply.code(404).send(refusal('NOT_FOUND', errors.NOT_FOUND.meaning, request.id));
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, message } = refusalOf(error, request);
    const { status } = errors[code];
    // https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    if (error instanceof TurnedAway) reply.header('retry-after', error.retryAfter);
    reply.code(status).send(refusal(code, message, request.id));
  });
  return app;
}

function methodsOf(app: FastifyInstance, url: string): string[] {
  return ['GET', 'HEAD', 'POST', 'OPTIONS'].filter((method) => app.hasRoute({ url, method }));
}

/** Answers what Node could not read as a request, and gives the connection up. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, message] = unread[error.code ?? ''] ?? [400, 'This is no HTTP request that can be read.'];
  if (socket.writable) {
    const id = requestIdFrom({});
    const body = JSON.stringify(refusal('BAD_REQUEST', message, id));
    const headers = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `${REQUEST_ID_HEADER}: ${id}`,
      'connection: close',
    ];
    socket.write(`${headers.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy();
}

const unread: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come in whole in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The request’s headers are too large.'],
};

/** What a client is told of an error that a hook or handler threw; faults of ours are logged. */
export function refusalOf(
  error: FastifyError,
  { log }: Pick<DoorRequest, 'log'>,
): { code: ErrorCode; message: string } {
  const code = codeOf(error);
  const isTold = error instanceof Unidentified || error instanceof TurnedAway || errors[code].status < 500;
  if (!isTold) log.error(error, 'unexpected error');
  return { code, message: isTold ? error.message : UNEXPECTED };
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
    413: 'BODY_TOO_LARGE',
    415: 'MEDIA_TYPE_UNSUPPORTED',
  };
  if (status === undefined || status < 400 || status >= 500) return 'INTERNAL_SERVER_ERROR';
  return byStatus[status] ?? 'BAD_REQUEST';
}

function codeOf(error: FastifyError): ErrorCode {
  if (error instanceof Unidentified || error instanceof TurnedAway) return error.code;
  return error instanceof ViewerInvalid ? 'BAD_REQUEST' : codeOfStatus(error.statusCode);
}
