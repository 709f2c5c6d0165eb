import { errors } from 'undici';

/** Longest line that gives the size of a chunk, and longest trailer, in bytes. */
const MOST_LINE_BYTES = 4096;
const CHUNK = /^0*([0-9a-f]{1,8})[\t ]*(?:;.*)?$/i;
/** A line of a trailer. What follows a chunk of no bytes and is none may be data that went wrong: then the body is not whole. */
const FIELD = /^[!#$%&'*+.^`|~\w-]+:[\t\x20-\x7e\x80-\xff]*$/;

/** Reads a body that comes in chunks. https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
export class ChunkedBody {
  /** `size`: the line with a chunk's size; `end`: the line end after its data; `trailer`: lines after the last chunk. */
  #expects: 'size' | 'data' | 'end' | 'trailer' | 'nothing' = 'size';
  /** Bytes of the current chunk that have not come. */
  #missing = 0;
  /** What has come of a line. */
  #line = '';

  /** Whether the body is whole. */
  get isWhole(): boolean {
    return this.#expects === 'nothing';
  }

  /**
   * Reads on.
   * @param take is given the data, as views
   * @returns how many of the bytes belong to the body
   * @throws {errors.HTTPParserError}
   */
  read(bytes: Buffer, take: (data: Buffer) => void): number {
    let at = 0;
    while (at < bytes.length && !this.isWhole) {
      if (this.#expects === 'data') {
        const data = bytes.subarray(at, at + this.#missing);
        take(data);
        at += data.length;
        this.#missing -= data.length;
        if (this.#missing === 0) this.#expects = 'end';
      } else {
        const feed = bytes.indexOf(10, at);
        const end = feed < 0 ? bytes.length : feed + 1;
        this.#line += bytes.toString('latin1', at, end);
        if (this.#line.length > MOST_LINE_BYTES) throw new errors.HTTPParserError('A line of a chunk is too long');
        at = end;
        if (feed >= 0) this.#readLine();
      }
    }
    return at;
  }

  #readLine(): void {
    if (!this.#line.endsWith('\r\n')) throw new errors.HTTPParserError('A line of a chunk ends otherwise than in CRLF');
    const line = this.#line.slice(0, -2);
    this.#line = '';
    if (this.#expects === 'size') {
      const [, size] = CHUNK.exec(line) ?? [];
      if (size === undefined) throw new errors.HTTPParserError('A chunk has no size');
      this.#missing = Number.parseInt(size, 16);
      this.#expects = this.#missing > 0 ? 'data' : 'trailer';
    } else if (this.#expects === 'trailer') {
      if (line === '') this.#expects = 'nothing';
      else if (!FIELD.test(line)) throw new errors.HTTPParserError('A line of a trailer is no header');
    } else if (line === '') {
      this.#expects = 'size';
    } else {
      throw new errors.HTTPParserError('A chunk is longer than it says');
    }
  }
}
