import type { Duplex } from 'node:stream';
import { type Caller, requestIdFrom } from '../clients/caller.ts';
import type { ToldError } from '../execution/told-errors.ts';
import { ownToldError } from '../live/own-error.ts';
import type { LiveMessage } from '../live/subscriber.ts';
import type { ResolvedSubscription } from './answering.ts';
import { type Delivery, type LiveConnectionParts, LiveOperation } from './live-operation.ts';
import { replyText } from './reply-body.ts';
import type { AskedOperation, ResolveOperation } from './resolve-operation.ts';
import { writeMessage } from './socket-frames.ts';

/** What the operations of a socket work with. */
export interface OperationsParts {
  readonly connection: LiveConnectionParts;
  readonly resolve: ResolveOperation;
  /** Most operations under way at once. */
  readonly operationLimit: number;
  /** Where frames are written that many clients read. */
  readonly stream: Duplex;
  /** Sends a message as JSON text, where the connection is open. */
  readonly say: (text: string) => void;
}

/** The operations that a client has under way on one socket, by the ids that it chose. */
export class SocketOperations {
  readonly #parts: OperationsParts;
  readonly #running = new Map<string, SocketOperation>();

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
    const { operationLimit, say } = this.#parts;
    const own = { ...caller, requestId: requestIdFrom({}) };
    if (this.#running.size >= operationLimit) {
      say(errorText(id, ownToldError('SUBSCRIPTION_LIMIT', own.requestId)));
      return;
    }
    const operation = new SocketOperation(id, this.#parts, () => this.#running.delete(id));
    this.#running.set(id, operation);
    void operation.run(asked, own);
  }

  /** Ends an operation without a word. */
  cancel(id: string): void {
    const operation = this.#running.get(id);
    this.#running.delete(id);
    operation?.cancel();
  }

  cancelAll(): void {
    for (const id of [...this.#running.keys()]) this.cancel(id);
  }
}

function errorText(id: string, errors: readonly ToldError[]): string {
  return JSON.stringify({ id, type: 'error', payload: errors });
}

/** One operation of a socket, of any kind. */
class SocketOperation implements Delivery {
  readonly #id: string;
  readonly #parts: OperationsParts;
  readonly #onEnd: () => void;
  #subscription: LiveOperation | undefined;
  /** Fires when the client has cancelled; undefined once it is resolved. */
  #controller: AbortController | undefined = new AbortController();
  #cancelled = false;

  constructor(id: string, parts: OperationsParts, onEnd: () => void) {
    this.#id = id;
    this.#parts = parts;
    this.#onEnd = onEnd;
  }

  async run(asked: AskedOperation, caller: Caller): Promise<void> {
    const { signal } = this.#controller as AbortController;
    const resolved = await this.#parts.resolve(asked, caller, signal);
    this.#controller = undefined;
    if (this.#cancelled) return;
    if (resolved.kind === 'subscription') {
      await this.#subscribe(resolved.subscription);
    } else if (resolved.kind === 'reply' && resolved.reply.data !== undefined) {
      this.#parts.say(`{"id":${JSON.stringify(this.#id)},"type":"next","payload":${replyText(resolved.reply)}}`);
      this.finish([]);
    } else {
      this.finish(resolved.kind === 'reply' ? resolved.reply.errors : resolved.errors);
    }
  }

  cancel(): void {
    this.#cancelled = true;
    this.#controller?.abort();
    this.#subscription?.cancel();
  }

  get waiting(): number {
    return this.#parts.stream.writableLength;
  }

  write(message: LiveMessage, onFlushed: (() => void) | undefined): void {
    if (!this.#parts.stream.writable) return;
    writeMessage(this.#parts.stream, `{"id":${JSON.stringify(this.#id)},"type":"next","payload":`, message, onFlushed);
  }

  finish(errors: readonly ToldError[]): void {
    this.#onEnd();
    const id = this.#id;
    this.#parts.say(errors.length > 0 ? errorText(id, errors) : JSON.stringify({ id, type: 'complete' }));
  }

  async #subscribe(resolved: ResolvedSubscription): Promise<void> {
    this.#subscription = new LiveOperation(this.#parts.connection, this);
    const errors = await this.#subscription.open(resolved);
    if (errors.length === 0 || this.#cancelled) return;
    this.#subscription.cancel();
    this.finish(errors);
  }
}
