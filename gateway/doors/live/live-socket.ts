import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import { type Caller, ViewerInvalid } from '../../clients/caller.ts';
import type { Clients } from '../../clients/clients.ts';
import type { CredentialEnds } from '../../clients/credential-ends.ts';
import { Unidentified } from '../../clients/unidentified.ts';
import type { Gate } from '../../guard/gate.ts';
import type { TurnedAway } from '../../guard/turned-away.ts';
import type { LiveSubscriptions } from '../../live/live-subscriptions.ts';
import type { LiveWatch } from '../../telemetry/live.ts';
import { type AskedOperation, askedOperation } from '../graphql/asked-operation.ts';
import type { ResolveOperation } from '../graphql/resolve-operation.ts';
import { ConnectionOperations } from './connection-operations.ts';
import { LiveOutbox } from './live-outbox.ts';
import { SocketChannel } from './socket-channel.ts';
import { parsed, textsOf, turnedAwayError } from './socket-messages.ts';

/** What sockets work with; milliseconds and bytes. */
export interface SocketParts {
  readonly clients: Clients;
  readonly ends: CredentialEnds;
  readonly resolve: ResolveOperation;
  readonly gate: Gate;
  readonly live: LiveSubscriptions;
  readonly watch: LiveWatch;
  /** Most operations under way at once. */
  readonly liveOperations: number;
  /** How much may wait to be read by the client. */
  readonly liveUnsentLimit: number;
  /** How long a client may take to say `connection_init`. */
  readonly liveInit: number;
  /** How long it may have no operation under way. */
  readonly liveIdle: number;
}

/** Largest payload of `connection_init`, in characters: it is kept as long as the connection. */
const INIT_LENGTH = 8192;
/** How many times what may wait to be read a client may leave unread while it goes on asking. */
const UNREAD = 8;

/** Longest id of an operation, in characters: it stands in each of its messages. */
const ID_LENGTH = 256;

/** Why a connection is closed: codes of graphql-transport-ws, and of WebSocket. */
export const closings = {
  goingAway: [1001, 'Going away: connect again'],
  idle: [1000, 'Nothing was asked for a while'],
  badRequest: [4400, 'Invalid message'],
  unauthorized: [4401, 'Unauthorized'],
  forbidden: [4403, 'Forbidden'],
  // With 4401 clients would give up: with 4403 they connect again, and may show a new credential.
  credentialEnded: [4403, 'Forbidden: the credential has ended'],
  initTimeout: [4408, 'Connection initialisation timeout'],
  subscriberExists: [4409, 'Subscriber already exists'],
  tooManyInits: [4429, 'Too many initialisation requests'],
} as const;

/** A client's WebSocket, which speaks graphql-transport-ws. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export class LiveSocket {
  readonly #socket: WebSocket;
  readonly #parts: SocketParts;
  readonly #channel: SocketChannel;
  readonly #operations: ConnectionOperations;
  readonly #address: string | undefined;
  #caller: Caller;
  #isReady = false;
  #isIdentifying = false;
  #isAlive = true;
  #initTimer: NodeJS.Timeout | undefined;
  #waitNoMore: (() => void) | undefined;
  #busyAt = performance.now();

  /**
   * @param stream below the socket
   * @param caller as the upgrade's request says
   */
  constructor(socket: WebSocket, stream: Duplex, caller: Caller, parts: SocketParts) {
    this.#socket = socket;
    this.#caller = caller;
    this.#address = (stream as Duplex & Partial<Socket>).remoteAddress;
    this.#parts = parts;
    const { resolve, live, watch, liveOperations: operationLimit } = parts;
    const connection = { protocol: 'ws', live, watch, outbox: new LiveOutbox(parts.liveUnsentLimit) } as const;
    this.#channel = new SocketChannel(socket, stream);
    this.#operations = new ConnectionOperations({ connection, resolve, operationLimit, channel: this.#channel });
    this.#initTimer = setTimeout(() => this.close('initTimeout'), parts.liveInit);
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

  close(why: keyof typeof closings): void {
    this.#end();
    const [code, reason] = closings[why];
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #end(): void {
    clearTimeout(this.#initTimer);
    this.#waitNoMore?.();
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
    if (type === 'connection_init') this.#init(payload);
    else if (type === 'ping') this.#channel.say('{"type":"pong"}');
    else if (type === 'subscribe' || type === 'complete') this.#operate(type, id, payload);
    else if (type !== 'pong') this.close('badRequest');
  }

  /** Texts of the payload count as headers: a browser's page can't set those of an upgrade. */
  #init(payload: unknown): void {
    if (this.#isReady || this.#isIdentifying) {
      this.close('tooManyInits');
      return;
    }
    if (JSON.stringify(payload ?? null).length > INIT_LENGTH) {
      this.close('badRequest');
      return;
    }
    clearTimeout(this.#initTimer);
    this.#initTimer = undefined;
    const refuse = (error: unknown) => this.close(error instanceof ViewerInvalid ? 'badRequest' : 'forbidden');
    try {
      const known = this.#identify(textsOf(payload));
      if (known instanceof Promise) {
        this.#isIdentifying = true;
        known.then((caller) => this.#admit(caller)).catch(refuse);
      } else {
        this.#admit(known);
      }
    } catch (error) {
      refuse(error);
    }
  }

  /** @throws {ViewerInvalid | Unidentified} (or the promise) */
  #identify(texts: Readonly<Record<string, string>>): Caller | Promise<Caller> {
    const { requestId, headers } = this.#caller;
    // From where it came says the connection, and never who sent it.
    const { 'x-forwarded-for': _claimed, ...told } = texts;
    return this.#parts.clients.identify(requestId, { ...(headers as IncomingHttpHeaders), ...told }, this.#address);
  }

  /** @throws {Unidentified} */
  #admit(caller: Caller): void {
    const { clients } = this.#parts;
    // A payload has no signature of its own: it may only repeat what the upgrade said, signed.
    if (clients.mustSign(caller.client) && caller.client !== this.#caller.client) {
      throw new Unidentified('SIGNATURE_REFUSED');
    }
    this.#caller = caller;
    this.#isReady = true;
    this.#channel.say('{"type":"connection_ack"}');
    this.#waitNoMore = this.#parts.ends.wait(caller.client, () => this.close('credentialEnded'));
  }

  #operate(type: 'subscribe' | 'complete', id: unknown, payload: unknown): void {
    const isId = typeof id === 'string' && id !== '' && id.length <= ID_LENGTH;
    const asked = type === 'subscribe' ? askedOperation(payload) : undefined;
    if (!this.#isReady) this.close('unauthorized');
    else if (!isId || (type === 'subscribe' && !asked)) this.close('badRequest');
    else if (!asked) this.#operations.cancel(id);
    else if (this.#operations.has(id)) this.close('subscriberExists');
    else this.#begin(id, asked);
  }

  #begin(id: string, asked: AskedOperation): void {
    const caller = this.#caller;
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
