import { setTimeout as sleep } from 'node:timers/promises';
import { lagMsOf, readLedgerState } from '../store/ledger/ledger-state.ts';
import type { CommerceDb } from '../store/tables.ts';
import { catchUpLedger } from './catch-up.ts';
import { waitWhileBusy } from './posting-share.ts';

/** What keeps the ledger up. */
export interface LedgerFollower {
  readonly db: CommerceDb;
  readonly now: () => Date;
  /** How long between two looks, in milliseconds. */
  readonly intervalMs: number;
  /** Whether recording has more to do than it can at once. */
  readonly isBusy: () => boolean;
  readonly log: { warn(error: unknown, message: string): void };
}

/**
 * Posts what orders and the passing of time have changed, again and again: what is recorded is posted after the interval and as long as
 * posting takes, longer while recording is busy, but not without bound. Of several processes one posts at a time. What fails is done the next time.
 * @returns ends it
 */
export function followLedger({ db, now, intervalMs, isBusy, log }: LedgerFollower): () => Promise<void> {
  const stopping = new AbortController();
  const wait = (ms: number) => sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
  const giveWay = async (tookMs: number) => {
    if (isBusy()) await wait(waitWhileBusy(tookMs, lagMsOf(await readLedgerState(db), now())));
    return !stopping.signal.aborted;
  };
  const following = (async () => {
    while (!stopping.signal.aborted) {
      await wait(intervalMs);
      if (stopping.signal.aborted) return;
      try {
        await catchUpLedger(db, now(), giveWay);
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
