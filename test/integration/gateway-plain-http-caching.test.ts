import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { by, type Plain, startPlain } from '../kit/plain.ts';

let plain: Plain;
let [partner, seller]: string[] = [];

beforeAll(async () => {
  plain = await startPlain();
  ({ partner, seller } = plain.keys);
});

afterAll(() => plain[Symbol.asyncDispose]());

const ask: Plain['ask'] = (path, init) => plain.ask(path, init);

const PAGE = { data: { book: { id: '1', title: '红楼梦', tags: ['NOVEL'] } } };

describe('how long an answer may be kept', () => {
  const keeping = async (path: string, init?: RequestInit) => (await ask(path, init)).headers.get('cache-control');

  test('is the least that the schema says of what was selected, for anyone where nobody was named', async () => {
    expect(await keeping('BookPage?id=1')).toBe('public, max-age=60');
    expect(await keeping('Stock?id=1')).toBe('public, max-age=5');
    expect(await keeping('Shelf')).toBe('public, no-cache');
  });

  test('is for the caller alone where the answer may be another for somebody else', async () => {
    expect(await keeping('BookPage?id=1', by(partner))).toBe('private, max-age=60');
    expect(await keeping('BookPage?id=1', by(undefined, { 'x-redcat-viewer': 'ann' }))).toBe('private, max-age=60');
    expect(await keeping('Sales?id=1', by(seller))).toBe('private, max-age=60');
    expect(await keeping('Best', by(seller))).toBe('private, max-age=300');
    expect(await keeping('Me', by(partner))).toBe('private, max-age=60');
  });

  test('tells what else decides the answer', async () => {
    const { headers } = await ask('BookPage?id=1');
    expect(headers.get('vary')).toBe('accept, authorization, x-api-key, x-redcat-viewer');
  });

  test('an answer that the client has is not sent again', async () => {
    const first = await ask('BookPage?id=1');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await ask('BookPage?id=1', by(undefined, { 'if-none-match': known }));
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
      expect(again.headers.get('cache-control')).toBe('public, max-age=60');
    }
    expect((await ask('BookPage?id=2', by(undefined, { 'if-none-match': etag }))).status).toBe(200);
  });

  test('one caller’s ETag says nothing to another of the same bytes', async () => {
    const tags = new Set<string | null>();
    for (const init of [
      by(undefined),
      by(partner),
      by(seller),
      by(partner, { 'x-redcat-viewer': 'ann' }),
      by(undefined, { 'x-redcat-viewer': 'ann' }),
    ]) {
      const { headers, body } = await ask('BookPage?id=1', init);
      expect(body).toEqual(PAGE);
      tags.add(headers.get('etag'));
    }
    expect(tags.size).toBe(5);
  });
});

test('a cache that many share never serves one caller’s answer to another', async () => {
  const callers = [
    by(undefined),
    by(partner),
    by(seller),
    { headers: { authorization: `Bearer ${seller}` } },
    by(undefined, { 'x-redcat-viewer': 'ann' }),
    by(undefined, { 'x-redcat-viewer': 'ben' }),
    by(partner, { 'x-redcat-viewer': 'ann' }),
  ];
  const stored = new Map<string, string>();
  const varied = new Map<string, readonly string[]>();
  let served = 0;
  // https://www.rfc-editor.org/rfc/rfc9111: what may be stored is found again by its URL and the headers that `vary` names.
  const keyOf = (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    return JSON.stringify([path, ...(varied.get(path) ?? []).map((name) => headers.get(name))]);
  };
  for (const path of [
    'BookPage?id=1',
    'Sales?id=1',
    'Best',
    'Me',
    'Half',
    'Shelf',
    'Me',
    'Sales?id=1',
    'BookPage?id=1',
  ]) {
    for (const init of callers) {
      const { headers, text } = await ask(path, init);
      const own = text.replace(/"requestId":"\w+"/g, '');
      const found = stored.get(keyOf(path, init));
      if (found !== undefined) served++;
      expect(found ?? own).toBe(own);
      const control = headers.get('cache-control') ?? '';
      expect(control).toMatch(/^(public|private), |^no-store$/);
      if (!/public.*max-age/.test(control)) continue;
      varied.set(path, (headers.get('vary') ?? '').split(', '));
      stored.set(keyOf(path, init), own);
    }
  }
  expect(served).toBeGreaterThan(0);
});
