import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { errors } from 'undici';
import { isOfMessage } from '../headers/header-rules.ts';
import { decodeBody, READABLE_ENCODINGS } from './decode-body.ts';
import type { Exchange, HttpConnection } from './http-connection.ts';
import type { HttpConnections } from './http-connections.ts';
import type { HttpResponse } from './response-reader.ts';
import type { HttpAnswer, Send, Sending } from './subgraph-transport.ts';

/** How a subgraph is reached over HTTP. */
export interface HttpTarget {
  /** Whoever made them ends them. */
  readonly connections: HttpConnections;
  readonly url: URL;
  /** Largest answer that is taken, in bytes, decoded. */
  readonly responseLimit: number;
  /** Whether answers may come compressed. */
  readonly compressed: boolean;
  /** Bodies of so many bytes or more are sent compressed; 0 for none. */
  readonly compressFrom: number;
}

/** The connection broke while the answer came, so that asking again would not be the first time that it was answered. */
export class AnswerCut extends Error {}

const compress = promisify(gzip);

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const NAME = /^[!#$%&'*+.^`|~\w-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Sends POST requests over HTTP/1.1. */
export function httpTransport(target: HttpTarget): Send {
  const { compressFrom } = target;
  const start = startOf(target);
  return (body, forwarded): Sending => {
    const sending = new HttpSending(target);
    try {
      const head = start + forwardedLines(forwarded);
      if (compressFrom > 0 && body.length >= compressFrom) sending.sendCompressed(head, body);
      else sending.send(head, Buffer.byteLength(body) === body.length ? body : Buffer.from(body));
    } catch (error) {
      sending.failed(error, false);
    }
    return sending;
  };
}

/** Request line and headers that are the same for all requests. */
function startOf({ url, compressed }: HttpTarget): string {
  const headers = {
    host: url.host,
    connection: 'keep-alive',
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(compressed && { 'accept-encoding': READABLE_ENCODINGS }),
  };
  return `POST ${url.pathname}${url.search} HTTP/1.1\r\n${linesOf(headers)}`;
}

function linesOf(headers: Readonly<Record<string, string>>): string {
  let lines = '';
  for (const name in headers) lines += `${name}: ${headers[name]}\r\n`;
  return lines;
}

/**
 * Lines of the headers that go on. Whoever hands on all that a client sent must not have that client say where the request to the
 * subgraph ends: what belongs to the client's message stays here.
 * @throws {errors.InvalidArgumentError} for what HTTP does not allow in a header
 */
function forwardedLines(headers: Readonly<Record<string, string>>): string {
  let lines = '';
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (!NAME.test(name) || !VALUE.test(value)) throw new errors.InvalidArgumentError(`${name} is no valid header`);
    if (!isOfMessage(name.toLowerCase())) lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

/** One request and its answer. */
class HttpSending implements Exchange, Sending {
  readonly answer: Promise<HttpAnswer>;
  head = '';
  body: string | Buffer = '';
  connection: HttpConnection | undefined;
  readonly #target: HttpTarget;
  #isAborted = false;
  #resolve: (answer: HttpAnswer | Promise<HttpAnswer>) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;

  constructor(target: HttpTarget) {
    this.#target = target;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** @param body text that is ASCII, or bytes */
  send(head: string, body: string | Buffer): void {
    this.head = `${head}content-length: ${body.length}\r\n\r\n`;
    this.body = body;
    this.#target.connections.send(this);
  }

  sendCompressed(head: string, body: string): void {
    const send = (packed: Buffer) => {
      if (!this.#isAborted) this.send(`${head}content-encoding: gzip\r\n`, packed);
    };
    // Level 1: twice as fast as the default, and nearly as small.
    compress(body, { level: 1 }).then(send, this.#reject);
  }

  abort(): void {
    const reason = new Error('Nobody waits for the answer any more');
    this.#isAborted = true;
    this.#reject(reason);
    this.#target.connections.giveUp(this, reason);
  }

  answered({ status, encoding, body }: HttpResponse): void {
    if (encoding === undefined || body.length === 0) {
      this.#resolve({ status, body });
      return;
    }
    try {
      const decoded = decodeBody(body, encoding, this.#target.responseLimit);
      if (Buffer.isBuffer(decoded)) this.#resolve({ status, body: decoded });
      else this.#resolve(decoded.then((whole) => ({ status, body: whole })));
    } catch (error) {
      this.#reject(error);
    }
  }

  failed(error: unknown, begun: boolean): void {
    const unreadable = error instanceof errors.ResponseExceededMaxSizeError || error instanceof errors.HTTPParserError;
    this.#reject(begun && !unreadable ? new AnswerCut(String(error), { cause: error }) : error);
  }
}
