import type { ToldError } from '../../execution/told-errors.ts';
import type { LiveMessage } from '../../live/subscriber.ts';
import type { OperationChannel } from './connection-operations.ts';
import type { ResponseStream } from './response-stream.ts';

const END = Buffer.from('}\n\n');

/** What follows an operation's id in a message, made once for all who read it. */
const tails = new WeakMap<LiveMessage, Buffer>();

/** Many operations over one event stream. https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#single-connection-mode */
export class EventsChannel implements OperationChannel {
  readonly #stream: ResponseStream;
  readonly #limit: number;

  /** @param limit how many bytes may wait to be read, while the client goes on asking */
  constructor(stream: ResponseStream, limit: number) {
    this.#stream = stream;
    this.#limit = limit;
  }

  get waiting(): number {
    return this.#stream.waiting;
  }

  write(id: string, message: LiveMessage, onFlushed: (() => void) | undefined): void {
    this.#stream.write(start(id));
    this.#stream.write(tailOf(message), onFlushed);
  }

  answer(id: string, text: string): void {
    if (this.waiting > this.#limit) this.#stream.destroy();
    else this.#stream.write(`${start(id)}${text}}\n\n`);
  }

  finish(id: string, errors: readonly ToldError[]): void {
    if (errors.length > 0) this.answer(id, JSON.stringify({ errors }));
    this.#stream.write(`event: complete\ndata: ${JSON.stringify({ id })}\n\n`);
  }
}

function start(id: string): string {
  return `event: next\ndata: {"id":${JSON.stringify(id)},"payload":`;
}

function tailOf(message: LiveMessage): Buffer {
  let tail = tails.get(message);
  if (!tail) {
    tail = Buffer.concat([message.body, END]);
    tails.set(message, tail);
  }
  return tail;
}
