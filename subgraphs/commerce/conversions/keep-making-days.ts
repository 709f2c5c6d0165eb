import { setTimeout as sleep } from 'node:timers/promises';
import type { EventDays } from '../store/event-days.ts';

/** Nobody waits for a day's table unless no process ran for a week. */
const DAYS_AHEAD = 7;
const INTERVAL_MS = 3_600_000;

/**
 * Makes the tables of the coming days, now and each hour. What can't be made now is made later, or by who records.
 * @returns ends it
 */
export async function keepMakingDays(
  days: EventDays,
  now: () => Date,
  log: { warn(error: unknown, message: string): void },
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const make = () =>
    days
      .make(now().getTime(), DAYS_AHEAD)
      .catch((error) => log.warn(error, 'the tables of the coming days were not made'));
  await make();
  const making = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(INTERVAL_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (!stopping.signal.aborted) await make();
    }
  })();
  return async () => {
    stopping.abort();
    await making;
  };
}
