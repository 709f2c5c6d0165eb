import type { Reply } from '../pipeline.ts';

/** An answer as the JSON text of a GraphQL response; errors come first, as the specification recommends. */
export function replyText({ data, errors, extensions }: Reply): string {
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}}` : '}';
  if (errors.length === 0) return `{"data":${data}${after}`;
  const text = `{"errors":${JSON.stringify(errors)}`;
  return data === undefined ? `${text}${after}` : `${text},"data":${data}${after}`;
}

/** Shortest text that is made bytes beforehand, in characters: what is shorter Node writes in one piece with its head. */
const LONG = 8192;

/** The same as what is sent: long text that is known to be ASCII is made bytes without being encoded. */
export function replyBody(reply: Reply): string | Buffer {
  const text = replyText(reply);
  const plain = reply.ascii && reply.errors.length === 0 && !reply.extensions?.explain;
  return plain && text.length >= LONG ? Buffer.from(text, 'latin1') : text;
}

/** The same as bytes, whatever it holds. */
export function replyBytes(reply: Reply): Buffer {
  const body = replyBody(reply);
  return typeof body === 'string' ? Buffer.from(body) : body;
}
