import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Exchange } from '../../../../../gateway/subgraphs/transport/http-connection.ts';
import { HttpConnections } from '../../../../../gateway/subgraphs/transport/http-connections.ts';

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

/** A server that counts its connections, and answers each request as the test says. */
class Listening {
  readonly server;
  readonly sockets: Socket[] = [];

  constructor(answer: (socket: Socket) => void) {
    this.server = createServer((socket) => {
      this.sockets.push(socket);
      socket.on('error', () => undefined).on('data', () => answer(socket));
    }).listen(0, '127.0.0.1');
  }

  async connections(limit: number): Promise<HttpConnections> {
    if (!this.server.listening) await once(this.server, 'listening');
    const url = new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`);
    return new HttpConnections({ url, connectTimeout: 1000, responseLimit: 100 }, limit);
  }

  [Symbol.dispose](): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

/** Sends a request; gives the answer's body, or the name of the error and whether an answer had begun. */
function ask(connections: HttpConnections): { exchange: Exchange; end: Promise<string> } {
  const { promise, resolve } = Promise.withResolvers<string>();
  const exchange: Exchange = {
    head: 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n',
    body: '',
    connection: undefined,
    answered: ({ body }) => resolve(String(body)),
    failed: (error, begun) => resolve(`${error.name} ${begun}`),
  };
  connections.send(exchange);
  return { exchange, end: promise };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('connections to one server', () => {
  afterEach(() => void vi.restoreAllMocks());

  test('are used again, and are no more than may be', async () => {
    using listening = new Listening((socket) => void socket.write(OK));
    const connections = await listening.connections(2);
    const answers = await Promise.all(Array.from({ length: 7 }, () => ask(connections).end));
    expect(answers).toEqual(Array(7).fill('ok'));
    expect(listening.sockets).toHaveLength(2);
    connections.destroy();
  });

  test('are not used when they were unused for too long', async () => {
    using listening = new Listening((socket) => void socket.write(OK));
    const connections = await listening.connections(1);
    await ask(connections).end;
    await turn();
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 4001);
    expect(await ask(connections).end).toBe('ok');
    expect(listening.sockets).toHaveLength(2);
    connections.destroy();
  });

  test('are not used longer than the server keeps them', async () => {
    const kept = OK.replace('\r\n\r\n', '\r\nkeep-alive: timeout=2\r\n\r\n');
    using listening = new Listening((socket) => void socket.write(kept));
    const connections = await listening.connections(1);
    await ask(connections).end;
    await turn();
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 1001);
    expect(await ask(connections).end).toBe('ok');
    expect(listening.sockets).toHaveLength(2);
    connections.destroy();
  });

  test('that the server ended between two requests are replaced', async () => {
    using listening = new Listening((socket) => void socket.write(OK));
    const connections = await listening.connections(1);
    await ask(connections).end;
    listening.sockets[0]?.end();
    await once(listening.sockets[0] as Socket, 'close');
    await turn();
    expect(await ask(connections).end).toBe('ok');
    connections.destroy();
  });

  test('that break say whether an answer had begun', async () => {
    using silent = new Listening((socket) => void socket.destroy());
    expect(await ask(await silent.connections(1)).end).toMatch(/ false$/);
    using cut = new Listening((socket) => void socket.end(OK.slice(0, -1)));
    expect(await ask(await cut.connections(1)).end).toMatch(/ true$/);
  });

  test('are not opened for who gave up while waiting for one; one that is given up in use is ended', async () => {
    using listening = new Listening(() => undefined);
    const connections = await listening.connections(1);
    const first = ask(connections);
    const second = ask(connections);
    connections.giveUp(second.exchange, new Error('left'));
    await vi.waitFor(() => expect(listening.sockets).toHaveLength(1), 10_000);
    connections.giveUp(first.exchange, new RangeError('left'));
    expect(await first.end).toBe('RangeError false');
    await once(listening.sockets[0] as Socket, 'close');
    connections.destroy();
    expect(second.exchange.connection).toBeUndefined();
  });

  test('are left alone by who gives up once it is answered, such as while its answer is decoded', async () => {
    let asked = 0;
    using listening = new Listening((socket) => void (asked++ === 0 ? socket.write(OK) : undefined));
    const connections = await listening.connections(1);
    const first = ask(connections);
    const second = ask(connections);
    await vi.waitUntil(() => asked === 2, 10_000);
    connections.giveUp(first.exchange, new Error('left'));
    listening.sockets[0]?.write(OK);
    expect(await second.end).toBe('ok');
    connections.destroy();
  });

  test('serve what is under way to its end when they are closed, and nothing more', async () => {
    using listening = new Listening((socket) => void setTimeout(() => socket.write(OK), 20));
    const connections = await listening.connections(1);
    const before = [ask(connections).end, ask(connections).end];
    connections.close();
    expect(await ask(connections).end).toBe('ClientClosedError false');
    expect(await Promise.all(before)).toEqual(['ok', 'ok']);
    await once(listening.sockets[0] as Socket, 'close');
  });

  test('fail what is under way and what waits when they are destroyed', async () => {
    using listening = new Listening(() => undefined);
    const connections = await listening.connections(1);
    const asked = [ask(connections).end, ask(connections).end];
    connections.destroy();
    expect(await Promise.all(asked)).toEqual(Array(2).fill('ClientDestroyedError false'));
  });
});
