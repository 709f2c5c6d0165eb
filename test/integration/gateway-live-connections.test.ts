import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startCounter, titlesParts } from '../kit/counter.ts';
import { replyOf, startGatewayOver, supergraphFile } from '../kit/gateway.ts';
import { type LiveWorld, liveSupergraph, NOTE, noteWith, startLive, wsClient } from '../kit/live.ts';
import { startSubgraph } from '../kit/subgraph.ts';
import { startTcpRelay } from '../kit/tcp-relay.ts';

const PROTOCOL = 'graphql-transport-ws';

function open({ gateway }: LiveWorld, headers: Record<string, string> = {}, path = '/graphql'): WebSocket {
  return new WebSocket(gateway.url.replace('http', 'ws') + path, PROTOCOL, { headers });
}

async function closed(socket: WebSocket): Promise<[code: number, reason: string]> {
  const [code, reason] = await once(socket, 'close');
  return [code, String(reason)];
}

/** The status and the code with which an upgrade is refused. */
async function refusal(socket: WebSocket): Promise<[number, unknown]> {
  const [, response] = await once(socket, 'unexpected-response');
  const body = await Array.fromAsync(response as AsyncIterable<Buffer>);
  return [response.statusCode, JSON.parse(Buffer.concat(body).toString()).errors[0].extensions.code];
}

async function say(socket: WebSocket, ...messages: object[]): Promise<void> {
  if (socket.readyState === WebSocket.CONNECTING) await once(socket, 'open');
  for (const message of messages) socket.send(JSON.stringify(message));
}

async function heard(socket: WebSocket): Promise<unknown> {
  const [data] = await once(socket, 'message');
  return JSON.parse(String(data));
}

const init = { type: 'connection_init' };
const subscribe = (id: string, query = NOTE, variables: object = { id: '1' }) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
});

