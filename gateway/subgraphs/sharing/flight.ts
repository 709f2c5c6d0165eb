import type { ClientRequest } from '../client-request.ts';
import type { SubgraphAnswer } from '../subgraph-client.ts';
import type { Deadlines, Expiring } from '../transport/deadlines.ts';
import { ClientLeft, SubgraphFailure, transportFailure } from '../transport/failure.ts';
import { parseAnswer } from '../transport/parse-answer.ts';
import type { HttpAnswer, Sending } from '../transport/subgraph-transport.ts';
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
  readonly sending: Sending;
  readonly began: number;
  /** How many writes had been answered when it began. */
  readonly writes: number;
}

/** A question that was sent, and all who wait for its answer. */
export class Flight implements Shared {
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

  /**
   * Has one more wait for the answer.
   * @param tick has it told when its deadline has passed; gives that deadline's name
   */
  add(parts: WaiterParts, tick: (waiter: Expiring) => number): void {
    this.#waiters.add(new Waiter(this, parts, tick));
  }

  #arrive({ status, body }: HttpAnswer): void {
    // Nobody waits: it landed when the last one left.
    if (this.#waiters.size === 0) return;
    try {
      const answer = parseAnswer(this.name, status, body);
      this.#land();
      for (const waiter of this.#waiters) waiter.receive(answer);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#waiters.size === 0) return;
    this.#land();
    for (const waiter of this.#waiters) waiter.refuse(error);
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
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** One fetch of a client's request that waits for an answer. */
class Waiter implements Expiring {
  readonly #flight: Flight;
  readonly #parts: WaiterParts;
  readonly #tick: number;

  constructor(flight: Flight, parts: WaiterParts, tick: (waiter: Expiring) => number) {
    this.#flight = flight;
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
