import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { by, type Plain, posted, startPlain } from '../kit/plain.ts';

let plain: Plain;
let [partner, limited]: string[] = [];

beforeAll(async () => {
  plain = await startPlain();
  ({ partner, limited } = plain.keys);
});

afterAll(() => plain[Symbol.asyncDispose]());

const ask: Plain['ask'] = (path, init) => plain.ask(path, init);

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
    const { length } = plain.shelf.subgraph.seen;
    const lines = await ask('Shelf', { method: 'HEAD', headers: { accept: 'application/x-ndjson' } });
    expect([lines.status, lines.text, plain.shelf.subgraph.seen.length - length]).toEqual([200, '', 1]);
    expect((await ask('BookPage', { method: 'HEAD' })).status).toBe(400);
    const mutation = await ask('BookAdd?title=x', { method: 'HEAD' });
    expect([mutation.status, mutation.headers.get('allow'), plain.shelf.subgraph.seen.length - length]).toEqual([
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
    const { key } = await plain.clients.add('reader', { scopes: 'gateway:metrics' });
    await vi.waitFor(async () => expect((await fetch(`${plain.shelf.url}/metrics`, by(key))).status).toBe(200), 10_000);
    await ask('Sales?ids=1');
    const metrics = await (await fetch(`${plain.shelf.url}/metrics`, by(key))).text();
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
