/** Least room that is made for further pieces, in bytes. */
const LEAST_ROOM = 1024;
const NOTHING = Buffer.alloc(0);

/** Bytes that come in pieces, and are copied. However small the pieces are, it takes little more than twice the memory of what came. */
export class ReceivedBytes {
  /** The last one has room left, where `#room` says so. */
  readonly #blocks: Buffer[] = [];
  /** The part of the last block that nothing has been copied to. */
  #room: Buffer = NOTHING;
  #size = 0;

  /** How many bytes have come. */
  get size(): number {
    return this.#size;
  }

  /** @param bytes valid during the call alone */
  add(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (this.#size === 0) {
      // Most answers come in one piece.
      this.#blocks.push(Buffer.from(bytes));
    } else {
      const copied = this.#fill(bytes);
      if (copied < bytes.length) {
        // An object for each piece would take a hundred bytes for one.
        this.#room = Buffer.allocUnsafe(Math.max(bytes.length - copied, this.#size, LEAST_ROOM));
        this.#blocks.push(this.#room);
        this.#fill(bytes.subarray(copied));
      }
    }
    this.#size += bytes.length;
  }

  /** All that has come. */
  whole(): Buffer {
    const [first = NOTHING] = this.#blocks;
    return this.#blocks.length <= 1 ? first : Buffer.concat(this.#blocks, this.#size);
  }

  /** Copies as much as there is room for. Gives how much that was. */
  #fill(bytes: Buffer): number {
    const copied = bytes.copy(this.#room);
    this.#room = this.#room.subarray(copied);
    return copied;
  }
}
