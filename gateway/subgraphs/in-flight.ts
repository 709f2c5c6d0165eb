import type { ClientRequest, ToldHeaders } from './client-request.ts';
import type { Deadlines, Expiring } from './deadlines.ts';
import { ClientLeft, SubgraphFailure, transportFailure } from './failure.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Propagation } from './propagated-headers.ts';
import { type Shareable, type Shared, ShareTable, shareHash } from './share-table.ts';
import type { SubgraphAnswer, SubgraphQuestion } from './subgraph-client.ts';
import type { HttpAnswer, Sending, SubgraphTransport } from './subgraph-transport.ts';

/** How one subgraph is asked. */
export interface SubgraphPolicy {
  readonly name: string;
  readonly transport: SubgraphTransport;
  /** How long each request waits for an answer, in milliseconds. */
  readonly timeout: number;
  /** Whether equal queries that are under way at once are sent once. */
  readonly share: boolean;
  readonly propagation: Propagation;
  /** Called when a query joins one that is under way. */
  readonly onShared: () => void;
}

/** What all subgraphs of a process have in common. */
export interface Common {
  readonly deadlines: Deadlines;
  /** How many writes have been answered by any subgraph: a write to one may change what another answers. */
  readonly writes: { answered: number };
}

/**
 * What is under way to one subgraph. Equal queries that are under way at once are sent once: equal in body and in every forwarded
 * header that may change the answer. What a write may have changed is never read from a query that began before the write was
 * answered. Each who waits keeps a deadline of its own; when the last one leaves, the subgraph is told.
 */
export class InFlight {
  readonly #policy: SubgraphPolicy;
  readonly #common: Common;
  readonly #flights = new ShareTable<Flight>();

  constructor(policy: SubgraphPolicy, common: Common) {
    this.#policy = policy;
    this.#common = common;
  }

  /** How many requests are under way that may be joined. */
  get shared(): number {
    return this.#flights.size;
  }

  /** Asks on behalf of a client's request. @throws {SubgraphFailure} (the promise) when no GraphQL answer came in time */
  ask(question: SubgraphQuestion, request: ClientRequest): Promise<SubgraphAnswer> {
    const { name, share, timeout, propagation } = this.#policy;
    const now = performance.now();
    const over = request.left
      ? new ClientLeft()
      : now >= request.deadline
        ? new Error('The request is over')
        : undefined;
    if (over) return Promise.reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', name, over));
    const { deadlines } = this.#common;
    const told = request.told(propagation);
    const flight =
      share && mayBeShared(question, request)
        ? this.#shared(question, request, told, now)
        : this.#depart(question, told.headers, now);
    return new Promise((resolve, reject) => {
      const tick = (waiter: Waiter) => deadlines.add(waiter, now, Math.min(now + timeout, request.deadline));
      flight.waiters.add(new Waiter({ flight, request, deadlines, began: now, resolve, reject }, tick));
    });
  }

  /** A request that is under way and may be joined, or a new one that others may join. */
  #shared(question: SubgraphQuestion, request: ClientRequest, told: ToldHeaders, now: number): Flight {
    const { body, personal } = question;
    const key = { body, identity: told.identity, person: personal ? request.person : undefined };
    const hash = shareHash(key, told.identityHash);
    const known = this.#flights.find(key, hash);
    const joinable =
      known?.writes === this.#common.writes.answered &&
      // One that nobody would have waited for so long may never be answered: it must not be kept alive by who joins.
      now - known.began < this.#policy.timeout;
    if (joinable) {
      this.#policy.onShared();
      return known;
    }
    const flight = this.#depart(question, told.headers, now, { ...key, hash });
    this.#flights.add(flight);
    return flight;
  }

  #depart(
    question: SubgraphQuestion,
    headers: Readonly<Record<string, string>>,
    now: number,
    key: ShareKey = UNSHARED,
  ): Flight {
    const { name, transport, timeout } = this.#policy;
    const { writes } = this.#common;
    const { body, kind } = question;
    const sending = transport(body, headers, kind === 'query');
    const flight = new Flight({ name, timeout, key, sending, began: now, writes: writes.answered }, () => {
      if (key !== UNSHARED) this.#flights.delete(flight);
      if (kind === 'mutation') writes.answered++;
    });
    return flight;
  }
}

