import { type OrderState, readOrdersOfShops, upsertOrders } from '../store/order-states.ts';
import { creditVisits, readVisitsOfShops, type Visit } from '../store/outcomes.ts';
import { shopSizes } from '../store/shop-sizes.ts';
import type { CommerceDb } from '../store/tables.ts';
import { readTouchesOfShops } from '../store/touches.ts';
import { addToFigures, clearFigures } from '../store/write-figures.ts';
import { lastClick } from './attribute.ts';
import { orderContribution, orderOutcome, visitContribution } from './contribution.ts';
import { firstsWith, isFirst } from './first-orders.ts';
import { RollUp } from './roll-up.ts';
import { summariseOrder } from './summarise-order.ts';
import type { Outcome, Touch } from './touch.ts';

/** The most touches, visits and orders that are in memory at once, but for a single shop that has more. */
const MOST_AT_ONCE = 100_000;

/**
 * Credits all that was kept anew, and adds up all figures from nothing: shop by shop, since nothing is credited from one to another.
 * @param db a transaction, in which nobody else records
 */
export async function creditAll(db: CommerceDb): Promise<void> {
  await clearFigures(db);
  for (const shopIds of inGroups(await shopSizes(db))) await creditShops(db, shopIds);
}

function inGroups(sizes: readonly { readonly shopId: string; readonly size: number }[]): string[][] {
  const groups: string[][] = [];
  let room = 0;
  for (const { shopId, size } of sizes) {
    if (size > room) {
      groups.push([]);
      room = MOST_AT_ONCE;
    }
    groups.at(-1)?.push(shopId);
    room -= size;
  }
  return groups;
}

async function creditShops(db: CommerceDb, shopIds: readonly string[]): Promise<void> {
  const touches = await readTouchesOfShops(db, shopIds);
  const visits = await readVisitsOfShops(db, shopIds);
  const orders = await readOrdersOfShops(db, shopIds);
  const candidates = candidatesAmong(touches);
  const rollUp = new RollUp();
  for (const touch of touches) rollUp.addClick(touch);
  await creditVisits(db, settleVisits(visits, candidates, rollUp));
  await upsertOrders(db, settleOrders([...orders.values()], candidates, rollUp));
  await addToFigures(db, rollUp);
}

/** Finds the touches that may have the credit for an outcome. */
type Candidates = (outcome: Outcome) => readonly Touch[];

function candidatesAmong(touches: readonly Touch[]): Candidates {
  const byPerson = Map.groupBy(touches, (touch) => `${touch.shopId} ${touch.person}`);
  const byClickId = Map.groupBy(touches, (touch) => touch.clickId);
  return ({ shopId, person, clickIds }) => {
    const own = person === null ? [] : (byPerson.get(`${shopId} ${person}`) ?? []);
    return [...own, ...clickIds.flatMap((clickId) => byClickId.get(clickId) ?? [])];
  };
}

/** @returns those whose credit is another than before */
function settleVisits(visits: readonly Visit[], candidates: Candidates, rollUp: RollUp): Visit[] {
  const settled = visits.map((visit) => {
    const touch = lastClick(visit, candidates(visit));
    if (touch) rollUp.put(visitContribution(visit, touch));
    return { ...visit, creditedClick: touch?.conversion ?? null };
  });
  return settled.filter((visit, index) => visit.creditedClick !== visits[index]?.creditedClick);
}

function settleOrders(states: readonly OrderState[], candidates: Candidates, rollUp: RollUp) {
  const orders = states.map((state) => ({ state, summary: summariseOrder(state.facts, state.refunds) }));
  const firsts = firstsWith(new Map(), orders);
  return orders.map((order) => {
    const outcome = orderOutcome(order);
    const touch = lastClick(outcome, candidates(outcome));
    const contribution = touch && orderContribution(order, touch, isFirst(order, firsts));
    if (contribution) rollUp.put(contribution);
    return { state: { ...order.state, creditedClick: touch?.conversion ?? null }, summary: order.summary };
  });
}
