import { errors } from 'undici';

/** What a response's head says of its body and its connection. */
export interface ResponseHead {
  readonly status: number;
  /** How the body is delimited: so many bytes, in chunks, or by the end of the connection. */
  readonly body: number | 'chunked' | 'until end';
  /** Value of `content-encoding`; undefined where the body is as it is. */
  readonly encoding: string | undefined;
  /** Whether the connection may be used again. */
  readonly keepAlive: boolean;
  /** How long the server keeps the connection when nothing is asked, in milliseconds; undefined where it does not say. */
  readonly idleLimit: number | undefined;
}

/** Status line and headers. https://www.rfc-editor.org/rfc/rfc9112#section-4 https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const HEAD =
  /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?(?:\r\n[!#$%&'*+.^`|~\w-]+:[\t\x20-\x7e\x80-\xff]*)*$/;
/** The headers that are read. */
const READ = /\r\n(content-length|content-encoding|transfer-encoding|connection|keep-alive):[\t ]*([^\r]*)/gi;

/**
 * Reads a head.
 * @param text without the empty line at its end
 * @throws {errors.HTTPParserError} where it is none, or leaves open where its response ends
 */
export function readHead(text: string): ResponseHead {
  const [, minor, digits] = HEAD.exec(text) ?? refuse('The head of the response is none');
  const status = Number(digits);
  const headers = headersOf(text);
  // A header without a value names no encoding.
  const encoding = headers.encoding?.toLowerCase() || 'identity';
  const connection = headers.connection?.toLowerCase();
  const keptFor = headers.keepAlive && /\btimeout=(\d{1,6})\b/.exec(headers.keepAlive)?.[1];
  return {
    status,
    body: bodyOf(status, headers),
    encoding: encoding === 'identity' ? undefined : encoding,
    // An HTTP/1.0 server knows no chunks: whoever wrote them may mean their end otherwise.
    keepAlive:
      minor === '1' ? !connection?.includes('close') : connection === 'keep-alive' && headers.transfer === undefined,
    idleLimit: keptFor === undefined ? undefined : Number(keptFor) * 1000,
  };
}

/** Values of the headers that are read: of several of one name all, with commas. */
interface ReadHeaders {
  length: string | undefined;
  encoding: string | undefined;
  transfer: string | undefined;
  connection: string | undefined;
  keepAlive: string | undefined;
}

const KEYS: Readonly<Record<string, keyof ReadHeaders>> = {
  'content-length': 'length',
  'content-encoding': 'encoding',
  'transfer-encoding': 'transfer',
  connection: 'connection',
  'keep-alive': 'keepAlive',
};

function headersOf(text: string): ReadHeaders {
  const headers: ReadHeaders = {
    length: undefined,
    encoding: undefined,
    transfer: undefined,
    connection: undefined,
    keepAlive: undefined,
  };
  READ.lastIndex = 0;
  for (let found = READ.exec(text); found; found = READ.exec(text)) {
    const [, name = '', value = ''] = found;
    const key = KEYS[name.toLowerCase()] as keyof ReadHeaders;
    const before = headers[key];
    headers[key] = before === undefined ? value.trimEnd() : `${before}, ${value.trimEnd()}`;
  }
  return headers;
}

/** Whoever reads a length otherwise than the server meant it takes a part of one answer for another. */
function bodyOf(status: number, { transfer: coding, length }: ReadHeaders): ResponseHead['body'] {
  if (status < 200 || status === 204 || status === 304) return 0;
  const transfer = coding?.toLowerCase();
  if (transfer !== undefined) {
    return transfer === 'chunked' && length === undefined ? 'chunked' : refuse('The response has an unknown length');
  }
  if (length === undefined) return 'until end';
  return /^\d{1,15}$/.test(length) ? Number(length) : refuse('content-length is no number');
}

function refuse(why: string): never {
  throw new errors.HTTPParserError(why);
}
