import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { UsedSignatures } from '../../store/used-signatures.ts';
import { Unidentified } from '../unidentified.ts';
import { SeenSignatures } from './seen-signatures.ts';

/** How far the time of a signature may be from ours, in milliseconds. */
const WINDOW = 60_000;

/** What is signed of a request. */
export interface SignedRequest {
  readonly method: string;
  /** With its query, as it was sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent; empty where there is none. */
  readonly body: Buffer;
}

const FORGOTTEN = 'is of a time before this gateway started, or found again what others took: sign anew';

/** `t=<milliseconds since 1970>,v1=<HMAC in hexadecimal digits>` */
const HEADER = /^t=(\d{13}),v1=([0-9a-f]{64})$/;

/**
 * Checks `x-redcat-signature`: HMAC-SHA256, by the client's secret, over time, method, path and the SHA-256 of the body in hexadecimal
 * digits, a line each. Each signature is taken once, by one of the gateways that share what they took; none is of which nobody
 * may know any more, as of those from before the start where none is shared.
 */
export class RequestSignatures {
  readonly #seen = new Map<string, SeenSignatures>();
  readonly #shared: UsedSignatures | undefined;
  readonly #now: () => number;
  /** What was signed before it may have been taken before this process began. */
  readonly #begun: number;

  /**
   * @param shared what other gateways took, too; undefined where there are none
   * @param now milliseconds since 1970
   */
  constructor(shared?: UsedSignatures, now: () => number = Date.now) {
    this.#shared = shared;
    this.#now = now;
    this.#begun = now();
  }

  async close(): Promise<void> {
    await this.#shared?.close();
  }

  /**
   * @param name of the client
   * @throws {Unidentified} (or the promise) where the request is not signed as it should be
   */
  check(name: string, secret: Buffer, request: SignedRequest): void | Promise<void> {
    const [, time, given = ''] = HEADER.exec(String(request.headers['x-redcat-signature'] ?? '')) ?? [];
    if (time === undefined) throw refused('is missing, or does not read like t=1748700000000,v1=<64 digits>');
    const now = this.#now();
    if (Math.abs(now - Number(time)) > WINDOW) throw refused('is of a time more than a minute from now');
    if (Number(time) < (this.#shared?.knownSince ?? this.#begun)) throw refused(FORGOTTEN);
    if (!timingSafeEqual(Buffer.from(given, 'hex'), signatureOf(secret, time, request))) {
      throw refused('is wrong for this method, path, time and body');
    }
    const seen = this.#seen.get(name) ?? new SeenSignatures(2 * WINDOW);
    this.#seen.set(name, seen);
    const outcome = seen.add(given, now);
    if (outcome === 'seen') throw refused('was used before');
    if (outcome === 'full') throw new Unidentified('CREDENTIALS_UNAVAILABLE', 'Too many signed requests at once.');
    if (this.#shared) return useOnce(this.#shared, given);
  }
}

/** @throws {Unidentified} (the promise) where it was used at another gateway, or nobody can say */
async function useOnce(shared: UsedSignatures, signature: string): Promise<void> {
  const isNew = await shared.use(Buffer.from(signature, 'hex'), 2 * WINDOW).catch(() => {
    throw new Unidentified('CREDENTIALS_UNAVAILABLE');
  });
  if (!isNew) throw refused('was used before');
}

function refused(why: string): Unidentified {
  return new Unidentified('SIGNATURE_REFUSED', `The signature ${why}.`);
}

function signatureOf(secret: Buffer, time: string, { method, path, body }: SignedRequest): Buffer {
  const text = `${time}\n${method}\n${path}\n${hash('sha256', body, 'hex')}`;
  return createHmac('sha256', secret).update(text).digest();
}
