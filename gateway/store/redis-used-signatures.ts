import { redisClient } from './redis-client.ts';
import type { UsedSignatures } from './used-signatures.ts';

/** Longest wait for an answer, and longest pause between tries to connect, in milliseconds. */
const ANSWER = 1000;
const RECONNECT = 1000;
/** Stands before all keys. */
const PREFIX = 'redcat:signature:';

/** Sets a key that is not there yet. KEYS: the key. ARGV: for how many milliseconds. */
const NOTE = `return redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) and 1 or 0`;

/**
 * Keeps used signatures in Redis. One that was lost may come back empty, so that what was signed before the connection began is not known.
 * @param url `redis://…`
 */
export function redisUsedSignatures(url: string): UsedSignatures {
  const client = redisClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: RECONNECT, reconnectStrategy: (tries) => Math.min(RECONNECT, 50 * 2 ** tries) },
  });
  let knownSince = Date.now();
  client.on('ready', () => {
    knownSince = Date.now();
  });
  // Each signature that can't be noted is refused, and whoever shares quotas by it says that Redis is gone.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return {
    get knownSince() {
      return knownSince;
    },
    async use(signature, holdsFor) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('Redis does not answer')), ANSWER);
      });
      const given = { keys: [PREFIX + signature.toString('base64url')], arguments: [String(holdsFor)] };
      const noted = client.eval(NOTE, given).finally(() => clearTimeout(timer));
      return (await Promise.race([noted, late])) === 1;
    },
    close: async () => client.destroy(),
  };
}
