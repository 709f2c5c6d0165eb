import type { Reply } from '../pipeline.ts';
import { isPlain, plainText, type Utf8Text, utf8Bytes, utf8Text } from '../utf8-text.ts';

/** An answer as the JSON text of a GraphQL response. */
export function replyText(reply: Reply): string {
  return plainText(replyUtf8(reply));
}

/** Shortest text that is always made bytes beforehand, in characters. */
const LONG = 2048;

/** The same as what is sent: Node writes text in one piece with its head, which saves a small request 8 %, but would encode it. */
export function replyBody(reply: Reply): string | Buffer {
  const text = replyUtf8(reply);
  return text.length < LONG && isPlain(text) ? text : utf8Bytes(text);
}

/** The same as bytes, whatever it holds. */
export function replyBytes(reply: Reply): Buffer {
  return utf8Bytes(replyUtf8(reply));
}

/** Errors come first, as the specification recommends. */
function replyUtf8({ data, errors, extensions }: Reply): Utf8Text {
  const after = extensions ? utf8Text(`,"extensions":${JSON.stringify(extensions)}}`) : '}';
  if (errors.length === 0) return `{"data":${data}${after}` as Utf8Text;
  const text = utf8Text(`{"errors":${JSON.stringify(errors)}`);
  return (data === undefined ? `${text}${after}` : `${text},"data":${data}${after}`) as Utf8Text;
}
