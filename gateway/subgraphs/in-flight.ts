import { SubgraphFailure, transportFailure } from './failure.ts';
import { parseAnswer } from './parse-answer.ts';
import type { SubgraphAnswer, SubgraphQuestion } from './subgraph-client.ts';
import type { Sending, SubgraphTransport } from './subgraph-transport.ts';

/** How one subgraph is asked. */
export interface SubgraphPolicy {
  readonly transport: SubgraphTransport;
  /** How long each request waits for an answer, in milliseconds. */
  readonly timeout: number;
  /** Whether equal queries that are under way at once are sent once. */
  readonly share: boolean;
}

/** On whose behalf subgraphs are asked: what is the same for all fetches of one client request. */
export interface Asker {
  /** Forwarded headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks, where that is known: fields that are personal are shared by requests of the same person alone. */
  readonly person?: string | undefined;
  /** Fires when the client leaves or the whole request's deadline passes. */
  readonly signal?: AbortSignal | undefined;
}

/** One request that waits for an answer. */
interface Waiter {
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
  readonly stop: () => void;
}

/** A question that was sent, and all who wait for its answer. */
interface Flight {
  readonly question: SubgraphQuestion;
  readonly sending: Sending;
  readonly waiters: Set<Waiter>;
  /** How many writes had been answered when it began. */
  readonly writes: number;
}

/**
 * Asks subgraphs. Equal queries that are under way at once are sent once: equal in subgraph, body and every forwarded header that may
 * change the answer. What a write may have changed is never read from a query that began before the write was answered. Each who
 * waits keeps a deadline of its own; when the last one leaves, the subgraph is told.
 */
export class InFlight {
  readonly #policies: ReadonlyMap<string, SubgraphPolicy>;
  readonly #ignored: ReadonlySet<string>;
  readonly #flights = new Map<string, Flight>();
  #writes = 0;

  /** @param ignoredHeaders forwarded headers that change no answer: request id, trace, deadline; names in lower case */
  constructor(policies: ReadonlyMap<string, SubgraphPolicy>, ignoredHeaders: ReadonlySet<string>) {
    this.#policies = policies;
    this.#ignored = ignoredHeaders;
  }

  /** How many requests to subgraphs are under way and may be joined. */
  get shared(): number {
    return this.#flights.size;
  }

  /** The way for one client request to ask. @throws {SubgraphFailure} (the promise) when no GraphQL answer came in time */
  askerFor(asker: Asker): (question: SubgraphQuestion) => Promise<SubgraphAnswer> {
    const relevant = Object.entries(asker.headers).filter(([name]) => !this.#ignored.has(name));
    const identity = JSON.stringify(relevant.sort(([one], [other]) => (one < other ? -1 : 1)));
    return (question) => {
      const policy = this.#policies.get(question.subgraph);
      if (!policy)
        return Promise.reject(
          new SubgraphFailure('SUBGRAPH_UNAVAILABLE', question.subgraph, new Error('The subgraph was not opened')),
        );
      if (asker.signal?.aborted)
        return Promise.reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', question.subgraph, asker.signal.reason));
      const key = policy.share ? keyOf(question, identity, asker.person) : undefined;
      return this.#wait(this.#flight(question, policy, asker, key), key, policy.timeout, asker.signal);
    };
  }

  #flight(question: SubgraphQuestion, policy: SubgraphPolicy, asker: Asker, key: string | undefined): Flight {
    const known = key === undefined ? undefined : this.#flights.get(key);
    if (known && known.writes === this.#writes) return known;
    const sending = policy.transport(question.body, asker.headers);
    const flight: Flight = { question, sending, waiters: new Set(), writes: this.#writes };
    if (key !== undefined) this.#flights.set(key, flight);
    const land = () => this.#land(flight, key);
    sending.answer.then(
      ({ status, body }) => {
        land();
        try {
          const answer = parseAnswer(question.subgraph, status, body);
          for (const waiter of flight.waiters) waiter.resolve(answer);
        } catch (error) {
          for (const waiter of flight.waiters) waiter.reject(error);
        }
      },
      (cause) => {
        land();
        const failure = transportFailure(question.subgraph, cause);
        for (const waiter of flight.waiters) waiter.reject(failure);
      },
    );
    return flight;
  }

  /** The flight is over, or given up: nobody may join it any more, and a write counts as answered. */
  #land(flight: Flight, key: string | undefined): void {
    if (key !== undefined && this.#flights.get(key) === flight) this.#flights.delete(key);
    if (flight.question.kind === 'mutation') this.#writes++;
    for (const waiter of flight.waiters) waiter.stop();
  }

  #wait(
    flight: Flight,
    key: string | undefined,
    timeout: number,
    signal: AbortSignal | undefined,
  ): Promise<SubgraphAnswer> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiter.stop();
        flight.waiters.delete(waiter);
        if (flight.waiters.size === 0) {
          this.#land(flight, key);
          flight.sending.abort();
        }
        reject(
          new SubgraphFailure(
            'SUBGRAPH_TIMEOUT',
            flight.question.subgraph,
            new Error(`No answer within ${timeout} ms`),
          ),
        );
      };
      const timer = setTimeout(leave, timeout);
      signal?.addEventListener('abort', leave, { once: true });
      const stop = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', leave);
      };
      const waiter: Waiter = { resolve, reject, stop };
      flight.waiters.add(waiter);
    });
  }
}

/** What makes two questions equal; undefined for one that nobody may share. */
function keyOf(question: SubgraphQuestion, identity: string, person: string | undefined): string | undefined {
  if (question.kind !== 'query' || (question.personal && person === undefined)) return undefined;
  const who = question.personal ? JSON.stringify(person) : '';
  return `${question.subgraph}\n${identity}\n${who}\n${question.body}`;
}
