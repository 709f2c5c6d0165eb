/** Room for a bounded number of things that are open at once. */
export class Slots {
  #taken = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** How many are taken. */
  get taken(): number {
    return this.#taken;
  }

  /**
   * @param count how many are needed
   * @returns gives them back, once however often it is called; undefined where there are not so many left
   */
  take(count = 1): (() => void) | undefined {
    if (this.#taken + count > this.#most) return undefined;
    this.#taken += count;
    let isHeld = true;
    return () => {
      if (isHeld) this.#taken -= count;
      isHeld = false;
    };
  }
}
