import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestClients, testClients } from '../kit/clients.ts';
import { type Shelf, startShelf } from '../kit/shelf.ts';

let clients: TestClients;
let shelf: Shelf;
let [limited, seller]: string[] = [];

beforeAll(async () => {
  clients = await testClients();
  ({ key: limited } = await clients.add('limited', { operations: 'BookPage,BookAdd' }));
  ({ key: seller } = await clients.add('seller'));
  shelf = await startShelf({ GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY: 'none' });
});

afterAll(async () => {
  await shelf[Symbol.asyncDispose]();
  await clients[Symbol.asyncDispose]();
});

const POSTED = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

async function send(body: unknown, headers: Record<string, string> = { 'x-api-key': limited ?? '' }, method = 'POST') {
  const init = {
    method,
    headers: { ...POSTED, ...headers },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  const response = await fetch(`${shelf.url}/mcp`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const call = async (method: string, params?: unknown, headers?: Record<string, string>) =>
  (await send({ jsonrpc: '2.0', id: 7, method, params }, headers)).body;

describe('operations as tools for agents', () => {
  test('are listed as far as the caller may use them, with schemas of what they take and answer', async () => {
    const { result } = await call('tools/list');
    expect(result.tools.map(({ name }: { name: string }) => name)).toEqual(['BookAdd', 'BookPage']);
    expect(result.tools[0]).toMatchObject({
      annotations: { readOnlyHint: false, destructiveHint: true },
      inputSchema: {
        type: 'object',
        required: ['title'],
        properties: { tags: { type: ['array', 'null'], items: { $ref: '#/$defs/Tag' } } },
        $defs: { Tag: { enum: ['NOVEL', 'ESSAY', 'POETRY'] } },
      },
    });
    expect(result.tools[1]).toMatchObject({
      title: 'One book by its number.',
      annotations: { readOnlyHint: true },
      outputSchema: { type: 'object', required: ['data'] },
    });
  });

  test('are told where the caller may read nothing of them, and not listed', async () => {
    const headers = { 'x-api-key': seller ?? '' };
    const listed = (await call('tools/list', {}, headers)).result.tools.map(({ name }: { name: string }) => name);
    expect(listed).toContain('Sales');
    expect(listed).not.toContain('Best');
    const { result } = await call('tools/call', { name: 'Best' }, headers);
    expect(JSON.parse(result.content[0].text)).toMatchObject({ code: 'FIELD_FORBIDDEN' });
  });

  test('are called with their variables as arguments', async () => {
    const { result } = await call('tools/call', { name: 'BookPage', arguments: { id: '1' } });
    const answer = { data: { book: { id: '1', title: '红楼梦', tags: ['NOVEL'] } } };
    expect(result).toEqual({
      content: [{ type: 'text', text: JSON.stringify(answer) }],
      structuredContent: answer,
      isError: false,
    });
  });

  test('tell an agent what it can mend', async () => {
    const { result } = await call('tools/call', { name: 'BookPage', arguments: { ids: 1 } });
    expect(result.isError).toBe(true);
    expect(result.content[0].text).toContain('ids is unknown; did you mean id?');
    const failed = await call(
      'tools/call',
      { name: 'Fail', arguments: { code: 'PAGE_INVALID' } },
      { 'x-api-key': seller ?? '' },
    );
    expect(JSON.parse(failed.result.content[0].text)).toMatchObject({ code: 'PAGE_INVALID', status: 422 });
  });

  test('are not there for whom they were not granted', async () => {
    const { error } = await call('tools/call', { name: 'Stock', arguments: { id: '1' } });
    expect(error).toEqual({ code: -32602, message: 'There is no tool Stock.' });
  });
});

test('the official client of the protocol works with it', async () => {
  const given = [`${shelf.url}/mcp`, limited ?? '', 'BookPage', '{"id":"1"}'];
  const { stdout } = await promisify(execFile)(process.execPath, ['test/kit/mcp-client.mjs', ...given]);
  expect(JSON.parse(stdout)).toMatchObject({
    server: { name: 'redcat' },
    tools: ['BookAdd', 'BookPage'],
    called: { structuredContent: { data: { book: { title: '红楼梦' } } } },
  });
});

describe('the protocol', () => {
  test('begins in a version that both know, and keeps no session', async () => {
    const params = (protocolVersion: string) => ({
      protocolVersion,
      capabilities: {},
      clientInfo: { name: 't', version: '1' },
    });
    expect((await call('initialize', params('2025-06-18'))).result).toMatchObject({
      protocolVersion: '2025-06-18',
      capabilities: { tools: {} },
      serverInfo: { name: 'redcat' },
    });
    expect((await call('initialize', params('1999-01-01'))).result.protocolVersion).toBe('2025-11-25');
    const begun = await send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: params('2025-11-25') });
    expect(begun.headers.get('mcp-session-id')).toBeNull();
    expect((await call('ping')).result).toEqual({});
  });

  test('takes notifications and responses without an answer', async () => {
    for (const body of [
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      { jsonrpc: '2.0', id: 1, result: {} },
    ]) {
      const { status, body: answer } = await send(body);
      expect([status, answer]).toEqual([202, undefined]);
    }
  });

  test.each([
    ['{', 400, -32700],
    [[], 400, -32600],
    [Array.from({ length: 51 }, () => ({ jsonrpc: '2.0', id: 1, method: 'ping' })), 400, -32600],
    [{ id: 1, method: 'ping' }, 400, -32600],
    [{ jsonrpc: '2.0', id: {}, method: 'ping' }, 400, -32600],
    [{ jsonrpc: '2.0', id: 1, method: 'resources/list' }, 200, -32601],
    [{ jsonrpc: '2.0', id: 1, method: 'constructor' }, 200, -32601],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/list', params: { cursor: 'x' } }, 200, -32602],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'BookPage', arguments: [] } }, 200, -32602],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: '__proto__x' } }, 200, -32602],
  ])('refuses %j by %d and %d', async (body, status, code) => {
    const refused = await send(body);
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
  });

  test('takes batches in the version that has them, each message judged and counted by itself', async () => {
    const batch = [
      { jsonrpc: '2.0', id: 1, method: 'ping' },
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      { jsonrpc: '2.0', id: 'b', method: 'tools/call', params: { name: 'BookPage', arguments: { id: '1' } } },
      { id: 3, method: 'ping' },
      { jsonrpc: '2.0', id: 4, method: 'initialize', params: { protocolVersion: '2025-03-26' } },
      ...Array.from({ length: 45 }, (_, id) => ({ jsonrpc: '2.0', id: `more ${id}`, method: 'ping' })),
    ];
    const { key } = await clients.add('batching', { requests: '1', burst: '4' });
    await vi.waitFor(async () => expect((await send(batch[0], { 'x-api-key': key })).status).not.toBe(401), 10_000);
    const { status, body } = await send(batch, { 'x-api-key': key });
    expect(status).toBe(200);
    expect(body.slice(0, 2)).toMatchObject([
      { id: 1, result: {} },
      { id: 'b', result: { structuredContent: { data: { book: { title: '红楼梦' } } } } },
    ]);
    expect(body[2]).toMatchObject({ id: null, error: { code: -32600 } });
    expect(body[3]).toMatchObject({ id: 4, error: { code: -32600 } });
    expect(body.at(-1)).toMatchObject({ id: 'more 44', error: { code: -32000, data: { code: 'QUOTA_EXCEEDED' } } });
    const later = { 'x-api-key': seller ?? '', 'mcp-protocol-version': '2025-06-18' };
    const refused = await send(batch, later);
    expect([refused.status, refused.body.error.code]).toEqual([400, -32600]);
    expect((await send([batch[1]], { 'x-api-key': seller ?? '', 'mcp-protocol-version': '2025-03-26' })).status).toBe(
      202,
    );
  });

  test('refuses pages of other origins, wrong credentials, other methods and versions', async () => {
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
    expect((await send(ping, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(ping, { 'mcp-protocol-version': '1999-01-01' })).status).toBe(400);
    const wrong = await send(ping, { 'x-api-key': 'rck_wrong' });
    expect([wrong.status, wrong.headers.get('www-authenticate'), wrong.body.error.data.code]).toEqual([
      401,
      'Bearer',
      'CREDENTIAL_REFUSED',
    ]);
    for (const method of ['GET', 'DELETE']) {
      const { status, headers } = await send(undefined, {}, method);
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    }
    const form = await fetch(`${shelf.url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(ping),
    });
    expect(form.status).toBe(415);
  });
});
