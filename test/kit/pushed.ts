/** An async iterator of what is pushed: it ends at once when its reader leaves, however long it waits. */
export class Pushed<T> implements AsyncIterableIterator<T> {
  readonly #pending: T[] = [];
  readonly #onEnd: () => void;
  #wake: ((result: IteratorResult<T>) => void) | undefined;
  #over = false;

  /** @param onEnd called once, when nobody reads any more, or when it is over */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  push(value: T): void {
    if (this.#wake) this.#wake({ done: false, value });
    else this.#pending.push(value);
    this.#wake = undefined;
  }

  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#onEnd();
    this.#wake?.({ done: true, value: undefined });
  }

  async next(): Promise<IteratorResult<T>> {
    const [value] = this.#pending.splice(0, 1);
    if (value !== undefined) return { done: false, value };
    if (this.#over) return { done: true, value: undefined };
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async return(): Promise<IteratorResult<T>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
