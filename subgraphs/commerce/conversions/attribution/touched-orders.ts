import { firstOrders, type OrderState, readOrders } from '../../store/orders/order-states.ts';
import type { CommerceDb } from '../../store/tables.ts';
import type { ChangedOrder } from '../recording/lay-out-facts.ts';
import { orderOutcome } from './contribution.ts';
import { buyerKey, buyerOf, type FirstOrders, firstsWith, type SummedOrder } from './first-orders.ts';
import { summariseOrder } from './summarise-order.ts';
import type { Outcome } from './touch.ts';

/** An order as it was at one time, and as attribution sees it. */
export interface OrderVersion extends SummedOrder {
  /** Undefined where nothing of it may be counted; the same object in both versions of an order where it is the same. */
  readonly outcome: Outcome | undefined;
}

/** An order that events have a part in. */
export interface TouchedOrder {
  /** Undefined for a new one. */
  readonly before: OrderVersion | undefined;
  readonly after: OrderVersion;
}

/**
 * Finds the orders whose figures events change: those that the events are of, those for which the events may change the credit, and
 * those that are no longer, or only now, their buyers' first.
 * @param ids of the orders for which the events may change the credit
 */
export async function findTouchedOrders(
  db: CommerceDb,
  changes: readonly ChangedOrder[],
  ids: readonly string[],
): Promise<{ orders: TouchedOrder[]; firstsBefore: FirstOrders; firstsAfter: FirstOrders }> {
  const changed = changes.map(versionsOf);
  const unchanged = await readUnchanged(db, ids, new Set(changed.map(idOf)));
  const found = [...changed, ...unchanged];
  const { firstsBefore, firstsAfter } = await firstsOf(db, changed, unchanged);
  const moved = [...firstsBefore.keys(), ...firstsAfter.keys()].flatMap((buyer) => {
    const [was, is] = [firstsBefore.get(buyer)?.id, firstsAfter.get(buyer)?.id];
    return was === is ? [] : [was ?? [], is ?? []].flat();
  });
  const others = await readUnchanged(db, moved, new Set(found.map(idOf)));
  return { orders: [...found, ...others], firstsBefore, firstsAfter };
}

async function firstsOf(db: CommerceDb, changed: readonly TouchedOrder[], unchanged: readonly TouchedOrder[]) {
  const before = changed.flatMap((order) => order.before ?? []);
  const after = changed.map((order) => order.after);
  const versions = [...before, ...after, ...unchanged.map((order) => order.after)];
  const buyers = new Map(versions.flatMap((order) => buyerOf(order) ?? []).map((buyer) => [buyerKey(buyer), buyer]));
  const others = await firstOrders(db, [...buyers.values()], new Set(before.map(({ state }) => state.id)));
  return { firstsBefore: firstsWith(others, before), firstsAfter: firstsWith(others, after) };
}

async function readUnchanged(
  db: CommerceDb,
  ids: readonly string[],
  known: ReadonlySet<string>,
): Promise<TouchedOrder[]> {
  const wanted = new Set(ids.filter((id) => !known.has(id)));
  const states = await readOrders(db, [...wanted]);
  return [...states.values()].map((state) => versionsOf({ before: state, after: state }));
}

function versionsOf({ before, after }: ChangedOrder): TouchedOrder {
  const was = before && version(before);
  const is = before === after && was ? was : version(after);
  const same = was?.outcome && is.outcome && JSON.stringify(was.outcome) === JSON.stringify(is.outcome);
  return { before: was, after: same ? { ...is, outcome: was.outcome } : is };
}

function version(state: OrderState): OrderVersion {
  const summary = summariseOrder(state.facts, state.refunds);
  return { state, summary, outcome: orderOutcome({ state, summary }) };
}

function idOf({ after }: TouchedOrder): string {
  return after.state.id;
}
