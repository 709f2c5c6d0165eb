import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { errors } from 'undici';
import { type Utf8Text, utf8Bytes } from '../../utf8-text.ts';
import { headerLine } from '../headers/header-lines.ts';
import { decodeBody, READABLE_ENCODINGS } from './decode-body.ts';
import type { Exchange, HttpConnection } from './http-connection.ts';
import type { HttpConnections } from './http-connections.ts';
import type { HttpResponse } from './response-reader.ts';
import type { AnswerSink, Send, Sending } from './subgraph-transport.ts';

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

/** Sends POST requests over HTTP/1.1. */
export function httpTransport(target: HttpTarget): Send {
  const { compressFrom } = target;
  const start = startOf(target);
  return (body, headers, sink): Sending => {
    const sending = new HttpSending(target, sink);
    const head = start + headers;
    if (compressFrom > 0 && body.length >= compressFrom) sending.sendCompressed(head, body);
    else sending.send(head, body);
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
  const lines = Object.entries(headers).map(([name, value]) => headerLine(name, value));
  return `POST ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}`;
}

/** One request and its answer. */
class HttpSending implements Exchange, Sending {
  head = '';
  body: string | Buffer = '';
  connection: HttpConnection | undefined;
  readonly #target: HttpTarget;
  /** Undefined once it is given up. */
  #sink: AnswerSink | undefined;

  constructor(target: HttpTarget, sink: AnswerSink) {
    this.#target = target;
    this.#sink = sink;
  }

  send(head: string, body: Utf8Text | Buffer): void {
    this.head = `${head}content-length: ${body.length}\r\n\r\n`;
    this.body = body;
    this.#target.connections.send(this);
  }

  sendCompressed(head: string, body: Utf8Text): void {
    const send = (packed: Buffer) => {
      if (this.#sink) this.send(`${head}content-encoding: gzip\r\n`, packed);
    };
    // Level 1: twice as fast as the default, and nearly as small.
    compress(utf8Bytes(body), { level: 1 }).then(send, (error) => this.failed(error, false));
  }

  abort(): void {
    this.#sink = undefined;
    this.#target.connections.giveUp(this, new Error('Nobody waits for the answer any more'));
  }

  answered({ status, encoding, body }: HttpResponse): void {
    if (encoding === undefined || body.length === 0) {
      this.#sink?.answered({ status, body });
      return;
    }
    try {
      const decoded = decodeBody(body, encoding, this.#target.responseLimit);
      if (Buffer.isBuffer(decoded)) this.#sink?.answered({ status, body: decoded });
      else {
        decoded.then(
          (whole) => this.#sink?.answered({ status, body: whole }),
          (error) => this.#sink?.failed(error),
        );
      }
    } catch (error) {
      this.#sink?.failed(error);
    }
  }

  failed(error: unknown, begun: boolean): void {
    const unreadable = error instanceof errors.ResponseExceededMaxSizeError || error instanceof errors.HTTPParserError;
    this.#sink?.failed(begun && !unreadable ? new AnswerCut(String(error), { cause: error }) : error);
  }
}
