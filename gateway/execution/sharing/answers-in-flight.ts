import { type LeaveSignal, Leaving } from '../../subgraphs/sharing/leave-signal.ts';
import { type Shareable, type Shared, ShareTable, shareHash, textHash } from '../../subgraphs/sharing/share-table.ts';
import type { Answer } from '../answer.ts';

/** Longest that an execution may have been under way for a further request to join it, in milliseconds. */
const YOUNG = 1000;

/** A request that may be answered together with equal ones; its body is whatever decides the answer beside the caller. */
export interface ShareableRequest extends Shareable {
  /** How many writes have been answered so far: what one may have changed is never read from an execution that began before. */
  readonly writes: number;
  /** Fires when the client leaves. */
  readonly signal: LeaveSignal | undefined;
}

/** One execution, and for how many requests it is made. */
class Flight implements Shared {
  readonly body: string;
  readonly identity: string;
  readonly person: string | undefined;
  readonly hash: number;
  next: Shared | undefined;
  readonly answer: Promise<Answer>;
  readonly began = performance.now();
  /** How many writes had been answered when it began. */
  readonly writes: number;
  readonly leaving = new Leaving();
  waiting = 0;

  constructor(
    { body, identity, person, writes }: ShareableRequest,
    hash: number,
    execute: (signal: LeaveSignal) => Promise<Answer>,
  ) {
    this.body = body;
    this.identity = identity;
    this.person = person;
    this.hash = hash;
    this.writes = writes;
    this.answer = execute(this.leaving);
  }
}

/** Equal queries that are under way at once are executed once. When the last who waits for one has left, it is given up. */
export class AnswersInFlight {
  readonly #flights = new ShareTable<Flight>();
  readonly #onShared: () => void;

  /** @param onShared called when a request joins an execution that is under way */
  constructor(onShared: () => void) {
    this.#onShared = onShared;
  }

  /** How many executions are under way that may be joined. */
  get size(): number {
    return this.#flights.size;
  }

  /**
   * Answers a request.
   * @param execute starts an execution; its signal fires when nobody waits for the answer any more
   */
  answer(request: ShareableRequest, execute: (signal: LeaveSignal) => Promise<Answer>): Promise<Answer> {
    const hash = shareHash(request, textHash(request.identity));
    const flight = this.#joinable(request, hash) ?? this.#depart(request, hash, execute);
    flight.waiting++;
    // Whoever left before, such as while the operation was planned, is not told of that again.
    if (request.signal?.aborted) this.#leave(flight);
    else request.signal?.addEventListener('abort', () => this.#leave(flight), { once: true });
    return flight.answer;
  }

  #joinable(request: ShareableRequest, hash: number): Flight | undefined {
    const flight = this.#flights.find(request, hash);
    if (flight?.writes !== request.writes || performance.now() - flight.began >= YOUNG) return undefined;
    this.#onShared();
    return flight;
  }

  #depart(request: ShareableRequest, hash: number, execute: (signal: LeaveSignal) => Promise<Answer>): Flight {
    const flight = new Flight(request, hash, execute);
    this.#flights.add(flight);
    const land = () => this.#flights.delete(flight);
    flight.answer.then(land, land);
    return flight;
  }

  #leave(flight: Flight): void {
    flight.waiting--;
    if (flight.waiting > 0) return;
    this.#flights.delete(flight);
    flight.leaving.abort();
  }
}
