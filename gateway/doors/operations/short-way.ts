import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Log } from '../../telemetry/log.ts';
import type { EveryAnswer } from '../every-answer.ts';
import type { Identifying } from '../identify.ts';
import { type AnsweringDoor, askedOf } from './asked.ts';
import { Exchange } from './exchange.ts';
import { PlainReply } from './plain-reply.ts';
import { PlainRequest } from './plain-request.ts';
import { problemHandler } from './problem-handler.ts';
import { requestVariables } from './request-variables.ts';

/** What the short way is made of. */
export interface ShortWay extends AnsweringDoor {
  readonly identifying: Identifying;
  readonly log: Log;
  readonly every: EveryAnswer;
}

/** The route that requests of the short way are counted under. */
const ROUTE = '/op/:name';
/** The URLs of that route, no name longer than Fastify takes them. */
const URL = /^\/op\/(\w{1,100})(?:\?([^#]*))?$/;
/** What clients accept who take JSON, and nothing that comes bit by bit. */
const JSON_ALONE = /^(?:application\/json|\*\/\*)$/;

/**
 * Answers plain `GET /op/:name` as the door of operations does, by its parts, before Fastify has seen it: what a framework does for a
 * request costs more than looking up who asks. Whatever is not plain goes on.
 * @param server one that has its listener for requests
 */
export function openShortWay(server: Server, door: ShortWay): void {
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const plain = plainRequest(request, door.log);
    if (plain) serve(plain, response, door);
    else for (const other of others) other.call(server, request, response);
  });
}

function plainRequest(raw: IncomingMessage, log: Log): PlainRequest | undefined {
  const { method, headers } = raw;
  if (method !== 'GET' || headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) {
    return undefined;
  }
  if (headers.accept !== undefined && !JSON_ALONE.test(headers.accept)) return undefined;
  const [, name, query] = URL.exec(raw.url ?? '') ?? [];
  return name === undefined ? undefined : new PlainRequest(raw, name, query, log);
}

function serve(request: PlainRequest, response: ServerResponse, door: ShortWay): void {
  const reply = new PlainReply(request, response, door.every, ROUTE);
  const failed = (error: unknown) => void problemHandler(error, request, reply);
  try {
    const admitted = door.identifying.admitBodiless(request, request.raw.url ?? '');
    if (admitted) admitted.then(() => answer(request, reply, door)).catch(failed);
    else answer(request, reply, door)?.catch(failed);
  } catch (error) {
    failed(error);
  }
}

function answer(request: PlainRequest, reply: PlainReply, door: AnsweringDoor): Promise<void> | undefined {
  const asked = askedOf(request, reply, door);
  if (!asked) return undefined;
  const exchange = new Exchange(request, reply, asked, reply.left);
  const read = requestVariables(request, asked.compiled.reader);
  if (read.problem) exchange.refuse(read.problem);
  else if (asked.operation.kind === 'subscription') exchange.refuseFor('SUBSCRIPTION_NEEDS_STREAM');
  else return exchange.whole(read).then((body) => reply.sendUnlessAnswered(body));
  return undefined;
}
