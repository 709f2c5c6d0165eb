import { errors } from 'undici';
import { type ConnectionOwner, type Exchange, HttpConnection, type HttpServer } from './http-connection.ts';

/** How often unused connections are looked through, in milliseconds. */
const SWEEP = 1000;

/** The connections kept to one server. The one that was used last is used first, so that those which are not needed grow old. */
export class HttpConnections implements ConnectionOwner {
  readonly #server: HttpServer;
  readonly #limit: number;
  readonly #all = new Set<HttpConnection>();
  /** Those that may be used, the one that was used last at the end. */
  #idle: HttpConnection[] = [];
  /** Those that may be used from the next turn of the event loop on. */
  #resting: HttpConnection[] = [];
  /** Requests for which there is no connection yet. */
  readonly #waiting = new Set<Exchange>();
  #sweep: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param limit the most connections; further requests wait for one */
  constructor(server: HttpServer, limit: number) {
    this.#server = server;
    this.#limit = limit;
  }

  /** Sends a request as soon as there is a connection. It fails after the call at the earliest. */
  send(exchange: Exchange): void {
    if (this.#isClosed) {
      queueMicrotask(() => exchange.failed(new errors.ClientClosedError(), false));
      return;
    }
    const connection = this.#waiting.size === 0 ? (this.#usable() ?? this.#another()) : undefined;
    if (connection) connection.send(exchange);
    else this.#waiting.add(exchange);
  }

  /** Nobody waits for the answer any more. It does not fail. */
  giveUp(exchange: Exchange, reason: Error): void {
    if (!this.#waiting.delete(exchange)) exchange.connection?.drop(reason);
  }

  /** Takes no more requests; those under way go on to their end. */
  close(): void {
    this.#isClosed = true;
    for (const connection of [...this.#idle, ...this.#resting]) connection.drop(new errors.ClientClosedError());
  }

  /** Ends every connection; what is under way fails. */
  destroy(): void {
    this.#isClosed = true;
    const reason = new errors.ClientDestroyedError();
    for (const exchange of this.#waiting) exchange.failed(reason, false);
    this.#waiting.clear();
    for (const connection of this.#all) connection.drop(reason);
  }

  onFree(connection: HttpConnection): void {
    if (this.#isClosed && this.#waiting.size === 0) {
      connection.drop(new errors.ClientClosedError());
      return;
    }
    // A server that sends more than was asked for mostly does so at once: it is heard before the connection is used again.
    if (this.#resting.push(connection) === 1) setImmediate(this.#rested);
  }

  onGone(connection: HttpConnection): void {
    if (!this.#all.delete(connection)) return;
    const others = (each: HttpConnection) => each !== connection;
    if (this.#idle.includes(connection)) this.#idle = this.#idle.filter(others);
    if (this.#resting.includes(connection)) this.#resting = this.#resting.filter(others);
    this.#serve();
  }

  readonly #rested = (): void => {
    for (const connection of this.#resting) this.#idle.push(connection);
    this.#resting = [];
    this.#sweep ??= setTimeout(this.#dropStale, SWEEP).unref();
    this.#serve();
  };

  /** Gives those who wait connections, as long as there are any. */
  #serve(): void {
    for (const exchange of this.#waiting) {
      const connection = this.#usable() ?? this.#another();
      if (!connection) return;
      this.#waiting.delete(exchange);
      connection.send(exchange);
    }
  }

  #usable(): HttpConnection | undefined {
    const now = performance.now();
    let connection = this.#idle.pop();
    while (connection?.isStale(now)) {
      this.#all.delete(connection);
      connection.drop(new errors.SocketError('The connection was unused for too long'));
      connection = this.#idle.pop();
    }
    return connection;
  }

  #another(): HttpConnection | undefined {
    if (this.#all.size >= this.#limit) return undefined;
    const connection = new HttpConnection(this.#server, this);
    this.#all.add(connection);
    return connection;
  }

  readonly #dropStale = (): void => {
    const now = performance.now();
    for (const connection of this.#idle.filter((each) => each.isStale(now)))
      connection.drop(new errors.SocketError('The connection was unused for too long'));
    this.#sweep = this.#idle.length > 0 ? setTimeout(this.#dropStale, SWEEP).unref() : undefined;
  };
}
