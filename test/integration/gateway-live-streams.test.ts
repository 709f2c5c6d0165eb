import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EventStream } from '../kit/events.ts';
import { replyOf } from '../kit/gateway.ts';
import { type LiveWorld, NOTE, noteWith, startLive } from '../kit/live.ts';

const WAIT = { timeout: 10_000, interval: 20 };
const SSE = 'text/event-stream';
const MULTIPART = 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json';
const complete = { event: 'complete', data: undefined };

function ask(world: LiveWorld, body: object, accept: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${world.gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...headers },
    body: JSON.stringify(body),
  });
}

function get(world: LiveWorld, query: string, headers: Record<string, string> = {}): Promise<Response> {
  const search = new URLSearchParams({ query, variables: '{"id":"1"}' });
  return fetch(`${world.gateway.url}/graphql?${search}`, { headers: { accept: SSE, ...headers } });
}

const note = { query: NOTE, variables: { id: '1' } };
const coded = (code: string) => ({ errors: [{ extensions: { code } }] });

describe('server-sent events', () => {
  let world: LiveWorld;

  beforeAll(async () => {
    world = await startLive({ GATEWAY_SUBSCRIPTION_LINGER_MS: '0' });
  });

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });

  test('a page opens a subscription by GET, as EventSource does; its leaving ends it', async () => {
    const stream = new EventStream(await get(world, NOTE, { 'sec-fetch-site': 'same-origin' }));
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await stream.nextEvent()).toMatchObject({
      event: 'next',
      data: { data: { noteCounted: { title: '红楼梦' } } },
    });
    await stream.leave();
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), WAIT);
  });

  test('a query is one event and the end; a mutation takes POST', async () => {
    const read = new EventStream(await ask(world, { query: '{ note(id: "2") { title } }' }, SSE));
    expect([await read.nextEvent(), await read.nextEvent(), await read.next()]).toEqual([
      { event: 'next', data: { data: { note: { title: 'Middlemarch' } } } },
      complete,
      undefined,
    ]);
    const query = 'mutation { clickAdd(noteId: "9") { clicks } }';
    const refused = new EventStream(await get(world, query));
    expect(await refused.nextEvent()).toMatchObject({ event: 'next', data: coded('METHOD_NOT_ALLOWED') });
    const posted = new EventStream(await ask(world, { query }, SSE));
    expect(await posted.nextEvent()).toMatchObject({ data: { data: { clickAdd: { clicks: 1 } } } });
  });

  const refusals: Record<string, [object, string]> = {
    'a document that is not valid': [{ query: 'subscription { nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    'a variable that is wrong': [{ query: NOTE, variables: { id: null } }, 'BAD_USER_INPUT'],
    'a document that nests too deep': [
      { query: `subscription ${'{ a '.repeat(300)}${'}'.repeat(300)}` },
      'DEPTH_LIMIT',
    ],
  };
  for (const [what, [body, code]] of Object.entries(refusals)) {
    test(`${what} is told as an event with a code, or as JSON to who takes parts`, async () => {
      const stream = new EventStream(await ask(world, body, SSE));
      expect([await stream.nextEvent(), await stream.nextEvent()]).toMatchObject([
        { event: 'next', data: coded(code) },
        complete,
      ]);
      const parts = await replyOf(await ask(world, body, MULTIPART));
      expect(parts).toMatchObject(coded(code));
    });
  }

  test('what a foreign page could send is refused', async () => {
    const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }];
    for (const headers of foreign) {
      for (const response of [await get(world, NOTE, headers), await ask(world, note, MULTIPART, headers)]) {
        expect([response.status, await replyOf(response)]).toMatchObject([403, coded('ORIGIN_FORBIDDEN')]);
      }
    }
    const simple = await fetch(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: { accept: SSE, 'content-type': 'text/plain' },
      body: JSON.stringify(note),
    });
    expect([400, 415]).toContain(simple.status);
    expect(world.counter.running()).toBe(0);
  });

  test('what completes, completes: by an event, or by the last part', async () => {
    const stream = new EventStream(await ask(world, note, SSE));
    await stream.nextEvent();
    const parts = await ask(world, note, MULTIPART);
    world.counter.complete('1');
    expect(await stream.nextEvent()).toEqual(complete);
    expect(await parts.text()).toMatch(/\r\n--graphql--\r\n$/);
  });

  test('one stream for many operations: reserved, opened once, asked, and closed, with a status for each mistake', async () => {
    const url = `${world.gateway.url}/graphql/stream`;
    const token = await (await fetch(url, { method: 'PUT' })).text();
    const headers = { 'x-graphql-event-stream-token': token, 'content-type': 'application/json' };
    const begin = (body: object, given = headers) =>
      fetch(url, { method: 'POST', headers: given, body: JSON.stringify(body) });
    const named = (operationId: string, body: object = note) => ({ ...body, extensions: { operationId } });
    expect((await begin(named('a'))).status).toBe(404);
    const stream = new EventStream(await fetch(`${url}?token=${token}`, { headers: { accept: SSE } }));
    expect((await fetch(`${url}?token=${token}`)).status).toBe(409);
    expect((await fetch(`${url}?token=other`)).status).toBe(404);
    expect((await begin(note)).status).toBe(400);
    expect((await begin(named('a'))).status).toBe(202);
    expect(await stream.nextEvent()).toMatchObject({
      event: 'next',
      data: { id: 'a', payload: { data: { noteCounted: { id: '1' } } } },
    });
    expect((await begin(named('a'))).status).toBe(409);
    await begin(named('q', { query: '{ note(id: "2") { title } }' }));
    expect(await stream.nextEvent()).toEqual({
      event: 'next',
      data: { id: 'q', payload: { data: { note: { title: 'Middlemarch' } } } },
    });
    expect(await stream.nextEvent()).toEqual({ event: 'complete', data: { id: 'q' } });
    await begin(named('x', { query: '{ nothing }' }));
    expect(await stream.nextEvent()).toMatchObject({ data: { id: 'x', payload: coded('GRAPHQL_VALIDATION_FAILED') } });
    await fetch(`${url}?operationId=a`, { method: 'DELETE', headers: { 'x-graphql-event-stream-token': token } });
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), WAIT);
    await begin(named('b'));
    await vi.waitFor(() => expect(world.counter.running()).toBe(1), WAIT);
    await stream.leave();
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), WAIT);
    expect((await begin(named('c'))).status).toBe(404);
  });
});

