import { setTurns } from '../../store/events/click-traffic.ts';
import { creditVisits, readVisitsOfShops, type Visit } from '../../store/events/outcomes.ts';
import { readReadsOfShops, readSearchesOf } from '../../store/events/reads.ts';
import { readTouchesOfShops, type TurningTouch } from '../../store/events/touches.ts';
import { inGroups } from '../../store/figures/shop-groups.ts';
import { shopSizes } from '../../store/figures/shop-sizes.ts';
import { addToFigures, clearFigures } from '../../store/figures/write-figures.ts';
import { type OrderLife, readOrdersOfShops, upsertOrders } from '../../store/orders/order-states.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { RollUp } from '../figures/roll-up.ts';
import { countedSpans, turnsEver } from '../judging/traffic.ts';
import { EvidenceEver } from './evidence-ever.ts';
import type { SummedOrder } from './first-orders.ts';
import type { Lived } from './life.ts';
import { bookOrders, bookVisit } from './replay.ts';
import type { Touch } from './touch.ts';

/** The most touches, reads, visits and orders that are in memory at once, but for a single shop that has more. */
const MOST_AT_ONCE = 100_000;

/**
 * Credits all that was kept anew, and adds up all figures from nothing, as they came to be: shop by shop, since nothing is credited from
 * one to another.
 * @param db a transaction, in which nobody else records
 */
export async function creditAll(db: CommerceDb): Promise<void> {
  await clearFigures(db);
  for (const shopIds of inGroups(await shopSizes(db), MOST_AT_ONCE)) await creditShops(db, shopIds);
}

async function creditShops(db: CommerceDb, shopIds: readonly string[]): Promise<void> {
  const clicks = await countedClicks(db, await readTouchesOfShops(db, shopIds));
  const visits = await readVisitsOfShops(db, shopIds);
  const orders = await readOrdersOfShops(db, shopIds);
  const reads = await readReadsOfShops(db, shopIds);
  const searches = await readSearchesOf(db, personsOf(visits, orders));
  const evidence = new EvidenceEver({ clicks, reads, visits, searches });
  const rollUp = new RollUp();
  for (const click of clicks) {
    rollUp.countClick(click, 1, click.recordedAt);
    if (click.retiredAt !== null) rollUp.countClick(click, -1, click.retiredAt);
  }
  await creditVisits(db, creditedAnew(visits, evidence, rollUp));
  await upsertOrders(db, ordersAnew(orders, evidence, rollUp));
  await addToFigures(db, rollUp);
}

/** Taps as touches in the times in which they count: which are invalid traffic is judged anew, too. */
async function countedClicks(db: CommerceDb, clicks: readonly TurningTouch[]): Promise<Lived<Touch>[]> {
  const turns = turnsEver(clicks);
  const turnsOf = (click: TurningTouch) => turns.get(click) ?? [];
  await setTurns(
    db,
    clicks
      .filter((click) => String(turnsOf(click)) !== String(click.turns))
      .map((click) => ({ ...click, turns: turnsOf(click) })),
  );
  return clicks.flatMap((click) => countedSpans(click, turnsOf(click)));
}

function personsOf(visits: readonly Visit[], orders: readonly OrderLife[]): string[] {
  const persons = [...visits, ...orders.flatMap(({ facts }) => facts)].flatMap(({ person }) => person ?? []);
  return [...new Set(persons)];
}

/** @returns the visits and carts that hold and whose newest click is another than their row says */
function creditedAnew(visits: readonly Lived<Visit>[], evidence: EvidenceEver, rollUp: RollUp): Visit[] {
  return visits.flatMap((visit) => {
    const creditedClick = bookVisit(rollUp, visit, evidence)?.touches.at(-1)?.conversion ?? null;
    return visit.retiredAt === null && creditedClick !== visit.creditedClick ? { ...visit, creditedClick } : [];
  });
}

function ordersAnew(orders: readonly OrderLife[], evidence: EvidenceEver, rollUp: RollUp): SummedOrder[] {
  return bookOrders(rollUp, orders, evidence).map(({ order, credit }) => ({
    ...order,
    state: { ...order.state, creditedClick: credit?.touches.at(-1)?.conversion ?? null },
  }));
}
