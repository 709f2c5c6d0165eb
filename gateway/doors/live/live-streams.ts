import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CredentialEnds } from '../../clients/credential-ends.ts';
import { type ErrorCode, errors, isErrorCode } from '../../errors.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import type { LiveSubscriptions } from '../../live/live-subscriptions.ts';
import type { LiveMessage } from '../../live/subscriber.ts';
import type { LiveProtocol, LiveWatch } from '../../telemetry/live.ts';
import type { ResolvedSubscription } from '../graphql/answering.ts';
import { refusal } from '../http.ts';
import type { LiveConnections } from './live-connections.ts';
import { type Delivery, LiveOperation } from './live-operation.ts';
import { isForeign } from './live-origins.ts';
import { LiveOutbox } from './live-outbox.ts';
import { ResponseStream } from './response-stream.ts';
import { SSE, type StreamFormat } from './stream-format.ts';

/** What streams over HTTP work with; milliseconds and bytes. */
export interface StreamsParts {
  readonly live: LiveSubscriptions;
  readonly watch: LiveWatch;
  readonly connections: LiveConnections;
  readonly ends: CredentialEnds;
  readonly liveHeartbeat: number;
  readonly liveUnsentLimit: number;
  /** Origins of foreign pages that may connect; undefined for none. */
  readonly liveOrigins: 'any' | readonly string[] | undefined;
}

/** A stream that is open, as far as signs of life go. */
export interface BeatingStream {
  readonly protocol: LiveProtocol;
  readonly stream: ResponseStream;
  readonly outbox: LiveOutbox;
  /** What is written as a sign of life. */
  readonly beat: string;
  /** Whether the client uses it; one that is not is closed. Absent: as long as it is open. */
  readonly isUsed?: (now: number) => boolean;
}

/** How many signs of life a client may leave unread until it is given up. */
const MISSED_BEATS = 2;

/** Subscriptions that clients read over HTTP responses. */
export class LiveStreams {
  readonly #parts: StreamsParts;
  readonly #open = new Set<BeatingStream>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(parts: StreamsParts) {
    this.#parts = parts;
    this.#heartbeat = setInterval(() => this.#beat(performance.now()), parts.liveHeartbeat);
  }

  /** Why a request for a stream is refused; undefined where it is not. */
  refusal({ headers, caller }: FastifyRequest): ErrorCode | undefined {
    const { connections, liveOrigins } = this.#parts;
    if (isForeign(headers, liveOrigins ?? [])) return 'ORIGIN_FORBIDDEN';
    return connections.hasRoom(caller.client) ? undefined : 'CONNECTION_LIMIT';
  }

  /** Counts a stream, and gives it signs of life, until it closes. */
  add(open: BeatingStream): void {
    const { connections } = this.#parts;
    connections.opened(open.protocol);
    this.#open.add(open);
    open.stream.onClose(() => {
      connections.closed(open.protocol);
      this.#open.delete(open);
    });
  }

  /** Streams a subscription, or answers why it can't be had. */
  async open(reply: FastifyReply, format: StreamFormat, resolved: ResolvedSubscription): Promise<FastifyReply> {
    const code = this.refusal(reply.request);
    if (code) return refuseStream(reply, code);
    const stream = new ResponseStream(reply, format);
    if (!stream.isOpen) return reply.hijack();
    const { protocol, beat } = format;
    const { live, watch, ends, liveUnsentLimit } = this.#parts;
    const outbox = new LiveOutbox(liveUnsentLimit);
    const operation = new LiveOperation({ protocol, live, watch, outbox, ends }, new StreamDelivery(stream, format));
    stream.onClose(() => operation.cancel());
    this.add({ protocol, stream, outbox, beat });
    const refused = await operation.open(resolved);
    if (refused.length === 0) {
      stream.begin();
      return reply;
    }
    operation.cancel();
    if (format !== SSE) return reply.code(statusOf(refused)).send({ errors: refused });
    stream.end(format.ending(refused));
    return reply;
  }

  /** Ends every stream. Subscriptions end before, so that clients know why. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const { stream } of this.#open) stream.end();
  }

  #beat(now: number): void {
    const patience = MISSED_BEATS * this.#parts.liveHeartbeat;
    for (const { stream, outbox, beat, isUsed } of this.#open) {
      const { blockedSince } = outbox;
      if (blockedSince !== undefined && now - blockedSince > patience) stream.destroy();
      else if (isUsed?.(now) === false) stream.end();
      else if (blockedSince === undefined) stream.write(beat);
    }
  }
}

/** Answers a request for a stream that may not be made. */
export function refuseStream(reply: FastifyReply, code: ErrorCode): FastifyReply {
  return reply.code(errors[code].status).send(refusal(code, errors[code].meaning, reply.request.id));
}

/** Sends one answer as a stream of its own. @param text JSON text of a GraphQL response */
export function answerAsEvents(reply: FastifyReply, text: string): FastifyReply {
  new ResponseStream(reply, SSE).end(`event: next\ndata: ${text.trim()}\n\n${SSE.ending([])}`);
  return reply;
}

/** Delivers one subscription over a response of its own. */
class StreamDelivery implements Delivery {
  readonly #stream: ResponseStream;
  readonly #format: StreamFormat;

  constructor(stream: ResponseStream, format: StreamFormat) {
    this.#stream = stream;
    this.#format = format;
  }

  get waiting(): number {
    return this.#stream.waiting;
  }

  write(message: LiveMessage, onFlushed: (() => void) | undefined): void {
    this.#stream.write(this.#format.message(message), onFlushed);
  }

  finish(why: readonly ToldError[]): void {
    this.#stream.end(this.#format.ending(why));
  }
}

/** As for every answer that is JSON: an error of GraphQL’s own is no error of HTTP. */
function statusOf([first]: readonly ToldError[]): number {
  const code = first?.extensions.code;
  const status = isErrorCode(code) ? errors[code].status : 500;
  return status === 400 ? 200 : status;
}
