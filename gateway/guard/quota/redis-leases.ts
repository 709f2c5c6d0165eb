import { randomUUID } from 'node:crypto';
import { type RedisClient, redisClient } from '../../store/redis-client.ts';
import type { BucketSize } from './bucket.ts';
import type { Lease, LeaseStore, LeaseWish } from './lease-store.ts';
import { EXCHANGE, HEARTBEAT } from './redis-scripts.ts';

/** How often an instance says that it lives, and after what time without that it counts as gone, in milliseconds. */
const BEAT = 500;
const GONE = 3000;
/** Longest wait for an answer, and longest pause between tries to connect, in milliseconds. */
const ANSWER = 250;
const RECONNECT = 1000;
/** Stands before all keys. */
const PREFIX = 'redcat:quota:';

/** Buckets in Redis. While it can't be reached, none is shared; it is tried again and again. */
export class RedisLeases implements LeaseStore {
  readonly #client: RedisClient;
  readonly #instance = randomUUID();
  readonly #onChange: (isShared: boolean) => void;
  readonly #timer: NodeJS.Timeout;
  isShared = false;
  instances = 1;

  private constructor(url: string, onChange: (isShared: boolean) => void) {
    this.#onChange = onChange;
    this.#client = redisClient({
      url,
      disableOfflineQueue: true,
      socket: { connectTimeout: RECONNECT, reconnectStrategy: (tries) => Math.min(RECONNECT, 50 * 2 ** tries) },
    });
    this.#client.on('error', () => this.#lost());
    this.#client.on('ready', () => void this.#beat());
    this.#timer = setInterval(() => void this.#beat(), BEAT);
    this.#timer.unref();
  }

  /** Connects, or goes on trying. @param onChange told whether buckets are shared, at first and when that changes */
  static async open(url: string, onChange: (isShared: boolean) => void): Promise<RedisLeases> {
    const leases = new RedisLeases(url, onChange);
    const connected = leases.#client.connect().then(
      () => leases.#beat(),
      () => undefined,
    );
    await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, RECONNECT).unref())]);
    if (!leases.isShared) onChange(false);
    return leases;
  }

  async exchange(key: string, { capacity, rate }: BucketSize, { returned, least, most }: LeaseWish): Promise<Lease> {
    const numbers = [capacity, rate, returned, least, most].map(String);
    const answer = (await this.#run(EXCHANGE, PREFIX + key, numbers)) as [string, string];
    return { granted: Number(answer[0]), level: Number(answer[1]) };
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#client.isReady) await this.#client.zRem(`${PREFIX}instances`, this.#instance).catch(() => undefined);
    this.#client.destroy();
  }

  async #beat(): Promise<void> {
    if (!this.#client.isReady) {
      this.#lost();
      return;
    }
    try {
      this.instances = Number(await this.#run(HEARTBEAT, `${PREFIX}instances`, [this.#instance, String(GONE)]));
      if (!this.isShared) {
        this.isShared = true;
        this.#onChange(true);
      }
    } catch {
      // Told by `#run`.
    }
  }

  /** @throws where no answer comes in time */
  async #run(script: string, key: string, given: string[]): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Redis does not answer')), ANSWER);
    });
    try {
      return await Promise.race([this.#client.eval(script, { keys: [key], arguments: given }), late]);
    } catch (error) {
      this.#lost();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #lost(): void {
    if (!this.isShared) return;
    this.isShared = false;
    this.#onChange(false);
  }
}
