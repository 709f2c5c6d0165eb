import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { errors } from 'undici';
import { holdUntilTurnEnds } from '../../process/turn-end.ts';
import { type HttpResponse, ResponseReader } from './response-reader.ts';

/** One request and what becomes of it. */
export interface Exchange {
  /** Request line and headers, their empty line included: Latin-1. */
  readonly head: string;
  /** Text that is sent as it is (Latin-1), or bytes. */
  readonly body: string | Buffer;
  /** Set while a connection serves it. */
  connection: HttpConnection | undefined;
  /** @param response valid during the call alone */
  answered(response: HttpResponse): void;
  /** @param begun whether an answer had begun */
  failed(error: Error, begun: boolean): void;
}

/** Where connections lead, and what they keep to. */
export interface HttpServer {
  readonly url: URL;
  /** Longest that a connection may take to be made, in milliseconds. */
  readonly connectTimeout: number;
  /** The most bytes of an answer's body. */
  readonly responseLimit: number;
}

/** Told what becomes of a connection. */
export interface ConnectionOwner {
  /** The connection may be used again. */
  onFree(connection: HttpConnection): void;
  /** It is gone, or will be. */
  onGone(connection: HttpConnection): void;
}

/** Longest that a connection is kept unused, and how much earlier than the server would it is given up, in milliseconds. */
const IDLE_LIMIT = 4000;
const IDLE_MARGIN = 1000;
/** How long a connection is quiet before the system asks whether the other side is there, in milliseconds. */
const PROBE_AFTER = 60_000;

/** What sockets are read into: each time it is read out before anything else is read. */
const input = Buffer.allocUnsafeSlow(65_536);

/** One HTTP/1.1 connection to a server, with at most one request under way. */
export class HttpConnection {
  readonly #server: HttpServer;
  readonly #owner: ConnectionOwner;
  readonly #socket: Socket;
  #connecting: NodeJS.Timeout | undefined;
  #exchange: Exchange | undefined;
  #reader: ResponseReader | undefined;
  #isGone = false;
  /** Until when it may be used again, by `performance.now()`. */
  #usableUntil = 0;

  /** Begins to connect. */
  constructor(server: HttpServer, owner: ConnectionOwner) {
    this.#server = server;
    this.#owner = owner;
    this.#socket = this.#connect();
    const { connectTimeout } = server;
    this.#connecting = setTimeout(() => this.drop(new errors.ConnectTimeoutError()), connectTimeout);
    this.#socket
      .on('end', () => this.#end())
      .on('error', (error) => this.drop(error))
      .on('close', () => this.drop(new errors.SocketError('The connection was closed')));
  }

  /** Whether it has been unused for too long. */
  isStale(now: number): boolean {
    return now >= this.#usableUntil;
  }

  /** Sends a request: at once, or when the connection is made. To be called when no other is under way. */
  send(exchange: Exchange): void {
    this.#exchange = exchange;
    exchange.connection = this;
    if (this.#connecting === undefined) this.#write(exchange);
  }

  /** Ends the connection; the request that is under way fails. */
  drop(reason: Error): void {
    if (this.#isGone) return;
    this.#isGone = true;
    clearTimeout(this.#connecting);
    this.#socket.destroy();
    this.#owner.onGone(this);
    const exchange = this.#exchange;
    this.#exchange = undefined;
    exchange?.failed(reason, this.#reader?.hasBegun ?? false);
  }

  #connect(): Socket {
    const { protocol, hostname, port } = this.#server.url;
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const common = { host, noDelay: true, keepAlive: true, keepAliveInitialDelay: PROBE_AFTER };
    if (protocol === 'https:') {
      const options = { ...common, port: Number(port || 443), ALPNProtocols: ['http/1.1'] };
      const socket = connectTls({ ...options, ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }) });
      return socket.on('secureConnect', () => this.#connected()).on('data', (bytes) => this.#read(bytes));
    }
    const callback = (length: number) => {
      this.#read(input.subarray(0, length));
      return true;
    };
    const onread = { buffer: input, callback };
    return connect({ ...common, port: Number(port || 80), onread }, () => this.#connected());
  }

  #connected(): void {
    clearTimeout(this.#connecting);
    this.#connecting = undefined;
    if (this.#exchange) this.#write(this.#exchange);
  }

  #write({ head, body }: Exchange): void {
    this.#reader = new ResponseReader(this.#server.responseLimit);
    holdUntilTurnEnds(this.#socket);
    if (typeof body === 'string') {
      this.#socket.write(head + body, 'latin1');
      return;
    }
    this.#socket.write(head, 'latin1');
    this.#socket.write(body);
  }

  #read(bytes: Buffer): void {
    if (this.#isGone) return;
    if (!this.#exchange || !this.#reader) {
      this.drop(new errors.SocketError('The server said something that nobody asked for'));
      return;
    }
    let response: HttpResponse | undefined;
    try {
      response = this.#reader.read(bytes);
    } catch (error) {
      this.drop(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (response) this.#conclude(this.#exchange, response);
  }

  #conclude(exchange: Exchange, response: HttpResponse): void {
    this.#exchange = undefined;
    this.#reader = undefined;
    // Whoever gives up now, while the answer is decoded, must not end what serves another by then.
    exchange.connection = undefined;
    // An answer may come before the request is read: then the rest of the request is still on its way.
    if (response.keepAlive && this.#socket.writableLength === 0) this.#free(response.idleLimit);
    else this.drop(new errors.SocketError('The connection is not kept'));
    exchange.answered(response);
  }

  /** @param idleLimit how long the server keeps it, where it says so */
  #free(idleLimit = Number.POSITIVE_INFINITY): void {
    this.#usableUntil = performance.now() + Math.min(IDLE_LIMIT, idleLimit - IDLE_MARGIN);
    this.#owner.onFree(this);
  }

  #end(): void {
    const response = this.#reader?.end();
    if (this.#exchange && response) this.#conclude(this.#exchange, response);
    else this.drop(new errors.SocketError('The other side closed the connection'));
  }
}