describe('a WebSocket', () => {
  test('is closed by the codes of the protocol when the protocol is broken', async () => {
    await using world = await startLive({ GATEWAY_LIVE_INIT_MS: '300' });
    const breaking: [messages: object[], code: number][] = [
      [[{ type: 'nonsense' }], 4400],
      [[['no object']], 4400],
      [[subscribe('1')], 4401],
      [[init, { id: '1', type: 'subscribe', payload: { query: 7 } }], 4400],
      [[init, { id: '', type: 'subscribe', payload: { query: NOTE } }], 4400],
      [[init, subscribe('1'), subscribe('1')], 4409],
      [[init, init], 4429],
      [[], 4408],
    ];
    for (const [messages, code] of breaking) {
      const socket = open(world);
      const end = closed(socket);
      await say(socket, ...messages);
      expect((await end)[0]).toBe(code);
    }
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), 10_000);
  });

  test('is refused at other paths, without the subprotocol, and with a malformed viewer', async () => {
    await using world = await startLive();
    expect(await refusal(open(world, {}, '/other'))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(open(world, { 'x-redcat-viewer': 'no token' }))).toEqual([400, 'BAD_REQUEST']);
    const legacy = new WebSocket(`${world.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-ws');
    expect(await refusal(legacy)).toEqual([400, 'BAD_REQUEST']);
  });

  test('is refused to pages of foreign origins, but for those that a setting names', async () => {
    await using world = await startLive({ GATEWAY_LIVE_ORIGINS: 'https://app.example' });
    const { host, origin } = new URL(world.gateway.url);
    expect(await refusal(open(world, { origin: 'https://evil.example' }))).toEqual([403, 'ORIGIN_FORBIDDEN']);
    expect(await refusal(open(world, { origin: `https://${host}.evil.example` }))).toEqual([403, 'ORIGIN_FORBIDDEN']);
    expect(await refusal(open(world, { origin: 'null' }))).toEqual([403, 'ORIGIN_FORBIDDEN']);
    for (const allowed of ['https://app.example', origin]) {
      const socket = open(world, { origin: allowed });
      await once(socket, 'open');
      socket.close();
    }
  });

  test('there are as many connections as a setting allows, as many operations on each, and messages as large', async () => {
    await using world = await startLive({
      GATEWAY_LIVE_CONNECTIONS: '1',
      GATEWAY_LIVE_OPERATIONS: '2',
      GATEWAY_LIVE_MESSAGE_BYTES: '2000',
    });
    const socket = open(world);
    await say(socket, init, subscribe('1'), subscribe('2', NOTE, { id: '2' }), subscribe('3'));
    const messages: unknown[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    expect(await refusal(open(world))).toEqual([503, 'CONNECTION_LIMIT']);
    await vi.waitFor(() => expect(messages).toHaveLength(4), 10_000);
    expect(messages).toContainEqual(
      expect.objectContaining({
        id: '3',
        type: 'error',
        payload: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBSCRIPTION_LIMIT' }) })],
      }),
    );
    const end = closed(socket);
    await say(socket, { type: 'ping', payload: { text: 'x'.repeat(2000) } });
    expect((await end)[0]).toBe(1009);
  });

  test('that answers no ping is given up, and so is one on which nothing is asked; one that answers stays', async () => {
    await using world = await startLive({ GATEWAY_LIVE_HEARTBEAT_MS: '100', GATEWAY_LIVE_IDLE_MS: '150' });
    const dead = new WebSocket(`${world.gateway.url.replace('http', 'ws')}/graphql`, PROTOCOL, { autoPong: false });
    const ends = [closed(dead)];
    await say(dead, init, subscribe('1'));
    const idle = open(world);
    ends.push(closed(idle));
    await say(idle, init);
    const alive = open(world);
    await say(alive, init, subscribe('1'));
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([1006, 1000]);
    await say(alive, { type: 'ping' });
    await vi.waitFor(async () => expect(await heard(alive)).toEqual({ type: 'pong' }), 10_000);
    alive.close();
  });

  test('says whom subgraphs are told of by connection_init, as pages can’t by headers', async () => {
    await using world = await startLive();
    const socket = open(world);
    await say(socket, { ...init, payload: { 'X-RedCat-Viewer': 'reader-1' } }, subscribe('1'));
    await vi.waitFor(() => expect(world.counter.subscribed[0]?.['x-redcat-viewer']).toBe('reader-1'), 10_000);
    socket.close();
    const wrong = open(world);
    const end = closed(wrong);
    await say(wrong, { ...init, payload: { 'x-redcat-viewer': 'no token' } });
    expect((await end)[0]).toBe(4400);
  });

  test('a request to change to HTTP/2 is answered as it came', async () => {
    await using world = await startLive();
    const response = await new Promise<string>((resolve) => {
      const { port, hostname } = new URL(world.gateway.url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          'GET /livez HTTP/1.1\r\nhost: x\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\n\r\n',
        );
      });
      socket.once('data', (data) => {
        resolve(String(data));
        socket.destroy();
      });
    });
    expect(response).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('a gateway that stops', () => {
  test('tells WebSockets to come back elsewhere, ends within its time, and leaves no subscription behind', async () => {
    await using world = await startLive();
    const codes: unknown[] = [];
    const client = wsClient(world.gateway.url, {
      on: { closed: (event) => codes.push((event as { code: number }).code) },
    });
    const messages = client.iterate({ query: NOTE, variables: { id: '1' } });
    expect((await messages.next()).value).toEqual(noteWith(0));
    const next = messages.next().catch((error) => error);
    await world.gateway.close();
    await next;
    expect(codes).toEqual([1001]);
    await vi.waitFor(() => expect(world.counter.running()).toBe(0), 10_000);
    expect(await fetch(world.gateway.url).then(replyOf, () => 'gone')).toBe('gone');
  });

  test('cuts off a subgraph that does not close its side', async () => {
    await using counter = await startCounter();
    await using relay = await startTcpRelay(counter.origin);
    await using titles = await startSubgraph(titlesParts);
    const supergraph = liveSupergraph({ counter: relay.origin, titles: titles.origin });
    await using gateway = await startGatewayOver(await supergraphFile(supergraph));
    const client = wsClient(gateway.url);
    const messages = client.iterate({ query: NOTE, variables: { id: '1' } });
    expect((await messages.next()).value).toEqual(noteWith(0));
    expect(relay.open()).toBeGreaterThan(0);
    relay.hold();
    const next = messages.next().catch((error) => error);
    await gateway.close();
    await next;
    await vi.waitFor(() => expect(relay.open()).toBe(0), 10_000);
  });
});
