/** Reads those of some shops whose joint account is ACTIVE. */
type ReadActive = (shopIds: readonly string[]) => Promise<ReadonlySet<string>>;

interface Known {
  readonly isActive: boolean;
  /** By a clock that only runs forward, in milliseconds. */
  readonly until: number;
}

/** How long is kept what was read, in milliseconds, should a change not be heard of: a connection can die without a word. */
const KEPT_MS = 2_000;
const MOST_KEPT = 10_000;
/** How often those who rely on accounts look again while changes can't be heard of, in milliseconds. */
const UNHEARD_MS = 500;

/**
 * Which shops' joint accounts are ACTIVE, as partners ask at every request. What was read is kept until a change is heard of, and for two seconds at most;
 * while nothing can be heard, it is read each time, and who can't read it is refused.
 */
export class ActiveAccounts {
  readonly #read: ReadActive;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  readonly #watchers = new Map<string, Set<() => void>>();
  /** Rises with each change: what was asked for before may be old. */
  #changes = 0;
  #hears = false;
  #looking: NodeJS.Timeout | undefined;

  constructor(read: ReadActive, now: () => number = () => performance.now()) {
    this.#read = read;
    this.#now = now;
  }

  /** Those of some shops whose account is ACTIVE, at once where that is known. Rejects where it can't be read. */
  among(shopIds: ReadonlySet<string>): ReadonlySet<string> | Promise<ReadonlySet<string>> {
    const now = this.#now();
    const active = new Set<string>();
    for (const id of shopIds) {
      const known = this.#hears ? this.#known.get(id) : undefined;
      if (!known || known.until < now) return this.#readAmong([...shopIds]);
      if (known.isActive) active.add(id);
    }
    return active;
  }

  async #readAmong(shopIds: readonly string[]): Promise<ReadonlySet<string>> {
    const changes = this.#changes;
    const active = await this.#read(shopIds);
    if (this.#hears && changes === this.#changes) {
      if (this.#known.size + shopIds.length > MOST_KEPT) this.#known.clear();
      const until = this.#now() + KEPT_MS;
      for (const id of shopIds.slice(0, MOST_KEPT)) this.#known.set(id, { isActive: active.has(id), until });
    }
    return active;
  }

  /**
   * Calls back when the accounts of some shops may have changed.
   * @returns ends it
   */
  watch(shopIds: Iterable<string>, changed: () => void): () => void {
    const watched = [...shopIds];
    for (const id of watched) {
      const watchers = this.#watchers.get(id) ?? new Set();
      this.#watchers.set(id, watchers.add(changed));
    }
    return () => {
      for (const id of watched) {
        const watchers = this.#watchers.get(id);
        watchers?.delete(changed);
        if (watchers?.size === 0) this.#watchers.delete(id);
      }
    };
  }

  /** The account of a shop changed. */
  changed(shopId: string): void {
    this.#changes++;
    this.#known.delete(shopId);
    for (const changed of [...(this.#watchers.get(shopId) ?? [])]) changed();
  }

  /** From now on changes are heard of; any may have been missed before. */
  hears(): void {
    this.#hears = true;
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#forget();
  }

  /** Changes are heard of no more. */
  hearsNothing(): void {
    this.#hears = false;
    this.#looking ??= setInterval(() => this.#forget(), UNHEARD_MS).unref();
    this.#forget();
  }

  /** Ends looking. */
  close(): void {
    clearInterval(this.#looking);
  }

  #forget(): void {
    this.#changes++;
    this.#known.clear();
    for (const changed of new Set([...this.#watchers.values()].flatMap((watchers) => [...watchers]))) changed();
  }
}
