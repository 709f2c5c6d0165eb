import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RecordingError } from '../../recording-errors.ts';

const unpack = promisify(gunzip);

/** Bytes of a body as it is sent, and once it is unpacked. */
const MOST_SENT = 4 * 1024 * 1024;
const MOST_UNPACKED = 8 * 1024 * 1024;

/**
 * Reads a request's body, and unpacks it.
 * @param encoding as Content-Encoding has it
 * @throws {RecordingError} EVENTS_TOO_LARGE, EVENTS_TYPE_UNSUPPORTED, EVENTS_MALFORMED
 */
export async function readBody(payload: Readable, encoding: string | undefined): Promise<Buffer> {
  const packed = encoding?.trim().toLowerCase() === 'gzip';
  if (!packed && encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new RecordingError('EVENTS_TYPE_UNSUPPORTED', 'Content-Encoding is gzip, or is left out.');
  }
  const body = await collect(payload);
  if (!packed) return body;
  try {
    return await unpack(body, { maxOutputLength: MOST_UNPACKED });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new RecordingError('EVENTS_TOO_LARGE', `Unpacked, the body has more than ${MOST_UNPACKED} bytes.`);
    }
    throw new RecordingError('EVENTS_MALFORMED', 'The body is no gzip, or ends too soon.');
  }
}

/** The request stays open, since it is answered: destroying it would close the connection. */
async function collect(payload: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of payload.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > MOST_SENT) {
      throw new RecordingError(
        'EVENTS_TOO_LARGE',
        `The body has more than ${MOST_SENT} bytes; it may be sent as gzip.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
