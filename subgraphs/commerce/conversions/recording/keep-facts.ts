import { insertReads, insertSearches } from '../../store/events/reads.ts';
import { insertTouches } from '../../store/events/touches.ts';
import { insertFacts, insertRefunds } from '../../store/orders/order-facts.ts';
import type { CommerceDb } from '../../store/tables.ts';
import type { Facts } from './lay-out-facts.ts';

/** Keeps facts, but for visits, whose rows hold their credit. */
export async function keepFacts(db: CommerceDb, facts: Facts): Promise<void> {
  await Promise.all([
    insertTouches(db, facts.touches),
    insertReads(db, facts.reads),
    insertSearches(db, facts.searches),
    insertFacts(db, facts.orderFacts),
    insertRefunds(db, facts.refunds),
  ]);
}
