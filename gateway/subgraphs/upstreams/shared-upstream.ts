import type { SubgraphAnswer } from '../subgraph-client.ts';
import { retryDelay } from './retry-delay.ts';
import type { AttemptSink, Stop, UpstreamEnd, UpstreamRequest, UpstreamSink } from './upstream.ts';

/** What a shared subscription works with. */
export interface SharedParts {
  readonly request: UpstreamRequest;
  /** Subscribes once. */
  readonly attempt: (request: UpstreamRequest, sink: AttemptSink) => Stop;
  /** How long a lost subscription is tried again, in milliseconds. */
  readonly retryFor: number;
  readonly watch: UpstreamWatch;
  /** Called once, when nobody may join it any more. */
  readonly onEnd: () => void;
}

/** Is told what becomes of subscriptions to subgraphs. */
export interface UpstreamWatch {
  onMessage(subgraph: string): void;
  /** A subscription was lost, and is tried again unless that is hopeless. */
  onLost(subgraph: string, cause: Error): void;
  /** One that was lost brings messages again. */
  onReconnected(subgraph: string): void;
  /** How many subscriptions there are to a subgraph. @param change 1 or -1 */
  onCount(subgraph: string, change: number): void;
}

/**
 * One subscription to a subgraph, for all who want the same. A lost one is tried again; whoever joins later gets the newest message at
 * once, since messages are totals.
 */
export class SharedUpstream {
  readonly #parts: SharedParts;
  readonly #sinks = new Set<UpstreamSink>();
  #latest: SubgraphAnswer | undefined;
  #stop: Stop = () => undefined;
  #retry: NodeJS.Timeout | undefined;
  #tries = 0;
  /** Since when nothing comes, by `performance.now()`; undefined while messages come. */
  #lostAt: number | undefined;
  #over = false;

  constructor(parts: SharedParts) {
    this.#parts = parts;
    parts.watch.onCount(parts.request.target.subgraph, 1);
    this.#attempt();
  }

  /** @returns a function that leaves; with the last who leaves, the subgraph is told */
  join(sink: UpstreamSink): Stop {
    this.#sinks.add(sink);
    const latest = this.#latest;
    if (latest) {
      queueMicrotask(() => {
        // A newer message may have come, or the end.
        if (this.#sinks.has(sink) && this.#latest === latest) sink.message(latest);
      });
    }
    return () => {
      if (this.#sinks.delete(sink) && this.#sinks.size === 0) this.close();
    };
  }

  close(): void {
    if (!this.#finish()) return;
    this.#stop();
    this.#sinks.clear();
  }

  #attempt(): void {
    const { request, attempt, watch } = this.#parts;
    const { subgraph } = request.target;
    this.#stop = attempt(request, {
      message: (answer) => {
        if (this.#over) return;
        watch.onMessage(subgraph);
        if (this.#lostAt !== undefined) watch.onReconnected(subgraph);
        this.#lostAt = undefined;
        this.#tries = 0;
        this.#latest = answer;
        for (const sink of [...this.#sinks]) sink.message(answer);
      },
      complete: () => this.#end({ kind: 'complete' }),
      refused: (errors) => this.#end({ kind: 'errors', errors }),
      lost: (cause, hopeless) => this.#lost(cause, hopeless),
    });
  }

  #lost(cause: Error, hopeless: boolean): void {
    if (this.#over) return;
    const { watch, request, retryFor } = this.#parts;
    watch.onLost(request.target.subgraph, cause);
    const now = performance.now();
    this.#lostAt ??= now;
    const delay = retryDelay(this.#tries++);
    if (hopeless || now + delay - this.#lostAt > retryFor) this.#end({ kind: 'lost' });
    else this.#retry = setTimeout(() => this.#attempt(), delay);
  }

  #end(end: UpstreamEnd): void {
    if (!this.#finish()) return;
    const sinks = [...this.#sinks];
    this.#sinks.clear();
    for (const sink of sinks) sink.ended(end);
  }

  #finish(): boolean {
    if (this.#over) return false;
    this.#over = true;
    clearTimeout(this.#retry);
    this.#parts.watch.onCount(this.#parts.request.target.subgraph, -1);
    this.#parts.onEnd();
    return true;
  }
}
