import { Agent } from 'undici';
import { SharedUpstream, type UpstreamWatch } from './shared-upstream.ts';
import { subscribeBySse } from './sse-stream.ts';
import type { AttemptSink, Stop, UpstreamRequest, UpstreamSink } from './upstream.ts';
import { WsConnection } from './ws-connection.ts';

/** Bounds of what is subscribed to. */
export interface UpstreamOptions {
  /** Most subscriptions to subgraphs at once. */
  readonly upstreamLimit: number;
  /** Largest message taken from a subgraph, in bytes. */
  readonly messageLimit: number;
  /** How often a subgraph is asked for a sign of life, in milliseconds. */
  readonly heartbeat: number;
  /** How long a lost subscription is tried again, in milliseconds. */
  readonly retryFor: number;
}

/** Most subscriptions on one connection; further ones have another. Servers bound what one connection may carry, and one thread reads it. */
const PER_CONNECTION = 1000;
/** How many heartbeats of a stream may be missing: its subgraph chose how often they come, such as every twelve seconds. */
const MISSING_HEARTBEATS = 4;

/**
 * The subscriptions of a process to subgraphs. Equal ones are one; those over WebSocket to one subgraph, on behalf of callers of whom it
 * is told the same, go over one connection.
 */
export class Upstreams {
  readonly #options: UpstreamOptions;
  readonly #watch: UpstreamWatch;
  readonly #shared = new Map<string, SharedUpstream>();
  readonly #connections = new Map<string, WsConnection>();
  /** Those of which something is left, ended ones too. */
  readonly #open = new Set<WsConnection>();
  readonly #agent = new Agent({ connections: null, pipelining: 1 });

  constructor(options: UpstreamOptions, watch: UpstreamWatch) {
    this.#options = options;
    this.#watch = watch;
  }

  /**
   * Subscribes, together with all who want the same.
   * @returns a function that ends it; undefined where there are as many subscriptions as there may be
   */
  open(request: UpstreamRequest, sink: UpstreamSink): Stop | undefined {
    const key = JSON.stringify([placeOf(request), request.sharers, request.body]);
    const known = this.#shared.get(key);
    if (known) return known.join(sink);
    if (this.#shared.size >= this.#options.upstreamLimit) return undefined;
    const shared = new SharedUpstream({
      request,
      attempt: (asked, attempted) => this.#attempt(asked, attempted),
      retryFor: this.#options.retryFor,
      watch: this.#watch,
      onEnd: () => this.#shared.delete(key),
    });
    this.#shared.set(key, shared);
    return shared.join(sink);
  }

  /** Ends every subscription, and resolves when no connection is left. Nobody is told. */
  async close(): Promise<void> {
    for (const shared of [...this.#shared.values()]) shared.close();
    await Promise.all([this.#agent.destroy(), ...[...this.#open].map(({ closed }) => closed)]);
  }

  #attempt(request: UpstreamRequest, sink: AttemptSink): Stop {
    const { messageLimit, heartbeat } = this.#options;
    if (request.target.protocol === 'sse') {
      return subscribeBySse(this.#agent, request, { messageLimit, silence: heartbeat * MISSING_HEARTBEATS }, sink);
    }
    return this.#connection(request).subscribe(request.body, sink);
  }

  #connection(request: UpstreamRequest): WsConnection {
    const place = placeOf(request);
    const known = this.#connections.get(place);
    if (known && known.size < PER_CONNECTION) return known;
    const limits = { messageLimit: this.#options.messageLimit, heartbeat: this.#options.heartbeat };
    const connection = new WsConnection(request, limits, () => {
      if (this.#connections.get(place) === connection) this.#connections.delete(place);
    });
    this.#connections.set(place, connection);
    this.#open.add(connection);
    void connection.closed.then(() => this.#open.delete(connection));
    return connection;
  }
}

/** Equal for what one connection may carry. */
function placeOf({ target: { subgraph, protocol, url }, identity }: UpstreamRequest): string {
  return JSON.stringify([subgraph, protocol, url, identity]);
}
