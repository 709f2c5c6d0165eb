/** Retries that each request adds to the budget: at most a tenth of all requests is sent twice. */
const PER_REQUEST = 0.1;
/** Retries a second that are there however few requests come. */
const PER_SECOND = 2;
/** The most that are saved up. */
const MOST = 20;

/** How many retries a subgraph may still be sent: a subgraph that fails is not finished off by being asked twice as much. */
export class RetryBudget {
  #left = MOST / 2;
  #looked: number;
  readonly #now: () => number;

  /** @param now milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#looked = now();
  }

  /** Counts a request that is no retry. */
  earn(): void {
    this.#left = Math.min(MOST, this.#left + PER_REQUEST);
  }

  /** Takes one retry out; false where none is left. */
  spend(): boolean {
    const now = this.#now();
    this.#left = Math.min(MOST, this.#left + ((now - this.#looked) / 1000) * PER_SECOND);
    this.#looked = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
