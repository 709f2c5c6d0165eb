import { RecordingError } from '../../recording-errors.ts';
import { rehearse } from '../../store/events/record-at-once.ts';
import { isOutage } from '../../store/outage.ts';
import type { Rejection } from '../judging/reasons.ts';
import { type Admission, type Batch, type BatchAnswer, isAdmitted } from './batch.ts';
import { type Recording, recordBatches, recordWithin } from './record.ts';

/** What became of a batch: its answer, or why it has none. */
export type Settled = { readonly answer: BatchAnswer } | { readonly error: unknown };

/** Told what nobody foresaw. */
export interface Log {
  error(error: unknown, message: string): void;
}

/** A batch in which more events fail than these is refused from there on. */
const MOST_GUILTY = 8;

/**
 * Records batches in one transaction. Where that fails, which no event that was admitted should bring about, they are split until those
 * are found with which it fails: these are rejected, and the others recorded.
 * @param sent called where nothing is left to do but to wait for the end
 * @returns what became of each, in their order
 */
export async function recordGroup(
  recording: Recording,
  batches: readonly Batch[],
  log: Log,
  sent: () => void,
): Promise<Settled[]> {
  try {
    const answers = await recordBatches(recording, batches, sent);
    return answers.map((answer) => ({ answer }));
  } catch (error) {
    log.error(error, `a group of ${batches.length} batches was not recorded`);
    if (isOutage(error)) return batches.map(() => ({ error: unavailable() }));
    const [only] = batches;
    if (only && batches.length === 1) return [await recordInnocent(recording, only)];
    const half = Math.ceil(batches.length / 2);
    const first = await recordGroup(recording, batches.slice(0, half), log, sent);
    return [...first, ...(await recordGroup(recording, batches.slice(half), log, sent))];
  }
}

/** Records a batch without the events with which it fails. */
async function recordInnocent(recording: Recording, batch: Batch): Promise<Settled> {
  try {
    const [answer] = await recordBatches(recording, [{ ...batch, admissions: await refuseGuilty(recording, batch) }]);
    return answer ? { answer } : { error: unavailable() };
  } catch (error) {
    return { error: isOutage(error) ? unavailable() : error };
  }
}

/** Finds the events with which a batch fails, one after the other: each is the last one of the shortest beginning that fails. */
async function refuseGuilty(recording: Recording, { admissions }: Batch): Promise<Admission[]> {
  const judged = [...admissions];
  const fails = async (length: number) => !(await succeeds(recording, judged.slice(0, length)));
  let sound = 0;
  for (let found = 0; await fails(judged.length); found += 1) {
    // It fails without any event, too: no event is to blame.
    if (!judged.some(isAdmitted)) throw unavailable();
    let [good, bad] = [sound, judged.length];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (await fails(middle)) bad = middle;
      else good = middle;
    }
    const upTo = found + 1 < MOST_GUILTY ? bad : judged.length;
    for (let index = bad - 1; index < upTo; index += 1) {
      const admission = judged[index];
      if (admission && isAdmitted(admission)) judged[index] = { rejection: UNRECORDABLE };
    }
    sound = bad;
  }
  return judged;
}

/** Whether events could be recorded; nothing is. */
async function succeeds(recording: Recording, admissions: readonly Admission[]): Promise<boolean> {
  const batch = { admissions, key: undefined };
  try {
    await rehearse(recording, (transaction, needed) => recordWithin(transaction, recording, [batch], needed));
    return true;
  } catch (error) {
    if (isOutage(error)) throw error;
    return false;
  }
}

const UNRECORDABLE: Rejection = {
  code: 'EVENT_UNRECORDABLE',
  field: null,
  message: 'The event could not be recorded, through a fault here; it has been logged.',
};

function unavailable(): RecordingError {
  return new RecordingError(
    'RECORDING_UNAVAILABLE',
    'The events could not be recorded now, or nobody knows whether they were: send the same again.',
    1,
  );
}
