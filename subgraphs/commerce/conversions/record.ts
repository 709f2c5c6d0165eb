import { insertIdentities, lockShops, readIdentities, recordAtOnce } from '../store/identities.ts';
import { readOrders } from '../store/order-states.ts';
import { insertEvents } from '../store/raw-events.ts';
import type { CommerceDb } from '../store/tables.ts';
import { takenClickIds } from '../store/touches.ts';
import { creditKept } from './credit.ts';
import type { NamedEvent } from './event.ts';
import { judge, type Verdict } from './judge.ts';
import { type Kept, keepFacts } from './keep-facts.ts';

/** An event with its name, and when it arrived. */
export interface ArrivedEvent {
  readonly event: NamedEvent;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

/**
 * Records events: those that are accepted, all that follows from them and the figures, in one transaction. Several processes may do so
 * at once.
 * @param db the pool
 * @returns a verdict for each, in their order
 */
export async function recordEvents(db: CommerceDb, arrived: readonly ArrivedEvent[]): Promise<Verdict[]> {
  return recordAtOnce(db, async (transaction) => {
    const { verdicts, kept } = await keepAccepted(transaction, arrived);
    await creditKept(transaction, kept);
    return verdicts;
  });
}

/** Judges events and keeps those that are accepted, without crediting them. */
export async function keepAccepted(
  db: CommerceDb,
  arrived: readonly ArrivedEvent[],
): Promise<{ verdicts: Verdict[]; kept: Kept }> {
  const events = arrived.map(({ event }) => event);
  await lockShops(
    db,
    each(events, (event) => event.shopId),
  );
  const identities = await readIdentities(
    db,
    events.map((event) => event.conversion),
  );
  const orders = await readOrders(
    db,
    each(events, (event) => event.order?.orderId),
  );
  const taken = each(events, (event) => (event.stage === 'LINK_CLICK' ? event.clickId : null));
  const clickIds = await takenClickIds(db, taken);
  const verdicts = judge(events, { identities, orders, clickIds });
  const accepted = arrived.filter((_, index) => verdicts[index]?.outcome === 'ACCEPTED');
  await insertIdentities(
    db,
    accepted.map(({ event }) => event),
  );
  await insertEvents(db, accepted);
  const kept = await keepFacts(
    db,
    accepted.map(({ event }) => event),
    orders,
  );
  return { verdicts, kept };
}

/** What events name, each once. */
function each<T>(events: readonly NamedEvent[], of: (event: NamedEvent) => T | null | undefined): T[] {
  return [...new Set(events.flatMap((event) => of(event) ?? []))];
}
