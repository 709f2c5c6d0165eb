import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayOf } from '../kit/calendar.ts';
import { forgetDecidedCells } from '../kit/people/forget-decided.ts';
import { forgetSearches } from './store/forget-searches.ts';
import { forgetWithdrawn } from './store/forget-withdrawn.ts';
import { forgetActiveDays } from './store/reports/active-days.ts';
import { closeReports } from './store/reports/close-reports.ts';
import type { ContentDb } from './store/tables.ts';

/** What is kept in order. */
export interface House {
  readonly db: ContentDb;
  readonly now: () => Date;
  /** On which reporting months begin. */
  readonly monthStart: number;
  /** How many days what was counted is kept. */
  readonly decidedDays: number;
  readonly log: { warn(error: unknown, message: string): void };
}

const INTERVAL_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Days of persons are kept for a month's report and that of the year before; what is counted of them stays. */
const ACTIVE_DAYS_KEPT = 400;

/**
 * Counts the periods that have closed, now and each hour; forgets what has run out, an hour after it began and each hour from then on. What fails is done the
 * next time.
 * @returns ends it
 */
export function keepHouse(house: House): () => Promise<void> {
  const stopping = new AbortController();
  const keeping = (async () => {
    for (;;) {
      await countPeriods(house);
      await sleep(INTERVAL_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      await forget(house);
    }
  })();
  return async () => {
    stopping.abort();
    await keeping;
  };
}

async function countPeriods({ db, now, monthStart, log }: House): Promise<void> {
  await closeReports(db, now(), monthStart).catch((error) =>
    log.warn(error, 'the periods that have closed were not counted'),
  );
}

async function forget({ db, now, decidedDays, log }: House): Promise<void> {
  const instant = now();
  await forgetWithdrawn(db).catch((error) =>
    log.warn(error, 'what persons did who withdrew consent was not forgotten'),
  );
  await forgetSearches(db, instant.getTime()).catch((error) => log.warn(error, 'old searches were not forgotten'));
  await forgetActiveDays(db, addDays(dayOf(instant), -ACTIVE_DAYS_KEPT)).catch((error) =>
    log.warn(error, 'days on which persons were active long ago were not forgotten'),
  );
  await forgetDecidedCells(db, new Date(instant.getTime() - decidedDays * DAY_MS)).catch((error) =>
    log.warn(error, 'what was told of people of old periods was not deleted'),
  );
}
