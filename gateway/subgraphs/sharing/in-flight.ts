import type { ClientRequest, ToldHeaders } from '../client-request.ts';
import type { Propagation } from '../headers/propagated-headers.ts';
import type { SubgraphAnswer, SubgraphQuestion } from '../subgraph-client.ts';
import type { Deadlines } from '../transport/deadlines.ts';
import { ClientLeft, SubgraphFailure, transportFailure } from '../transport/failure.ts';
import type { AnswerSink, SubgraphTransport } from '../transport/subgraph-transport.ts';
import { Flight, type ShareKey, UNSHARED } from './flight.ts';
import { ShareTable, shareHash } from './share-table.ts';

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

  /** Counts a write that was sent past here, once its answer begins or fails: it may have changed what any subgraph answers. */
  countWrite(): void {
    this.#common.writes.answered++;
  }

  /** Asks on behalf of a client's request. @throws {SubgraphFailure} (the promise) when no GraphQL answer came in time */
  ask(question: SubgraphQuestion, request: ClientRequest): Promise<SubgraphAnswer> {
    const { name, timeout } = this.#policy;
    const now = performance.now();
    const over = request.left
      ? new ClientLeft()
      : now >= request.deadline
        ? new Error('The request is over')
        : undefined;
    if (over) return Promise.reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', name, over));
    return new Promise((resolve, reject) => {
      const until = Math.min(now + timeout, request.deadline);
      const { deadlines } = this.#common;
      this.#flight(question, request, now).add({ request, deadlines, began: now, until, resolve, reject });
    });
  }

  /** @throws {SubgraphFailure} where it can't be sent */
  #flight(question: SubgraphQuestion, request: ClientRequest, now: number): Flight {
    const { name, share, propagation } = this.#policy;
    const told = request.told(propagation);
    try {
      if (share && mayBeShared(question, request)) return this.#shared(question, request, told, now);
      return this.#depart(question, request.sent(told, name), now);
    } catch (error) {
      throw transportFailure(name, error);
    }
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
    const flight = this.#depart(question, request.sent(told, this.#policy.name), now, { ...key, hash });
    this.#flights.add(flight);
    return flight;
  }

  #depart(question: SubgraphQuestion, headers: string, now: number, key: ShareKey = UNSHARED): Flight {
    const { name, transport, timeout } = this.#policy;
    const { writes } = this.#common;
    const { body, kind } = question;
    const send = (sink: AnswerSink) => transport(body, headers, sink, kind === 'query');
    const flight = new Flight({ name, timeout, key, began: now, writes: writes.answered, send }, () => {
      if (key !== UNSHARED) this.#flights.delete(flight);
      if (kind === 'mutation') this.countWrite();
    });
    return flight;
  }
}

function mayBeShared({ kind, personal }: SubgraphQuestion, { person }: ClientRequest): boolean {
  return kind === 'query' && (!personal || person !== undefined);
}
