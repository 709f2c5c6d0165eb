import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What becomes of a channel that is listened to. */
export interface Hearer {
  /** A transaction that notified the channel was committed. */
  message(payload: string): void;
  /** From now on messages are heard; any number may have been missed before. */
  connected(): void;
  /** Messages are missed until it is connected again. */
  lost?(error: unknown): void;
}

/** A name by which the server's administrator knows these connections. */
const APPLICATION_NAME = 'redcat-listener';
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
/** How long between two looks whether the connection still stands, and how long one may take. */
const LOOK_MS = 10_000;
const LOOK_TIMEOUT_MS = 5_000;

/**
 * Listens to a channel of PostgreSQL on a connection of its own, which is made anew, after ever longer waits, whenever it is lost.
 * @returns stops
 */
export function listenToPostgres(url: string, channel: string, hearer: Hearer): () => Promise<void> {
  const stopping = new AbortController();
  const listening = (async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        await listenOnce(url, channel, stopping.signal, {
          ...hearer,
          connected: () => {
            failures = 0;
            hearer.connected();
          },
        });
      } catch (error) {
        if (!stopping.signal.aborted) hearer.lost?.(error);
      }
      const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
      await sleep(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await listening;
  };
}

/** @throws when the connection is lost */
async function listenOnce(url: string, channel: string, stopping: AbortSignal, hearer: Hearer): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: LOOK_TIMEOUT_MS,
    query_timeout: LOOK_TIMEOUT_MS,
    keepAlive: true,
  });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  // It may be lost before anyone waits for its end.
  ended.catch(() => {});
  client.on('error', reject);
  client.on('end', () => reject(new Error('The server ended the connection.')));
  client.on('notification', ({ payload = '' }) => hearer.message(payload));
  stopping.addEventListener('abort', () => resolve(), { once: true });
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    hearer.connected();
    const looking = setInterval(() => void client.query('select 1').catch(reject), LOOK_MS).unref();
    await ended.finally(() => clearInterval(looking));
  } finally {
    await client.end().catch(() => {});
  }
}
