import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import type { Caller } from '../clients/caller.ts';
import type { Client } from '../clients/client.ts';
import type { Clients } from '../clients/clients.ts';
import { Unidentified } from '../clients/unidentified.ts';
import type { Gate } from '../guard/gate.ts';
import type { DoorRequest } from './door-exchange.ts';
import { isReading } from './reading-method.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it; known on routes with the hooks of `identifying`. */
    caller: Caller;
  }
}

type Done = (error?: Error) => void;

/** A request as far as it is looked at before its body is read. */
type Entering = Pick<DoorRequest, 'id' | 'headers'> & {
  caller: Caller;
  readonly socket: { readonly remoteAddress?: string | undefined };
};
type ParsingDone = (error?: Error | null, payload?: RequestPayload) => void;

/** Hooks of a route that serves callers. */
export interface Identifying {
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply, done: Done) => void;
  readonly preParsing: (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: RequestPayload,
    done: ParsingDone,
  ) => void;
  readonly preHandler: (request: FastifyRequest, reply: FastifyReply, done: Done) => void;
  /**
   * What the hooks do, for a request without a body that Fastify never saw.
   * @param path as the client sent it
   * @throws {ViewerInvalid | Unidentified | TurnedAway} (or the promise)
   */
  readonly admitBodiless: (request: Entering & Pick<DoorRequest, 'method'>, path: string) => void | Promise<void>;
}

const NO_BODY = Buffer.alloc(0);

/** The body of a signed request is larger than what is taken. */
class BodyTooLarge extends Error {
  readonly statusCode = 413;
  constructor() {
    super('The request body is too large.');
  }
}

/**
 * Hooks that find out who sent a request, and whether it is taken now, before its body is read, hold a body that is signed until its signature was
 * checked, and refuse whose credential ended meanwhile. They take callbacks: a promise for each would cost every request.
 * @param bodyLimit bytes
 */
export function identifying(clients: Clients, gate: Gate, bodyLimit: number): Identifying {
  const enter = (request: Entering, caller: Caller): void | Promise<void> => {
    request.caller = caller;
    const turnedAway = gate.enter(caller);
    if (turnedAway instanceof Promise) return turnedAway.then(raise);
    raise(turnedAway);
  };
  const admit = (request: Entering): void | Promise<void> => {
    const caller = clients.identify(request.id, request.headers, request.socket.remoteAddress);
    return caller instanceof Promise ? caller.then((known) => enter(request, known)) : enter(request, caller);
  };
  return {
    onRequest(request, _reply, done) {
      let admitted: void | Promise<void>;
      try {
        admitted = admit(request);
      } catch (error) {
        done(error as Error);
        return;
      }
      if (admitted) admitted.then(() => done(), done);
      else done();
    },
    admitBodiless(request, path) {
      const checkSigned = (): void | Promise<void> => {
        const { method, headers, caller } = request;
        if (!clients.mustSign(caller.client)) return;
        return clients.checkSignature(caller.client, { method, path, headers, body: NO_BODY });
      };
      const admitted = admit(request);
      return admitted ? admitted.then(checkSigned) : checkSigned();
    },
    preParsing(request, _reply, payload, done) {
      if (!clients.mustSign(request.caller.client)) {
        done(null, payload);
        return;
      }
      signed(request, payload, clients, bodyLimit).then((body) => done(null, body), done);
    },
    preHandler(request, _reply, done) {
      // A body may be sent so slowly that its sender's key is revoked before it is whole.
      done(!isReading(request) && hasEnded(request.caller.client) ? new Unidentified('CREDENTIAL_REFUSED') : undefined);
    },
  };
}

function raise(error: Error | undefined): void {
  if (error) throw error;
}

function hasEnded({ revoked, expiresAt }: Client): boolean {
  return revoked?.aborted === true || expiresAt <= Date.now();
}

/** @throws {Unidentified | BodyTooLarge} (the promise) */
async function signed(
  { raw, method, headers, caller }: FastifyRequest,
  payload: RequestPayload,
  clients: Clients,
  bodyLimit: number,
): Promise<Readable> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    length += chunk.length;
    if (length > bodyLimit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  await clients.checkSignature(caller.client, { method, path: raw.url ?? '', headers, body });
  return Readable.from(body.length > 0 ? [body] : [], { objectMode: false });
}