describe('streams that last', () => {
  test('carry signs of life, and end when they are full, or unused', async () => {
    await using world = await startLive({
      GATEWAY_LIVE_HEARTBEAT_MS: '50',
      GATEWAY_LIVE_CONNECTIONS: '2',
      GATEWAY_LIVE_IDLE_MS: '100',
    });
    const silence = { query: 'subscription { silence }' };
    const stream = new EventStream(await ask(world, silence, SSE));
    for (let beats = 0; beats < 3; beats++) expect(await stream.next()).toEqual({ event: undefined, data: undefined });
    const parts = (await ask(world, silence, MULTIPART)).body as ReadableStream<Uint8Array<ArrayBuffer>>;
    let seen = '';
    for await (const text of parts.pipeThrough(new TextDecoderStream())) {
      seen += text;
      if (/(\{\}\r\n--graphql\r\n.*){2}/s.test(seen)) break;
    }
    await vi.waitFor(async () => {
      const full = await ask(world, silence, SSE);
      await full.body?.cancel();
      expect(full.status).toBe(200);
    }, WAIT);
    const url = `${world.gateway.url}/graphql/stream`;
    await vi.waitFor(async () => expect((await fetch(url, { method: 'PUT' })).status).toBe(201), WAIT);
    const token = await (await fetch(url, { method: 'PUT' })).text();
    const unused = new EventStream(await fetch(`${url}?token=${token}`));
    expect((await ask(world, silence, SSE)).status).toBe(503);
    expect(await unused.nextEvent()).toBeUndefined();
    await stream.leave();
  });

  test('end with a code that tells clients to come back when the gateway stops', async () => {
    await using world = await startLive();
    const stream = new EventStream(await ask(world, note, SSE));
    expect(await stream.nextEvent()).toMatchObject({ data: noteWith(0) });
    const parts = await ask(world, note, MULTIPART);
    const url = `${world.gateway.url}/graphql/stream`;
    const token = await (await fetch(url, { method: 'PUT' })).text();
    const headers = { 'x-graphql-event-stream-token': token, 'content-type': 'application/json' };
    const single = new EventStream(await fetch(url, { headers }));
    await fetch(url, { method: 'POST', headers, body: JSON.stringify({ ...note, extensions: { operationId: '1' } }) });
    await single.nextEvent();
    await world.gateway.close();
    expect([await stream.nextEvent(), await stream.nextEvent()]).toMatchObject([
      { data: coded('SERVER_DRAINING') },
      complete,
    ]);
    expect(await single.nextEvent()).toMatchObject({ data: { id: '1', payload: coded('SERVER_DRAINING') } });
    expect(await parts.text()).toMatch(
      /"payload":null,"errors":\[\{[^\n]*"SERVER_DRAINING"[^\n]*\}\]\}\r\n--graphql--\r\n$/,
    );
  });
});
