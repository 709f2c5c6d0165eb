import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { by, type Plain, startPlain } from '../kit/plain.ts';
import { BOOKS } from '../kit/shelf.ts';

let plain: Plain;

beforeAll(async () => {
  plain = await startPlain();
});

afterAll(() => plain[Symbol.asyncDispose]());

const ask: Plain['ask'] = (path, init) => plain.ask(path, init);

describe('a list, asked for in lines', () => {
  const lines = async (path: string, init: RequestInit = by(undefined, { accept: 'application/x-ndjson' })) => {
    const { status, type, text } = await ask(path, init);
    return {
      status,
      type,
      lines: text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  test('comes whole, page by page, and ends with where to go on', async () => {
    const { status, type, lines: all } = await lines('Shelf');
    expect([status, type]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    expect(all.slice(0, -1).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(all.at(-1)).toEqual({ resume: { after: '5' }, hasNextPage: false });
    expect(BOOKS).toBe(5);
  });

  test('goes on where it was told to, by edges and other names, too, and ends at the bound on pages', async () => {
    const { lines: all } = await lines('Edges');
    expect(all).toEqual([
      { cursor: '1', node: { id: '1' } },
      { cursor: '2', node: { id: '2' } },
      { cursor: '3', node: { id: '3' } },
      { resume: { from: '3' }, hasNextPage: true },
    ]);
    expect((await lines('Edges?from=3')).lines.at(-1)).toEqual({ resume: { from: '5' }, hasNextPage: false });
  });

  test('spends its caller’s quota page by page, and tells where to go on once it is spent', async () => {
    // A page may cost 13, and does cost less.
    const { key } = await plain.clients.add('small', { quota: '14' });
    await vi.waitFor(
      async () => expect((await fetch(`${plain.shelf.url}/openapi.json`, by(key))).status).toBe(200),
      10_000,
    );
    const { lines: all } = await lines('Shelf?first=1', by(key, { accept: 'application/x-ndjson' }));
    expect(all[0]).toEqual({ id: '1', title: '红楼梦' });
    expect(all.at(-1)).toMatchObject({
      resume: { after: '1' },
      hasNextPage: true,
      problem: { status: 429, retryAfter: expect.any(Number) },
    });
  });

  test('is refused as a problem where the first page is none, and where there is no list', async () => {
    const accept = by(undefined, { accept: 'application/x-ndjson' });
    expect((await ask('Shelf?after=broken', accept)).body).toMatchObject({ status: 422, code: 'CURSOR_INVALID' });
    expect((await ask('BookPage?id=1', accept)).body).toMatchObject({ status: 406, code: 'NOT_ACCEPTABLE' });
    const rather = by(undefined, { accept: 'application/json, application/x-ndjson;q=0.5' });
    expect((await ask('Shelf', rather)).type).toBe('application/json; charset=utf-8');
  });
});

test('answers in parts come as they are ready, counted once, and nobody keeps them', async () => {
  const response = await fetch(`${plain.shelf.url}/op/Parts`, { headers: { accept: 'multipart/mixed' } });
  expect(response.headers.get('content-type')).toContain('multipart/mixed');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('"hasNext":false');
});
