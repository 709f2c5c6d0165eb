import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Dispatcher, errors } from 'undici';
import { decodeBody, READABLE_ENCODINGS } from './decode-body.ts';
import type { HttpAnswer, Send, Sending } from './subgraph-transport.ts';

/** How a subgraph is reached over HTTP. */
export interface HttpTarget {
  /** Keeps the connections; whoever made it closes it. */
  readonly dispatcher: Dispatcher;
  readonly url: URL;
  /** Largest answer that is taken, in bytes, both as it comes and decoded. */
  readonly responseLimit: number;
  /** Whether answers may come compressed. */
  readonly compressed: boolean;
  /** Bodies of so many bytes or more are sent compressed; 0 for none. */
  readonly compressFrom: number;
}

/** The connection broke while the answer came, so that asking again would not be the first time that it was answered. */
export class AnswerCut extends Error {}

const compress = promisify(gzip);

/** Sends POST requests through undici's dispatch API, which costs a fraction of `fetch`. */
export function httpTransport(target: HttpTarget): Send {
  const { dispatcher, url, responseLimit, compressFrom } = target;
  const options = { origin: url.origin, path: url.pathname + url.search, method: 'POST', blocking: false } as const;
  const own = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(target.compressed && { 'accept-encoding': READABLE_ENCODINGS }),
  };
  return (body, forwarded): Sending => {
    const collector = new Collector(responseLimit);
    const headers = { ...own, ...forwarded };
    if (compressFrom === 0 || body.length < compressFrom) {
      dispatcher.dispatch({ ...options, headers, body }, collector);
      return collector;
    }
    const send = (packed: Buffer) => {
      if (collector.aborted) return;
      const encoded = { ...headers, 'content-encoding': 'gzip' };
      dispatcher.dispatch({ ...options, headers: encoded, body: packed }, collector);
    };
    // Level 1: twice as fast as the default, and nearly as small.
    compress(body, { level: 1 }).then(send, (error) => collector.fail(error));
    return collector;
  };
}

/** Collects one response. */
class Collector implements Dispatcher.DispatchHandler, Sending {
  readonly answer: Promise<HttpAnswer>;
  aborted = false;
  readonly #limit: number;
  #settle:
    | { resolve: (answer: HttpAnswer | Promise<HttpAnswer>) => void; reject: (reason: unknown) => void }
    | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #encoding: string | undefined;
  readonly #chunks: Buffer[] = [];

  constructor(limit: number) {
    this.#limit = limit;
    this.answer = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  abort(): void {
    this.aborted = true;
    const reason = new Error('Nobody waits for the answer any more');
    this.#controller?.abort(reason);
    this.fail(reason);
  }

  fail(reason: unknown): void {
    this.#settle?.reject(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.aborted) controller.abort(new Error('Nobody waits for the answer any more'));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    const encoding = headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') this.#encoding = String(encoding).trim().toLowerCase();
    // What is announced as too large is not even begun.
    if (Number(headers['content-length']) > this.#limit) controller.abort(new errors.ResponseExceededMaxSizeError());
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    if (this.#encoding === undefined || body.length === 0) this.#settle?.resolve({ status: this.#status, body });
    else this.#decode(body, this.#encoding);
  }

  #decode(body: Buffer, encoding: string): void {
    const status = this.#status;
    try {
      const decoded = decodeBody(body, encoding, this.#limit);
      if (Buffer.isBuffer(decoded)) this.#settle?.resolve({ status, body: decoded });
      else this.#settle?.resolve(decoded.then((whole) => ({ status, body: whole })));
    } catch (error) {
      this.fail(error);
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const unreadable = error instanceof errors.ResponseExceededMaxSizeError || error instanceof errors.HTTPParserError;
    this.fail(this.#status > 0 && !unreadable ? new AnswerCut(error.message, { cause: error }) : error);
  }
}
