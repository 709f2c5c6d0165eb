import { setTimeout as sleep } from 'node:timers/promises';
import { type Arrivals, keepArrivals, noticeGaps } from '../store/accounts/platform-arrivals.ts';
import type { CommerceDb } from '../store/tables.ts';

/** What is watched for silence. */
interface Silence {
  readonly db: CommerceDb;
  readonly now: () => Date;
  /** After how long without events a platform's data have a gap, in milliseconds. */
  readonly longestMs: number;
  readonly log: { warn(error: unknown, message: string): void };
}

const INTERVAL_MS = 60_000;

/** Remembers when events of each platform came, and keeps it once a minute; a platform that has been silent for too long has a data gap. */
export class PlatformArrivals {
  readonly #since = new Map<string, Arrivals>();

  /** Events of a platform came. @param at milliseconds since 1970 */
  note(platformId: string, at: number): void {
    this.#since.set(platformId, { platformId, first: this.#since.get(platformId)?.first ?? at, last: at });
  }

  /** Keeps what was noted, and looks for silence, each minute. @returns ends it */
  keep({ db, now, longestMs, log }: Silence): () => Promise<void> {
    const stopping = new AbortController();
    const keeping = (async () => {
      for (;;) {
        await sleep(INTERVAL_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
        if (stopping.signal.aborted) return;
        await this.look(db, now(), longestMs).catch((error) => log.warn(error, 'data gaps were not looked for'));
      }
    })();
    return async () => {
      stopping.abort();
      await keeping;
    };
  }

  /** Keeps what was noted, and looks for silence, now. */
  async look(db: CommerceDb, now: Date, longestMs: number): Promise<void> {
    const noted = [...this.#since.values()];
    await keepArrivals(db, noted);
    for (const { platformId, last } of noted)
      if (this.#since.get(platformId)?.last === last) this.#since.delete(platformId);
    await noticeGaps(db, new Date(now.getTime() - longestMs));
  }
}
