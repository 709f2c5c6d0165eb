import type { Caller } from '../clients/caller.ts';
import type { Client } from '../clients/client.ts';
import type { CachePolicy } from '../guard/cache-policy.ts';
import type { Reply } from '../pipeline.ts';
import { VIEWER_HEADER } from '../subgraphs/headers/headers.ts';
import { type Utf8Text, utf8Digest, utf8Text } from '../utf8-text.ts';
import type { DoorReply, DoorRequest } from './door-exchange.ts';
import { isReading } from './reading-method.ts';
import { replyUtf8 } from './reply-body.ts';

/** Headers by which the same URL may be answered differently, whatever the configuration. */
const ALWAYS = ['accept', 'authorization', 'x-api-key', VIEWER_HEADER];

/** An answer with its ETag. */
interface Tagged {
  readonly data: string | undefined;
  /** See `#classOf`; empty where all are told the same. */
  readonly callers: Utf8Text;
  readonly text: Utf8Text;
  readonly etag: string;
}

const NOTHING = '' as Utf8Text;
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
  readonly #classes = new WeakMap<Client, Utf8Text>();
  #last: Tagged | undefined;

  /** @param told names of the headers that subgraphs are told, in lower case */
  constructor(told: readonly string[]) {
    this.#vary = [...new Set([...ALWAYS, ...told])].join(', ');
  }

  /**
   * Writes the headers of an answer that may be kept: see `mayBeKept`.
   * @returns the body; empty, with the status set, where the client has it
   */
  write(request: DoorRequest, reply: DoorReply, policy: CachePolicy, given: Reply): Utf8Text {
    const { caller } = request;
    const isShared = !policy.isPrivate && isNobody(caller);
    const kept = policy.maxAge > 0 ? `max-age=${policy.maxAge}` : 'no-cache';
    reply.header('cache-control', `${isShared ? 'public' : 'private'}, ${kept}`).header('vary', this.#vary);
    const { text, etag } = this.#tagged(given, isShared ? NOTHING : this.#classOf(caller));
    reply.header('etag', etag);
    if (!hasAlready(request, etag)) return text;
    reply.code(304).removeHeader('content-type');
    return NOTHING;
  }

  /** Equal requests that are under way at once get one text as their answers: its ETag is made once. */
  #tagged(given: Reply, callers: Utf8Text): Tagged {
    const last = this.#last;
    if (last && last.callers === callers && last.data === given.data) return last;
    const text = replyUtf8(given);
    // A strong validator: equal for equal bytes to the same class of callers. https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
    const tagged = { data: given.data, callers, text, etag: `"${utf8Digest(callers, text)}"` };
    this.#last = text.length <= LONGEST_KEPT ? tagged : undefined;
    return tagged;
  }

  /** What an answer may depend on beside the request, as one word: equal for requests of one caller as long as it is granted the same. */
  #classOf({ client, viewer, claims }: Caller): Utf8Text {
    let known = this.#classes.get(client);
    if (known === undefined) {
      const { kind, name, subject, grants, rows } = client;
      const [scopes, policies] = [grants.scopes, grants.policies].map((all) => (all === 'all' ? all : [...all].sort()));
      known = digestOf(JSON.stringify([kind, name, subject, scopes, policies, rows, claims?.identity]));
      this.#classes.set(client, known);
    }
    return viewer === undefined ? known : digestOf(`${known}\n${viewer}`);
  }
}

/** Whether nothing says who asks. In development mode nobody is anybody. */
function isNobody({ client, viewer }: Caller): boolean {
  return viewer === undefined && (client.kind === 'anonymous' || client.kind === 'development');
}

function digestOf(text: string): Utf8Text {
  return utf8Digest(utf8Text(text)) as Utf8Text;
}

/** Whether a client has what an ETag names. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
export function hasAlready({ headers }: Pick<DoorRequest, 'headers'>, etag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  return known.trim() === '*' || known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
