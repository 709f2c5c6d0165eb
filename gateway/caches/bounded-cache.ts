/** What is kept under a key, and when it was last asked for. */
interface Entry<V> {
  readonly value: V;
  used: number;
}

/**
 * A map that forgets what was used longest ago when it holds more than `limit` entries.
 * Asking changes the entry alone, so that it allocates nothing and keeps no later key alive. Forgetting looks at every entry; that
 * happens only when something new comes.
 */
export class BoundedCache<K, V> {
  readonly #entries = new Map<K, Entry<V>>();
  readonly #limit: number;
  #uses = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.used = ++this.#uses;
    return entry.value;
  }

  set(key: K, value: V): void {
    this.#entries.set(key, { value, used: ++this.#uses });
    while (this.#entries.size > this.#limit) this.#forgetOne();
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }

  /** The entries, the one used longest ago first. */
  entries(): [K, V][] {
    return [...this.#entries]
      .sort(([, one], [, other]) => one.used - other.used)
      .map(([key, { value }]): [K, V] => [key, value]);
  }

  #forgetOne(): void {
    let oldest: K | undefined;
    let used = Number.POSITIVE_INFINITY;
    for (const [key, entry] of this.#entries) {
      if (entry.used >= used) continue;
      oldest = key;
      used = entry.used;
    }
    this.#entries.delete(oldest as K);
  }
}
