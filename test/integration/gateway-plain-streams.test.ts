import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { revokeKeys } from '../../gateway/commands/clients/change-clients.ts';
import { type TestClients, testClients } from '../kit/clients.ts';
import { type LiveWorld, startLive } from '../kit/live.ts';

const LIVE =
  '# Clicks of a note, as they come.\nsubscription Clicks($id: ID!) { noteCounted(noteId: $id) { clicks title } }';
const EVENTS = { accept: 'text/event-stream' };
const WAIT = { timeout: 10_000, interval: 20 };

let clients: TestClients;
let world: LiveWorld;
let [partner, other]: string[] = [];

beforeAll(async () => {
  clients = await testClients();
  await writeFile(join(clients.operations, 'Clicks.graphql'), LIVE);
  await writeFile(join(clients.operations, 'Clicks.variables.json'), '{"id":"1"}');
  ({ key: partner } = await clients.add('partner', { operations: 'Clicks', level: 'ids-only' }));
  ({ key: other } = await clients.add('other', { operations: 'Other', level: 'ids-only' }));
  world = await startLive({
    GATEWAY_KEYS: clients.file,
    GATEWAY_CLAIMS_KEY: 'none',
    GATEWAY_OPERATIONS: clients.operations,
  });
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await clients[Symbol.asyncDispose]();
});

const ask = (path: string, key = partner, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(world.gateway.url + path, { ...init, headers: { 'x-api-key': key ?? '', ...headers } });

/** What was read of a stream so far. */
function reading(response: Response): { text: string } {
  const read = { text: '' };
  void (async () => {
    for await (const chunk of response.body ?? []) read.text += Buffer.from(chunk).toString();
    read.text += '[end]';
  })();
  return read;
}

describe('a subscription, asked for by its name in plain HTTP', () => {
  test('comes as events, at first and with each change, until its credential ends', async () => {
    world.counter.reset();
    const response = await ask('/op/Clicks?id=1', partner, EVENTS);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const read = reading(response);
    const data = (clicks: number) =>
      `event: next\ndata: {"data":{"noteCounted":{"clicks":${clicks},"title":"红楼梦"}}}\n\n`;
    await vi.waitFor(() => expect(read.text).toContain(data(0)), WAIT);
    world.counter.click('1');
    await vi.waitFor(() => expect(read.text).toContain(data(1)), WAIT);
    const posted = await ask(
      '/op/Clicks/1',
      partner,
      { ...EVENTS, 'content-type': 'application/json' },
      { method: 'POST', body: '{"id":"1"}' },
    );
    const again = reading(posted);
    await vi.waitFor(() => expect(again.text).toContain(data(1)), WAIT);
    await revokeKeys(clients.store, 'partner', {});
    for (const each of [read, again]) {
      await vi.waitFor(() => expect(each.text).toMatch(/CREDENTIAL_ENDED.*event: complete\ndata:\n\n\[end\]$/s), WAIT);
    }
    ({ key: partner } = await clients.add('partner-again', { operations: 'Clicks' }));
    await vi.waitFor(async () => expect((await ask('/openapi.json')).status).toBe(200), WAIT);
  });

  test('is refused as a problem where it takes one answer, is wrong, or is not the caller’s', async () => {
    const codes = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
    expect(await codes(await ask('/op/Clicks?id=1'))).toEqual([406, 'SUBSCRIPTION_NEEDS_STREAM']);
    expect(await codes(await ask('/op/Clicks', partner, EVENTS))).toEqual([400, 'BAD_USER_INPUT']);
    expect(await codes(await ask('/op/Clicks?id=1', other, EVENTS))).toEqual([404, 'NOT_FOUND']);
    const foreign = { ...EVENTS, origin: 'https://elsewhere.example' };
    expect(await codes(await ask('/op/Clicks?id=1', partner, foreign))).toEqual([403, 'ORIGIN_FORBIDDEN']);
    expect((await ask('/op/Clicks?id=1', partner, EVENTS, { method: 'HEAD' })).status).toBe(406);
  });

  test('is described with its events, with a line for curl, and is no tool for agents', async () => {
    const { paths } = (await (await ask('/openapi.json')).json()) as { paths: Record<string, never> };
    expect(paths['/op/Clicks']).toMatchObject({
      get: {
        operationId: 'Clicks',
        parameters: [{ name: 'id', example: '1' }],
        responses: {
          200: {
            content: { 'text/event-stream': { schema: { properties: { data: { required: ['noteCounted'] } } } } },
          },
        },
      },
    });
    expect(await (await ask('/docs')).text()).toContain('curl -sN -H &#39;accept: text/event-stream&#39;');
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const listed = await ask('/mcp', partner, { 'content-type': 'application/json' }, { method: 'POST', body });
    expect(await listed.json()).toMatchObject({ result: { tools: [] } });
  });
});
