import { type Caller, requestIdFrom } from '../../clients/caller.ts';
import type { ErrorCode } from '../../errors.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import { ownToldError } from '../../live/own-error.ts';
import type { LiveMessage } from '../../live/subscriber.ts';
import { Leaving } from '../../subgraphs/sharing/leave-signal.ts';
import type { ResolvedSubscription } from '../graphql/answering.ts';
import type { AskedOperation } from '../graphql/asked-operation.ts';
import type { ResolveOperation } from '../graphql/resolve-operation.ts';
import { replyText } from '../reply-body.ts';
import { type Delivery, type LiveConnectionParts, LiveOperation } from './live-operation.ts';

/** How a connection that carries many operations tells them apart, in its protocol. Nothing is written once the connection is closed. */
export interface OperationChannel {
  /** Bytes that the client has not taken yet. */
  readonly waiting: number;
  /** Writes a message. @param onFlushed to be called when the client has taken it */
  write(id: string, message: LiveMessage, onFlushed: (() => void) | undefined): void;
  /** Writes an answer. @param text JSON text of a GraphQL response */
  answer(id: string, text: string): void;
  /** Tells the end of an operation. @param errors why; none where it is complete */
  finish(id: string, errors: readonly ToldError[]): void;
}

/** What the operations of a connection work with. */
interface OperationsParts {
  readonly connection: LiveConnectionParts;
  readonly channel: OperationChannel;
  readonly resolve: ResolveOperation;
  /** Most operations under way at once. */
  readonly operationLimit: number;
}

/** The operations that a client has under way on one connection, by the ids that it chose. */
export class ConnectionOperations {
  readonly #parts: OperationsParts;
  readonly #running = new Map<string, ConnectionOperation>();

  constructor(parts: OperationsParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#running.size;
  }

  has(id: string): boolean {
    return this.#running.has(id);
  }

  /** Begins an operation. It never rejects. */
  begin(id: string, asked: AskedOperation, caller: Caller): void {
    const { operationLimit, channel } = this.#parts;
    const own = { ...caller, requestId: requestIdFrom({}) };
    if (this.#running.size >= operationLimit) {
      channel.finish(id, ownToldError('SUBSCRIPTION_LIMIT', own.requestId));
      return;
    }
    const operation = new ConnectionOperation(id, this.#parts, () => this.#running.delete(id));
    this.#running.set(id, operation);
    void operation.run(asked, own);
  }

  /** Ends an operation without a word. */
  cancel(id: string): void {
    const operation = this.#running.get(id);
    this.#running.delete(id);
    operation?.cancel();
  }

  /** Ends all, each with an error. */
  endAll(code: ErrorCode): void {
    for (const operation of [...this.#running.values()]) operation.end(code);
  }

  cancelAll(): void {
    for (const id of [...this.#running.keys()]) this.cancel(id);
  }
}

/** One operation of a connection, of any kind. */
class ConnectionOperation implements Delivery {
  readonly #id: string;
  readonly #parts: OperationsParts;
  readonly #onEnd: () => void;
  #subscription: LiveOperation | undefined;
  /** Fires when the client has cancelled; undefined once it is resolved. */
  #leaving: Leaving | undefined = new Leaving();
  #cancelled = false;

  constructor(id: string, parts: OperationsParts, onEnd: () => void) {
    this.#id = id;
    this.#parts = parts;
    this.#onEnd = onEnd;
  }

  async run(asked: AskedOperation, caller: Caller): Promise<void> {
    const resolved = await this.#parts.resolve(asked, caller, this.#leaving as Leaving);
    this.#leaving = undefined;
    if (this.#cancelled) return;
    if (resolved.kind === 'subscription') {
      await this.#subscribe(resolved.subscription);
    } else if (resolved.kind === 'reply' && resolved.reply.data !== undefined) {
      this.#parts.channel.answer(this.#id, replyText(resolved.reply));
      this.finish([]);
    } else {
      this.finish(resolved.kind === 'reply' ? resolved.reply.errors : resolved.errors);
    }
  }

  cancel(): void {
    this.#cancelled = true;
    this.#leaving?.abort();
    this.#subscription?.cancel();
  }

  end(code: ErrorCode): void {
    this.cancel();
    this.finish(ownToldError(code, requestIdFrom({})));
  }

  get waiting(): number {
    return this.#parts.channel.waiting;
  }

  write(message: LiveMessage, onFlushed: (() => void) | undefined): void {
    this.#parts.channel.write(this.#id, message, onFlushed);
  }

  finish(errors: readonly ToldError[]): void {
    this.#onEnd();
    this.#parts.channel.finish(this.#id, errors);
  }

  async #subscribe(resolved: ResolvedSubscription): Promise<void> {
    this.#subscription = new LiveOperation(this.#parts.connection, this);
    const errors = await this.#subscription.open(resolved);
    if (errors.length === 0 || this.#cancelled) return;
    this.#subscription.cancel();
    this.finish(errors);
  }
}
