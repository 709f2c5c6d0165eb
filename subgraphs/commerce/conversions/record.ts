import { tellFeed } from '../feed/tell-feed.ts';
import type { EventDays } from '../store/event-days.ts';
import { releaseIdentities, takeIdentities } from '../store/identities.ts';
import { lockStripes, orderStripe } from '../store/lock-stripes.ts';
import { type OrderState, readOrders } from '../store/order-states.ts';
import { insertEvents } from '../store/raw-events.ts';
import { recordAtOnce } from '../store/record-at-once.ts';
import type { CommerceDb } from '../store/tables.ts';
import { takenClickIds } from '../store/touches.ts';
import { creditKept } from './credit.ts';
import type { AcceptedEvent, NamedEvent } from './event.ts';
import { Held, stripesOf } from './held.ts';
import { judge, type Verdict } from './judge.ts';
import { type Kept, keepFacts } from './keep-facts.ts';

/** An event with its name, and when it arrived. */
export interface ArrivedEvent {
  readonly event: NamedEvent;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

/** What events are recorded into. */
export interface Recording {
  /** The pool. */
  readonly db: CommerceDb;
  readonly days: EventDays;
  /** Where the instants of recording come from; absent: from the database, which several processes share. */
  readonly clock?: (() => Date) | undefined;
}

/** What a transaction holds, and what was there before it. */
interface Hold {
  readonly held: Held;
  /** The orders that the events are of, as far as they were there before. */
  readonly orders: ReadonlyMap<string, OrderState>;
  /** When the events are recorded: milliseconds since 1970. */
  readonly recordedAt: number;
}

/**
 * Records a group of events: those that are accepted, all that follows from them and the figures, in one transaction. Several processes
 * may do so at once.
 * @returns a verdict for each, in their order
 */
export async function recordEvents(recording: Recording, arrived: readonly ArrivedEvent[]): Promise<Verdict[]> {
  return recordAtOnce(recording, async (transaction, needed) => {
    const hold = await holdAll(transaction, recording, arrived, needed);
    recording.days.require(hold.recordedAt);
    const { verdicts, kept } = await keepAccepted(transaction, arrived, hold, () => hold.recordedAt);
    await tellFeed(transaction, kept.events, await creditKept(transaction, kept));
    return verdicts;
  });
}

/** Holds the orders, and then the persons and clicks, that events name; whose an order is may be known from its earlier lines alone. */
async function holdAll(
  db: CommerceDb,
  { clock }: Recording,
  arrived: readonly ArrivedEvent[],
  needed: ReadonlySet<number>,
): Promise<Hold> {
  const events = arrived.map(({ event }) => event);
  const orderIds = ordersOf(events);
  if (orderIds.length > 0) await lockStripes(db, new Set(orderIds.map(orderStripe)));
  const orders = await readOrders(db, orderIds);
  const journeys = [...events, ...[...orders.values()].flatMap(({ facts }) => facts)];
  const stripes = stripesOf(
    journeys.map(({ person, clickId }) => ({ person, clickIds: clickId === null ? [] : [clickId] })),
  ).union(needed);
  const heldAt = await lockStripes(db, stripes);
  return { held: new Held(stripes), orders, recordedAt: clock?.().getTime() ?? heldAt };
}

/** Judges events and keeps those that are accepted, without crediting them, in a transaction in which nobody else records. */
export async function keepAlone(
  db: CommerceDb,
  arrived: readonly ArrivedEvent[],
): Promise<{ verdicts: Verdict[]; kept: Kept }> {
  const orders = await readOrders(db, ordersOf(arrived.map(({ event }) => event)));
  return keepAccepted(db, arrived, { held: new Held('ALL'), orders }, ({ receivedAt }) => receivedAt);
}

async function keepAccepted(
  db: CommerceDb,
  arrived: readonly ArrivedEvent[],
  { held, orders }: Pick<Hold, 'held' | 'orders'>,
  recordedAtOf: (arrived: ArrivedEvent) => number,
): Promise<{ verdicts: Verdict[]; kept: Kept }> {
  const verdicts = await judgeAll(
    db,
    arrived.map(({ event }) => event),
    orders,
  );
  const accepted = arrived
    .filter((_, index) => verdicts[index]?.outcome === 'ACCEPTED')
    .map((each): AcceptedEvent => ({ ...each.event, receivedAt: each.receivedAt, recordedAt: recordedAtOf(each) }));
  await insertEvents(db, accepted);
  return { verdicts, kept: await keepFacts(db, accepted, orders, held) };
}

/** Judges events against what is there, and takes the names of those that are accepted. */
async function judgeAll(
  db: CommerceDb,
  events: readonly NamedEvent[],
  orders: ReadonlyMap<string, OrderState>,
): Promise<Verdict[]> {
  const named = new Map(events.toReversed().map((event) => [event.conversion, event]));
  const identities = await takeIdentities(db, [...named.values()]);
  const clickIds = await takenClickIds(
    db,
    each(events, (event) => (event.stage === 'LINK_CLICK' ? event.clickId : null)),
  );
  const verdicts = judge(events, { identities, orders, clickIds });
  const accepted = new Map(
    events.filter((_, index) => verdicts[index]?.outcome === 'ACCEPTED').map((event) => [event.conversion, event]),
  );
  // A name is taken for the first that was sent under it, who may have been rejected: then it is nobody's, or the next one's.
  const wrong = [...named.values()].filter(
    ({ conversion, contentHash }) =>
      !identities.has(conversion) && accepted.get(conversion)?.contentHash !== contentHash,
  );
  await releaseIdentities(
    db,
    wrong.map(({ conversion }) => conversion),
  );
  await takeIdentities(
    db,
    wrong.flatMap(({ conversion }) => accepted.get(conversion) ?? []),
  );
  return verdicts;
}

function ordersOf(events: readonly NamedEvent[]): string[] {
  return each(events, (event) => event.order?.orderId);
}

/** What events name, each once. */
function each<T>(events: readonly NamedEvent[], of: (event: NamedEvent) => T | null | undefined): T[] {
  return [...new Set(events.flatMap((event) => of(event) ?? []))];
}
