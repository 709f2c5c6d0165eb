import { setTimeout as sleep } from 'node:timers/promises';
import { refreshRelated, relatedRefreshedAt } from '../store/recommendations/refresh-related.ts';
import type { CommerceDb } from '../store/tables.ts';

const DAY_MS = 86_400_000;
/** How long between two looks at how old they are; another process may have been first. */
const LOOK_MS = 60_000;

/** What keeps recommendations fresh. */
export interface RelatedKeeper {
  readonly db: CommerceDb;
  readonly now: () => Date;
  /** How long a recommendation may stand, in milliseconds. */
  readonly intervalMs: number;
  /** How many days back is looked. */
  readonly days: number;
  readonly leastPeople: number;
  readonly log: { warn(error: unknown, message: string): void };
}

/**
 * Finds out anew what goes together once it is older than the interval, again and again; who withdrew a consent is in none of it then. What
 * fails is done the next time.
 * @returns ends it
 */
export function keepRelated({ db, now, intervalMs, days, leastPeople, log }: RelatedKeeper): () => Promise<void> {
  const stopping = new AbortController();
  const keeping = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(Math.min(LOOK_MS, intervalMs / 4), undefined, { signal: stopping.signal, ref: false }).catch(
        () => {},
      );
      if (stopping.signal.aborted) return;
      try {
        const before = await relatedRefreshedAt(db);
        if (before && now().getTime() - before.getTime() < (intervalMs * 3) / 4) continue;
        await refreshRelated(db, { since: new Date(now().getTime() - days * DAY_MS), leastPeople }, now());
      } catch (error) {
        log.warn(error, 'what goes together was not found out anew');
      }
    }
  })();
  return async () => {
    stopping.abort();
    await keeping;
  };
}
