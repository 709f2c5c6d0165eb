import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a request that was under way when a server closed may take to arrive. */
const GRACE_MS = 1_000;

/**
 * Follows the connections over which nothing was ever asked, as clients open them ahead: Node does not take them for idle ones, and a
 * server that closes would wait for them until they time out.
 * @returns ends them, after a moment
 */
export function followUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  for (const use of ['request', 'upgrade'] as const) server.on(use, ({ socket }) => unused.delete(socket));
  return () => {
    setTimeout(() => {
      for (const socket of unused) socket.destroy();
    }, GRACE_MS).unref();
  };
}
