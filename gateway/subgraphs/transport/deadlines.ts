/** Something that is over when its time has passed. */
export interface Expiring {
  expire(): void;
}

/** How exact deadlines are, in milliseconds. */
const RESOLUTION = 10;

/**
 * Many deadlines on one timer. Nearly all are taken back before they pass, and a timer of its own for each would cost three times as
 * much. A deadline never passes early, and at most some ten milliseconds late.
 */
export class Deadlines {
  /** By the tick after which they pass. */
  readonly #ticks = new Map<number, Set<Expiring>>();
  #timer: NodeJS.Timeout | undefined;
  /** The first tick that was not looked at. */
  #next = 0;

  /**
   * Has `entry` expire once.
   * @param now `performance.now()`
   * @param at when, by the same clock
   * @returns the tick by which `delete` finds it
   */
  add(entry: Expiring, now: number, at: number): number {
    if (this.#timer === undefined) {
      this.#next = Math.floor(now / RESOLUTION);
      this.#timer = setTimeout(this.#look, RESOLUTION);
    }
    const tick = Math.max(Math.floor(at / RESOLUTION) + 1, this.#next);
    let entries = this.#ticks.get(tick);
    if (!entries) {
      entries = new Set();
      this.#ticks.set(tick, entries);
    }
    entries.add(entry);
    return tick;
  }

  /** Takes a deadline back; does nothing where it has passed. */
  delete(entry: Expiring, tick: number): void {
    const entries = this.#ticks.get(tick);
    if (entries?.delete(entry) && entries.size === 0) this.#ticks.delete(tick);
  }

  readonly #look = (): void => {
    const last = Math.floor(performance.now() / RESOLUTION);
    while (this.#next <= last) {
      // Moved on first: what is added while entries expire must not land on a tick that nobody looks at any more.
      const tick = this.#next++;
      const entries = this.#ticks.get(tick);
      this.#ticks.delete(tick);
      for (const entry of entries ?? []) entry.expire();
    }
    this.#timer = this.#ticks.size > 0 ? setTimeout(this.#look, RESOLUTION) : undefined;
  };
}
