import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Passes bytes on between clients and a server, until it is told to hold them. */
export interface TcpRelay extends AsyncDisposable {
  readonly origin: string;
  /** How many connections clients have open. */
  readonly open: () => number;
  /** From now on the server hears nothing of what clients say, not even that they leave. */
  hold(): void;
}

/** Starts a relay. @param origin of the server, as `http://host:port` */
export async function startTcpRelay(origin: string): Promise<TcpRelay> {
  const { hostname, port } = new URL(origin);
  const clients = new Set<Socket>();
  const servers = new Set<Socket>();
  let holding = false;
  const relay = createServer({ allowHalfOpen: true }, (client) => {
    const server = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    clients.add(client);
    servers.add(server);
    client.on('data', (bytes) => holding || server.write(bytes)).on('end', () => client.end());
    client.on('close', () => clients.delete(client) && (holding || server.destroy()));
    server.on('data', (bytes) => client.destroyed || client.write(bytes)).on('end', () => client.end());
    server.on('close', () => servers.delete(server));
    for (const socket of [client, server]) socket.on('error', () => undefined);
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  return {
    origin: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    open: () => clients.size,
    hold: () => {
      holding = true;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of [...clients, ...servers]) socket.destroy();
      relay.close();
      await once(relay, 'close');
    },
  };
}
