import { mkdir } from 'node:fs/promises';
import { encodeRecord } from './record-line.ts';
import { createSegment, openSegments, type ReadRecords, type Segment } from './segment.ts';

/** The journal holds as much as it may: what it was given to hold is not on the disk. */
export class JournalFullError extends Error {
  constructor() {
    super('The journal holds as much as it may.');
  }
}

export interface JournalOptions {
  /** Made where it is not there; nobody else may use it meanwhile. */
  readonly folder: string;
  /** Most bytes on the disk. */
  readonly mostBytes: number;
  /** How long one file gets, in bytes. */
  readonly segmentBytes?: number;
}

const SEGMENT_BYTES = 4 * 1024 * 1024;

interface Waiting {
  readonly line: Buffer;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * An append-only journal of records, for what has to outlive the process before it can go where it belongs. All that is appended while one
 * write reaches the disk goes with the next, so that a record waits for two writes at most, however many come. Whoever takes records out
 * acknowledges them; after a crash, some come again.
 */
export class Journal {
  readonly #options: Required<JournalOptions>;
  /** The oldest first; this process writes to the last, and to none of those that it found. */
  readonly #segments: Segment[];
  #isLastOpen = false;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | undefined;

  private constructor(options: Required<JournalOptions>, segments: Segment[]) {
    this.#options = options;
    this.#segments = segments;
  }

  /** Opens a folder's journal, with what was left in it. */
  static async open(options: JournalOptions): Promise<Journal> {
    await mkdir(options.folder, { recursive: true });
    return new Journal({ segmentBytes: SEGMENT_BYTES, ...options }, await openSegments(options.folder));
  }

  /** Bytes that are on the disk. */
  get bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.durable, 0);
  }

  /**
   * Adds a record of one line; it is on the disk when this resolves.
   * @throws {JournalFullError}, or what the file system says; the record may then be there or not
   */
  append(text: string): Promise<void> {
    const line = encodeRecord(text);
    if (this.bytes + this.#waitingBytes + line.length > this.#options.mostBytes)
      return Promise.reject(new JournalFullError());
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ line, resolve, reject });
    this.#waitingBytes += line.length;
    this.#write();
    return promise;
  }

  /**
   * The oldest records that nobody acknowledged, and a function that does: they never come again then. An empty list where there are none.
   * One reader at a time.
   * @param most how many at most
   */
  async read(most: number): Promise<{ records: readonly string[]; damaged: number; acknowledge(): Promise<void> }> {
    let damaged = 0;
    for (;;) {
      const segment = this.#segments.find((each) => each.left > 0);
      if (!segment) return { records: [], damaged, acknowledge: async () => {} };
      const read: ReadRecords = await segment.read(most);
      damaged += read.damaged;
      if (read.records.length > 0) {
        return { records: read.records, damaged, acknowledge: () => this.#acknowledge(segment, read.end) };
      }
      await this.#acknowledge(segment, read.end);
    }
  }

  /** Waits for what is being written. What nobody acknowledged stays for the next who opens the folder. */
  async close(): Promise<void> {
    await this.#writing;
    for (const segment of this.#segments) await (segment.left > 0 ? segment.close() : segment.remove());
  }

  async #acknowledge(segment: Segment, end: number): Promise<void> {
    segment.acknowledged = end;
    if (segment.left > 0) return;
    if (segment === this.#last()) {
      // What is being appended meanwhile has its place behind; it is cut another time.
      this.#writing ??= segment.empty().finally(() => this.#goOn());
      await this.#writing;
    } else {
      await this.#drop(segment);
    }
  }

  /** The segment to which this process writes, if there is one yet. */
  #last(): Segment | undefined {
    return this.#isLastOpen ? this.#segments.at(-1) : undefined;
  }

  #write(): void {
    this.#writing ??= this.#writeGroup().finally(() => this.#goOn());
  }

  #goOn(): void {
    this.#writing = undefined;
    if (this.#waiting.length > 0) this.#write();
  }

  async #writeGroup(): Promise<void> {
    // Whatever comes in the same turn of the event loop shares the write.
    await new Promise(setImmediate);
    const group = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    let segment = this.#last();
    try {
      segment ??= await this.#begin();
      await segment.write(Buffer.concat(group.map(({ line }) => line)));
      if (segment.durable >= this.#options.segmentBytes) this.#isLastOpen = false;
      for (const { resolve } of group) resolve();
    } catch (error) {
      // What of it reached the disk is unknown, so nothing follows it there.
      this.#isLastOpen = false;
      for (const { reject } of group) reject(error);
      if (segment?.left === 0) await this.#drop(segment).catch(() => {});
    }
  }

  async #drop(segment: Segment): Promise<void> {
    this.#segments.splice(this.#segments.indexOf(segment), 1);
    await segment.remove();
  }

  async #begin(): Promise<Segment> {
    const segment = await createSegment(this.#options.folder, this.#segments.at(-1));
    this.#segments.push(segment);
    this.#isLastOpen = true;
    return segment;
  }
}
