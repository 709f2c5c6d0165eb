import { DATA_GAP, DAY, SECOND, startOf } from '../calendar.ts';
import type { RawEvent, Stage } from '../commerce/event.ts';
import { LATENESS } from '../dirt/arrival.ts';

/** How many of which raw events are dirty, each counted off the rows themselves. */
export interface DirtTruth {
  readonly events: number;
  /** Of the first arrivals. */
  readonly outOfOrder: Partial<Record<Stage, number>>;
  readonly over72HoursLate: Partial<Record<Stage, number>>;
  readonly over7DaysLate: Partial<Record<Stage, number>>;
  readonly clockSkewed: Partial<Record<Stage, number>>;
  readonly duplicateOrderEvents: Partial<Record<Stage, number>>;
  readonly orders: number;
  readonly splitOrders: number;
  readonly refundedOrders: number;
  readonly refundedAfterSettlement: number;
  readonly eventsInDataGap: number;
  readonly deniedEvents: Partial<Record<Stage, number>>;
}

/** A clock that is off by half a minute or more shows where an event came before it happened, or took longer than any event does. */
const SKEW_SHOWS = 20 * SECOND;
const SETTLED_AFTER = 7 * DAY;

type Tally = Partial<Record<Stage, number>>;
interface OrderSeen {
  lines: Set<string>;
  received: number;
  refunded: number;
}

/** @param events those to look at, without the traps' and recent ones; each stage's counts stand apart, a split order's payment once */
export function countDirt(events: Iterable<RawEvent>): DirtTruth {
  const names = new Set<string>();
  const orders = new Map<string, OrderSeen>();
  const tally = {
    late: {} as Tally,
    days: {} as Tally,
    week: {} as Tally,
    skewed: {} as Tally,
    twice: {} as Tally,
    denied: {} as Tally,
  };
  let count = 0;
  let gap = 0;
  for (const { platformId, receivedAt, input } of events) {
    const { stage, eventId, order } = input;
    const occurred = Date.parse(input.occurredAt);
    const name = `${platformId} ${stage} ${eventId}`;
    count += 1;
    if (inGap(platformId, occurred)) gap += 1;
    if (names.has(name)) {
      bump(tally.twice, stage);
      continue;
    }
    names.add(name);
    if (input.consent === 'DENIED') {
      bump(tally.denied, stage);
      continue;
    }
    if (!order || order.platformLineId.endsWith('-1')) bumpLateness(tally, stage, receivedAt - occurred);
    if (order) seeOrder(orders, `${platformId} ${order.platformOrderId}`, stage, order.platformLineId, occurred);
  }
  const seen = [...orders.values()];
  return {
    events: count,
    outOfOrder: tally.late,
    over72HoursLate: tally.days,
    over7DaysLate: tally.week,
    clockSkewed: tally.skewed,
    duplicateOrderEvents: tally.twice,
    orders: seen.length,
    splitOrders: seen.filter(({ lines }) => lines.size > 1).length,
    refundedOrders: seen.filter(({ refunded }) => refunded > 0).length,
    refundedAfterSettlement: seen.filter(({ received, refunded }) => refunded > received + SETTLED_AFTER).length,
    eventsInDataGap: gap,
    deniedEvents: tally.denied,
  };
}

function bump(tally: Tally, stage: Stage): void {
  tally[stage] = (tally[stage] ?? 0) + 1;
}

function bumpLateness(tally: Record<'late' | 'days' | 'week' | 'skewed', Tally>, stage: Stage, delay: number): void {
  if (delay >= LATENESS.over7Days) bump(tally.week, stage);
  else if (delay >= LATENESS.over72Hours) bump(tally.days, stage);
  else if (delay >= LATENESS.outOfOrder) bump(tally.late, stage);
  else if (delay < 0 || delay > SKEW_SHOWS) bump(tally.skewed, stage);
}

function seeOrder(orders: Map<string, OrderSeen>, name: string, stage: Stage, line: string, at: number): void {
  const order = orders.get(name) ?? { lines: new Set(), received: 0, refunded: 0 };
  orders.set(name, order);
  order.lines.add(line);
  if (stage === 'ORDER_RECEIVED') order.received = at;
  if (stage === 'REFUND') order.refunded = at;
}

/** Whether an event happened where and when nothing was told. */
function inGap(platformId: string, at: number): boolean {
  return platformId === DATA_GAP.platformId && at >= startOf(DATA_GAP.from) && at < startOf(DATA_GAP.to) + DAY;
}
