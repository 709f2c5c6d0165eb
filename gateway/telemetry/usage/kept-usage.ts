import type { Log } from '../log.ts';
import { mergedUsage } from './merged-usage.ts';
import type { UsageStore } from './stored-usage.ts';
import { UsageCounts, type UsedOnce } from './usage-counts.ts';

/** How often what was counted is written, in milliseconds. */
const INTERVAL = 60_000;

/** Counts who uses what, and keeps it. */
export interface KeptUsage {
  readonly count: (once: UsedOnce) => void;
  /** Writes what is left. */
  close(): Promise<void>;
}

/** Counting that leads nowhere. */
export const NO_USAGE: KeptUsage = { count: () => undefined, close: async () => undefined };

/**
 * Counts in memory, and adds it to a store about once a minute and at the end. What can't be written is lost, and the log says so: usage says
 * who would miss what, not what to charge.
 */
export function keptUsage(store: UsageStore, log: Pick<Log, 'warn'>): KeptUsage {
  const counts = new UsageCounts();
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    const news = counts.take();
    const left = counts.takeLeft();
    if (left > 0) log.warn({ requests: left }, 'not counted in usage: too many operations in a minute');
    if (news.operations.size === 0) return;
    await store
      .change((usage) => mergedUsage(usage, news, Date.now()))
      .catch((error) => log.warn({ place: store.place, err: error }, 'usage can’t be written'));
  };
  const timer = setInterval(() => {
    writing = writing.then(write);
  }, INTERVAL).unref();
  return {
    count: (once) => counts.count(once),
    async close() {
      clearInterval(timer);
      await writing;
      await write();
      await store.close();
    },
  };
}
