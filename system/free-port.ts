import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections and to whoever asks for any (Linux: from 32768; others: from 49152). */
const [FIRST, COUNT] = [20_000, 12_000];

let tried = Math.floor(Math.random() * COUNT);

/**
 * A port of 127.0.0.1 that is free now, and that the system gives to nobody else until it is taken. A process gets a different one
 * each time, so that whoever still calls a server that has ended does not reach the next.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < COUNT; attempt++) {
    const port = FIRST + (tried++ % COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port of 127.0.0.1 from ${FIRST} to ${FIRST + COUNT - 1} is free`);
}

async function isFree(port: number): Promise<boolean> {
  const listener = createServer().listen(port, '127.0.0.1');
  try {
    await once(listener, 'listening');
  } catch {
    return false;
  }
  await once(listener.close(), 'close');
  return true;
}
