import type { LiveMessage } from '../../live/subscriber.ts';

/** Somebody who has a message for a client that does not read. */
export interface Held {
  /** Sends what was held. */
  flush(): void;
}

/**
 * Holds messages back from one client that does not read as fast as they come. What may wait is bounded in bytes; beyond, each subscription
 * keeps its newest message alone.
 */
export class LiveOutbox {
  readonly #limit: number;
  readonly #held = new Set<Held>();
  #blockedSince: number | undefined;

  /** @param limit how many bytes may wait to be read */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Since when the client has not read, by `performance.now()`. */
  get blockedSince(): number | undefined {
    return this.#blockedSince;
  }

  /** Has `held` flush when the client reads again. @returns whether that is to be waited for */
  holds(held: Held): boolean {
    if (this.#blockedSince === undefined) return false;
    this.#held.add(held);
    return true;
  }

  /** `held` has nothing to send any more. */
  forget(held: Held): void {
    this.#held.delete(held);
  }

  /**
   * Notes what is about to be written.
   * @param waiting bytes that the client has not taken yet
   * @returns what to call when it has taken them and these, where until then nothing more may be written
   */
  writes(waiting: number, message: LiveMessage): (() => void) | undefined {
    if (waiting + message.body.length <= this.#limit) return undefined;
    this.#blockedSince = performance.now();
    return this.#flushed;
  }

  readonly #flushed = (): void => {
    this.#blockedSince = undefined;
    for (const held of this.#held) {
      if (this.#blockedSince !== undefined) return;
      this.#held.delete(held);
      held.flush();
    }
  };
}
