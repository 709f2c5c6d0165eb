import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Behind } from '../../../kit/behind.ts';
import { type Credited, tellFeed } from '../../feed/tell-feed.ts';
import { turnClicks } from '../../store/events/click-traffic.ts';
import { insertCorrections } from '../../store/events/corrections.ts';
import { creditVisits, insertVisits } from '../../store/events/outcomes.ts';
import { insertEvents } from '../../store/events/raw-events.ts';
import { retireFacts } from '../../store/events/retire.ts';
import { notifyChanged } from '../../store/figures/changes.ts';
import { addToFigures, addUnits } from '../../store/figures/write-figures.ts';
import { upsertOrders } from '../../store/orders/order-states.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { RollUp } from '../figures/roll-up.ts';
import { type Judged, judgeCredit } from '../judging/judge-credit.ts';
import { judgeTraffic, type Traffic, withoutInvalid } from '../judging/judge-traffic.ts';
import type { Lead } from '../placement.ts';
import { keepFacts } from '../recording/keep-facts.ts';
import type { Kept } from '../recording/lay-out-facts.ts';
import { lastClickToTell } from './attribute.ts';
import { orderContribution, visitContribution } from './contribution.ts';
import { findTouched, type Touched } from './find-touched.ts';
import { isFirst, type SummedOrder } from './first-orders.ts';
import type { Outcome } from './touch.ts';

/**
 * Keeps events with their facts and credits them, and credits anew what was there before and they have a part in; the figures move by
 * the difference.
 * @param recordedAt the instant of this recording, in milliseconds since 1970: not before that of anything in the same journeys
 * @param behind what is written runs behind
 * @returns the last clicks of all that was credited, or credited anew, and which taps are invalid traffic
 * @throws {NotHeldError} when something is part of a journey that the transaction does not hold
 */
export async function creditKept(db: CommerceDb, kept: Kept, recordedAt: number, behind: Behind): Promise<Credited> {
  const judging = judgeTraffic(db, kept);
  const finding = findTouched(db, kept);
  behind(() => finding);
  // Whatever is read no more may be written: the server does that while it is found out what follows. The turn is for sending.
  behind(() => insertEvents(db, kept.events));
  await nextTurn();
  const traffic = await judging;
  const counted = withoutInvalid(kept, traffic);
  const touched = await (traffic.turned.length === 0 ? finding : findTouched(db, counted));
  const judged = await judgeAll(db, counted, touched, () => {
    behind(() => insertCorrections(db, kept.events));
    behind(() => retireFacts(db, kept.retired, recordedAt));
    behind(() => keepFacts(db, kept));
    behind(() => turnClicks(db, [...traffic.invalid.keys()], recordedAt));
  });
  const rollUp = new RollUp();
  for (const touch of counted.touches) if (touch.retiredAt === null) rollUp.countClick(touch, 1, recordedAt);
  for (const touch of counted.retired.touches) rollUp.countClick(touch, -1, recordedAt);
  const lastClicks = lastClicksOf(traffic);
  const settling = { kept, touched, judged, rollUp, lastClicks, recordedAt };
  const { made, moved } = settleVisits(settling);
  const orders = settleOrders(settling);
  const credited = { lastClicks, invalid: traffic.invalid };
  behind(() => tellFeed(db, kept.events, credited));
  behind(() => insertVisits(db, made));
  behind(() => creditVisits(db, moved));
  behind(() => upsertOrders(db, orders));
  behind(() => addToFigures(db, rollUp));
  behind(() => addUnits(db, kept.units));
  behind(() => notifyChanged(db, rollUp.changedSubjects()));
  return credited;
}

/** The last click of a tap is itself, of invalid traffic none. */
function lastClicksOf({ invalid, turned }: Traffic): Map<string, Lead | null> {
  return new Map(
    turned.map(({ conversion, linkId, noteId }) => [conversion, invalid.get(conversion) ? null : { linkId, noteId }]),
  );
}

/** The credit for outcomes, by the outcome. */
type JudgedOutcomes = ReadonlyMap<Outcome, Judged>;

async function judgeAll(
  db: CommerceDb,
  kept: Kept,
  { visits, orders }: Touched,
  asked: () => void,
): Promise<JudgedOutcomes> {
  const ofOrders = orders.flatMap(({ before, after }) => [before?.outcome ?? [], after.outcome ?? []].flat());
  const outcomes = [...new Set([...kept.visits, ...kept.retired.visits, ...visits, ...ofOrders])];
  const judged = await judgeCredit(db, kept, outcomes, asked);
  return new Map(outcomes.map((outcome, index) => [outcome, judged[index] as Judged]));
}

interface Settling {
  readonly kept: Kept;
  readonly touched: Touched;
  readonly judged: JudgedOutcomes;
  readonly rollUp: RollUp;
  /** By conversion: filled here. */
  readonly lastClicks: Map<string, Lead | null>;
  readonly recordedAt: number;
}

/** Counts visits and carts. */
function settleVisits({ kept, touched, judged, rollUp, lastClicks, recordedAt }: Settling) {
  const made = kept.visits.map((visit) => {
    const credit = judged.get(visit)?.after;
    if (!credit || visit.retiredAt !== null) return visit;
    rollUp.step(undefined, visitContribution(visit, credit), recordedAt);
    lastClicks.set(visit.conversion, lastClickToTell(visit, credit.touches.at(-1)));
    return { ...visit, creditedClick: credit.touches.at(-1)?.conversion ?? null };
  });
  for (const visit of kept.retired.visits) {
    const credit = judged.get(visit)?.before;
    if (credit) rollUp.step(visitContribution(visit, credit), undefined, recordedAt);
  }
  const moved = touched.visits.flatMap((visit) => {
    const credit = judged.get(visit);
    if (!credit || credit.before === credit.after) return [];
    rollUp.step(visitContribution(visit, credit.before), visitContribution(visit, credit.after), recordedAt);
    lastClicks.set(visit.conversion, lastClickToTell(visit, credit.after.touches.at(-1)));
    const creditedClick = credit.after.touches.at(-1)?.conversion ?? null;
    return creditedClick === visit.creditedClick ? [] : { ...visit, creditedClick };
  });
  return { made, moved };
}

/** Counts orders, and tells what they come to. */
function settleOrders({ touched, judged, rollUp, lastClicks, recordedAt }: Settling): SummedOrder[] {
  const { orders, firstsBefore, firstsAfter } = touched;
  return orders.flatMap(({ before, after }) => {
    const was = before?.outcome && judged.get(before.outcome)?.before;
    const is = after.outcome && judged.get(after.outcome)?.after;
    const out = before && was && orderContribution(before, was, isFirst(before, firstsBefore));
    const put = is && orderContribution(after, is, isFirst(after, firstsAfter));
    rollUp.step(out, put, recordedAt);
    const { state, summary, outcome } = after;
    const told = outcome ? lastClickToTell(outcome, is?.touches.at(-1)) : null;
    for (const { conversion, counted } of [...state.facts, ...state.refunds])
      lastClicks.set(conversion, counted ? told : null);
    const creditedClick = is?.touches.at(-1)?.conversion ?? null;
    return before === after && creditedClick === state.creditedClick
      ? []
      : { state: { ...state, creditedClick }, summary };
  });
}
