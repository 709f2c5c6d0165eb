import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Claims, DEVELOPMENT_CLAIMS } from '../claims/claims.ts';
import type { ClaimsReader } from '../claims/claims-reader.ts';
import { Slots } from './slots.ts';
import type { LiveMessage, Subscriptions } from './subscriptions.ts';

export interface WebSocketOptions {
  readonly server: Server;
  readonly path: string;
  readonly subscriptions: Subscriptions;
  /** Most connections at once. */
  readonly connections: number;
  /** Most subscriptions of one connection. */
  readonly perConnection: number;
  /** Reads who asks; absent where everyone is answered. */
  readonly claims: ClaimsReader | undefined;
  readonly log: { warn(error: unknown, message: string): void };
}

const MOST_BYTES = 1024 * 1024;
/** How long between two signs of life. */
const PING_MS = 12_000;
/** How long a client may take to answer that the connection ends. */
const FAREWELL_MS = 1_000;
const GOING_AWAY = 1001;
const INTERNAL_ERROR = 1011;

/**
 * Serves subscriptions over WebSocket, by the protocol graphql-transport-ws. A message is made when the one before it has left, so that a
 * slow client gets fewer.
 * https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 * @returns ends all connections with 1001, at which clients come back
 */
export function serveWebSockets(options: WebSocketOptions): () => Promise<void> {
  const { server, path, subscriptions, connections, perConnection } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES,
    handleProtocols: (offered) => offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) && GRAPHQL_TRANSPORT_WS_PROTOCOL,
  });
  const protocol = protocolOf(subscriptions);
  let isClosing = false;
  sockets.on('connection', (socket, claims: Claims) =>
    converse(socket, protocol, { slots: new Slots(perConnection), claims }, options),
  );
  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    // Whoever breaks off while it is found out who asks must break nothing else.
    connection.on('error', () => {});
    if (request.url?.split('?')[0] !== path) refuse(connection, '404 Not Found');
    else if (isClosing || sockets.clients.size >= connections) refuse(connection, '503 Service Unavailable');
    else {
      const accept = (claims: Claims) => {
        if (isClosing) refuse(connection, '503 Service Unavailable');
        else sockets.handleUpgrade(request, connection, head, (socket) => sockets.emit('connection', socket, claims));
      };
      admitted(request, options.claims).then(accept, () => refuse(connection, '401 Unauthorized'));
    }
  });
  return async () => {
    isClosing = true;
    await Promise.all([...sockets.clients].map(sayGoodbye));
  };
}

/** @throws {ClaimsRefused} (the promise) for others than the gateway */
async function admitted({ headers }: IncomingMessage, claims: ClaimsReader | undefined): Promise<Claims> {
  return claims ? claims.read(headers) : DEVELOPMENT_CLAIMS;
}

/** What the protocol's functions know of a connection. */
interface Connection {
  readonly slots: Slots;
  /** What the gateway said of who asks, when it was opened. */
  readonly claims: Claims;
}

/** An error that leaves as it stands. */
class Told extends GraphQLError {
  readonly #formatted: GraphQLFormattedError;
  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message);
    this.#formatted = formatted;
  }
  override toJSON(): GraphQLFormattedError {
    return this.#formatted;
  }
}

function protocolOf(subscriptions: Subscriptions) {
  const connectionOf = new WeakMap<object, Connection>();
  return makeServer<Record<string, unknown> | undefined, Connection>({
    onSubscribe: async ({ extra }, _id, request) => {
      const prepared = await subscriptions.prepare(request);
      if (!('schema' in prepared)) return prepared.map((error) => new Told(error));
      connectionOf.set(prepared, extra);
      return prepared;
    },
    subscribe(args) {
      const { claims, slots } = connectionOf.get(args) as Connection;
      return subscriptions.run(args, claims, slots) as Promise<AsyncIterableIterator<never>>;
    },
    onNext: (_context, _id, _request, _args, result) => result as LiveMessage as never,
  });
}

function converse(
  socket: WebSocket,
  protocol: ReturnType<typeof protocolOf>,
  connection: Connection,
  { log }: WebSocketOptions,
): void {
  const fail = (error: unknown) => {
    log.warn(error, 'a WebSocket broke');
    socket.close(INTERNAL_ERROR, 'Internal error');
  };
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => sent(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) => socket.on('message', (message) => void take(String(message)).catch(fail)),
    },
    connection,
  );
  const stopPinging = keepAlive(socket);
  socket.on('error', (error) => log.warn(error, 'a WebSocket broke'));
  socket.once('close', (code, reason) => {
    stopPinging();
    closed(code, String(reason)).catch(fail);
  });
}

/** Resolves when the operating system has taken the text, which it does as fast as the client reads. */
function sent(socket: WebSocket, text: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // A connection that broke tells so by itself.
  if (socket.readyState === socket.OPEN) socket.send(text, () => resolve());
  else resolve();
  return promise;
}

/** Ends a connection whose client gives no sign of life. */
function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) socket.terminate();
    isAlive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, PING_MS).unref();
  return () => clearInterval(timer);
}

async function sayGoodbye(socket: WebSocket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.once('close', () => resolve());
  const timer = setTimeout(() => socket.terminate(), FAREWELL_MS);
  socket.close(GOING_AWAY, 'Going away');
  await promise;
  clearTimeout(timer);
}

function refuse(connection: Duplex, status: string): void {
  connection.on('error', () => {});
  connection.once('finish', () => connection.destroy());
  connection.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
