import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { RecordingError } from '../../recording-errors.ts';
import { withdrawnAmong } from '../../store/consents/consents.ts';
import { type BatchKey, nameOfKey } from '../../store/events/idempotency-keys.ts';
import { admitEvents, type PullLinks, type SentArrival } from '../intake/admit-events.ts';
import { keepReferences } from '../intake/reference-cache.ts';
import type { Verdict } from '../judging/judge.ts';
import { stepOf } from '../judging/reasons.ts';
import { stepOfUncounted } from '../judging/uncounted.ts';
import type { Admission, ArrivedEvent, Batch, BatchAnswer } from './batch.ts';
import { BatchQueue } from './batch-queue.ts';
import type { Recording } from './record.ts';
import { type Log, recordGroup, type Settled } from './record-group.ts';

/** Takes batches of events, records those that come at once together, and counts what becomes of each event. */
export interface EventRecorder {
  /**
   * @param key names the batch: sent again under it within 7 days, the same batch gets the same answer
   * @returns a verdict for each event, in their order; what is accepted is durable and in the next query's figures
   * @throws {RecordingError} RECORDING_BUSY, RECORDING_UNAVAILABLE, IDEMPOTENCY_KEY_REUSED
   */
  record(arrivals: readonly SentArrival[], key?: BatchKey): Promise<readonly Verdict[]>;
  /** Whether more waits, or is under way, than one transaction takes: what can wait gives way then. */
  isBusy(): boolean;
  /**
   * Records events that were made here of others that are kept, such as corrections.
   * @throws {RecordingError} RECORDING_BUSY, RECORDING_UNAVAILABLE
   */
  restate(events: readonly ArrivedEvent[]): Promise<readonly Verdict[]>;
}

/** What a recorder works with. */
export interface RecorderOptions {
  readonly recording: Recording;
  /** Called where events name links that are not known here. */
  readonly pullLinks: PullLinks;
  /** Told whose events came, and when. */
  readonly arrived?: (platformId: string, at: number) => void;
  /** The most events that may wait or be under way at once. */
  readonly mostWaiting: number;
  readonly registry: Registry;
  readonly log: Log;
}

/** So many are recorded in one transaction, unless a single batch has more: longer ones hold up whoever waits for what they hold. */
const MOST_AT_ONCE = 2_000;
/** So many are read before others have their turn. */
const ADMITTED_AT_ONCE = 500;

export function createRecorder(options: RecorderOptions): EventRecorder {
  const { recording, registry, log } = options;
  const counted = countersIn(registry);
  const queue = new BatchQueue<Batch, BatchAnswer>({
    write: async (batches, sent) => {
      counted.group(batches);
      return (await recordGroup(recording, batches, log, sent)).map(answerOf);
    },
    mostAtOnce: MOST_AT_ONCE,
    mostWaiting: options.mostWaiting,
  });
  counted.watch(queue);
  const underWay = new Map<string, { readonly bodyHash: string; readonly verdicts: Promise<readonly Verdict[]> }>();

  const admit = admitterOf(options);
  const recordAdmitted = async (size: number, admitted: () => Promise<readonly Admission[]>, key?: BatchKey) => {
    const release = queue.reserve(size);
    if (!release) throw busy(queue.secondsToRoom());
    try {
      const answer = await queue.add({ admissions: await admitted(), key }, size);
      if (answer === 'KEY_REUSED') throw reused();
      counted.verdicts(answer.verdicts);
      return answer.verdicts;
    } finally {
      release();
    }
  };
  const record = (arrivals: readonly SentArrival[], key?: BatchKey) => {
    // A batch has one sender.
    if (arrivals[0]) options.arrived?.(arrivals[0].platformId, arrivals[0].receivedAt);
    return recordAdmitted(arrivals.length, () => admit(arrivals), key);
  };
  // Who sends a batch again while it is under way waits for its answer.
  const recordNamed = (arrivals: readonly SentArrival[], key: BatchKey) => {
    const name = nameOfKey(key);
    const first = underWay.get(name);
    if (first) return first.bodyHash === key.bodyHash ? first.verdicts : Promise.reject(reused());
    const verdicts = record(arrivals, key).finally(() => underWay.delete(name));
    underWay.set(name, { bodyHash: key.bodyHash, verdicts });
    return verdicts;
  };
  return {
    record: (arrivals, key) => (key ? recordNamed(arrivals, key) : record(arrivals)),
    isBusy: () => queue.size > MOST_AT_ONCE,
    restate: (events) => recordAdmitted(events.length, async () => events),
  };
}

function admitterOf({ recording, pullLinks }: RecorderOptions) {
  const lookUp = keepReferences(recording.db);
  const findWithdrawn = (persons: readonly string[]) => withdrawnAmong(recording.db, persons);
  return async (arrivals: readonly SentArrival[]) => {
    const admissions: Admission[] = [];
    for (let at = 0; at < arrivals.length; at += ADMITTED_AT_ONCE) {
      const some = arrivals.slice(at, at + ADMITTED_AT_ONCE);
      admissions.push(...(await admitEvents(lookUp, some, pullLinks, findWithdrawn)));
    }
    return admissions;
  };
}

async function answerOf(settled: Settled): Promise<BatchAnswer> {
  if ('error' in settled) throw settled.error;
  return settled.answer;
}

function busy(seconds: number): RecordingError {
  return new RecordingError('RECORDING_BUSY', `Too many events wait: send the batch again in ${seconds} s.`, seconds);
}

function reused(): RecordingError {
  return new RecordingError(
    'IDEMPOTENCY_KEY_REUSED',
    'The idempotency key names another batch: use a new one for each batch.',
  );
}

function reasonOf(verdict: Verdict): { reason: string; step: string } {
  if ('rejection' in verdict) return { reason: verdict.rejection.code, step: stepOf(verdict.rejection.code) };
  const uncounted = 'uncounted' in verdict ? verdict.uncounted : undefined;
  return uncounted ? { reason: uncounted, step: stepOfUncounted[uncounted] } : { reason: '', step: '' };
}

function countersIn(registry: Registry) {
  const registers = [registry];
  const events = new Counter({
    name: 'commerce_events_total',
    help: 'Events by what became of them, and by the reason why they are not accepted, or not counted, and the step that found it',
    labelNames: ['outcome', 'reason', 'step'],
    registers,
  });
  const groups = new Histogram({
    name: 'commerce_recording_group_events',
    help: 'Events that were recorded in one transaction',
    buckets: [1, 10, 50, 100, 500, 1_000, 2_000, 5_000],
    registers,
  });
  return {
    verdicts: (verdicts: readonly Verdict[]) => {
      const sums = new Map<string, { readonly labels: Record<'outcome' | 'reason' | 'step', string>; count: number }>();
      for (const verdict of verdicts) {
        const { reason, step } = reasonOf(verdict);
        const name = `${verdict.outcome} ${reason}`;
        const sum = sums.get(name) ?? { labels: { outcome: verdict.outcome, reason, step }, count: 0 };
        sum.count += 1;
        sums.set(name, sum);
      }
      for (const { labels, count } of sums.values()) events.inc(labels, count);
    },
    group: (batches: readonly Batch[]) =>
      groups.observe(batches.reduce((sum, { admissions }) => sum + admissions.length, 0)),
    watch: (queue: { readonly size: number }) => {
      new Gauge({
        name: 'commerce_recording_queue_events',
        help: 'Events that wait or are being recorded',
        registers,
        collect() {
          this.set(queue.size);
        },
      });
    },
  };
}
