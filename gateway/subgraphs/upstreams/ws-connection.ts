import { type RawData, WebSocket } from 'ws';
import { plainText, receivedText, type Utf8Text } from '../../utf8-text.ts';
import { isObject, messageAnswer, parsedJson } from './read-message.ts';
import type { AttemptSink, Stop, UpstreamRequest } from './upstream.ts';

/** Bounds of a connection. */
export interface ConnectionLimits {
  /** Largest message taken, in bytes. */
  readonly messageLimit: number;
  /** How often the subgraph is asked for a sign of life, in milliseconds; without one by the next time the connection is lost. */
  readonly heartbeat: number;
}

/** One subscription on the connection. */
interface Subscribed {
  readonly body: string;
  readonly sink: AttemptSink;
}

const PROTOCOL = 'graphql-transport-ws';

/** Codes with which a server says that it will never take this connection, or what was said on it. */
const HOPELESS = new Set([4400, 4401, 4403, 4406]);

/** How long a server has to close its side, in milliseconds; then the connection is cut off. */
const FAREWELL = 1000;

/**
 * One WebSocket connection to a subgraph, on which any number of subscriptions run.
 * https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
export class WsConnection {
  readonly #socket: WebSocket;
  readonly #headers: UpstreamRequest['headers'];
  readonly #onEnd: () => void;
  readonly #subscribed = new Map<string, Subscribed>();
  #count = 0;
  #ready = false;
  #over = false;
  #alive = true;
  #hopeless = false;
  readonly #patience: NodeJS.Timeout;
  #heartbeat: NodeJS.Timeout | undefined;
  readonly #closed = Promise.withResolvers<void>();

  /** @param onEnd called once, when no further subscription may be begun on it */
  constructor({ target, headers, signed }: UpstreamRequest, limits: ConnectionLimits, onEnd: () => void) {
    this.#headers = { ...headers, ...signed?.() };
    this.#onEnd = onEnd;
    this.#socket = new WebSocket(target.url, PROTOCOL, {
      headers: this.#headers,
      perMessageDeflate: false,
      maxPayload: limits.messageLimit,
    });
    const late = () => this.#end(new Error(`No connection within ${target.timeout} ms`));
    this.#patience = setTimeout(late, target.timeout);
    this.#heartbeat = setInterval(() => this.#beat(), limits.heartbeat);
    this.#listen();
  }

  /** How many subscriptions it carries. */
  get size(): number {
    return this.#subscribed.size;
  }

  /** Resolves when nothing is left of it. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  /** Begins a subscription, as soon as the connection is there. */
  subscribe(body: string, sink: AttemptSink): Stop {
    const id = String(++this.#count);
    this.#subscribed.set(id, { body, sink });
    if (this.#ready) this.#begin(id, body);
    return () => {
      if (!this.#subscribed.delete(id) || this.#over) return;
      if (this.#subscribed.size === 0) this.#end(new Error('Nobody subscribes'));
      else if (this.#ready) this.#say({ id, type: 'complete' });
    };
  }

  #listen(): void {
    const socket = this.#socket;
    const headers = this.#headers;
    socket.on('open', () => {
      // Servers read what they are told of the caller here or there.
      this.#say({ type: 'connection_init', ...(Object.keys(headers).length > 0 && { payload: headers }) });
    });
    socket.on('message', (data) => this.#receive(data));
    socket.on('ping', () => this.#live());
    socket.on('pong', () => this.#live());
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => {
      this.#hopeless = statusCode >= 400 && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
      this.#end(new Error(`HTTP ${statusCode} to the upgrade`));
    });
    socket.on('error', (error) => this.#end(error));
    socket.on('close', (code, reason) => {
      this.#hopeless ||= HOPELESS.has(code);
      this.#end(new Error(`Closed with ${code} ${reason}`));
    });
  }

  #receive(data: RawData): void {
    this.#live();
    const text = receivedText(data as Buffer);
    const message = parsedJson(text);
    if (!isObject(message)) {
      this.#end(new Error('A message is no JSON object'));
      return;
    }
    const { type, id, payload } = message;
    if (type === 'connection_ack') this.#acknowledged();
    else if (type === 'ping') this.#say({ type: 'pong' });
    const subscribed = typeof id === 'string' ? this.#subscribed.get(id) : undefined;
    if (!subscribed) return;
    if (type === 'next') subscribed.sink.message(messageAnswer(payload, text, () => plainPayload(text)));
    else if (type === 'complete') this.#drop(String(id), () => subscribed.sink.complete());
    else if (type === 'error') {
      const refused = plainPayload(text);
      this.#drop(String(id), () => subscribed.sink.refused(Array.isArray(refused) ? refused : [refused]));
    }
  }

  #drop(id: string, tell: () => void): void {
    this.#subscribed.delete(id);
    tell();
    if (this.#subscribed.size === 0) this.#end(new Error('Nobody subscribes'));
  }

  #acknowledged(): void {
    clearTimeout(this.#patience);
    this.#ready = true;
    for (const [id, { body }] of this.#subscribed) this.#begin(id, body);
  }

  #begin(id: string, body: string): void {
    this.#socket.send(`{"id":"${id}","type":"subscribe","payload":${body}}`);
  }

  #say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  #live(): void {
    this.#alive = true;
  }

  #beat(): void {
    if (!this.#ready) return;
    if (this.#alive) this.#socket.ping();
    else this.#end(new Error('No sign of life'));
    this.#alive = false;
  }

  /** Ends the connection; whoever still subscribes has lost it. */
  #end(cause: Error): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#patience);
    clearInterval(this.#heartbeat);
    this.#onEnd();
    // What is still to come of the socket, such as an error while it is being opened, is nobody's business.
    this.#socket.removeAllListeners();
    this.#socket.on('error', () => undefined);
    this.#close();
    const lost = [...this.#subscribed.values()];
    this.#subscribed.clear();
    for (const { sink } of lost) sink.lost(cause, this.#hopeless);
  }

  /** Closes the socket: in good order where nobody subscribes any more. */
  #close(): void {
    const socket = this.#socket;
    if (socket.readyState === WebSocket.CLOSED) {
      this.#closed.resolve();
      return;
    }
    const late = setTimeout(() => socket.terminate(), FAREWELL);
    socket.once('close', () => {
      clearTimeout(late);
      this.#closed.resolve();
    });
    if (this.#subscribed.size === 0) socket.close(1000);
    else socket.terminate();
  }
}

/** What a message carries, for people to read. */
function plainPayload(text: Utf8Text): unknown {
  return (JSON.parse(plainText(text)) as { readonly payload: unknown }).payload;
}
