import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Does work on many items a few at a time, each few in a turn of their own, and one list after another: what the process is told meanwhile,
 * such as an answer of the database, waits for a few items and not for all lists.
 */
export class ByTurns {
  readonly #atOnce: number;
  #last: Promise<unknown> = Promise.resolve();

  /** @param atOnce items done in one turn */
  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /**
   * What a list's items come to, in their order.
   * @throws what `each` throws; the items after that are not done
   */
  map<Item, Result>(items: readonly Item[], each: (item: Item) => Result): Promise<Result[]> {
    const done = this.#last.then(() => this.#map(items, each));
    this.#last = done.catch(() => {});
    return done;
  }

  async #map<Item, Result>(items: readonly Item[], each: (item: Item) => Result): Promise<Result[]> {
    const results: Result[] = [];
    for (let from = 0; from < items.length; from += this.#atOnce) {
      if (from > 0) await nextTurn();
      for (const item of items.slice(from, from + this.#atOnce)) results.push(each(item));
    }
    return results;
  }
}
