import { type LaterOutcomes, outcomesAfter, type Span, type Visit } from '../../store/events/outcomes.ts';
import type { CommerceDb } from '../../store/tables.ts';
import type { Journeyed } from '../recording/held.ts';
import { eventsOfFull, type FullJourneys, JourneyFullError, MOST_LATER_OUTCOMES } from '../recording/journey-full.ts';
import type { Kept } from '../recording/lay-out-facts.ts';
import type { FirstOrders } from './first-orders.ts';
import type { Outcome } from './touch.ts';
import { findTouchedOrders, type TouchedOrder } from './touched-orders.ts';

/** What was there before and events have a part in, with the orders that they are of. */
export interface Touched {
  /** Visits and carts from before; those that are taken back are not among them. */
  readonly visits: readonly Visit[];
  readonly orders: readonly TouchedOrder[];
  /** The first orders of the orders' buyers. */
  readonly firstsBefore: FirstOrders;
  readonly firstsAfter: FirstOrders;
}

/**
 * Finds the outcomes for which events may change the credit: of the same persons, within 30 days after what the events tell, and those
 * that name a click of them.
 * @throws {JourneyFullError} where those of one person are more than are credited anew at once
 * @throws {NotHeldError} when one is part of a journey that the transaction does not hold
 */
export async function findTouched(db: CommerceDb, kept: Kept): Promise<Touched> {
  const spans = spansOf(kept);
  const clickIds = [...kept.touches, ...kept.retired.touches].flatMap(({ clickId }) => clickId ?? []);
  const later = await outcomesAfter(db, spans, clickIds, MOST_LATER_OUTCOMES);
  if (later.visits.length + later.orders.length > MOST_LATER_OUTCOMES) {
    const guilty = eventsOfFull(kept, fullOf(later));
    if (guilty.length > 0) throw new JourneyFullError(guilty);
  }
  const gone = new Set(kept.retired.visits.map(({ conversion }) => conversion));
  const visits = later.visits.filter(({ conversion }) => !gone.has(conversion));
  const touched = await findTouchedOrders(
    db,
    kept.orders,
    later.orders.map(({ id }) => id),
  );
  const ofOrders = touched.orders.flatMap(({ before, after }) => [before?.outcome ?? [], after.outcome ?? []].flat());
  const persons = spans.map(({ person }) => ({ person, clickIds: [] }));
  kept.held.require([...persons, { person: null, clickIds }, ...[...visits, ...ofOrders].map(heldBy)]);
  return { visits, ...touched };
}

/** Whose outcomes are more than are credited anew at once. */
function fullOf({ visits, orders }: LaterOutcomes): FullJourneys {
  const led = [
    ...visits.flatMap(({ person, clickIds }) => [{ person }, ...clickIds.map((clickId) => ({ clickId }))]),
    ...orders,
  ];
  const full = (names: readonly (string | null | undefined)[]) =>
    [...Map.groupBy(names, (name) => name)].flatMap(([name, own]) =>
      name != null && own.length > MOST_LATER_OUTCOMES ? [name] : [],
    );
  return {
    persons: full(led.map((each) => ('person' in each ? each.person : null))),
    clickIds: full(led.map((each) => ('clickId' in each ? each.clickId : null))),
  };
}

/**
 * What must be held of an outcome that was there before. Its person suffices: whoever tells of a click that it names comes upon it and
 * must hold the person too.
 */
function heldBy({ person, clickIds }: Outcome): Journeyed {
  return person === null ? { person, clickIds } : { person, clickIds: [] };
}

/** From when to when each person did something that may change the credit for what the person did later. */
function spansOf(kept: Kept): Span[] {
  const changed = [kept, kept.retired];
  const credited = changed.flatMap(({ touches, reads }) => [...touches, ...reads]);
  const visits = changed.flatMap((facts) => facts.visits.filter(({ stage }) => stage === 'SHOP_VISIT'));
  const searches = changed.flatMap((facts) => facts.searches);
  return [...spansAround(credited, false), ...spansAround([...visits, ...searches], true)];
}

function spansAround(
  facts: readonly { readonly person: string | null; readonly occurredAt: number }[],
  signs: boolean,
): Span[] {
  const spans = new Map<string, Span>();
  for (const { person, occurredAt } of facts) {
    if (person === null) continue;
    const { from, to } = spans.get(person) ?? { from: occurredAt, to: occurredAt };
    spans.set(person, { person, signs, from: Math.min(from, occurredAt), to: Math.max(to, occurredAt) });
  }
  return [...spans.values()];
}
