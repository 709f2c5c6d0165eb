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

  /** @returns gives the slot back, once however often it is called; undefined where there is none left */
  take(): (() => void) | undefined {
    if (this.#taken >= this.#most) return undefined;
    this.#taken++;
    let isHeld = true;
    return () => {
      if (isHeld) this.#taken--;
      isHeld = false;
    };
  }
}
