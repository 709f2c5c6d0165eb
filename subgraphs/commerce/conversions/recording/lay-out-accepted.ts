import { readVisits } from '../../store/events/outcomes.ts';
import { readLooks } from '../../store/events/reads.ts';
import { readTouches } from '../../store/events/touches.ts';
import type { CommerceDb } from '../../store/tables.ts';
import type { AcceptedEvent } from '../event.ts';
import type { Hold } from './hold.ts';
import { type Kept, layOutFacts, type Retired } from './lay-out-facts.ts';
import { settleCorrections } from './settle-corrections.ts';

/**
 * Lays accepted events out as facts, with what corrections and retractions among them take back.
 * @param events in the order in which they were judged
 * @throws {NotHeldError} when something of that is part of a journey that the transaction does not hold
 */
export async function layOutAccepted(
  db: CommerceDb,
  events: readonly AcceptedEvent[],
  { held, orders }: Pick<Hold, 'held' | 'orders'>,
): Promise<Kept> {
  const { accepted, takenBack } = settleCorrections(events);
  const retired = await readTakenBack(db, takenBack, orders);
  held.require([
    ...retired.visits,
    ...[...retired.reads, ...retired.searches].map(({ person }) => ({ person, clickIds: [] })),
  ]);
  return layOutFacts({ events, accepted, retired, takenBack }, orders, held);
}

/** The facts of conversions; views, impressions and the like have none. */
async function readTakenBack(
  db: CommerceDb,
  takenBack: ReadonlyMap<string, number>,
  orders: Hold['orders'],
): Promise<Retired> {
  const conversions = [...takenBack.keys()];
  const looks = await readLooks(db, conversions);
  const isTakenBack = ({ conversion }: { readonly conversion: string }) => takenBack.has(conversion);
  const ofOrders = takenBack.size === 0 ? [] : [...orders.values()];
  return {
    touches: await readTouches(db, conversions),
    visits: await readVisits(db, conversions),
    reads: looks.flatMap((look) => ('shopIds' in look ? [look] : [])),
    searches: looks.flatMap((look) => ('shopIds' in look ? [] : [look])),
    orderFacts: ofOrders.flatMap(({ id, facts }) =>
      facts.filter(isTakenBack).map((fact) => ({ ...fact, orderId: id })),
    ),
    refunds: ofOrders.flatMap(({ id, refunds }) =>
      refunds.filter(isTakenBack).map((refund) => ({ ...refund, orderId: id })),
    ),
  };
}
