import type { Log } from '../log.ts';
import { mergedUsage, newsOf } from './merged-usage.ts';
import { NO_USE, type StoredUsage, type UsageStore } from './stored-usage.ts';
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
 * Counts in memory, and adds it to a store about once a minute and at the end. What can't be written, as while a database is away, is kept and
 * written later, as long as this process lives.
 * @param interval in milliseconds
 */
export function keptUsage(store: UsageStore, log: Pick<Log, 'warn'>, interval = INTERVAL): KeptUsage {
  const counts = new UsageCounts();
  let writing: Promise<void> = Promise.resolve();
  let unwritten: StoredUsage | undefined;
  const write = async () => {
    const news = counts.take();
    const left = counts.takeLeft();
    if (left > 0) log.warn({ requests: left }, 'not counted in usage: too many operations in a minute');
    if (news.operations.size === 0 && !unwritten) return;
    const all = mergedUsage(unwritten ?? NO_USE, news, Date.now());
    try {
      await store.change((usage) => mergedUsage(usage, newsOf(all), Date.now()));
      unwritten = undefined;
    } catch (error) {
      unwritten = all;
      log.warn({ place: store.place, err: error }, 'usage can’t be written: it is kept in memory, and tried again');
    }
  };
  const timer = setInterval(() => {
    writing = writing.then(write);
  }, interval).unref();
  return {
    count: (once) => counts.count(once),
    async close() {
      clearInterval(timer);
      await writing;
      await write();
      if (unwritten) log.warn({ place: store.place }, 'usage that could not be written is lost with this process');
      await store.close();
    },
  };
}
