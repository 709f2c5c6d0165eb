import { createRequire } from 'node:module';

/** What is used of a client of Redis. https://github.com/redis/node-redis */
export interface RedisClient {
  readonly isReady: boolean;
  on(event: 'error' | 'ready', listener: () => void): unknown;
  connect(): Promise<unknown>;
  eval(script: string, given: { keys: string[]; arguments: string[] }): Promise<unknown>;
  zRem(key: string, member: string): Promise<unknown>;
  /** Ends the connection at once. */
  destroy(): void;
}

/** How a client connects, and again. */
interface RedisClientOptions {
  readonly url: string;
  /** Whether what is asked while there is no connection fails at once. */
  readonly disableOfflineQueue: boolean;
  readonly socket: {
    /** Milliseconds. */
    readonly connectTimeout: number;
    /** @returns milliseconds until the next try */
    readonly reconnectStrategy: (tries: number) => number;
  };
}

const require = createRequire(import.meta.url);

/** A client of Redis, not connected yet. Its package is loaded here alone: it takes 27 MB. */
export function redisClient(options: RedisClientOptions): RedisClient {
  const { createClient } = require('@redis/client') as { createClient: (given: RedisClientOptions) => RedisClient };
  return createClient(options);
}
