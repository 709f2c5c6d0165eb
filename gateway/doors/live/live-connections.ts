import type { LiveProtocol, LiveWatch } from '../../telemetry/live.ts';

/** The live connections of a process, counted and bounded. */
export class LiveConnections {
  readonly #limit: number;
  readonly #watch: LiveWatch;
  #open = 0;

  constructor(limit: number, watch: LiveWatch) {
    this.#limit = limit;
    this.#watch = watch;
  }

  /** Whether there are as many as there may be. */
  get isFull(): boolean {
    return this.#open >= this.#limit;
  }

  opened(protocol: LiveProtocol): void {
    this.#open++;
    this.#watch.onConnection(protocol, 1);
  }

  closed(protocol: LiveProtocol): void {
    this.#open--;
    this.#watch.onConnection(protocol, -1);
  }
}
