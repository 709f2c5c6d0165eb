import type { ToldError } from '../execution/told-errors.ts';
import { inSlices, type Sliced } from '../process/slices.ts';
import type { SubgraphAnswer } from '../subgraphs/subgraph-client.ts';
import type { Stop, UpstreamEnd, UpstreamSink } from '../subgraphs/upstreams/upstream.ts';
import type { LiveMessage, Subscriber } from './subscriber.ts';

/** Where a topic's messages come from, and how they are answered, on one supergraph. */
export interface TopicSource {
  /** Subscribes to the subgraph; undefined where it may not. */
  open(sink: UpstreamSink): Stop | undefined;
  /** Fetches the rest of one message. It never rejects. */
  answer(message: SubgraphAnswer): Promise<LiveMessage>;
  /** What clients are told of the end. */
  told(end: UpstreamEnd): readonly ToldError[];
}

/** What a topic works with. */
interface TopicParts {
  /** How long it is kept after its last subscriber left, in milliseconds. */
  readonly linger: number;
  /** Called when a message is left out since a newer one came before it could be answered. */
  readonly onSuperseded: () => void;
  /** Called with each answer. */
  readonly onAnswer: (message: LiveMessage) => void;
  /** Called when subscribers come or leave. @param change how many more there are */
  readonly onSubscribers: (change: number) => void;
  /** Called when nobody may join any more. */
  readonly onEnd: () => void;
}

/** How old an answer may be that somebody who joins is given, in milliseconds. */
const FRESH = 1000;

/**
 * One subscription for all clients who want the same: for each message the rest of the selection is fetched once, and the answer encoded
 * once. Messages are totals: of several that come while one is answered, only the newest is answered.
 */
export class Topic {
  readonly #parts: TopicParts;
  readonly #subscribers = new Set<Subscriber>();
  /** Those who have joined and got nothing yet. */
  #waiting = new Set<Subscriber>();
  #source: TopicSource;
  #close: Stop = () => undefined;
  #message: SubgraphAnswer | undefined;
  /** Whether the newest message has not been answered for everyone. */
  #isNew = false;
  #answer: { readonly message: LiveMessage; readonly at: number } | undefined;
  #running = false;
  #lingering: NodeJS.Timeout | undefined;
  /** Set when the subgraph has ended it. */
  #ending: readonly ToldError[] | undefined;
  #over = false;

  private constructor(source: TopicSource, parts: TopicParts) {
    this.#source = source;
    this.#parts = parts;
  }

  /** @returns undefined where the source can't be opened */
  static open(source: TopicSource, parts: TopicParts): Topic | undefined {
    const topic = new Topic(source, parts);
    return topic.move(source) ? topic : undefined;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** Adds a subscriber, who gets the newest answer at once where there is one. @returns a function that takes it out again */
  join(subscriber: Subscriber): Stop {
    clearTimeout(this.#lingering);
    this.#subscribers.add(subscriber);
    this.#parts.onSubscribers(1);
    const known = this.#answer;
    if (known && !this.#isNew && performance.now() - known.at < FRESH) {
      subscriber.next(known.message);
    } else {
      this.#waiting.add(subscriber);
      void this.#run();
    }
    return () => this.#leave(subscriber);
  }

  /** Goes on from another source: the same subscription on another supergraph. @returns whether the source could be opened */
  move(source: TopicSource): boolean {
    const close = source.open({
      message: (answer) => {
        if (this.#source === source) this.#take(answer);
      },
      ended: (end) => {
        if (this.#source === source) this.#endAfterAnswer(source.told(end));
      },
    });
    if (!close) return false;
    this.#source = source;
    // After the new one is open: what both share goes on without a gap.
    this.#close();
    this.#close = close;
    return true;
  }

  /** Ends it for everyone. @param errors why; none where it is complete */
  end(errors: readonly ToldError[]): void {
    if (!this.#finish()) return;
    const subscribers = [...this.#subscribers];
    this.#subscribers.clear();
    this.#parts.onSubscribers(-subscribers.length);
    this.#waiting.clear();
    for (const subscriber of subscribers) subscriber.end(errors);
  }

  /** The subgraph sends no more; what it sent last is answered before the end. */
  #endAfterAnswer(errors: readonly ToldError[]): void {
    this.#ending = errors;
    this.#parts.onEnd();
    if (!this.#running) this.end(errors);
  }

  #leave(subscriber: Subscriber): void {
    this.#waiting.delete(subscriber);
    if (!this.#subscribers.delete(subscriber)) return;
    this.#parts.onSubscribers(-1);
    if (this.#subscribers.size > 0) return;
    this.#lingering = setTimeout(() => this.#finish(), this.#parts.linger);
  }

  #finish(): boolean {
    if (this.#over) return false;
    this.#over = true;
    clearTimeout(this.#lingering);
    this.#close();
    this.#parts.onEnd();
    return true;
  }

  #take(message: SubgraphAnswer): void {
    if (this.#isNew && this.#message && this.#subscribers.size > 0) this.#parts.onSuperseded();
    this.#message = message;
    this.#isNew = true;
    void this.#run();
  }

  /** Answers the newest message for all, and for those who wait, until nobody needs an answer. */
  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#message && !this.#over && this.#subscribers.size > 0 && (this.#isNew || this.#waiting.size > 0)) {
      const readers = this.#isNew ? this.#subscribers : this.#waiting;
      this.#isNew = false;
      this.#waiting = new Set();
      const message = await this.#source.answer(this.#message);
      this.#answer = { message, at: performance.now() };
      this.#parts.onAnswer(message);
      // Whoever joins from now on gets this answer at once, and must not get it again.
      await inSlices(this.#deliver(message, [...readers]));
    }
    this.#running = false;
    if (this.#ending) this.end(this.#ending);
  }

  /** Delivers to readers who are still there; to thousands of them in several turns of the loop. */
  *#deliver(message: LiveMessage, readers: readonly Subscriber[]): Sliced<void> {
    for (const reader of readers) {
      if (!this.#subscribers.has(reader)) continue;
      this.#waiting.delete(reader);
      reader.next(message);
      yield;
    }
  }
}
