import type { LastClick, LastClicks } from '../feed/tell-feed.ts';
import { notifyChanged } from '../store/changes.ts';
import { upsertOrders } from '../store/order-states.ts';
import { creditVisits, insertVisits, type Visit, visitsAfter } from '../store/outcomes.ts';
import type { CommerceDb } from '../store/tables.ts';
import { candidateTouches, readTouches } from '../store/touches.ts';
import { addToFigures, addUnits } from '../store/write-figures.ts';
import { lastClick, lastClickToTell } from './attribute.ts';
import { orderContribution, orderOutcome, visitContribution } from './contribution.ts';
import { isFirst } from './first-orders.ts';
import type { Kept } from './keep-facts.ts';
import { RollUp } from './roll-up.ts';
import type { Outcome, Touch } from './touch.ts';
import { findTouchedOrders, type TouchedOrders } from './touched-orders.ts';

/** The touches that outcomes were credited to before, by conversion. */
type TouchesBefore = ReadonlyMap<string, Touch>;

/**
 * Credits what was kept, and what was there before that it changes; the figures move by the difference.
 * @returns the last clicks of all that was credited
 * @throws {NotHeldError} when that is part of a journey that the transaction does not hold
 */
export async function creditKept(db: CommerceDb, kept: Kept): Promise<LastClicks> {
  const earlier = await visitsAfter(db, kept.touches);
  const touched = await findTouchedOrders(db, kept);
  kept.held.require([...earlier, ...touched.orders.map(orderOutcome)]);
  const credited = [...earlier, ...touched.orders.flatMap((order) => order.before?.state ?? [])];
  const before = await readTouches(
    db,
    credited.flatMap((outcome) => outcome.creditedClick ?? []),
  );
  const rollUp = new RollUp();
  for (const touch of kept.touches) rollUp.addClick(touch);
  const clicks = new Map<string, LastClick | null>();
  await insertVisits(db, await settleVisits(db, kept.visits, before, rollUp, clicks));
  await creditVisits(db, await settleVisits(db, earlier, before, rollUp, clicks));
  await settleOrders(db, touched, before, rollUp, clicks);
  await addToFigures(db, rollUp);
  await addUnits(db, kept.units);
  await notifyChanged(db, rollUp.changedSubjects());
  return clicks;
}

/** Credits visits and carts anew. */
async function settleVisits(
  db: CommerceDb,
  visits: readonly Visit[],
  before: TouchesBefore,
  rollUp: RollUp,
  clicks: Map<string, LastClick | null>,
): Promise<Visit[]> {
  const credited = await creditOutcomes(db, visits);
  return visits.map((visit, index) => {
    const was = before.get(visit.creditedClick ?? '');
    const is = credited[index];
    if (was) rollUp.takeOut(visitContribution(visit, was));
    if (is) rollUp.put(visitContribution(visit, is));
    clicks.set(visit.conversion, lastClickToTell(visit, is));
    return { ...visit, creditedClick: is?.conversion ?? null };
  });
}

/** Credits orders anew, and keeps what they come to. */
async function settleOrders(
  db: CommerceDb,
  { orders, firstsBefore, firstsAfter }: TouchedOrders,
  touchesBefore: TouchesBefore,
  rollUp: RollUp,
  clicks: Map<string, LastClick | null>,
): Promise<void> {
  const credited = await creditOutcomes(db, orders.map(orderOutcome));
  const settled = orders.map((order, index) => {
    const { before, state, summary } = order;
    const was = touchesBefore.get(before?.state.creditedClick ?? '');
    const is = credited[index];
    const out = before && was && orderContribution(before, was, isFirst(before, firstsBefore));
    const put = is && orderContribution(order, is, isFirst(order, firstsAfter));
    if (out) rollUp.takeOut(out);
    if (put) rollUp.put(put);
    const click = lastClickToTell(orderOutcome(order), is);
    for (const { conversion, counted } of [...state.facts, ...state.refunds]) {
      clicks.set(conversion, counted ? click : null);
    }
    return { state: { ...state, creditedClick: is?.conversion ?? null }, summary };
  });
  await upsertOrders(db, settled);
}

async function creditOutcomes(db: CommerceDb, outcomes: readonly Outcome[]): Promise<(Touch | undefined)[]> {
  const candidates = await candidateTouches(db, outcomes);
  return outcomes.map((outcome, index) => lastClick(outcome, candidates[index] ?? []));
}
