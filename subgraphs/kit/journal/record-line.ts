import { crc32 } from 'node:zlib';

/** Longest line, in bytes. */
const LONGEST_RECORD = 16 * 1024;

/** `<CRC-32 of the text, 8 hexadecimal digits> <text>\n`: whether a line is whole can be told from the line alone. */
export function encodeRecord(text: string): Buffer {
  const line = Buffer.from(`${checksum(Buffer.from(text))} ${text}\n`);
  if (line.length > LONGEST_RECORD || text.includes('\n'))
    throw new RangeError('A record is one line of at most 16 KiB.');
  return line;
}

/** What a part of a journal holds. */
export interface DecodedRecords {
  readonly records: string[];
  /** How many bytes were read: to the end of the last line that is there to its end. */
  readonly bytes: number;
  /** Lines that are damaged, as the last one of a process that died while writing. */
  readonly damaged: number;
}

/**
 * Reads lines, and skips damaged ones.
 * @param most how many records at most
 */
export function decodeRecords(bytes: Buffer, most: number): DecodedRecords {
  const records: string[] = [];
  let damaged = 0;
  let from = 0;
  while (records.length < most) {
    const to = bytes.indexOf(0x0a, from);
    if (to < 0) break;
    const text = bytes.subarray(from + 9, to);
    if (bytes.toString('latin1', from, from + 9) === `${checksum(text)} `) records.push(text.toString());
    else damaged++;
    from = to + 1;
  }
  return { records, bytes: from, damaged };
}

function checksum(text: Buffer): string {
  return crc32(text).toString(16).padStart(8, '0');
}
