/** How large the young generation may be whatever it costs to collect, in bytes, both halves. */
const FREE = 32 * 2 ** 20;
/** The share of time that collections may take before more memory is spent on them. */
const SHARE = 0.06;
/** How many collections are looked at together. */
const WINDOW = 8;

/** Judges by the time that collections of the young generation take whether it may grow. Times in milliseconds. */
export class GrowthJudge {
  #since: number;
  #spent = 0;
  #collections = 0;
  #isCostly = false;

  constructor(now: number) {
    this.#since = now;
  }

  /** Notes a collection that has ended. */
  collected(duration: number, now: number): void {
    this.#spent += duration;
    this.#collections++;
    if (this.#collections < WINDOW) return;
    this.#isCostly = this.#spent > SHARE * (now - this.#since);
    this.#since = now;
    this.#spent = 0;
    this.#collections = 0;
  }

  /** @param size what the young generation takes now, in bytes, both halves */
  mayGrow(size: number): boolean {
    return size < FREE || this.#isCostly;
  }
}
