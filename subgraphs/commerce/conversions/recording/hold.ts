import { readCorrectable } from '../../store/events/correctable.ts';
import { type BatchKey, nameOfKey } from '../../store/events/idempotency-keys.ts';
import { lockStripes, orderStripe } from '../../store/events/lock-stripes.ts';
import { readVisits } from '../../store/events/outcomes.ts';
import { readLooks } from '../../store/events/reads.ts';
import { readTouches } from '../../store/events/touches.ts';
import { type OrderState, readOrders } from '../../store/orders/order-states.ts';
import type { CommerceDb } from '../../store/tables.ts';
import type { NamedEvent } from '../event.ts';
import { correctedBy } from '../judging/judge-correction.ts';
import { Held, stripesOf } from './held.ts';

/** What an event names. */
type Naming = Pick<NamedEvent, 'order' | 'correction'>;

/** What a transaction holds, and what was there before it. */
export interface Hold {
  readonly held: Held;
  /** The orders that the events are of, as far as they were there before. */
  readonly orders: ReadonlyMap<string, OrderState>;
  /** The database's instant once everything is held: milliseconds since 1970. What is sent after this is there waits for it. */
  readonly heldAt: Promise<number>;
}

/**
 * Holds what events name until the transaction ends: the orders, and then the persons and clicks; whose an order is may be known from
 * its earlier lines alone.
 * @param keys the names of batches, of which each is recorded once
 * @param needed stripes that an earlier attempt found that it needed
 */
export async function hold(
  db: CommerceDb,
  events: readonly NamedEvent[],
  keys: readonly BatchKey[],
  needed: ReadonlySet<number>,
): Promise<Hold> {
  const corrected = correctedBy(events);
  const orderIds = await ordersOf(db, events);
  const named = [...orderIds, ...keys.map(nameOfKey)];
  const [, orders, touches, visits, looks] = await Promise.all([
    named.length > 0 ? lockStripes(db, new Set(named.map(orderStripe))) : undefined,
    readOrders(db, orderIds),
    readTouches(db, corrected),
    readVisits(db, corrected),
    readLooks(db, corrected),
  ]);
  const journeys = [...events, ...touches, ...[...orders.values()].flatMap(({ facts }) => facts)];
  const stripes = stripesOf([
    ...journeys.map(({ person, clickId }) => ({ person, clickIds: clickId === null ? [] : [clickId] })),
    ...visits,
    ...looks.map(({ person }) => ({ person, clickIds: [] })),
  ]).union(needed);
  const heldAt = lockStripes(db, stripes);
  // It may fail before anyone waits for it.
  heldAt.catch(() => {});
  return { held: new Held(stripes), orders, heldAt };
}

/** What a transaction holds in which nobody else records: everything. */
export async function holdAlone(db: CommerceDb, events: readonly Naming[]): Promise<Omit<Hold, 'heldAt'>> {
  return { held: new Held('ALL'), orders: await readOrders(db, await ordersOf(db, events)) };
}

/** The orders that events are of; a retraction names none, but what it takes back is of one. */
async function ordersOf(db: CommerceDb, events: readonly Naming[]): Promise<string[]> {
  const corrected = await readCorrectable(db, correctedBy(events));
  const named = [...events.map(({ order }) => order), ...corrected.values()];
  return [...new Set(named.flatMap((each) => each?.orderId ?? []))];
}
