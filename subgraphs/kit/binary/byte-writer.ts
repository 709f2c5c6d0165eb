/** Up to so many characters a text is written here, one after the other, which is faster than to have it written. */
const LONGEST_HERE = 96;
const POWER_32 = 2 ** 32;
const DASH = 0x2d;

/** The value of each hexadecimal digit, by its character; 255 for what is none. */
const DIGITS = new Uint8Array(128).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Bytes that are added one after the other, in network byte order. */
export class ByteWriter {
  #bytes: Buffer;
  #end = 0;

  /** @param expected how many there may come to be; more have room, too */
  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected);
  }

  /** What was written; nothing may be added after it. */
  done(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  byte(value: number): void {
    const at = this.#room(1);
    this.#bytes[at] = value;
  }

  int16(value: number): void {
    const at = this.#room(2);
    const bytes = this.#bytes;
    bytes[at] = value >>> 8;
    bytes[at + 1] = value;
  }

  int32(value: number): void {
    const at = this.#room(4);
    put32(this.#bytes, at, value);
  }

  /** A number of 32 bits, behind the number of its bytes. */
  sized32(value: number): void {
    const at = this.#room(8);
    const bytes = this.#bytes;
    put32(bytes, at, 4);
    put32(bytes, at + 4, value);
  }

  /**
   * A number of 64 bits, behind the number of its bytes.
   * @param value a whole number that a number holds exactly
   */
  sized64(value: number): void {
    const at = this.#room(12);
    const bytes = this.#bytes;
    put32(bytes, at, 8);
    put32(bytes, at + 4, Math.floor(value / POWER_32));
    put32(bytes, at + 8, value % POWER_32);
  }

  raw(value: Buffer): void {
    const at = this.#room(value.length);
    value.copy(this.#bytes, at);
  }

  /** Text in UTF-8, behind the number of its bytes. */
  text(value: string): void {
    const { length } = value;
    const from = this.#room(4 + 3 * length) + 4;
    const bytes = this.#bytes;
    let at = from;
    if (length <= LONGEST_HERE) {
      for (let place = 0; place < length; place++) {
        const code = value.charCodeAt(place);
        if (code > 0x7f) break;
        bytes[at++] = code;
      }
    }
    if (at - from < length) at = from + bytes.write(value, from);
    put32(bytes, from - 4, at - from);
    this.#end = at;
  }

  /**
   * Hexadecimal digits, with dashes anywhere between two of them, as the bytes that they stand for, behind their number.
   * @param start where the digits begin
   * @throws {RangeError} where something else is among them
   */
  digits(value: string, start: number): void {
    const { length } = value;
    const from = this.#room(4 + length) + 4;
    const bytes = this.#bytes;
    let at = from;
    for (let place = start; place < length; place += 2) {
      if (value.charCodeAt(place) === DASH) place++;
      const high = DIGITS[value.charCodeAt(place)] ?? 255;
      const low = DIGITS[value.charCodeAt(place + 1)] ?? 255;
      if (high === 255 || low === 255) throw new RangeError('What is to be written is no hexadecimal digits.');
      bytes[at++] = (high << 4) | low;
    }
    put32(bytes, from - 4, at - from);
    this.#end = at;
  }

  /** Has the number of all bytes that `write` adds stand before them. */
  counted(write: () => void): void {
    const at = this.#room(4);
    write();
    put32(this.#bytes, at, this.#end - at - 4);
  }

  /** @returns where so many bytes begin */
  #room(bytes: number): number {
    const at = this.#end;
    this.#end = at + bytes;
    if (this.#end > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#end, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, at);
      this.#bytes = larger;
    }
    return at;
  }
}

function put32(bytes: Buffer, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}
