/** What waits, taken from its owners in turn, so that one who has much waiting does not hold up the others. */
export class TurnQueue<T> {
  /** Whoever was served longest ago comes first. */
  readonly #waiting = new Map<string | undefined, T[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @param owner undefined for all who are not known */
  add(owner: string | undefined, item: T): void {
    const items = this.#waiting.get(owner);
    if (items) items.push(item);
    else this.#waiting.set(owner, [item]);
    this.#size++;
  }

  /** Takes what is next; undefined where nothing waits. */
  take(): T | undefined {
    const [next] = this.#waiting;
    if (!next) return undefined;
    const [owner, items] = next;
    const item = items.shift();
    this.#waiting.delete(owner);
    if (items.length > 0) this.#waiting.set(owner, items);
    this.#size--;
    return item;
  }

  /** Takes away what came last from the owner of most; of the one who came last, where several have as much. */
  drop(): T | undefined {
    let owner: string | undefined;
    let most: T[] = [];
    for (const [each, items] of this.#waiting) {
      if (items.length >= most.length) [owner, most] = [each, items];
    }
    const item = most.pop();
    if (item === undefined) return undefined;
    if (most.length === 0) this.#waiting.delete(owner);
    this.#size--;
    return item;
  }
}
