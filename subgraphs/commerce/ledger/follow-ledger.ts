import { setTimeout as sleep } from 'node:timers/promises';
import type { CommerceDb } from '../store/tables.ts';
import { catchUpLedger } from './catch-up.ts';

/** What keeps the ledger up. */
export interface LedgerFollower {
  readonly db: CommerceDb;
  readonly now: () => Date;
  /** How long between two looks, in milliseconds. */
  readonly intervalMs: number;
  readonly log: { warn(error: unknown, message: string): void };
}

/**
 * Posts what orders and the passing of time have changed, again and again: what is recorded is posted after the interval and as long as
 * posting takes. Of several processes one posts at a time. What fails is done the next time.
 * @returns ends it
 */
export function followLedger({ db, now, intervalMs, log }: LedgerFollower): () => Promise<void> {
  const stopping = new AbortController();
  const following = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(intervalMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        await catchUpLedger(db, now(), () => stopping.signal.aborted);
      } catch (error) {
        log.warn(error, 'the ledger was not brought up to the feed');
      }
    }
  })();
  return async () => {
    stopping.abort();
    await following;
  };
}
