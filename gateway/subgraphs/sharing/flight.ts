import type { ClientRequest } from '../client-request.ts';
import type { SubgraphAnswer } from '../subgraph-client.ts';
import type { Deadlines, Expiring } from '../transport/deadlines.ts';
import { ClientLeft, SubgraphFailure, transportFailure } from '../transport/failure.ts';
import { parseAnswer } from '../transport/parse-answer.ts';
import type { AnswerSink, HttpAnswer, Sending } from '../transport/subgraph-transport.ts';
import type { Shareable, Shared } from './share-table.ts';

/** By what a request that others may join is found. */
export type ShareKey = Shareable & { readonly hash: number };

/** Of what nobody else may join. */
export const UNSHARED: ShareKey = { body: '', identity: '', person: undefined, hash: 0 };

/** What a question that is sent is made of. */
interface FlightParts {
  readonly name: string;
  readonly timeout: number;
  readonly key: ShareKey;
  readonly began: number;
  /** How many writes had been answered when it began. */
  readonly writes: number;
  /** Sends it. */
  readonly send: (flight: AnswerSink) => Sending;
}

/** A question that was sent, and all who wait for its answer. */
export class Flight implements Shared, AnswerSink {
  readonly body: string;
  readonly identity: string;
  readonly person: string | undefined;
  readonly hash: number;
  next: Shared | undefined;
  readonly name: string;
  readonly timeout: number;
  readonly began: number;
  readonly writes: number;
  readonly #waiters = new Set<Waiter>();
  readonly #sending: Sending;
  /** Takes it out of those that may be joined, and counts a write as answered. */
  readonly #land: () => void;
  #late = false;

  constructor({ name, timeout, key, began, writes, send }: FlightParts, land: () => void) {
    this.body = key.body;
    this.identity = key.identity;
    this.person = key.person;
    this.hash = key.hash;
    this.name = name;
    this.timeout = timeout;
    this.began = began;
    this.writes = writes;
    this.#land = land;
    this.#sending = send(this);
  }

  /** Has one more wait for the answer. */
  add(parts: WaiterParts): void {
    this.#waiters.add(new Waiter(this, parts));
  }

  answered({ status, body }: HttpAnswer): void {
    let answer: SubgraphAnswer;
    try {
      answer = parseAnswer(this.name, status, body);
    } catch (error) {
      this.failed(error);
      return;
    }
    this.#land();
    for (const waiter of this.#waiters) waiter.receive(answer);
  }

  failed(cause: unknown): void {
    const failure = transportFailure(this.name, cause);
    this.#land();
    for (const waiter of this.#waiters) waiter.refuse(failure);
  }

  /** @param late whether it is the subgraph that took too long */
  leave(waiter: Waiter, late: boolean): void {
    this.#waiters.delete(waiter);
    this.#late ||= late;
    if (this.#waiters.size > 0) return;
    this.#land();
    this.#sending.abort(this.#late ? 'late' : 'left');
  }
}

/** Who waits, and how it is told. */
interface WaiterParts {
  readonly request: ClientRequest;
  readonly deadlines: Deadlines;
  readonly began: number;
  /** When it gives up, by `performance.now()`. */
  readonly until: number;
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** One fetch of a client's request that waits for an answer. */
class Waiter implements Expiring {
  readonly #flight: Flight;
  readonly #parts: WaiterParts;
  readonly #tick: number;

  constructor(flight: Flight, parts: WaiterParts) {
    this.#flight = flight;
    this.#parts = parts;
    this.#tick = parts.deadlines.add(this, parts.began, parts.until);
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
    const waited = Math.round(performance.now() - this.#parts.began);
    // Where the request's own end left it nearly all of its time, it is the subgraph that was too slow.
    this.#giveUp(new Error(`No answer within ${waited} ms`), waited >= this.#flight.timeout * 0.9);
  }

  /** The client left. */
  leave(): void {
    this.#giveUp(new ClientLeft(), false);
  }

  #giveUp(cause: Error, late: boolean): void {
    this.#stop();
    this.#flight.leave(this, late);
    this.#parts.reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', this.#flight.name, cause));
  }

  #stop(): void {
    const { deadlines, request } = this.#parts;
    deadlines.delete(this, this.#tick);
    request.waitsNoMore(this);
  }
}
