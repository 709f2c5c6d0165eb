import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../kit/gateway.ts';
import { booksParts, reviewsParts } from '../kit/library.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const OPERATIONS = {
  BookPage: 'query BookPage($id: ID!) { book(id: $id) { title rating } }',
  BookAdd: 'mutation BookAdd($title: String!) { bookAdd(title: $title) { title } }',
  Parts: 'query Parts { book(id: "1") { title ... @defer { fail(how: "driver") } } }',
  Foreign: 'query Foreign { notOfThisSchema }',
};

describe('a stored operation, asked for by name in plain HTTP', () => {
  let books: TestServer;
  let reviews: TestServer;
  let gateway: TestGateway;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'redcat-operations-'));
    for (const [name, text] of Object.entries(OPERATIONS)) await writeFile(join(folder, `${name}.graphql`), text);
    [books, reviews] = await Promise.all([startSubgraph(booksParts), startSubgraph(reviewsParts)]);
    gateway = await startTestGateway({ books: books.origin, reviews: reviews.origin }, { GATEWAY_OPERATIONS: folder });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all([books[Symbol.asyncDispose](), reviews[Symbol.asyncDispose]()]);
    await rm(folder, { recursive: true });
  });

  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${gateway.url}/op/${path}`, init);
    const body = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return { status: response.status, ...body, codes: body.errors?.map(({ extensions }) => extensions.code) };
  };
  const posted = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  test('answers by GET and by POST', async () => {
    const data = { book: { title: '红楼梦', rating: 4 } };
    expect(await ask('BookPage', posted({ variables: { id: '1' } }))).toMatchObject({ status: 200, data });
    expect(await ask('BookPage?variables={"id":"1"}')).toMatchObject({ status: 200, data });
  });

  test('answers in parts, counted once by the errors of all of them', async () => {
    const response = await fetch(`${gateway.url}/op/Parts`, { headers: { accept: 'multipart/mixed' } });
    expect(response.headers.get('content-type')).toContain('multipart/mixed');
    expect(await response.text()).toContain('"hasNext":false');
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('gateway_requests_total{operation="Parts",outcome="partial"} 1\n');
    expect(metrics).not.toContain('gateway_requests_total{operation="Parts",outcome="ok"}');
  });

  test('changes something by POST alone', async () => {
    expect(await ask('BookAdd?variables={"title":"x"}')).toMatchObject({ status: 405, codes: ['METHOD_NOT_ALLOWED'] });
    expect(await ask('BookAdd', posted({ variables: { title: '新书' } }))).toMatchObject({
      status: 200,
      data: { bookAdd: { title: '新书' } },
    });
  });

  test.each(['Unknown', 'Foreign', 'constructor'])('is told not to be there: %s', async (name) => {
    expect(await ask(name)).toMatchObject({ status: 404, codes: ['NOT_FOUND'] });
  });

  test.each([
    ['BookPage?variables=[1]', undefined, 'BAD_REQUEST'],
    ['BookPage?variables={', undefined, 'BAD_REQUEST'],
    ['BookPage', posted([]), 'BAD_REQUEST'],
    ['BookPage', posted({ id: '1' }), 'BAD_REQUEST'],
    ['BookPage', posted(null), 'BAD_REQUEST'],
    ['BookPage', posted({ variables: 7 }), 'BAD_REQUEST'],
    ['BookPage', posted({}), 'BAD_USER_INPUT'],
  ])('is refused with 400 where its variables are wrong: %s %#', async (path, init, code) => {
    expect(await ask(path, init)).toMatchObject({ status: 400, codes: [code] });
  });

  test('is never changed by what a foreign page can send in its visitor’s name', async () => {
    for (const headers of [
      {},
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ]) {
      const body = 'content-type' in headers ? '{"variables":{"title":"x"}}' : undefined;
      expect(await ask('BookAdd', { method: 'POST', headers, body })).toMatchObject({ status: 415 });
    }
    const encoded = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await ask('BookAdd', { method: 'POST', headers: encoded, body: '{}' })).toMatchObject({ status: 415 });
  });

  test.each(['PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    expect(await ask('BookPage', { method })).toMatchObject({ status: 405, codes: ['METHOD_NOT_ALLOWED'] });
  });

  test('is told that its variables nest too deep', async () => {
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const init = { ...posted({}), body: `{"variables":{"id":"1","undeclared":${nested}}}` };
    expect(await ask('BookPage', init)).toMatchObject({ status: 400, codes: ['OPERATION_TOO_COMPLEX'] });
  });

  test('counts among the requests by its name', async () => {
    await ask('BookPage?variables={"id":"1"}');
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/gateway_requests_total\{operation="BookPage",outcome="ok"\} \d/);
  });
});
