import type { IncomingHttpHeaders } from 'node:http';
import { type Caller, ViewerInvalid } from '../../clients/caller.ts';
import type { Clients } from '../../clients/clients.ts';
import type { CredentialEnds } from '../../clients/credential-ends.ts';
import { Unidentified } from '../../clients/unidentified.ts';
import type { Closing } from './socket-closings.ts';
import { textsOf } from './socket-messages.ts';

/** Largest payload of `connection_init`, in characters: it is kept as long as the connection. */
const INIT_LENGTH = 8192;

/** What says who is at the other end of a socket. */
export interface SocketCallerParts {
  readonly clients: Clients;
  readonly ends: CredentialEnds;
  /** How long a client may take to say `connection_init`, in milliseconds. */
  readonly liveInit: number;
}

/** The connection that is asked over. */
interface Connection {
  /** From where it came. */
  readonly address: string | undefined;
  acknowledge(): void;
  close(why: Closing): void;
}

/** Who is at the other end of a WebSocket: as its upgrade said, then as its `connection_init` says. */
export class SocketCaller {
  readonly #parts: SocketCallerParts;
  readonly #connection: Connection;
  #caller: Caller;
  #isReady = false;
  #isIdentifying = false;
  #hasEnded = false;
  #initTimer: NodeJS.Timeout | undefined;
  #waitNoMore: (() => void) | undefined;

  /** @param caller as the upgrade's request says */
  constructor(caller: Caller, connection: Connection, parts: SocketCallerParts) {
    this.#caller = caller;
    this.#connection = connection;
    this.#parts = parts;
    this.#initTimer = setTimeout(() => connection.close('initTimeout'), parts.liveInit);
  }

  /** Undefined before the connection was acknowledged. */
  get known(): Caller | undefined {
    return this.#isReady ? this.#caller : undefined;
  }

  /** Ends all that waits. */
  end(): void {
    this.#hasEnded = true;
    clearTimeout(this.#initTimer);
    this.#waitNoMore?.();
  }

  /** Reads `connection_init`. Texts of the payload count as headers: a browser's page can't set those of an upgrade. */
  init(payload: unknown): void {
    const { close } = this.#connection;
    if (this.#isReady || this.#isIdentifying) {
      close('tooManyInits');
      return;
    }
    if (JSON.stringify(payload ?? null).length > INIT_LENGTH) {
      close('badRequest');
      return;
    }
    clearTimeout(this.#initTimer);
    this.#initTimer = undefined;
    const refuse = (error: unknown) => close(error instanceof ViewerInvalid ? 'badRequest' : 'forbidden');
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
    const said = { ...(headers as IncomingHttpHeaders), ...told };
    return this.#parts.clients.identify(requestId, said, this.#connection.address);
  }

  /** @throws {Unidentified} */
  #admit(caller: Caller): void {
    // It left while its token was checked.
    if (this.#hasEnded) return;
    const { clients, ends } = this.#parts;
    // A payload has no signature of its own: it may only repeat what the upgrade said, signed.
    if (clients.mustSign(caller.client) && caller.client !== this.#caller.client) {
      throw new Unidentified('SIGNATURE_REFUSED');
    }
    this.#caller = caller;
    this.#isReady = true;
    this.#connection.acknowledge();
    this.#waitNoMore = ends.wait(caller.client, () => this.#connection.close('credentialEnded'));
  }
}
