import { clearJourneys } from '../../store/events/clear-journeys.ts';
import { eventDays } from '../../store/events/event-days.ts';
import { haltRecording } from '../../store/events/lock-stripes.ts';
import { insertVisits } from '../../store/events/outcomes.ts';
import { readEventsOfDay } from '../../store/events/raw-events.ts';
import { retireFacts } from '../../store/events/retire.ts';
import { sealedDays } from '../../store/events/sealed-days.ts';
import { tellFeedOfAll } from '../../store/feed/feed-of-all.ts';
import { notifyAll } from '../../store/figures/changes.ts';
import { upsertOrders } from '../../store/orders/order-states.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { creditAll } from '../attribution/credit-all.ts';
import { summariseOrder } from '../attribution/summarise-order.ts';
import type { AcceptedEvent } from '../event.ts';
import { holdAlone } from '../recording/hold.ts';
import { keepFacts } from '../recording/keep-facts.ts';
import { layOutAccepted } from '../recording/lay-out-accepted.ts';
import type { Kept, Retired } from '../recording/lay-out-facts.ts';

const EVENTS_AT_ONCE = 10_000;

/**
 * Derives everything anew from the events as they were accepted: touches, visits, orders, credit, figures. Of sealed days, which
 * may have no events any more, the touches, visits and orders stay as they are. It is one transaction, in which nobody records; readers see the old figures until
 * it ends.
 * @returns how many events there were
 */
export async function rebuild(db: CommerceDb): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await haltRecording(transaction);
    const sealed = (await sealedDays(transaction)).at(-1)?.day;
    await clearJourneys(transaction, sealed);
    let count = 0;
    for (const day of await eventDays(transaction)) {
      if (sealed !== undefined && day <= sealed) continue;
      for await (const events of readEventsOfDay(transaction, day, EVENTS_AT_ONCE)) {
        await keepUncredited(transaction, events);
        count += events.length;
      }
    }
    await creditAll(transaction);
    await notifyAll(transaction);
    await tellFeedOfAll(transaction);
    return count;
  });
}

async function keepUncredited(db: CommerceDb, events: readonly AcceptedEvent[]): Promise<void> {
  await keepJourneys(db, await layOutAccepted(db, events, await holdAlone(db, events)));
}

/** Keeps what events say without any credit, for `creditAll` to give. */
export async function keepJourneys(db: CommerceDb, kept: Kept): Promise<void> {
  for (const [at, facts] of byInstant(kept)) await retireFacts(db, facts, at);
  await keepFacts(db, kept);
  await insertVisits(db, kept.visits);
  await upsertOrders(
    db,
    kept.orders.map(({ after }) => ({ state: after, summary: summariseOrder(after.facts, after.refunds) })),
  );
}

/** What is taken back, by when. */
function byInstant({ retired, takenBack }: Kept): Map<number, Retired> {
  const at = ({ conversion }: { readonly conversion: string }) => takenBack.get(conversion);
  return new Map(
    [...new Set(takenBack.values())].map((instant) => [
      instant,
      {
        touches: retired.touches.filter((fact) => at(fact) === instant),
        reads: retired.reads.filter((fact) => at(fact) === instant),
        searches: retired.searches.filter((fact) => at(fact) === instant),
        visits: retired.visits.filter((fact) => at(fact) === instant),
        orderFacts: retired.orderFacts.filter((fact) => at(fact) === instant),
        refunds: retired.refunds.filter((fact) => at(fact) === instant),
      },
    ]),
  );
}
