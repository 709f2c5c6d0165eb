import type { Client } from '../../clients/client.ts';
import { hasRoom } from '../../guard/overload/room.ts';
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

  /** Whether a client may open one more. */
  hasRoom(client: Client): boolean {
    return hasRoom(this.#open, this.#limit, client);
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
