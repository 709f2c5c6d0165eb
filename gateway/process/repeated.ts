/** Does something again and again, with a pause between the end of one time and the next; it keeps no process alive. */
export class Repeated {
  readonly #work: () => Promise<void>;
  readonly #pause: number;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #stopped = false;

  /**
   * @param work never rejects
   * @param pause in milliseconds
   */
  constructor(work: () => Promise<void>, pause: number) {
    this.#work = work;
    this.#pause = pause;
  }

  /** Begins, after a pause. */
  start(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#working = this.#work().finally(() => this.start());
    }, this.#pause).unref();
  }

  /** Ends it, once what is under way is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
  }
}
