import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import type { Caller } from '../../clients/caller.ts';
import type { Gate } from '../../guard/gate.ts';
import type { TurnedAway } from '../../guard/turned-away.ts';
import type { LiveSubscriptions } from '../../live/live-subscriptions.ts';
import type { LiveWatch } from '../../telemetry/live.ts';
import { type AskedOperation, askedOperation } from '../graphql/asked-operation.ts';
import type { ResolveOperation } from '../graphql/resolve-operation.ts';
import { ConnectionOperations } from './connection-operations.ts';
import { LiveOutbox } from './live-outbox.ts';
import { SocketCaller, type SocketCallerParts } from './socket-caller.ts';
import { SocketChannel } from './socket-channel.ts';
import { type Closing, closings } from './socket-closings.ts';
import { parsed, turnedAwayError } from './socket-messages.ts';

/** What sockets work with; milliseconds and bytes. */
export interface SocketParts extends SocketCallerParts {
  readonly resolve: ResolveOperation;
  readonly gate: Gate;
  readonly live: LiveSubscriptions;
  readonly watch: LiveWatch;
  /** Most operations under way at once. */
  readonly liveOperations: number;
  /** How much may wait to be read by the client. */
  readonly liveUnsentLimit: number;
  /** How long it may have no operation under way. */
  readonly liveIdle: number;
}

/** How many times what may wait to be read a client may leave unread while it goes on asking. */
const UNREAD = 8;

/** Longest id of an operation, in characters: it stands in each of its messages. */
const ID_LENGTH = 256;

/** A client's WebSocket, which speaks graphql-transport-ws. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export class LiveSocket {
  readonly #socket: WebSocket;
  readonly #parts: SocketParts;
  readonly #channel: SocketChannel;
  readonly #operations: ConnectionOperations;
  readonly #caller: SocketCaller;
  #isAlive = true;
  #busyAt = performance.now();

  /**
   * @param stream below the socket
   * @param caller as the upgrade's request says
   */
  constructor(socket: WebSocket, stream: Duplex, caller: Caller, parts: SocketParts) {
    this.#socket = socket;
    this.#parts = parts;
    const { resolve, live, watch, liveOperations: operationLimit } = parts;
    const connection = { protocol: 'ws', live, watch, outbox: new LiveOutbox(parts.liveUnsentLimit) } as const;
    this.#channel = new SocketChannel(socket, stream);
    this.#operations = new ConnectionOperations({ connection, resolve, operationLimit, channel: this.#channel });
    const { remoteAddress: address } = stream as Duplex & Partial<Socket>;
    const acknowledge = () => this.#channel.say('{"type":"connection_ack"}');
    this.#caller = new SocketCaller(caller, { address, acknowledge, close: (why) => this.close(why) }, parts);
    const sign = () => this.#hear();
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', sign);
    socket.on('ping', sign);
    // Whatever goes wrong on the connection closes it.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#end());
  }

  /**
   * Asks for a sign of life. Ends the connection where the last one was not answered, or where nothing has been asked for long.
   * @param now `performance.now()`
   */
  beat(now: number): void {
    if (!this.#isAlive) {
      this.terminate();
      return;
    }
    if (this.#operations.size > 0) this.#busyAt = now;
    else if (now - this.#busyAt > this.#parts.liveIdle) this.close('idle');
    this.#isAlive = false;
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping();
  }

  close(why: Closing): void {
    this.#end();
    const [code, reason] = closings[why];
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #end(): void {
    this.#caller.end();
    this.#operations.cancelAll();
  }

  /** Notes a sign of life. Who asks and asks, and reads no answer, is given up: each answer that waits takes memory. */
  #hear(): void {
    this.#isAlive = true;
    if (this.#channel.waiting > UNREAD * this.#parts.liveUnsentLimit) this.terminate();
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#hear();
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const message = isBinary ? undefined : parsed(String(data));
    const { type, id, payload } = message ?? {};
    if (type === 'connection_init') this.#caller.init(payload);
    else if (type === 'ping') this.#channel.say('{"type":"pong"}');
    else if (type === 'subscribe' || type === 'complete') this.#operate(type, id, payload);
    else if (type !== 'pong') this.close('badRequest');
  }

  #operate(type: 'subscribe' | 'complete', id: unknown, payload: unknown): void {
    const isId = typeof id === 'string' && id !== '' && id.length <= ID_LENGTH;
    const asked = type === 'subscribe' ? askedOperation(payload) : undefined;
    const caller = this.#caller.known;
    if (!caller) this.close('unauthorized');
    else if (!isId || (type === 'subscribe' && !asked)) this.close('badRequest');
    else if (!asked) this.#operations.cancel(id);
    else if (this.#operations.has(id)) this.close('subscriberExists');
    else this.#begin(id, asked, caller);
  }

  #begin(id: string, asked: AskedOperation, caller: Caller): void {
    const enter = (turnedAway: TurnedAway | undefined): void => {
      if (this.#socket.readyState !== WebSocket.OPEN) return;
      if (turnedAway) this.#channel.finish(id, [turnedAwayError(turnedAway, caller.requestId)]);
      else if (!this.#operations.has(id)) this.#operations.begin(id, asked, caller);
    };
    const turnedAway = this.#parts.gate.enter(caller);
    if (turnedAway instanceof Promise) void turnedAway.then(enter);
    else enter(turnedAway);
  }
}
