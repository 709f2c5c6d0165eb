import { setTimeout as sleep } from 'node:timers/promises';
import type { EventRecorder } from '../conversions/recording/recorder.ts';
import { closeWithdrawal, countedEventsOf, openWithdrawals, type Withdrawal } from '../store/consents/withdrawals.ts';
import type { CommerceDb } from '../store/tables.ts';
import { denied } from './deny-event.ts';

/** What withdrawals are carried out with. */
interface CarryingOut {
  readonly db: CommerceDb;
  readonly recorder: Pick<EventRecorder, 'restate'>;
  readonly now: () => Date;
  /** How long between two looks, in milliseconds. */
  readonly intervalMs: number;
  readonly log: { warn(error: unknown, message: string): void };
}

const PERSONS_AT_ONCE = 20;
const EVENTS_AT_ONCE = 200;

/**
 * Carries out withdrawals of attribution, until stopped: what counts of the person from before is corrected, a few events at a time between those that platforms
 * send, to what it would be had consent been denied. What fails is done the next time.
 * @returns ends it
 */
export function carryOutWithdrawals(carrying: CarryingOut): () => Promise<void> {
  const stopping = new AbortController();
  const { intervalMs, db, log } = carrying;
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        for (const withdrawal of await openWithdrawals(db, PERSONS_AT_ONCE)) {
          if (!stopping.signal.aborted) await carryOut(carrying, withdrawal);
        }
      } catch (error) {
        if (!stopping.signal.aborted) log.warn(error, 'a withdrawal of consent was not carried out');
      }
      await sleep(intervalMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

async function carryOut({ db, recorder, now, log }: CarryingOut, withdrawal: Withdrawal): Promise<void> {
  for (;;) {
    const events = await countedEventsOf(db, withdrawal.person, EVENTS_AT_ONCE);
    if (events.length === 0) break;
    const receivedAt = now().getTime();
    const verdicts = await recorder.restate(
      events.map((event) => ({ event: denied(event, withdrawal.position), receivedAt })),
    );
    const refused = verdicts.flatMap((verdict) => ('rejection' in verdict ? verdict.rejection.code : []));
    if (refused.length > 0) log.warn({ refused }, 'events of a person who withdrew consent could not be corrected');
    // What is refused would be found again and again.
    if (refused.length === events.length) break;
  }
  await closeWithdrawal(db, withdrawal);
}
