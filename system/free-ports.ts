import { once } from 'node:events';
import { createServer } from 'node:net';
import type { ServerName } from './launch.ts';

/** A port for each server that is free now. */
export async function freePorts(): Promise<Record<ServerName, number>> {
  const listeners = Array.from({ length: 3 }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(listeners.map((listener) => once(listener, 'listening')));
  const [gateway = 0, content = 0, commerce = 0] = listeners.map(
    (listener) => (listener.address() as { port: number }).port,
  );
  await Promise.all(listeners.map((listener) => once(listener.close(), 'close')));
  return { gateway, content, commerce };
}
