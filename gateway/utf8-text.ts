import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';

declare const isUtf8Text: unique symbol;

/**
 * Text whose characters are the bytes of its UTF-8. What subgraphs answer is kept so on its whole way to the client: nothing is decoded only to be encoded
 * again, and V8 takes one byte a character where it would take two. JSON is read and written as any other text is: all that has a meaning in it
 * is ASCII. Whatever else is put into such a text has to be made one first.
 */
export type Utf8Text = string & { readonly [isUtf8Text]: true };

const NOT_ASCII = /[^\0-\x7f]/;

/** A text as its UTF-8. */
export function utf8Text(text: string): Utf8Text {
  return (NOT_ASCII.test(text) ? Buffer.from(text).toString('latin1') : text) as Utf8Text;
}

/** The text that it stands for. */
export function plainText(text: Utf8Text): string {
  return isPlain(text) ? text : utf8Bytes(text).toString();
}

/** Whether it is the text that it stands for. */
export function isPlain(text: Utf8Text): boolean {
  return !NOT_ASCII.test(text);
}

/** What is sent of it. */
export function utf8Bytes(text: Utf8Text): Buffer {
  return Buffer.from(text, 'latin1');
}

/** What texts are written into to be hashed: no longer ones than fit get bytes of their own. */
const room = Buffer.allocUnsafeSlow(65_536);

/** SHA-256 of the bytes of some texts, one after the other, in base64url. */
export function utf8Digest(...texts: readonly Utf8Text[]): string {
  let length = 0;
  for (const text of texts) length += text.length;
  const bytes = length <= room.length ? room.subarray(0, length) : Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (const text of texts) at += bytes.write(text, at, 'latin1');
  return hash('sha256', bytes, 'base64url');
}

/** The text that was received as bytes; what is no UTF-8 among them is replaced (U+FFFD). */
export function receivedText(bytes: Buffer): Utf8Text {
  return (isUtf8(bytes) ? bytes : Buffer.from(bytes.toString())).toString('latin1') as Utf8Text;
}

/**
 * Reads JSON text, so that each of its strings is UTF-8 text, too; a lone surrogate, which has no UTF-8, stays what it is.
 * @throws {SyntaxError} where it is no JSON
 */
export function parseUtf8Json(text: Utf8Text): unknown {
  return JSON.parse(text.includes('\\u') ? unescaped(text) : text);
}

/** The second half of a pair of surrogates is escaped as its first is. */
const ESCAPE = /\\(?:u([\da-f]{4})(?:\\u(d[c-f][\da-f]{2}))?|.)/gi;

/** The same JSON without escapes of characters that take more than one byte. */
function unescaped(text: string): string {
  return text.replace(ESCAPE, (sequence, first?: string, second?: string) => {
    if (first === undefined) return sequence;
    const unit = Number.parseInt(first, 16);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      return second === undefined ? sequence : utf8Text(String.fromCharCode(unit, Number.parseInt(second, 16)));
    }
    const after = second === undefined ? '' : `\\u${second}`;
    return (
      (unit < 0x80 || (unit >= 0xd800 && unit <= 0xdfff) ? `\\u${first}` : utf8Text(String.fromCharCode(unit))) + after
    );
  });
}
