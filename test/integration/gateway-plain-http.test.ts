import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestClients, testClients } from '../kit/clients.ts';
import { BOOKS, type Shelf, startShelf } from '../kit/shelf.ts';

let clients: TestClients;
let shelf: Shelf;
let [partner, seller, limited]: string[] = [];

beforeAll(async () => {
  clients = await testClients();
  ({ key: partner } = await clients.add('partner'));
  ({ key: seller } = await clients.add('seller', { scopes: 'sales:read' }));
  ({ key: limited } = await clients.add('limited', { operations: 'BookPage' }));
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  shelf = await startShelf({ GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY: key, GATEWAY_LINE_PAGES: '3' });
});

afterAll(async () => {
  await shelf[Symbol.asyncDispose]();
  await clients[Symbol.asyncDispose]();
});

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${shelf.url}/op/${path}`, init);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    headers: response.headers,
    type,
    text,
    body: text !== '' && /json/.test(type) && !/ndjson/.test(type) ? JSON.parse(text) : undefined,
  };
}

function posted(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function by(key: string | undefined, more: Record<string, string> = {}): RequestInit {
  return { headers: { ...(key && { 'x-api-key': key }), ...more } };
}

const PAGE = { data: { book: { id: '1', title: '红楼梦', tags: ['NOVEL'] } } };

describe('an operation, asked for by its name in plain HTTP', () => {
  test.each([
    ['BookPage?id=1', undefined],
    ['BookPage/1?id=1', undefined],
    ['BookPage?variables={"id":"1"}', undefined],
    ['BookPage', posted({ id: '1' })],
    ['BookPage', posted({ variables: { id: '1' } })],
  ])('is answered with its data at the top: %s', async (path, init) => {
    const answer = await ask(path, init);
    expect([answer.status, answer.type, answer.body]).toEqual([200, 'application/json; charset=utf-8', PAGE]);
  });

  test('takes what an input object holds one by one, and lists as parameters that are repeated', async () => {
    const { body } = await ask('Shelf?first=1&filter.pages.from=3&filter.tags=NOVEL&filter.tags=ESSAY');
    expect(body.data.shelf.nodes).toEqual([{ id: '4', title: 'Emma' }]);
  });

  test('is answered without a body where HEAD asks, with the headers of a GET', async () => {
    const [head, get] = [await ask('BookPage?id=1', { method: 'HEAD' }), await ask('BookPage?id=1')];
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'cache-control', 'vary', 'content-type']) {
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    }
    const known = { method: 'HEAD', headers: { 'if-none-match': get.headers.get('etag') ?? '' } };
    expect((await ask('BookPage?id=1', known)).status).toBe(304);
    const { length } = shelf.subgraph.seen;
    const lines = await ask('Shelf', { method: 'HEAD', headers: { accept: 'application/x-ndjson' } });
    expect([lines.status, lines.text, shelf.subgraph.seen.length - length]).toEqual([200, '', 1]);
    expect((await ask('BookPage', { method: 'HEAD' })).status).toBe(400);
    const mutation = await ask('BookAdd?title=x', { method: 'HEAD' });
    expect([mutation.status, mutation.headers.get('allow'), shelf.subgraph.seen.length - length]).toEqual([
      405,
      'POST',
      1,
    ]);
  });

  test('changes something by POST alone', async () => {
    const refused = await ask('BookAdd?title=x');
    expect([refused.status, refused.headers.get('allow'), refused.body.code]).toEqual([
      405,
      'POST',
      'METHOD_NOT_ALLOWED',
    ]);
    const { status, headers, body } = await ask('BookAdd', posted({ title: '新书', tags: ['ESSAY'] }));
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toEqual({ data: { bookAdd: { title: '新书', tags: ['ESSAY'] } } });
  });

  test.each(['Unknown', 'Foreign', 'constructor', 'BookPage/2', 'BookPage/0', 'BookPage/x', '%00'])(
    'is told not to be there: %s',
    async (path) => {
      const { status, body } = await ask(path);
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  test('is told not to be there to whom it was not granted', async () => {
    expect((await ask('BookPage?id=1', by(limited))).status).toBe(200);
    expect((await ask('Stock?id=1', by(limited))).body.code).toBe('NOT_FOUND');
  });

  test.each(['PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    const { status, body } = await ask('BookPage', { method });
    expect([status, body.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  test('is never changed by what a foreign page can send in its visitor’s name', async () => {
    const foreign: Record<string, string>[] = [
      {},
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      { 'content-type': 'application/json;charset=utf-16' },
    ];
    for (const headers of foreign) {
      const { status, body } = await ask('BookAdd', { method: 'POST', headers, body: '{"title":"x"}' });
      expect([status, body.code]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
    }
  });

  test('counts among the requests by its name, refused ones too', async () => {
    const { key } = await clients.add('reader', { scopes: 'gateway:metrics' });
    await vi.waitFor(async () => expect((await fetch(`${shelf.url}/metrics`, by(key))).status).toBe(200));
    await ask('Sales?ids=1');
    const metrics = await (await fetch(`${shelf.url}/metrics`, by(key))).text();
    expect(metrics).toMatch(/gateway_requests_total\{operation="BookPage",outcome="ok"\} \d/);
    expect(metrics).toContain('gateway_requests_total{operation="Sales",outcome="refused"} 1\n');
  });
});

describe('what goes wrong is told as Problem Details', () => {
  test('with an error for each variable that is wrong, by its name', async () => {
    const { status, type, headers, body } = await ask('Shelf?frist=1&first=many&filter.tags=NOVELL');
    expect([status, type, headers.get('cache-control')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
      'no-store',
    ]);
    expect(body).toEqual({
      type: '/docs#BAD_USER_INPUT',
      title: 'Bad user input',
      status: 400,
      code: 'BAD_USER_INPUT',
      detail: expect.stringContaining('frist is unknown; did you mean first?'),
      requestId: headers.get('x-request-id'),
      errors: [{ name: 'frist', at: 'frist', code: 'UNKNOWN', detail: expect.any(String) }],
    });
    const wrong = (await ask('Shelf', posted({ first: 'many', filter: { tags: ['NOVEL', 'NOVELL'], pages: 3 } }))).body;
    expect(wrong.errors.map(({ at, code }: Record<string, string>) => [at, code])).toEqual([
      ['first', 'INVALID'],
      ['filter.tags.1', 'INVALID'],
      ['filter.pages', 'INVALID'],
    ]);
  });

  test.each([
    ['BookPage?variables=[1]', undefined],
    ['BookPage?variables={', undefined],
    ['BookPage?variables={"id":"1"}&id=1', undefined],
    ['BookPage', posted([])],
    ['BookPage', posted(null)],
    ['BookPage', posted({ variables: 7 })],
    ['BookPage', { ...posted({}), body: '{"id":' }],
    ['BookPage', { ...posted({}), body: '{"__proto__":{"id":"1"}}' }],
  ])('where variables can’t be read: %s %#', async (path, init) => {
    const { status, type, body } = await ask(path, init);
    expect([status, type, body.code]).toEqual([400, 'application/problem+json; charset=utf-8', 'BAD_REQUEST']);
  });

  test.each(['BookPage', 'BookPage?__proto__=1', 'BookPage?constructor=1', 'BookPage?toString.x=1'])(
    'where a name is none of a variable: %s',
    async (path) => {
      expect((await ask(path)).body.code).toBe('BAD_USER_INPUT');
    },
  );

  test('where variables nest too deep', async () => {
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const { status, body } = await ask('Shelf', { ...posted({}), body: `{"filter":${nested}}` });
    expect([status, body.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test.each([
    ['Best', undefined, 401, 'UNAUTHENTICATED'],
    ['Best', () => partner, 403, 'FIELD_FORBIDDEN'],
    ['Best', () => 'rck_wrong', 401, 'CREDENTIAL_REFUSED'],
    ['Fail?code=CURSOR_INVALID', undefined, 422, 'CURSOR_INVALID'],
    ['Fail?code=RECORDING_BUSY', undefined, 429, 'RECORDING_BUSY'],
    ['Fail?code=ROW_FORBIDDEN', undefined, 403, 'ROW_FORBIDDEN'],
    ['Fail?code=SHELF_UNAVAILABLE', undefined, 503, 'SHELF_UNAVAILABLE'],
    ['Fail?code=42P01', undefined, 500, 'INTERNAL_SERVER_ERROR'],
  ])('with a status of its own: %s', async (path, key, status, code) => {
    const answer = await ask(path, by(key?.()));
    if (path.startsWith('Best') && status === 403) expect(answer.body.detail).toContain('sales:read');
    expect([answer.status, answer.body.status, answer.body.code]).toEqual([status, status, code]);
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  });

  test('with the seconds after which to ask again, where a subgraph says so', async () => {
    const { headers, body } = await ask('Fail?code=RECORDING_BUSY');
    expect([headers.get('retry-after'), body.retryAfter]).toEqual(['3', 2.5]);
    expect((await ask('Fail?code=42P01')).headers.get('retry-after')).toBeNull();
  });

  test('beside the data, where some of it is there; nobody keeps that', async () => {
    const { status, type, headers, body } = await ask('Half');
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
    expect(body.data).toEqual({ book: { title: '红楼梦' }, fail: null });
    expect(body.errors[0].extensions.code).toBe('PAGE_INVALID');
  });
});

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
    const { key } = await clients.add('small', { quota: '14' });
    await vi.waitFor(async () => expect((await fetch(`${shelf.url}/openapi.json`, by(key))).status).toBe(200));
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
  const response = await fetch(`${shelf.url}/op/Parts`, { headers: { accept: 'multipart/mixed' } });
  expect(response.headers.get('content-type')).toContain('multipart/mixed');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('"hasNext":false');
});