function mayBeShared({ kind, personal }: SubgraphQuestion, { person }: ClientRequest): boolean {
  return kind === 'query' && (!personal || person !== undefined);
}

/** By what a request that others may join is found. */
type ShareKey = Shareable & { readonly hash: number };

const UNSHARED: ShareKey = { body: '', identity: '', person: undefined, hash: 0 };

interface FlightParts {
  readonly name: string;
  readonly timeout: number;
  readonly key: ShareKey;
  readonly sending: Sending;
  readonly began: number;
  /** How many writes had been answered when it began. */
  readonly writes: number;
}

/** A question that was sent, and all who wait for its answer. */
class Flight implements Shared {
  readonly body: string;
  readonly identity: string;
  readonly person: string | undefined;
  readonly hash: number;
  next: Shared | undefined;
  readonly name: string;
  readonly timeout: number;
  readonly began: number;
  readonly writes: number;
  readonly waiters = new Set<Waiter>();
  readonly #sending: Sending;
  /** Takes it out of those that may be joined, and counts a write as answered. */
  readonly #land: () => void;
  #late = false;

  constructor({ name, timeout, key, sending, began, writes }: FlightParts, land: () => void) {
    this.body = key.body;
    this.identity = key.identity;
    this.person = key.person;
    this.hash = key.hash;
    this.name = name;
    this.timeout = timeout;
    this.began = began;
    this.writes = writes;
    this.#sending = sending;
    this.#land = land;
    sending.answer.then(
      (answer) => this.#arrive(answer),
      (cause) => this.#fail(transportFailure(name, cause)),
    );
  }

  #arrive({ status, body }: HttpAnswer): void {
    // Nobody waits: it landed when the last one left.
    if (this.waiters.size === 0) return;
    try {
      const answer = parseAnswer(this.name, status, body);
      this.#land();
      for (const waiter of this.waiters) waiter.receive(answer);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.waiters.size === 0) return;
    this.#land();
    for (const waiter of this.waiters) waiter.refuse(error);
  }

  /** @param late whether it is the subgraph that took too long */
  leave(waiter: Waiter, late: boolean): void {
    this.waiters.delete(waiter);
    this.#late ||= late;
    if (this.waiters.size > 0) return;
    this.#land();
    this.#sending.abort(this.#late ? 'late' : 'left');
  }
}

interface WaiterParts {
  readonly flight: Flight;
  readonly request: ClientRequest;
  readonly deadlines: Deadlines;
  readonly began: number;
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** One fetch of a client's request that waits for an answer. */
class Waiter implements Expiring {
  readonly #parts: WaiterParts;
  readonly #tick: number;

  constructor(parts: WaiterParts, tick: (waiter: Waiter) => number) {
    this.#parts = parts;
    this.#tick = tick(this);
    parts.request.waits(this);
  }

  receive(answer: SubgraphAnswer): void {
    this.#stop();
    this.#parts.resolve(answer);
  }

  refuse(error: unknown): void {
    this.#stop();
    this.#parts.reject(error);
  }

  /** The deadline passed: the subgraph's, or that of the whole request. */
  expire(): void {
    const { flight, began } = this.#parts;
    const waited = Math.round(performance.now() - began);
    // Where the request's own end left it nearly all of its time, it is the subgraph that was too slow.
    this.#giveUp(new Error(`No answer within ${waited} ms`), waited >= flight.timeout * 0.9);
  }

  /** The client left. */
  leave(): void {
    this.#giveUp(new ClientLeft(), false);
  }

  #giveUp(cause: Error, late: boolean): void {
    const { flight, reject } = this.#parts;
    this.#stop();
    flight.leave(this, late);
    reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', flight.name, cause));
  }

  #stop(): void {
    const { deadlines, request } = this.#parts;
    deadlines.delete(this, this.#tick);
    request.waitsNoMore(this);
  }
}
