import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errors } from '../../errors.ts';
import { hasRoom } from '../../guard/overload/room.ts';
import { askedOperation } from '../graphql/asked-operation.ts';
import type { ResolveOperation } from '../graphql/resolve-operation.ts';
import { refusal } from '../http.ts';
import type { Identifying } from '../identify.ts';
import { ConnectionOperations } from './connection-operations.ts';
import { EventsChannel } from './events-channel.ts';
import { LiveOutbox } from './live-outbox.ts';
import type { LiveStreams, StreamsParts } from './live-streams.ts';
import { ResponseStream } from './response-stream.ts';
import { SSE } from './stream-format.ts';

/** How many times what may wait to be read a client may leave unread while it goes on asking. */
const UNREAD = 8;
const TOKEN_HEADER = 'x-graphql-event-stream-token';
/** Longest id of an operation, in characters: it stands in each of its messages. */
const ID_LENGTH = 256;

/** What the door of event streams that carry many operations is made of; milliseconds. */
interface EventStreamsDoor extends StreamsParts {
  readonly streams: LiveStreams;
  readonly resolve: ResolveOperation;
  readonly identifying: Identifying;
  readonly isDraining: () => boolean;
  /** Most reservations and streams of this kind at once. */
  readonly liveConnections: number;
  readonly liveOperations: number;
  /** How long a reservation is kept that nobody opens. */
  readonly liveInit: number;
  /** How long a stream may have no operation under way. */
  readonly liveIdle: number;
}

/** A stream that was reserved, and is opened or not. */
interface Reserved {
  readonly timer: NodeJS.Timeout;
  operations: ConnectionOperations | undefined;
}

/**
 * Event streams at /graphql/stream that carry many operations each: PUT reserves one, GET opens it, POST begins an operation on it, and
 * DELETE ends one. https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#single-connection-mode
 */
export function liveEventStreamsDoor(app: FastifyInstance, door: EventStreamsDoor): void {
  const reserved = new Map<string, Reserved>();
  const refuse = (
    reply: FastifyReply,
    code: ErrorCode,
    message: string = errors[code].meaning,
    status: number = errors[code].status,
  ) => reply.code(status).send(refusal(code, message, reply.request.id));
  const streamOf = (request: FastifyRequest) => reserved.get(tokenOf(request));
  const url = '/graphql/stream';
  const hooks = door.identifying;

  app.put(url, hooks, (request, reply) => {
    const code = door.isDraining() ? 'SERVER_DRAINING' : door.streams.refusal(request);
    if (code) return refuse(reply, code);
    if (!hasRoom(reserved.size, door.liveConnections, request.caller.client)) return refuse(reply, 'CONNECTION_LIMIT');
    const token = randomBytes(24).toString('base64url');
    const timer = setTimeout(() => reserved.delete(token), door.liveInit).unref();
    reserved.set(token, { timer, operations: undefined });
    return reply.code(201).type('text/plain; charset=utf-8').send(token);
  });

  app.get(url, { ...hooks, exposeHeadRoute: false }, (request, reply) => {
    const code = door.streams.refusal(request);
    const known = streamOf(request);
    if (code) return refuse(reply, code);
    if (!known) return refuse(reply, 'NOT_FOUND', 'No stream is reserved by this token.');
    if (known.operations) return refuse(reply, 'BAD_REQUEST', 'The stream is open already.', 409);
    clearTimeout(known.timer);
    const token = tokenOf(request);
    openStream(reply, known, door, () => reserved.delete(token));
    return reply;
  });

  app.post(url, hooks, async (request, reply) => {
    const { operations } = streamOf(request) ?? {};
    const asked = askedOperation(request.body);
    const id = asked?.extensions?.operationId;
    if (!operations) return refuse(reply, 'NOT_FOUND', 'No stream is open by this token.');
    if (!asked || typeof id !== 'string' || id === '' || id.length > ID_LENGTH) {
      return refuse(reply, 'BAD_REQUEST', 'The operation has no `extensions.operationId`, or is no GraphQL request.');
    }
    if (operations.has(id)) return refuse(reply, 'BAD_REQUEST', 'An operation of this id is under way.', 409);
    operations.begin(id, asked, request.caller);
    return reply.code(202).send();
  });

  app.delete(url, hooks, async (request, reply) => {
    const { operations } = streamOf(request) ?? {};
    if (!operations) return refuse(reply, 'NOT_FOUND', 'No stream is open by this token.');
    operations.cancel(String((request.query as { operationId?: unknown }).operationId));
    return reply.code(200).send();
  });
}

function tokenOf({ headers, query }: FastifyRequest): string {
  return String(headers[TOKEN_HEADER] ?? (query as { token?: unknown }).token);
}

function openStream(reply: FastifyReply, reserved: Reserved, door: EventStreamsDoor, onClose: () => void): void {
  const { live, watch, ends, resolve, liveOperations: operationLimit } = door;
  const { client } = reply.request.caller;
  const stream = new ResponseStream(reply, SSE);
  const outbox = new LiveOutbox(door.liveUnsentLimit);
  const connection = { protocol: 'sse-single', live, watch, outbox, ends } as const;
  const operations = new ConnectionOperations({
    connection,
    channel: new EventsChannel(stream, UNREAD * door.liveUnsentLimit),
    resolve,
    operationLimit,
  });
  reserved.operations = operations;
  let usedAt = performance.now();
  const isUsed = (now: number) => {
    if (operations.size > 0) usedAt = now;
    return now - usedAt <= door.liveIdle;
  };
  door.streams.add({ protocol: 'sse-single', stream, outbox, beat: SSE.beat, isUsed });
  const waitNoMore = ends.wait(client, () => {
    operations.endAll('CREDENTIAL_ENDED');
    stream.end();
  });
  stream.onClose(() => {
    waitNoMore();
    operations.cancelAll();
    onClose();
  });
  stream.begin();
}
