import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from '../../kit/journal/journal.ts';
import type { EventRecorder } from '../conversions/recording/recorder.ts';
import { readTap, recordTaps, type Tap } from './tap.ts';

const MOST_AT_ONCE = 500;
/** Taps that come within so many milliseconds are counted together: each transaction costs as much as hundreds of taps. */
const GATHER_MS = 50;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Where taps go from a journal, and who is told what goes wrong. */
export interface TapCounting {
  readonly recorder: EventRecorder;
  readonly log: {
    error(details: object, message: string): void;
    warn(details: object, message: string): void;
    info(message: string): void;
  };
}

/**
 * Records all taps of a journal, and cuts them from it. While they can't be recorded it tries again, after ever longer waits.
 * @param stopping gives up: what is left stays in the journal
 */
export async function countTaps(journal: Journal, counting: TapCounting, stopping: AbortSignal): Promise<void> {
  for (let failures = 0; !stopping.aborted; ) {
    await pause(GATHER_MS, stopping);
    try {
      if (!(await countSome(journal, counting))) return;
      if (failures > 0) counting.log.info('taps are counted again');
      failures = 0;
    } catch (error) {
      if (failures === 0) counting.log.warn({ err: error }, 'taps can’t be counted; they are kept until they can');
      const wait = Math.min(FIRST_WAIT_MS * 2 ** failures++, LONGEST_WAIT_MS);
      await pause(wait, stopping);
    }
  }
}

async function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: stopping, ref: false }).catch(() => {});
}

/** @returns whether there were any */
async function countSome(journal: Journal, { recorder, log }: TapCounting): Promise<boolean> {
  const { records, damaged, acknowledge } = await journal.read(MOST_AT_ONCE);
  if (damaged > 0) log.warn({ damaged }, 'records of a journal of taps are damaged: the process that wrote them died');
  if (records.length === 0) return false;
  const refused = await recordTaps(recorder, records.flatMap(readable));
  if (refused.length > 0) log.error({ refused }, 'taps were not accepted');
  await acknowledge();
  return true;
}

/** What another version wrote may be unreadable to this one; it must not keep the rest. */
function readable(record: string): Tap[] {
  try {
    return [readTap(record)];
  } catch {
    return [];
  }
}
