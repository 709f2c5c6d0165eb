import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { ToldError } from '../../execution/told-errors.ts';
import type { LiveMessage } from '../../live/subscriber.ts';
import type { OperationChannel } from './connection-operations.ts';
import { writeMessage } from './socket-frames.ts';

/** Operations over one WebSocket, in the messages of graphql-transport-ws. */
export class SocketChannel implements OperationChannel {
  readonly #socket: WebSocket;
  /** Below the socket. */
  readonly #stream: Duplex;

  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket;
    this.#stream = stream;
  }

  get waiting(): number {
    return this.#stream.writableLength;
  }

  write(id: string, message: LiveMessage, onFlushed: (() => void) | undefined): void {
    if (!this.#isOpen) return;
    writeMessage(this.#stream, `{"id":${JSON.stringify(id)},"type":"next","payload":`, message, onFlushed);
  }

  answer(id: string, text: string): void {
    this.say(`{"id":${JSON.stringify(id)},"type":"next","payload":${text}}`);
  }

  finish(id: string, errors: readonly ToldError[]): void {
    const end = errors.length > 0 ? { id, type: 'error', payload: errors } : { id, type: 'complete' };
    this.say(JSON.stringify(end));
  }

  /** Sends a message. */
  say(text: string): void {
    if (this.#isOpen) this.#socket.send(text);
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }
}
