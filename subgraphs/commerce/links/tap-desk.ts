import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { EventRecorder } from '../conversions/recording/recorder.ts';
import { countTaps, type TapCounting } from './count-taps.ts';
import { leftJournals, type OwnJournal, openOwnJournal } from './own-journal.ts';
import { recordTap, type Tap, writeTap } from './tap.ts';

/** Where taps are left: each is kept before the person goes on, and counted soon after. */
export interface TapDesk {
  /** A folder that no other process has, for what else is to be kept. */
  readonly folder: string;
  /** Keeps a tap. One that can neither be kept nor counted is told to the log and the metrics, and stops nobody. */
  take(tap: Tap): Promise<void>;
  /** Counts what can be counted now, and closes; the rest is counted at the next start. */
  close(): Promise<void>;
}

export interface TapDeskOptions {
  /** Absent: taps are kept, for a later process to count. */
  readonly recorder?: EventRecorder | undefined;
  readonly log: TapCounting['log'];
  readonly folder: string;
  /** Most bytes of taps that wait to be counted. */
  readonly mostBytes: number;
  readonly registry: Registry;
  /** A journal that is open; who opened it closes it. Absent: the desk opens one of its own. */
  readonly journal?: OwnJournal | undefined;
}

/** How often it is looked for journals of processes that have ended. */
const LOOK_MS = 10_000;
/** How long closing may take to count what is left. */
const LAST_WAIT_MS = 2_000;

/** Opens a desk, and begins to count what earlier processes left. */
export async function openTapDesk(options: TapDeskOptions): Promise<TapDesk> {
  const { folder, mostBytes, recorder, log } = options;
  const counter = recorder && { recorder, log };
  const own = options.journal ?? (await openOwnJournal(folder, mostBytes));
  const metrics = tapMetrics(options.registry, () => own.journal.bytes);
  const stopping = new AbortController();
  let counting: Promise<void> | undefined;
  let isMore = false;
  const count = () => {
    if (!counter) return;
    isMore = counting !== undefined;
    counting ??= countTaps(own.journal, counter, stopping.signal).finally(() => {
      counting = undefined;
      if (isMore) count();
    });
  };
  const stopAdopting = counter && adoptLeft(options, counter, stopping.signal);
  // Another desk may have left taps in the same journal.
  const looking = setInterval(count, LOOK_MS).unref();
  count();
  return {
    folder: own.folder,
    async take(tap) {
      const stop = metrics.wait.startTimer();
      try {
        await own.journal.append(writeTap(tap));
        count();
      } catch (error) {
        log.warn({ err: error }, 'a tap could not be written to its journal');
        await (recorder ? recordTap(recorder, tap) : Promise.reject(error)).catch((cause) => {
          metrics.lost.inc();
          log.error({ err: cause, linkId: tap.linkId }, 'a tap was lost');
        });
      } finally {
        stop();
      }
    },
    async close() {
      clearInterval(looking);
      const timer = setTimeout(() => stopping.abort(), LAST_WAIT_MS);
      while (counting) await counting;
      clearTimeout(timer);
      stopping.abort();
      await stopAdopting?.();
      if (!options.journal) await own.close();
    },
  };
}

function tapMetrics(registry: Registry, bytes: () => number) {
  new Gauge({
    name: 'commerce_tap_journal_bytes',
    help: 'Size of the journal of taps that wait to be counted',
    registers: [registry],
    collect() {
      this.set(bytes());
    },
  });
  const wait = new Histogram({
    name: 'commerce_tap_journal_seconds',
    help: 'How long a tap waited to be kept',
    buckets: [0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.05, 0.1, 0.5, 2],
    registers: [registry],
  });
  const lost = new Counter({
    name: 'commerce_taps_lost_total',
    help: 'Taps that could neither be kept nor counted',
    registers: [registry],
  });
  return { wait, lost };
}

/** Counts, now and from time to time, what processes left that have ended. */
function adoptLeft(
  { folder, mostBytes, log }: TapDeskOptions,
  counter: TapCounting,
  stopping: AbortSignal,
): () => Promise<void> {
  const adopt = async () => {
    for await (const left of leftJournals(folder, mostBytes)) {
      await countTaps(left.journal, counter, stopping).finally(() => left.close());
      if (stopping.aborted) return;
    }
  };
  const warn = (error: unknown) => log.warn({ err: error }, 'journals of taps that were left can’t be read');
  let adopting = adopt().catch(warn);
  const timer = setInterval(() => {
    adopting = adopting.then(adopt).catch(warn);
  }, LOOK_MS).unref();
  return async () => {
    clearInterval(timer);
    await adopting;
  };
}
