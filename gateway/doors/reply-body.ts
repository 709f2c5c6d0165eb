import type { Reply } from '../pipeline.ts';
import { isPlain, plainText, type Utf8Text, utf8Bytes, utf8Text } from '../utf8-text.ts';

/** An answer as the JSON text of a GraphQL response. */
export function replyText(reply: Reply): string {
  return plainText(replyUtf8(reply));
}

/** Shortest text that is always made bytes beforehand, in characters. */
const LONG = 2048;

/** What Fastify sends of a text: Node writes text in one piece with its head, which saves a small request 8 %, but would encode it. */
export function sentBody(text: Utf8Text): string | Buffer {
  return text.length < LONG && isPlain(text) ? text : utf8Bytes(text);
}

/** The same of an answer. */
export function replyBody(reply: Reply): string | Buffer {
  return sentBody(replyUtf8(reply));
}

/** The same as bytes, whatever it holds. */
export function replyBytes(reply: Reply): Buffer {
  return utf8Bytes(replyUtf8(reply));
}

/** An answer as the JSON text of a GraphQL response, as it is sent. Errors come first, as the specification recommends. */
export function replyUtf8({ data, errors, extensions }: Reply): Utf8Text {
  const after = extensions ? utf8Text(`,"extensions":${JSON.stringify(extensions)}}`) : '}';
  if (errors.length === 0) return `{"data":${data}${after}` as Utf8Text;
  const text = utf8Text(`{"errors":${JSON.stringify(errors)}`);
  return (data === undefined ? `${text}${after}` : `${text},"data":${data}${after}`) as Utf8Text;
}
