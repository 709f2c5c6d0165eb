import { type Behind, runBehind } from '../../../kit/behind.ts';
import type { Credited } from '../../feed/tell-feed.ts';
import { insertCorrections } from '../../store/events/corrections.ts';
import type { EventDays } from '../../store/events/event-days.ts';
import { type KeptAnswer, keepAnswers, nameOfKey, readAnswers } from '../../store/events/idempotency-keys.ts';
import { takeIdentitiesAlone } from '../../store/events/identities.ts';
import { insertEvents } from '../../store/events/raw-events.ts';
import { recordAtOnce } from '../../store/events/record-at-once.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { creditKept } from '../attribution/credit.ts';
import type { AcceptedEvent } from '../event.ts';
import type { Verdict } from '../judging/judge.ts';
import { judgeAll } from '../judging/judge-all.ts';
import { type ArrivedEvent, type Batch, type BatchAnswer, inTheirOrder, isAdmitted } from './batch.ts';
import { type Hold, hold, holdAlone } from './hold.ts';
import { JourneyFullError } from './journey-full.ts';
import { layOutAccepted } from './lay-out-accepted.ts';
import type { Kept } from './lay-out-facts.ts';

/** What events are recorded into. */
export interface Recording {
  /** The pool. */
  readonly db: CommerceDb;
  readonly days: EventDays;
  /** Where the instants of recording come from; absent: from the database, which several processes share. */
  readonly clock?: (() => Date) | undefined;
}

/**
 * Records batches: their events that are accepted, all that follows from them, the figures, and what is answered to batches that have a
 * name, in one transaction. Several processes may do so at once.
 * @param sent called where nothing is left to do but to wait for the end
 * @returns an answer for each, in their order
 */
export async function recordBatches(
  recording: Recording,
  batches: readonly Batch[],
  sent: () => void = () => {},
): Promise<BatchAnswer[]> {
  const full = new Set<string>();
  for (;;) {
    try {
      return await recordAtOnce(recording, (transaction, needed) =>
        recordWithin(transaction, recording, batches, needed, { full, sent }),
      );
    } catch (error) {
      // What was refused is not kept, so that each time there are others.
      if (!(error instanceof JourneyFullError) || error.conversions.every((each) => full.has(each))) throw error;
      for (const each of error.conversions) full.add(each);
    }
  }
}

const NO_ANSWERS: ReadonlyMap<string, KeptAnswer> = new Map();

interface Attempt {
  /** Conversions from which too much follows. */
  readonly full: ReadonlySet<string>;
  /** Called where nothing is left to do but to wait for the end. */
  readonly sent: () => void;
}

/** The transaction of recording, step by step. */
export function recordWithin(
  transaction: CommerceDb,
  recording: Pick<Recording, 'days' | 'clock'>,
  batches: readonly Batch[],
  needed: ReadonlySet<number>,
  { full, sent }: Attempt = { full: new Set(), sent() {} },
): Promise<BatchAnswer[]> {
  return runBehind(async (behind) => {
    const answers = await recordBehind(transaction, recording, batches, needed, full, behind);
    sent();
    return answers;
  });
}

async function recordBehind(
  transaction: CommerceDb,
  { days, clock }: Pick<Recording, 'days' | 'clock'>,
  batches: readonly Batch[],
  needed: ReadonlySet<number>,
  full: ReadonlySet<string>,
  behind: Behind,
): Promise<BatchAnswer[]> {
  const keys = batches.flatMap(({ key }) => key ?? []);
  const { heldAt, ...held } = await hold(
    transaction,
    eventsOf(batches).map(({ event }) => event),
    keys,
    needed,
  );
  behind(() => heldAt);
  const instant = async () => clock?.().getTime() ?? (await heldAt);
  const answered = keys.length === 0 ? NO_ANSWERS : await readAnswers(transaction, keys, await instant());
  const fresh = batches.filter(({ key }) => !key || !answered.has(nameOfKey(key)));
  const arrived = eventsOf(fresh);
  const verdicts = await judgeArrived(transaction, arrived, { ...held, full });
  const recordedAt = await instant();
  days.require(recordedAt);
  const kept = await layOutAccepted(
    transaction,
    acceptedOf(arrived, verdicts, () => recordedAt),
    held,
  );
  const credited = kept.events.length > 0 ? await creditKept(transaction, kept, recordedAt, behind) : undefined;
  const next = (credited ? verdicts.map((verdict) => withTraffic(verdict, credited)) : verdicts).values();
  const fresher = new Map(fresh.map((batch) => [batch, inTheirOrder(batch.admissions, next)]));
  const named = fresh.flatMap((batch) => (batch.key ? { ...batch.key, verdicts: fresher.get(batch) ?? [] } : []));
  behind(() => keepAnswers(transaction, named, recordedAt));
  return batches.map((batch) => {
    const before = batch.key && answered.get(nameOfKey(batch.key));
    if (before && before.bodyHash !== batch.key?.bodyHash) return 'KEY_REUSED';
    return { verdicts: before?.verdicts ?? fresher.get(batch) ?? [] };
  });
}

/**
 * Judges events and keeps those that are accepted, without crediting them, in a transaction in which nobody else records, and which may have kept
 * others before.
 */
export async function keepAlone(
  db: CommerceDb,
  arrived: readonly ArrivedEvent[],
): Promise<{ verdicts: Verdict[]; kept: Kept }> {
  const held = await holdAlone(
    db,
    arrived.map(({ event }) => event),
  );
  const verdicts = await judgeArrived(db, arrived, { ...held, full: new Set() }, takeIdentitiesAlone);
  const accepted = acceptedOf(arrived, verdicts, ({ receivedAt }) => receivedAt);
  const kept = await layOutAccepted(db, accepted, held);
  await insertEvents(db, kept.events);
  await insertCorrections(db, kept.events);
  return { verdicts, kept };
}

function judgeArrived(
  db: CommerceDb,
  arrived: readonly ArrivedEvent[],
  { orders, full }: Pick<Hold, 'orders'> & { readonly full: ReadonlySet<string> },
  take?: typeof takeIdentitiesAlone,
): Promise<Verdict[]> {
  return judgeAll(
    db,
    arrived.map(({ event }) => event),
    orders,
    full,
    take,
  );
}

function acceptedOf(
  arrived: readonly ArrivedEvent[],
  verdicts: readonly Verdict[],
  recordedAtOf: (arrived: ArrivedEvent) => number,
): AcceptedEvent[] {
  return arrived
    .filter((_, index) => verdicts[index]?.outcome === 'ACCEPTED')
    .map((each) => ({ ...each.event, receivedAt: each.receivedAt, recordedAt: recordedAtOf(each) }));
}

/** A verdict with what is known once traffic was judged. */
function withTraffic(verdict: Verdict, { invalid }: Credited): Verdict {
  if (verdict.outcome !== 'ACCEPTED' || invalid.get(verdict.conversion) !== true) return verdict;
  return { ...verdict, uncounted: 'INVALID_TRAFFIC' };
}

function eventsOf(batches: readonly Batch[]): ArrivedEvent[] {
  return batches.flatMap(({ admissions }) => admissions.filter(isAdmitted));
}
