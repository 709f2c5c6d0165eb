import { insertFacts, insertRefunds } from '../store/order-facts.ts';
import { insertReads, insertSearches } from '../store/reads.ts';
import type { CommerceDb } from '../store/tables.ts';
import { insertTouches } from '../store/touches.ts';
import type { Facts } from './lay-out-facts.ts';

/** Keeps facts, but for visits, whose rows hold their credit. */
export async function keepFacts(db: CommerceDb, facts: Facts): Promise<void> {
  await insertTouches(db, facts.touches);
  await insertReads(db, facts.reads);
  await insertSearches(db, facts.searches);
  await insertFacts(db, facts.orderFacts);
  await insertRefunds(db, facts.refunds);
}
