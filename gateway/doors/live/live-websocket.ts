import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { type Caller, requestIdFrom, ViewerInvalid } from '../../clients/caller.ts';
import { Unidentified } from '../../clients/unidentified.ts';
import { type ErrorCode, errors } from '../../errors.ts';
import { TurnedAway } from '../../guard/turned-away.ts';
import { REQUEST_ID_HEADER } from '../../subgraphs/headers/headers.ts';
import type { Log } from '../../telemetry/log.ts';
import { refusal } from '../http.ts';
import type { LiveConnections } from './live-connections.ts';
import { isForeign } from './live-origins.ts';
import { LiveSocket, type SocketParts } from './live-socket.ts';

const PATH = '/graphql';
const PROTOCOL = 'graphql-transport-ws';

/** What the door of WebSockets is made of; milliseconds and bytes. */
export interface WebSocketDoor extends SocketParts {
  readonly connections: LiveConnections;
  readonly log: Log;
  readonly isDraining: () => boolean;
  /** Largest message taken. */
  readonly liveMessageLimit: number;
  readonly liveHeartbeat: number;
  /** Origins of foreign pages that may connect; undefined for none. */
  readonly liveOrigins: 'any' | readonly string[] | undefined;
}

/** How long clients have to close their side when the gateway stops, in milliseconds. */
const FAREWELL = 1000;

/** An upgrade that is refused. */
class Refused extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string = errors[code].meaning) {
    super(message);
    this.code = code;
  }
}

/** GraphQL over WebSocket at /graphql. When the server closes, clients are told to come back elsewhere. */
export function liveWebSocketDoor(app: FastifyInstance, door: WebSocketDoor): void {
  const sockets = new Set<LiveSocket>();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: door.liveMessageLimit,
    handleProtocols: () => PROTOCOL,
  });
  // What asks to change to another protocol, such as HTTP/2, is answered as it came.
  const upgrades = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket';
  Object.assign(app.server, { shouldUpgradeCallback: upgrades });
  app.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const requestId = requestIdFrom(request.headers);
    // Whoever breaks off while it is found out who asks must break nothing else.
    stream.on('error', () => undefined);
    void admitted(request, requestId, door)
      .then((caller) => {
        server.handleUpgrade(request, stream, head, (socket) => {
          const live = new LiveSocket(socket, stream, caller, door);
          sockets.add(live);
          door.connections.opened('ws');
          const begun = performance.now();
          socket.once('close', (code) => {
            sockets.delete(live);
            door.connections.closed('ws');
            const milliseconds = Math.round(performance.now() - begun);
            door.log.info({ requestId, milliseconds, code }, 'a WebSocket closed');
          });
        });
      })
      .catch((error) => refuse(stream, error, requestId));
  });
  const heartbeat = setInterval(() => {
    const now = performance.now();
    for (const socket of sockets) socket.beat(now);
  }, door.liveHeartbeat);
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    for (const socket of sockets) socket.close('goingAway');
    setTimeout(() => sockets.forEach((socket) => void socket.terminate()), FAREWELL).unref();
  });
}

/** Who asks, where the upgrade may be made. @throws {Refused | ViewerInvalid | Unidentified | TurnedAway} (the promise) */
async function admitted(
  { url = '', headers, socket }: IncomingMessage,
  requestId: string,
  door: WebSocketDoor,
): Promise<Caller> {
  if (url.replace(/\?.*/s, '') !== PATH) throw new Refused('NOT_FOUND');
  if (door.isDraining()) throw new Refused('SERVER_DRAINING');
  if (isForeign(headers, door.liveOrigins ?? [])) throw new Refused('ORIGIN_FORBIDDEN');
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
  if (!offered?.includes(PROTOCOL)) throw new Refused('BAD_REQUEST', `The WebSocket subprotocol here is ${PROTOCOL}.`);
  const caller = await door.clients.identify(requestId, headers, socket.remoteAddress);
  const turnedAway = await door.gate.enter(caller);
  if (turnedAway) throw turnedAway;
  if (door.clients.mustSign(caller.client)) {
    await door.clients.checkSignature(caller.client, { method: 'GET', path: url, headers, body: Buffer.alloc(0) });
  }
  // It may have begun while it was found out who asks.
  if (door.isDraining()) throw new Refused('SERVER_DRAINING');
  if (!door.connections.hasRoom(caller.client)) throw new Refused('CONNECTION_LIMIT');
  return caller;
}

/** Answers an upgrade as an HTTP request, and gives the connection up. */
function refuse(stream: Duplex, error: unknown, requestId: string): void {
  const coded = error instanceof Refused || error instanceof Unidentified || error instanceof TurnedAway;
  const known = coded ? error.code : error instanceof ViewerInvalid ? 'BAD_REQUEST' : undefined;
  const code = known ?? 'INTERNAL_SERVER_ERROR';
  const { status } = errors[code];
  const body = JSON.stringify(refusal(code, known ? (error as Error).message : errors[code].meaning, requestId));
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `${REQUEST_ID_HEADER}: ${requestId}`,
    'connection: close',
    ...(error instanceof TurnedAway ? [`retry-after: ${error.retryAfter}`] : []),
  ];
  stream.on('error', () => undefined);
  stream.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
