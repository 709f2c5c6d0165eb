import { type Charge, overspentError, settleCost, spendCost } from './charge.ts';
import type { ToldCost } from './cost/told-cost.ts';
import type { Overspent } from './quota/spend.ts';

/** What is known of an answer when it has been made. */
interface Answered {
  readonly data: string | undefined;
  readonly cost?: number;
}

/** What one operation costs its caller: paid as it may cost before it is executed, settled as it did cost. */
export class Toll {
  readonly #charge: Charge | undefined;
  #estimate: number | undefined;
  #isPaid = false;
  #isRefused = false;

  /** @param charge undefined for whom nothing is bounded */
  constructor(charge: Charge | undefined) {
    this.#charge = charge;
  }

  /**
   * Pays what it may cost.
   * @throws {GraphQLError} (or the promise) where that is not left
   */
  pay(estimate: number): undefined | Promise<undefined> {
    this.#estimate = estimate;
    const charge = this.#charge;
    if (!charge) return undefined;
    const overspent = spendCost(charge, estimate);
    return overspent instanceof Promise
      ? overspent.then((found) => this.#paid(charge, found))
      : this.#paid(charge, overspent);
  }

  /** @throws {GraphQLError} */
  #paid(charge: Charge, overspent: Overspent | undefined): undefined {
    this.#isPaid = overspent === undefined;
    if (!overspent) return undefined;
    this.#isRefused = overspent.retryAfter !== undefined;
    throw overspentError(charge, overspent);
  }

  /**
   * Settles it.
   * @param hasLeft whether nobody waits for the answer any more: the subgraphs may have done all the work for it
   * @returns what it cost: of an answer in parts, or to nobody, what it might, and nothing where nothing was executed
   */
  settle({ data, cost }: Answered, hasLeft = false): number {
    const estimate = this.#estimate ?? 0;
    const known = data === undefined ? 0 : (cost ?? estimate);
    const actual = hasLeft && this.#isPaid ? Math.max(estimate, known) : known;
    if (this.#charge && this.#isPaid) settleCost(this.#charge, estimate, actual);
    return actual;
  }

  /** What clients are told of it; undefined where it was not found. */
  told({ data, cost }: Answered): ToldCost | undefined {
    if (this.#estimate === undefined) return undefined;
    const status = this.#throttleStatus();
    const actualQueryCost = data === undefined ? null : (cost ?? null);
    return {
      requestedQueryCost: this.#estimate,
      actualQueryCost,
      ...(status && { throttleStatus: status }),
    };
  }

  /** Whether it was refused for now. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Of the account of which least is left. */
  #throttleStatus(): ToldCost['throttleStatus'] {
    let least: ToldCost['throttleStatus'];
    for (const { cost } of this.#charge?.accounts ?? []) {
      if (!cost) continue;
      const currentlyAvailable = Math.max(0, Math.floor(cost.available()));
      if (least && least.currentlyAvailable <= currentlyAvailable) continue;
      least = { maximumAvailable: cost.capacity, currentlyAvailable, restoreRate: cost.rate };
    }
    return least;
  }
}
