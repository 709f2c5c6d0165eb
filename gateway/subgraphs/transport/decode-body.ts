import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync, gunzip, gunzipSync } from 'node:zlib';

/** The encodings that `decodeBody` reads, as `accept-encoding` names them. https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
export const READABLE_ENCODINGS = 'gzip, br';

/** Most bytes that are decoded at once, on the main thread: a fraction of a millisecond. */
const AT_ONCE = 128 * 1024;

const decoders = {
  gzip: { atOnce: gunzipSync, apart: promisify(gunzip) },
  br: { atOnce: brotliDecompressSync, apart: promisify(brotliDecompress) },
} as const;

/** A body is encoded in a way that nobody asked for, is damaged, or grows past the limit. */
export class BodyUnreadable extends Error {}

/**
 * Decodes a body. Small ones are decoded at once, which costs a quarter of doing it on another thread; past that a thread does it, and
 * stops at the limit: a body that grows a thousandfold costs no more memory than a large one.
 * @param body valid during the call alone
 * @param encoding value of `content-encoding`
 * @param limit most bytes of the decoded body
 * @throws {BodyUnreadable} at once, or as the promise's reason
 */
export function decodeBody(body: Buffer, encoding: string, limit: number): Buffer | Promise<Buffer> {
  const decoder = decoders[encoding.replace(/^x-/, '') as keyof typeof decoders];
  if (!decoder) throw new BodyUnreadable(`content-encoding is ${encoding.slice(0, 100)}`);
  try {
    return decoder.atOnce(body, { maxOutputLength: Math.min(limit, AT_ONCE) });
  } catch (error) {
    if (!isTooLarge(error) || limit <= AT_ONCE) throw new BodyUnreadable('The body can’t be decoded', { cause: error });
  }
  return decoder.apart(Buffer.from(body), { maxOutputLength: limit }).catch((error) => {
    throw new BodyUnreadable('The body can’t be decoded', { cause: error });
  });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
