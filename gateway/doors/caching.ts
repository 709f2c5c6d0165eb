import { hash } from 'node:crypto';
import type { Caller } from '../clients/caller.ts';
import type { Client } from '../clients/client.ts';
import type { CachePolicy } from '../guard/cache-policy.ts';
import type { Reply } from '../pipeline.ts';
import { VIEWER_HEADER } from '../subgraphs/headers/headers.ts';
import type { DoorReply, DoorRequest } from './door-exchange.ts';
import { isReading } from './reading-method.ts';
import { replyBytes } from './reply-body.ts';

/** Headers by which the same URL may be answered differently, whatever the configuration. */
const ALWAYS = ['accept', 'authorization', 'x-api-key', VIEWER_HEADER];

/** An answer with its ETag. */
interface Tagged {
  readonly data: string | undefined;
  /** See `entityTag`. */
  readonly callers: string;
  readonly bytes: Buffer;
  readonly etag: string;
}

/** The longest answer that is kept to be found equal to the next, in bytes. */
const LONGEST_KEPT = 1_000_000;

/** Whether an answer may be kept at all: it is whole, says the same to whoever asks again, and was asked for by GET or HEAD. */
export function mayBeKept(request: DoorRequest, { deferred, errors, extensions }: Reply): boolean {
  return isReading(request) && !deferred && errors.length === 0 && !extensions;
}

/**
 * Says how long answers to GETs may be kept, and answers 304 where the client has the answer already. No shared cache can serve one
 * caller's answer to another: what read an identity is private, whatever names one is told in `vary`, and its ETag is the caller's own.
 */
export class AnswerCaching {
  readonly #vary: string;
  readonly #classes = new WeakMap<Client, string>();
  #last: Tagged | undefined;

  /** @param told names of the headers that subgraphs are told, in lower case */
  constructor(told: readonly string[]) {
    this.#vary = [...new Set([...ALWAYS, ...told])].join(', ');
  }

  /**
   * Writes the headers of an answer that may be kept: see `mayBeKept`.
   * @returns the body as bytes, which are made once for the ETag and the socket; empty, with the status set, where the client has it
   */
  write(request: DoorRequest, reply: DoorReply, policy: CachePolicy, given: Reply): string | Buffer {
    const { caller } = request;
    const isShared = !policy.isPrivate && isNobody(caller);
    const kept = policy.maxAge > 0 ? `max-age=${policy.maxAge}` : 'no-cache';
    reply.header('cache-control', `${isShared ? 'public' : 'private'}, ${kept}`).header('vary', this.#vary);
    const { bytes, etag } = this.#tagged(given, isShared ? '' : this.#classOf(caller));
    reply.header('etag', etag);
    if (!hasAlready(request, etag)) return bytes;
    reply.code(304).removeHeader('content-type');
    return '';
  }

  /** Equal requests that are under way at once get one text as their answers: its bytes and ETag are made once. */
  #tagged(given: Reply, callers: string): Tagged {
    const last = this.#last;
    if (last && last.callers === callers && last.data === given.data) return last;
    const bytes = replyBytes(given);
    const tagged = { data: given.data, callers, bytes, etag: entityTag(callers, bytes) };
    this.#last = bytes.length <= LONGEST_KEPT ? tagged : undefined;
    return tagged;
  }

  /** What an answer may depend on beside the request: equal for requests of one caller as long as it is granted the same. */
  #classOf({ client, viewer, claims }: Caller): string {
    let told = this.#classes.get(client);
    if (told === undefined) {
      const { kind, name, subject, grants, rows } = client;
      const [scopes, policies] = [grants.scopes, grants.policies].map((all) => (all === 'all' ? all : [...all].sort()));
      told = JSON.stringify([kind, name, subject, scopes, policies, rows, claims?.identity]);
      this.#classes.set(client, told);
    }
    return `${told}\n${viewer ?? ''}`;
  }
}

/** Whether nothing says who asks. In development mode nobody is anybody. */
function isNobody({ client, viewer }: Caller): boolean {
  return viewer === undefined && (client.kind === 'anonymous' || client.kind === 'development');
}

/** A strong validator: equal for equal bytes to the same class of callers. https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3 */
function entityTag(callers: string, body: Buffer): string {
  const ofBody = hash('sha256', body, 'base64url');
  return `"${callers === '' ? ofBody : hash('sha256', `${callers}\n${ofBody}`, 'base64url')}"`;
}

/** Whether a client has what an ETag names. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
export function hasAlready({ headers }: Pick<DoorRequest, 'headers'>, etag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  return known.trim() === '*' || known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
