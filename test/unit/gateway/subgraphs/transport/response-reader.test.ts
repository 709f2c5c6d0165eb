import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { errors } from 'undici';
import { describe, expect, test } from 'vitest';
import { type HttpResponse, ResponseReader } from '../../../../../gateway/subgraphs/transport/response-reader.ts';

/** Reads a text that comes in pieces, cut at these places. */
function read(text: string, cuts: readonly number[] = [], limit = 1000): HttpResponse | undefined {
  const reader = new ResponseReader(limit);
  const places = [0, ...cuts.toSorted((one, other) => one - other), text.length];
  let response: HttpResponse | undefined;
  for (const [index, to] of places.slice(1).entries()) {
    // What was given may change as soon as it was read.
    const bytes = Buffer.from(text.slice(places[index], to), 'latin1');
    const whole = bytes.length > 0 ? reader.read(bytes) : undefined;
    if (whole) response = { ...whole, body: Buffer.from(whole.body) };
    bytes.fill('?');
  }
  return response ?? reader.end();
}

const CHUNKS = '5\r\nhello\r\n6;of=no-use\r\n world\r\n0\r\nx-trailer: 1\r\n\r\n';

const readable: readonly [string, string, string, boolean][] = [
  ['a length', 'HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\nhello world', 'hello world', true],
  ['no reason phrase', 'HTTP/1.1 200\r\nContent-Length:11 \r\n\r\nhello world', 'hello world', true],
  ['chunks', `HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n${CHUNKS}`, 'hello world', true],
  ['the end of the connection', 'HTTP/1.1 200 OK\r\nx: y\r\n\r\nhello world', 'hello world', false],
  ['no body', 'HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\n', '', true],
  ['a 100 before it', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok', 'ok', true],
  ['connection: close', 'HTTP/1.1 200 OK\r\nconnection: Close\r\ncontent-length: 2\r\n\r\nok', 'ok', false],
  ['HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok', 'ok', false],
  ['HTTP/1.0 that keeps', 'HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 2\r\n\r\nok', 'ok', true],
  [
    'HTTP/1.0 that keeps, in chunks',
    `HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ntransfer-encoding: chunked\r\n\r\n${CHUNKS}`,
    'hello world',
    false,
  ],
  [
    'long sizes of chunks',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n000000000002\r\nok\r\n000000000000\r\n\r\n',
    'ok',
    true,
  ],
  ['more than was asked for', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK', 'ok', false],
];

describe('a response', () => {
  test.each(readable)('with %s is read', (_what, text, body, keepAlive) => {
    const response = read(text);
    expect(String(response?.body)).toBe(body);
    expect(response?.keepAlive).toBe(keepAlive);
  });

  test('is the same however it is cut', () => {
    const cases = fc.constantFrom(...readable.slice(0, -1));
    fc.assert(
      fc.property(cases, fc.array(fc.nat(150)), ([, text, body, keepAlive], cuts) => {
        const within = cuts.filter((cut) => cut < text.length);
        const response = read(text, within);
        expect([String(response?.body), response?.keepAlive]).toEqual([body, keepAlive]);
      }),
    );
  });

  test('is read after thousands of others that are only on the way to it', () => {
    const before = 'HTTP/1.1 100\r\n\r\n'.repeat(20_000);
    expect(read(`${before}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok`)?.status).toBe(200);
  });

  test('says how its body is encoded, but where it names no encoding', () => {
    const encoded = (value: string) => read(`HTTP/1.1 204 x\r\ncontent-encoding:${value}\r\n\r\n`)?.encoding;
    expect(['GZIP', ' identity', '', ' '].map(encoded)).toEqual(['gzip', undefined, undefined, undefined]);
  });

  test('in the smallest of pieces takes little more memory than its body', () => {
    const reader = new ResponseReader(1_000_000);
    reader.read(Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'));
    const pieces = Buffer.from('1\r\nx\r\n'.repeat(10_000));
    const before = process.memoryUsage();
    for (let count = 0; count < 10; count++) expect(reader.read(pieces)).toBeUndefined();
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    const after = process.memoryUsage();
    expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(4_000_000);
    expect(reader.read(Buffer.from('0\r\n\r\n'))?.body).toEqual(Buffer.alloc(100_000, 'x'));
  });

  test('says how long its connection is kept', () => {
    expect(read('HTTP/1.1 204 x\r\nkeep-alive: timeout=5, max=9\r\n\r\n')?.idleLimit).toBe(5000);
    expect(read('HTTP/1.1 204 x\r\n\r\n')?.idleLimit).toBeUndefined();
  });

  test('that has not come whole is none', () => {
    expect(read('HTTP/1.1 200 OK\r\ncontent-le')).toBeUndefined();
    expect(read('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')).toBeUndefined();
    expect(read('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n')).toBeUndefined();
  });

  test.each([
    ['is no HTTP', 'SSH-2.0-OpenSSH\r\n'],
    ['has another version', 'HTTP/2.0 200 OK\r\n\r\n'],
    ['has no status', 'HTTP/1.1 OK\r\n\r\n'],
    ['changes the protocol', 'HTTP/1.1 101 Switching\r\n\r\n'],
    ['has a header without a name', 'HTTP/1.1 200 OK\r\n: x\r\n\r\n'],
    ['has space before a colon', 'HTTP/1.1 200 OK\r\ncontent-length : 2\r\n\r\nok'],
    ['folds a header', 'HTTP/1.1 200 OK\r\na: b\r\n c\r\n\r\n'],
    ['hides a line in a header', 'HTTP/1.1 200 OK\r\na: b\nc: d\r\n\r\n'],
    ['has no number as its length', 'HTTP/1.1 200 OK\r\ncontent-length: -2\r\n\r\n'],
    ['has two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nokay'],
    ['has a length and chunks', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n'],
    ['is encoded for transfer', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n'],
    ['has a chunk without a size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nhello\r\n'],
    ['has a longer chunk than it says', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhello\r\n'],
    [
      'goes on after a chunk of no bytes',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\nhello\r\n0\r\n\r\n',
    ],
    ['ends a chunk’s line otherwise', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\nok\n'],
    ['has an endless line in a chunk', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;${'x'.repeat(5000)}`],
    ['has an endless head', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(20_000)}`],
  ])('is refused where it %s', (_what, text) => {
    expect(() => read(text)).toThrow(errors.HTTPParserError);
  });

  test.each([
    ['its length', 'HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n'],
    ['chunks', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${CHUNKS}`],
    ['the end of the connection', 'HTTP/1.1 200 OK\r\n\r\nhello world'],
  ])('is refused where it is too long by %s', (_what, text) => {
    expect(() => read(text, [], 10)).toThrow(errors.ResponseExceededMaxSizeError);
  });
});
