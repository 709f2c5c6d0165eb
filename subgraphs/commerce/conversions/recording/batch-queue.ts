/** A batch that waits to be written. */
interface Waiting<Batch, Answer> {
  readonly batch: Batch;
  readonly size: number;
  readonly answer: PromiseWithResolvers<Answer>;
}

/** How a queue writes, and how much it takes. Sizes are in events. */
export interface BatchQueueOptions<Batch, Answer> {
  /**
   * Writes batches together; gives each its answer, or throws for all. `sent` is called where nothing is left to do but to wait for the end:
   * the next group is begun then.
   */
  readonly write: (batches: readonly Batch[], sent: () => void) => Promise<readonly Promise<Answer>[]>;
  /** The most that are written together, but for a single batch that is larger. */
  readonly mostAtOnce: number;
  /** The most that may be in the queue, under way or about to come. */
  readonly mostWaiting: number;
}

/** Assumed until something has been written: events per second. */
const FIRST_RATE = 1_000;
const LONGEST_WAIT_S = 60;

/**
 * Batches that come at once are written together, one group after the other, in the order in which they came: what comes while a group is
 * under way waits, and is the next group. That may begin while the one before it ends, so that two are under way at most.
 */
export class BatchQueue<Batch, Answer> {
  readonly #options: BatchQueueOptions<Batch, Answer>;
  readonly #waiting: Waiting<Batch, Answer>[] = [];
  #reserved = 0;
  #rate = FIRST_RATE;
  #writing = false;

  constructor(options: BatchQueueOptions<Batch, Answer>) {
    this.#options = options;
  }

  /** How many events are in the queue, under way or about to come. */
  get size(): number {
    return this.#reserved;
  }

  /**
   * Takes room for a batch that is about to come.
   * @returns gives the room back; undefined when there is none
   */
  reserve(size: number): (() => void) | undefined {
    if (this.#reserved > 0 && this.#reserved + size > this.#options.mostWaiting) return undefined;
    this.#reserved += size;
    return () => {
      this.#reserved -= size;
    };
  }

  /** In how many seconds there may be room again, as fast as it went last. */
  secondsToRoom(): number {
    return Math.min(LONGEST_WAIT_S, Math.max(1, Math.ceil(this.#reserved / this.#rate)));
  }

  /** Writes a batch, for which there is room, with others that wait. */
  add(batch: Batch, size: number): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>();
    this.#waiting.push({ batch, size, answer });
    if (!this.#writing) void this.#writeAll();
    return answer.promise;
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    let before: Promise<void> | undefined;
    while (this.#waiting.length > 0) {
      const sent = Promise.withResolvers<void>();
      const writing = this.#writeGroup(this.#nextGroup(), sent.resolve).finally(sent.resolve);
      await sent.promise;
      await before;
      before = writing;
      // What comes until it is over may as well wait for it: alone it would be a group of its own.
      if (this.#waiting.length === 0) await before;
    }
    this.#writing = false;
  }

  #nextGroup(): Waiting<Batch, Answer>[] {
    let size = 0;
    let count = 0;
    for (const waiting of this.#waiting) {
      if (count > 0 && size + waiting.size > this.#options.mostAtOnce) break;
      size += waiting.size;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #writeGroup(group: readonly Waiting<Batch, Answer>[], sent: () => void): Promise<void> {
    const began = performance.now();
    try {
      const answers = await this.#options.write(
        group.map(({ batch }) => batch),
        sent,
      );
      for (const [index, { answer }] of group.entries()) answer.resolve(answers[index] as Promise<Answer>);
    } catch (error) {
      for (const { answer } of group) answer.reject(error);
    }
    const size = group.reduce((sum, waiting) => sum + waiting.size, 0);
    const rate = (size / Math.max(1, performance.now() - began)) * 1_000;
    this.#rate = Math.max(1, this.#rate * 0.8 + rate * 0.2);
  }
}
