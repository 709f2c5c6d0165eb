import { setTimeout as sleep } from 'node:timers/promises';
import { forgetSearches } from './store/forget-searches.ts';
import type { ContentDb } from './store/tables.ts';

/** What is kept in order. */
export interface House {
  readonly db: ContentDb;
  readonly now: () => Date;
  readonly log: { warn(error: unknown, message: string): void };
}

const INTERVAL_MS = 3_600_000;

/**
 * Forgets what has run out, an hour after it began and each hour from then on. What fails is done the next time.
 * @returns ends it
 */
export function keepHouse({ db, now, log }: House): () => Promise<void> {
  const stopping = new AbortController();
  const keeping = (async () => {
    for (;;) {
      await sleep(INTERVAL_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      await forgetSearches(db, now().getTime()).catch((error) => log.warn(error, 'old searches were not forgotten'));
    }
  })();
  return async () => {
    stopping.abort();
    await keeping;
  };
}
