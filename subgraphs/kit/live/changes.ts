/** Yields at once and then after changes, until `return` is called. */
export interface Watch extends AsyncIterableIterator<void> {
  /** Has it yield, whatever its subject does. */
  tell(): void;
  return(): Promise<IteratorResult<void>>;
}

/** Who waits to be told that a subject changed: yields at once, and then whenever it did. */
class Watcher implements Watch {
  #due = true;
  #ended = false;
  #waiting: ((result: IteratorResult<void>) => void) | undefined;
  readonly #leave: (watcher: Watcher) => void;

  constructor(leave: (watcher: Watcher) => void) {
    this.#leave = leave;
  }

  /** What is told while the last news has not been fetched is one piece of news with it. */
  tell(): void {
    if (this.#waiting) this.#answer({ value: undefined, done: false });
    else this.#due = true;
  }

  async next(): Promise<IteratorResult<void>> {
    if (this.#ended) return { value: undefined, done: true };
    if (this.#due) {
      this.#due = false;
      return { value: undefined, done: false };
    }
    const { promise, resolve } = Promise.withResolvers<IteratorResult<void>>();
    this.#waiting = resolve;
    return promise;
  }

  async return(): Promise<IteratorResult<void>> {
    if (!this.#ended) {
      this.#ended = true;
      this.#leave(this);
      this.#answer({ value: undefined, done: true });
    }
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #answer(result: IteratorResult<void>): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(result);
  }
}

interface Subject {
  readonly watchers: Set<Watcher>;
  /** When they were told last, by a clock that only runs forward, in milliseconds. */
  toldAt: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Tells watchers that something of their subject changed, each subject at most once in an interval. Only that it changed: whoever is told
 * reads what it is now, so that a slow watcher needs no queue and misses nothing.
 */
export class Changes {
  readonly #subjects = new Map<string, Subject>();
  readonly #intervalMs: number;

  /** @param intervalMs 0: every change is told at once */
  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** How many subjects are watched. */
  get size(): number {
    return this.#subjects.size;
  }

  /** Yields at once and then after changes, until `return` is called. */
  watch(name: string): Watch {
    const subject = this.#subjects.get(name) ?? { watchers: new Set(), toldAt: -Infinity, timer: undefined };
    this.#subjects.set(name, subject);
    const watcher = new Watcher((left) => {
      subject.watchers.delete(left);
      if (subject.watchers.size > 0) return;
      clearTimeout(subject.timer);
      this.#subjects.delete(name);
    });
    subject.watchers.add(watcher);
    return watcher;
  }

  /** These subjects changed; those that nobody watches cost nothing. */
  tell(names: Iterable<string>): void {
    for (const name of names) this.#changed(this.#subjects.get(name));
  }

  /** Every subject may have changed. */
  tellAll(): void {
    for (const subject of this.#subjects.values()) this.#changed(subject);
  }

  #changed(subject: Subject | undefined): void {
    if (!subject || subject.timer) return;
    const wait = subject.toldAt + this.#intervalMs - performance.now();
    if (wait <= 0) {
      tellWatchers(subject);
      return;
    }
    subject.timer = setTimeout(() => {
      subject.timer = undefined;
      tellWatchers(subject);
    }, wait).unref();
  }
}

function tellWatchers(subject: Subject): void {
  subject.toldAt = performance.now();
  for (const watcher of subject.watchers) watcher.tell();
}
