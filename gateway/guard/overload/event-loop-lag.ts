/** How often it is looked, in milliseconds. */
const TICK = 50;
/** How much of what is told is the newest delay: one long turn is no overload, many are. */
const NEWEST = 0.2;

/** How late this process comes to what it has to do, over about the last quarter of a second. */
export class EventLoopLag {
  readonly #timer: NodeJS.Timeout;
  #expected = performance.now() + TICK;
  #lag = 0;

  constructor() {
    this.#timer = setInterval(() => this.#tick(performance.now()), TICK);
    this.#timer.unref();
  }

  /** Milliseconds. */
  get milliseconds(): number {
    return this.#lag;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tick(now: number): void {
    this.#lag += NEWEST * (Math.max(0, now - this.#expected) - this.#lag);
    this.#expected = now + TICK;
  }
}
