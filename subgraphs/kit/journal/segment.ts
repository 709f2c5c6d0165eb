import { constants } from 'node:fs';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeRecords } from './record-line.ts';

/** How much of a segment is read at once: much more than the longest record. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Whether a write returns when it is on the disk: then there is one answer of the system to wait for, and not two, which on a busy event loop
 * is a turn of it less. Elsewhere files are synced, since there the flag is not known, or leaves bytes in the disk's own cache.
 */
const WRITES_THROUGH = process.platform === 'linux';
const { O_APPEND, O_CREAT, O_DSYNC, O_EXCL, O_RDWR } = constants;
const APPENDING = O_RDWR | O_APPEND | O_CREAT | (WRITES_THROUGH ? O_DSYNC : 0);

/** Records as they were read, and what to acknowledge for them. */
export interface ReadRecords {
  readonly records: readonly string[];
  readonly damaged: number;
  /** Where the next read begins. */
  readonly end: number;
}

/** One file of a journal: records are added at its end, and read from its beginning. */
export class Segment {
  readonly path: string;
  /** How many bytes are on the disk for certain. */
  durable: number;
  /** How many bytes are done with. */
  acknowledged = 0;
  readonly #file: FileHandle;

  constructor(path: string, file: FileHandle, durable: number) {
    this.path = path;
    this.#file = file;
    this.durable = durable;
  }

  /** Bytes that are on the disk and not done with. */
  get left(): number {
    return this.durable - this.acknowledged;
  }

  /** Adds lines, on the disk when this resolves. */
  async write(lines: Buffer): Promise<void> {
    await this.#file.appendFile(lines);
    if (!WRITES_THROUGH) await this.#file.datasync();
    this.durable += lines.length;
  }

  /** Reads on after what is done with. */
  async read(most: number): Promise<ReadRecords> {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, this.left));
    const { bytesRead } = await this.#file.read(chunk, 0, chunk.length, this.acknowledged);
    const { records, bytes, damaged } = decodeRecords(chunk.subarray(0, bytesRead), most);
    // What another system took away is gone; a last line without an end gets none any more, nor does what is longer than any record.
    if (bytesRead === 0) return { records, damaged: damaged + 1, end: this.durable };
    const isTorn = bytesRead === this.left && records.length < most && bytes < bytesRead;
    if (isTorn || bytes === 0) return { records, damaged: damaged + 1, end: this.acknowledged + bytesRead };
    return { records, damaged, end: this.acknowledged + bytes };
  }

  /** Forgets all of it, which must be done with. */
  async empty(): Promise<void> {
    await this.#file.truncate(0);
    this.durable = 0;
    this.acknowledged = 0;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async remove(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }
}

/** The segments that are in a folder, the oldest first. */
export async function openSegments(folder: string): Promise<Segment[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{12}\.journal$/.test(name)).sort();
  const segments: Segment[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const file = await open(path, APPENDING);
    segments.push(new Segment(path, file, (await file.stat()).size));
  }
  return segments;
}

/** Makes the segment that follows another. */
export async function createSegment(folder: string, after: Segment | undefined): Promise<Segment> {
  const number = after ? Number(after.path.slice(-20, -8)) + 1 : 0;
  const path = join(folder, `${String(number).padStart(12, '0')}.journal`);
  const file = await open(path, APPENDING | O_EXCL);
  await syncFolder(folder);
  return new Segment(path, file, 0);
}

/** A new file is found after a loss of power when its folder is on the disk as well. Windows can't, and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
