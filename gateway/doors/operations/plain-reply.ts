import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Leaving } from '../../subgraphs/sharing/leave-signal.ts';
import { type Utf8Text, utf8Text } from '../../utf8-text.ts';
import type { DoorReply, DoorRequest } from '../door-exchange.ts';
import type { EveryAnswer } from '../every-answer.ts';

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
      every.note(request, route, this.statusCode, performance.now() - this.#begun);
    });
    raw.on('error', inVain);
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

  send(body = ''): this {
    return this.#sendUtf8(utf8Text(body));
  }

  /** Sends a body, but after a problem, which was sent. */
  sendUnlessAnswered(body: Utf8Text | undefined): void {
    if (body !== undefined) this.#sendUtf8(body);
  }

  #sendUtf8(body: Utf8Text): this {
    if (this.#isSent) {
      // It failed while it was written: nothing can be told any more.
      this.raw.destroy();
      return this;
    }
    this.#isSent = true;
    this.#every.finishHead(this.#request, this);
    // https://www.rfc-editor.org/rfc/rfc9110#section-8.6
    if (this.statusCode !== 304) this.#headers['content-length'] = body.length;
    this.raw.writeHead(this.statusCode, this.#headers);
    this.raw.end(body, 'latin1');
    return this;
  }
}

/** Who left is written to in vain. */
function inVain(): void {}
