import { setTimeout as sleep } from 'node:timers/promises';
import { forgetDecidedCells } from '../../../kit/people/forget-decided.ts';
import type { EventDays } from '../../store/events/event-days.ts';
import { forgetAnswers } from '../../store/events/idempotency-keys.ts';
import { pruneFeed } from '../../store/feed/prune-feed.ts';
import { type Closing, closeFunnels } from '../../store/funnel/close-funnels.ts';
import { forgetFunnels } from '../../store/funnel/decided-funnels.ts';
import { closeReports } from '../../store/reports/close-reports.ts';
import type { CommerceDb } from '../../store/tables.ts';

/** What is kept in order. */
export interface House {
  readonly db: CommerceDb;
  readonly days: EventDays;
  readonly now: () => Date;
  /** How what funnels tell of people is decided, and on which day reporting months begin. */
  readonly people: Omit<Closing, 'now'>;
  /** How many days that is kept. */
  readonly decidedDays: number;
  readonly log: { warn(error: unknown, message: string): void };
}

/** Nobody waits for a day's table unless no process ran for a week. */
const DAYS_AHEAD = 7;
const INTERVAL_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Makes the tables of the coming days, forgets the batches' names that have run out and old groups of the feed, counts for reports the periods that have
 * closed, and decides what funnels tell of them, now and each hour; deletes what was decided long ago, an hour after it began and each hour from then on. Only the first two are waited for. What fails is done the next time; a day's table that is
 * missing is made by who records.
 * @returns ends it
 */
export async function keepHouse(house: House): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  await putInOrder(house);
  const keeping = (async () => {
    for (;;) {
      await countPeriods(house, stopping.signal);
      await sleep(INTERVAL_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      await putInOrder(house);
      await forgetPeople(house);
    }
  })();
  return async () => {
    stopping.abort();
    await keeping;
  };
}

async function putInOrder({ db, days, now, log }: House): Promise<void> {
  try {
    await days.make(now().getTime(), DAYS_AHEAD);
    await forgetAnswers(db, now().getTime());
    await pruneFeed(db, now().getTime());
  } catch (error) {
    log.warn(error, 'the tables of the coming days were not made, or what has run out not forgotten');
  }
}

async function forgetPeople({ db, now, decidedDays, log }: House): Promise<void> {
  const before = new Date(now().getTime() - decidedDays * DAY_MS);
  try {
    await forgetDecidedCells(db, before);
    await forgetFunnels(db, before);
  } catch (error) {
    log.warn(error, 'what was told of people of old periods was not deleted');
  }
}

/** Nobody waits for it: until it is done, periods that have closed are told as open. */
async function countPeriods({ db, now, people, log }: House, signal: AbortSignal): Promise<void> {
  await closeReports(db, now(), people).catch((error) =>
    log.warn(error, 'the periods that have closed were not counted for reports'),
  );
  await closeFunnels(db, { ...people, now: now(), signal }).catch((error) =>
    log.warn(error, 'what funnels tell of periods that have closed was not decided'),
  );
}
