import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Leaving } from '../../subgraphs/sharing/leave-signal.ts';
import type { DoorReply, DoorRequest } from '../door-exchange.ts';
import type { EveryAnswer } from '../every-answer.ts';

/** Longest body, in bytes, of which text is made for Node to write it in one piece with its head: bytes it writes apart. */
const LONG = 65_536;

/** The answer to a request, written to Node's response in one piece. */
export class PlainReply implements DoorReply {
  readonly raw: ServerResponse;
  /** Fires when the client leaves before its answer is whole. */
  readonly left = new Leaving();
  statusCode = 200;
  readonly #request: DoorRequest;
  readonly #every: EveryAnswer;
  readonly #headers: OutgoingHttpHeaders = {};
  readonly #begun = performance.now();
  #isSent = false;

  /** @param route what it is counted under */
  constructor(request: DoorRequest, raw: ServerResponse, every: EveryAnswer, route: string) {
    this.raw = raw;
    this.#request = request;
    this.#every = every;
    every.begin(request, this);
    raw.on('close', () => {
      if (!raw.writableFinished) this.left.abort();
    });
    let isNoted = false;
    const note = () => {
      if (isNoted) return;
      isNoted = true;
      every.note(request, route, this.statusCode, performance.now() - this.#begun);
    };
    raw.on('finish', note);
    // Who left is written to in vain.
    raw.on('error', note);
  }

  code(status: number): this {
    this.statusCode = status;
    return this;
  }

  header(name: string, value: string | number): this {
    this.#headers[name] = value;
    return this;
  }

  hasHeader(name: string): boolean {
    return this.#headers[name] !== undefined;
  }

  removeHeader(name: string): this {
    delete this.#headers[name];
    return this;
  }

  send(body: string | Buffer = ''): this {
    if (this.#isSent) {
      // It failed while it was written: nothing can be told any more.
      this.raw.destroy();
      return this;
    }
    this.#isSent = true;
    this.#every.finishHead(this.#request, this);
    // https://www.rfc-editor.org/rfc/rfc9110#section-8.6
    if (this.statusCode !== 304) this.#headers['content-length'] = Buffer.byteLength(body);
    this.raw.writeHead(this.statusCode, this.#headers);
    if (typeof body === 'string' || body.length > LONG) this.raw.end(body);
    else this.raw.end(body.toString('latin1'), 'latin1');
    return this;
  }

  /** Sends a body, but after a problem, which was sent. */
  sendUnlessAnswered(body: string | Buffer | undefined): void {
    if (body !== undefined) this.send(body);
  }
}
