/** Most signatures remembered of one client in a window: about 15 MB. */
const MOST = 60_000;

/**
 * Signatures that were used, for as long as they could be used again. They are forgotten by halves of what is remembered, so that
 * forgetting costs nothing.
 */
export class SeenSignatures {
  readonly #window: number;
  #newer = new Set<string>();
  #older = new Set<string>();
  #turnAt = 0;

  /** @param window for how long each is remembered at least, in milliseconds */
  constructor(window: number) {
    this.#window = window;
  }

  /**
   * Notes that a signature is used.
   * @param now milliseconds since 1970
   * @returns `seen` where it was used before; `full` where no more can be remembered: it must not be taken then either
   */
  add(signature: string, now: number): 'new' | 'seen' | 'full' {
    if (now >= this.#turnAt) this.#turn(now);
    if (this.#newer.has(signature) || this.#older.has(signature)) return 'seen';
    if (this.#newer.size >= MOST) return 'full';
    this.#newer.add(signature);
    return 'new';
  }

  #turn(now: number): void {
    this.#older = now < this.#turnAt + this.#window ? this.#newer : new Set();
    this.#newer = new Set();
    this.#turnAt = now + this.#window;
  }
}
