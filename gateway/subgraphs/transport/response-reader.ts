import { errors } from 'undici';
import { ChunkedBody } from './chunked-body.ts';
import { ReceivedBytes } from './received-bytes.ts';
import { type ResponseHead, readHead } from './response-head.ts';

/** Longest head of a response, in bytes. */
const MOST_HEAD_BYTES = 16_384;
const BEGIN = Buffer.from('HTTP/1.');
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const NO_BODY = Buffer.alloc(0);

/** A response that has come whole. */
export interface HttpResponse {
  readonly status: number;
  readonly encoding: string | undefined;
  /** Whether its connection may be used again. */
  readonly keepAlive: boolean;
  /** See `ResponseHead`. */
  readonly idleLimit: number | undefined;
  /** Valid until anything else is read. */
  readonly body: Buffer;
}

/** Reads one HTTP/1.1 response from what its connection brings. What it is given is copied as far as it is kept from call to call. */
export class ResponseReader {
  readonly #limit: number;
  /** What has come of a head that is not whole. */
  #begun: Buffer | undefined;
  #head: ResponseHead | undefined;
  #chunked: ChunkedBody | undefined;
  /** What has come of a body that is not whole. */
  #body: ReceivedBytes | undefined;

  /** @param limit the most bytes of a body */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether the answer has begun. */
  get hasBegun(): boolean {
    return this.#head !== undefined;
  }

  /**
   * Reads on.
   * @param bytes valid during the call alone
   * @returns the response when it is whole
   * @throws {errors.HTTPParserError | errors.ResponseExceededMaxSizeError}
   */
  read(bytes: Buffer): HttpResponse | undefined {
    let rest = bytes;
    while (!this.#head) {
      const end = this.#endOfHead(rest);
      if (end === undefined) return undefined;
      const { all, at } = end;
      rest = all.subarray(at + END_OF_HEAD.length);
      // What is only on the way to an answer (100, 103) is passed over.
      const head = readHead(all.toString('latin1', 0, at));
      if (head.status >= 200) this.#begin(head);
      else if (head.status === 101) throw new errors.HTTPParserError('The server changes the protocol');
    }
    return this.#readBody(this.#head, rest);
  }

  /** The connection has ended. Gives the response where that is how its body ends. */
  end(): HttpResponse | undefined {
    return this.#head?.body === 'until end' ? this.#whole(this.#head, false) : undefined;
  }

  /** Where the head ends, in what has come of it; keeps what has come where it does not. */
  #endOfHead(bytes: Buffer): { readonly all: Buffer; readonly at: number } | undefined {
    const all = this.#begun ? Buffer.concat([this.#begun, bytes]) : bytes;
    const at = all.indexOf(END_OF_HEAD);
    if ((at < 0 ? all.length : at) > MOST_HEAD_BYTES) throw new errors.HTTPParserError('The head is too long');
    if (at >= 0) {
      this.#begun = undefined;
      return { all, at };
    }
    const begins = all.subarray(0, BEGIN.length);
    // What does not even begin as a head may never end as one.
    if (!begins.equals(BEGIN.subarray(0, begins.length))) throw new errors.HTTPParserError('This is no HTTP/1');
    this.#begun = Buffer.from(all);
    return undefined;
  }

  #begin(head: ResponseHead): void {
    // What is announced as too large is not even begun.
    if (typeof head.body === 'number' && head.body > this.#limit) throw new errors.ResponseExceededMaxSizeError();
    this.#head = head;
  }

  #readBody(head: ResponseHead, bytes: Buffer): HttpResponse | undefined {
    if (typeof head.body === 'number') {
      // Most answers come in one piece.
      if (!this.#body && bytes.length === head.body) return whole(head, bytes, true);
      const own = bytes.subarray(0, head.body - (this.#body?.size ?? 0));
      this.#take(own);
      return (this.#body?.size ?? 0) === head.body ? this.#whole(head, own.length === bytes.length) : undefined;
    }
    if (head.body === 'until end') {
      this.#take(bytes);
      return undefined;
    }
    this.#chunked ??= new ChunkedBody();
    const read = this.#chunked.read(bytes, (data) => this.#take(data));
    return this.#chunked.isWhole ? this.#whole(head, read === bytes.length) : undefined;
  }

  #take(data: Buffer): void {
    if (data.length === 0) return;
    this.#body ??= new ReceivedBytes();
    if (this.#body.size + data.length > this.#limit) throw new errors.ResponseExceededMaxSizeError();
    this.#body.add(data);
  }

  #whole(head: ResponseHead, exact: boolean): HttpResponse {
    return whole(head, this.#body?.whole() ?? NO_BODY, exact);
  }
}

/** @param exact whether nothing came after it: who is sent more than was asked for can't tell whose the next answer is */
function whole({ status, encoding, keepAlive, idleLimit }: ResponseHead, body: Buffer, exact: boolean): HttpResponse {
  return { status, encoding, keepAlive: keepAlive && exact, idleLimit, body };
}
