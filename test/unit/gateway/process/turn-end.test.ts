import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { holdUntilTurnEnds } from '../../../../gateway/process/turn-end.ts';

describe('writes that are held until the turn ends', () => {
  test('leave together after it, in their order, from every socket', async () => {
    await using pair = await openPairs(2);
    const [first, second] = pair.clients as [Socket, Socket];
    holdUntilTurnEnds(first);
    first.write('one ');
    holdUntilTurnEnds(second);
    second.write('two');
    // Held once more for another writer.
    holdUntilTurnEnds(first);
    first.write('more');
    await Promise.resolve();
    expect([first.bytesWritten, first.writableLength, second.writableLength]).toEqual([8, 8, 3]);
    const heard = Promise.all(pair.servers.map(async (server) => String((await once(server, 'data'))[0])));
    await turn();
    expect([first.writableCorked, second.writableCorked]).toEqual([0, 0]);
    expect((await heard).sort()).toEqual(['one more', 'two']);
    // What is written in a later turn leaves at once.
    first.write('late');
    expect(first.writableCorked).toBe(0);
  });

  test('are dropped with a socket that ends meanwhile', async () => {
    await using pair = await openPairs(1);
    const [socket] = pair.clients as [Socket];
    holdUntilTurnEnds(socket);
    socket.write('in vain');
    socket.destroy();
    await turn();
    expect([socket.destroyed, socket.writableCorked]).toEqual([true, 0]);
  });
});

/** Connections to a server of this process. */
async function openPairs(count: number) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const servers: Socket[] = [];
  server.on('connection', (socket) => servers.push(socket));
  const clients: Socket[] = [];
  for (let nth = 0; nth < count; nth++) {
    const client = connect(port, '127.0.0.1');
    clients.push(client);
    await Promise.all([once(client, 'connect'), once(server, 'connection')]);
  }
  return {
    clients,
    servers,
    async [Symbol.asyncDispose]() {
      for (const socket of [...clients, ...servers]) socket.destroy();
      server.close();
    },
  };
}
