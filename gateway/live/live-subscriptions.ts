import { setImmediate as turn } from 'node:timers/promises';
import { validate } from 'graphql';
import { refused, tellErrors } from '../errors/telling.ts';
import type { ErrorCode } from '../errors.ts';
import type { AnswerError } from '../execution/answer-errors.ts';
import type { ToldError } from '../execution/told-errors.ts';
import { hasRoom } from '../guard/overload/room.ts';
import { documentRules } from '../operations/document-rules.ts';
import type { Stop } from '../subgraphs/upstreams/upstream.ts';
import type { Snapshot } from '../supergraph/snapshot.ts';
import type { UsedOnce } from '../telemetry/usage/usage-counts.ts';
import { type Keeping, KeptBytes } from './kept-bytes.ts';
import { type LiveRequest, type LiveSource, liveSource, type SourceParts } from './live-source.ts';
import { ownError } from './own-error.ts';
import type { Subscriber } from './subscriber.ts';
import { Topic } from './topic.ts';
import { answerBytes } from './weigh.ts';

/** What subscriptions work with. */
export interface LiveParts extends SourceParts {
  readonly snapshots: {
    current(): Snapshot;
    onSwap(listener: (next: Snapshot) => void): () => void;
  };
  /** Most subscriptions that differ. */
  readonly limit: number;
  /** Most subscriptions of clients. */
  readonly subscriberLimit: number;
  /** Most memory that those which differ may keep, in bytes, as estimated. */
  readonly byteLimit: number;
  /** How long a subscription is kept after its last client left, in milliseconds. */
  readonly linger: number;
  /** Called when a client has subscribed, or was refused. */
  readonly onSubscribed: (once: UsedOnce) => void;
  /** Called when a message is left out since a newer one came before it could be answered. */
  readonly onSuperseded: () => void;
}

/** A subscription that runs, or why there is none. */
export type Subscribed = { readonly stop: Stop } | { readonly errors: readonly ToldError[] };

/** A topic, and on whose behalf it was opened. */
interface Kept {
  readonly topic: Topic;
  readonly request: LiveRequest;
  /** What the operation asks of its callers, on the supergraph on which it runs. */
  asks: readonly string[];
  readonly keeping: Keeping;
}

/**
 * Every subscription of a process. Clients who ask for the same share one, see `Topic`. When the supergraph is replaced, each goes on
 * under the new one where it still is valid there.
 */
export class LiveSubscriptions {
  readonly #parts: LiveParts;
  readonly #topics = new Map<string, Kept>();
  readonly #unlisten: () => void;
  readonly #bytes = new KeptBytes();
  #subscribers = 0;
  #draining = false;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#unlisten = parts.snapshots.onSwap((next) => void this.#moveAll(next));
  }

  /** How many differ. */
  get size(): number {
    return this.#topics.size;
  }

  /** Subscribes a client. It never rejects. @param snapshot against whose schema the document is valid */
  async subscribe(request: LiveRequest, snapshot: Snapshot, subscriber: Subscriber): Promise<Subscribed> {
    const begun = performance.now();
    const subscribed = await this.#subscribe(request, snapshot, subscriber);
    const { caller, operation, variables } = request;
    const isError = 'errors' in subscribed;
    const { onSubscribed } = this.#parts;
    const { schema } = snapshot;
    onSubscribed({ client: caller.client.name, operation, variables, schema, begun, isError, cost: 0 });
    return subscribed;
  }

  async #subscribe(request: LiveRequest, snapshot: Snapshot, subscriber: Subscriber): Promise<Subscribed> {
    const refuse = (errors: readonly AnswerError[]): Subscribed => ({
      errors: tellErrors(errors, request.caller.requestId, this.#parts.log),
    });
    try {
      const source = await liveSource(request, snapshot, this.#parts);
      if ('errors' in source) return refuse(source.errors);
      const { client } = request.caller;
      if (this.#draining) return refuse([ownError('SERVER_DRAINING')]);
      if (!hasRoom(this.#subscribers, this.#parts.subscriberLimit, client))
        return refuse([ownError('SUBSCRIPTION_LIMIT')]);
      const topic = this.#topics.get(source.key)?.topic ?? this.#open(request, snapshot, source);
      return topic ? { stop: topic.join(subscriber) } : refuse([ownError('SUBSCRIPTION_LIMIT')]);
    } catch (error) {
      return refuse(refused(error).errors);
    }
  }

  /** Ends all: the process is about to stop. */
  drain(): void {
    this.#draining = true;
    this.#unlisten();
    for (const kept of [...this.#topics.values()]) this.#end(kept, 'SERVER_DRAINING');
  }

  #open(request: LiveRequest, snapshot: Snapshot, source: LiveSource): Topic | undefined {
    const { key, shared } = source;
    const { linger, onSuperseded, snapshots, limit, byteLimit } = this.#parts;
    if (!hasRoom(this.#topics.size, limit, request.caller.client)) return undefined;
    const weight = source.weigh();
    if (this.#bytes.total + this.#bytes.cost(shared, weight) > byteLimit) return undefined;
    const keeping = this.#bytes.keep(shared, weight);
    const topic = Topic.open(source, {
      linger,
      onSuperseded,
      onAnswer: ({ body }) => {
        keeping.answered(answerBytes(body.length));
        this.#makeRoom();
      },
      onSubscribers: (change) => {
        this.#subscribers += change;
      },
      onEnd: () => {
        keeping.release();
        if (this.#topics.get(key)?.topic === topic) this.#topics.delete(key);
      },
    });
    if (!topic) {
      keeping.release();
      return undefined;
    }
    const kept = { topic, request, asks: source.asks, keeping };
    this.#topics.set(key, kept);
    // It was planned while the supergraph was replaced.
    const current = snapshots.current();
    if (current !== snapshot) void this.#move(kept, current);
    return topic;
  }

  /** Ends the largest subscriptions until what is kept is as much as may be: answers grow after their subscription was let in. */
  #makeRoom(): void {
    while (this.#bytes.total > this.#parts.byteLimit) {
      let largest: Kept | undefined;
      for (const kept of this.#topics.values()) {
        if (!largest || kept.keeping.bytes > largest.keeping.bytes) largest = kept;
      }
      if (!largest) return;
      this.#end(largest, 'SUBSCRIPTION_LIMIT');
    }
  }

  #end({ topic, request }: Kept, why: ErrorCode): void {
    topic.end(tellErrors([ownError(why)], request.caller.requestId, this.#parts.log));
  }

  async #moveAll(next: Snapshot): Promise<void> {
    // Listeners are told right before.
    await turn();
    for (const kept of [...this.#topics.values()]) {
      if (this.#parts.snapshots.current() !== next) return;
      await this.#move(kept, next);
      await turn();
    }
  }

  /**
   * Has a topic go on under another supergraph, or ends it: also where that asks more of callers, of whom some may meet it and some not.
   */
  async #move(kept: Kept, next: Snapshot): Promise<void> {
    const { topic, request } = kept;
    const { document } = request.operation;
    const isValid = validate(next.schema, document, documentRules, { maxErrors: 1 }).length === 0;
    const source = isValid ? await liveSource(request, next, this.#parts).catch(() => undefined) : undefined;
    if (topic.isOver) return;
    if (
      source &&
      !('errors' in source) &&
      source.asks.every((each) => kept.asks.includes(each)) &&
      topic.move(source)
    ) {
      kept.asks = source.asks;
      return;
    }
    this.#end(kept, 'SUPERGRAPH_CHANGED');
  }
}
