import { headerIdentity } from './headers/header-identity.ts';
import { headerLine, headerLines } from './headers/header-lines.ts';
import type { ClientHeaders, Propagation } from './headers/propagated-headers.ts';
import type { LeaveSignal } from './sharing/leave-signal.ts';
import { textHash } from './sharing/share-table.ts';
import { CLAIMS_HEADER, type SignedClaims } from './signed-claims.ts';

/** On whose behalf subgraphs are asked: what is the same for all fetches of one client request. */
export interface Asker {
  readonly requestId?: string | undefined;
  /** As the client sent them; rules say which go on. */
  readonly headers: ClientHeaders;
  /** Who asks, where that is known: fields that are personal are shared by requests of the same person alone. */
  readonly person?: string | undefined;
  /** What subgraphs are told of who asks, signed. */
  readonly claims?: SignedClaims | undefined;
  /** This request's own: fires when the client leaves. */
  readonly signal?: LeaveSignal | undefined;
}

/** Someone who stops waiting when the client leaves. */
interface Leaver {
  leave(): void;
}

/** Headers as one subgraph is told them. */
export interface ToldHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** The same as lines; made when they are first asked for. @throws {errors.InvalidArgumentError} (undici) for what HTTP does not allow */
  readonly lines: string;
  /** Equal for headers that can't make a difference to an answer; made when it is first asked for. */
  readonly identity: string;
  /** `textHash` of the identity. */
  readonly identityHash: number;
}

/** Headers that change no answer. */
const IGNORED: ReadonlySet<string> = new Set(['x-request-id', 'traceparent', 'tracestate']);

/** What subgraphs are told of an asker, for each set of rules once. */
export class Telling {
  readonly #asker: Asker;
  readonly #told = new Map<Propagation, ToldHeaders>();

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  /** Whether it is what they are told of another asker as well. */
  isOf({ headers, requestId, claims }: Asker): boolean {
    const own = this.#asker;
    return headers === own.headers && requestId === own.requestId && claims === own.claims;
  }

  /** The headers under one set of rules. */
  told(propagation: Propagation): ToldHeaders {
    const known = this.#told.get(propagation);
    if (known) return known;
    const { headers, requestId, claims } = this.#asker;
    const passed = propagation(headers);
    const told = new Told(requestId === undefined ? passed : { ...passed, 'x-request-id': requestId }, claims);
    this.#told.set(propagation, told);
    return told;
  }
}

/** One client request, as far as subgraphs are concerned. */
export class ClientRequest {
  readonly person: string | undefined;
  /** When its answer has to leave, by `performance.now()`. */
  readonly deadline: number;
  readonly #asker: Asker;
  readonly #telling: Telling;
  #waiting: Set<Leaver> | undefined;

  constructor(asker: Asker, deadline: number, telling: Telling) {
    this.#asker = asker;
    this.#telling = telling;
    this.person = asker.person;
    this.deadline = deadline;
  }

  /** Whether the client has left. */
  get left(): boolean {
    return this.#asker.signal?.aborted ?? false;
  }

  /** The headers under one set of rules; subgraphs with the same rules are told the same. */
  told(propagation: Propagation): ToldHeaders {
    return this.#telling.told(propagation);
  }

  /** Lines of the headers for one subgraph, which is told who asks in a token of its own. @throws see `ToldHeaders.lines` */
  sent(told: ToldHeaders, subgraph: string): string {
    const { claims } = this.#asker;
    return claims ? told.lines + headerLine(CLAIMS_HEADER, claims.tokenFor(subgraph)) : told.lines;
  }

  /** Has `leaver` leave with the client. The signal is listened to once, however many wait. */
  waits(leaver: Leaver): void {
    const { signal } = this.#asker;
    if (!signal) return;
    if (!this.#waiting) {
      const waiting = new Set<Leaver>();
      this.#waiting = waiting;
      signal.addEventListener('abort', () => waiting.forEach((each) => void each.leave()), { once: true });
    }
    this.#waiting.add(leaver);
  }

  /** `leaver` waits no more. */
  waitsNoMore(leaver: Leaver): void {
    this.#waiting?.delete(leaver);
  }
}

class Told implements ToldHeaders {
  readonly headers: Readonly<Record<string, string>>;
  readonly #claims: SignedClaims | undefined;
  #lines: string | undefined;
  #identity: string | undefined;
  #hash: number | undefined;

  constructor(headers: Readonly<Record<string, string>>, claims: SignedClaims | undefined) {
    this.headers = headers;
    this.#claims = claims;
  }

  get lines(): string {
    this.#lines ??= headerLines(this.headers);
    return this.#lines;
  }

  get identity(): string {
    this.#identity ??= `${headerIdentity(this.headers, IGNORED)}${this.#claims ? `\n${this.#claims.identity}` : ''}`;
    return this.#identity;
  }

  get identityHash(): number {
    this.#hash ??= textHash(this.identity);
    return this.#hash;
  }
}
