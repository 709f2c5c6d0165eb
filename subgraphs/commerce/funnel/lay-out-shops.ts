import { type Credit, creditOf } from '../conversions/attribution/credit-of.ts';
import { EvidenceEver, type FactsEver } from '../conversions/attribution/evidence-ever.ts';
import type { OrderSummary } from '../conversions/attribution/summarise-order.ts';
import type { Outcome } from '../conversions/attribution/touch.ts';
import { clickFact, creditedFact, type PersonNumber, readFact } from './credit-facts.ts';
import type { FunnelFact } from './funnel-fact.ts';
import type { FunnelStep } from './measures.ts';
import { GroupFinder, type Surroundings } from './surroundings.ts';

/** What is known of some shops, those 30 days included that come before what is counted. */
export interface ShopFacts extends FactsEver {
  /** Paid orders. */
  readonly orders: readonly PaidOrder[];
}

/** An order that counts. */
export interface PaidOrder extends Pick<OrderSummary, 'person' | 'clickIds' | 'countedFen'> {
  readonly shopId: string;
  readonly countedAt: number;
  /** Whether its buyer had bought in the shop before. */
  readonly repeated: boolean;
}

/**
 * Lays out what happened on the way into some shops as steps of their funnels.
 * @param since milliseconds since 1970: what is before it is credited with, and counted no more
 * @returns the facts of each shop, in the order of their persons
 */
export function layOutShops(
  { orders, ...led }: ShopFacts,
  shopIds: readonly string[],
  since: number,
  around: Surroundings,
  numberOf: PersonNumber,
): Map<string, FunnelFact[]> {
  const facts = new Map(shopIds.map((shopId): [string, FunnelFact[]] => [shopId, []]));
  const evidence = new EvidenceEver(led);
  const groups = new GroupFinder(around);
  const add = (shopId: string, fact: FunnelFact | undefined) => {
    if (fact) facts.get(shopId)?.push(fact);
  };
  const addCredited = (step: FunnelStep, outcome: Outcome, credit: Credit, fen: number | null) =>
    add(outcome.shopId, creditedFact(step, outcome, credit, fen, groups, numberOf));
  for (const read of led.reads) {
    if (read.occurredAt < since) continue;
    for (const shopId of read.shopIds) if (facts.has(shopId)) add(shopId, readFact(read, shopId, groups, numberOf));
  }
  for (const click of led.clicks) if (click.occurredAt >= since) add(click.shopId, clickFact(click, groups, numberOf));
  for (const visit of led.visits)
    if (visit.occurredAt >= since) addCredited(visit.stage, visit, creditFor(visit, evidence), null);
  for (const order of orders) {
    const outcome = { ...order, occurredAt: order.countedAt };
    const credit = creditFor(outcome, evidence);
    addCredited('ORDER_PAID', outcome, credit, order.countedFen);
    if (order.repeated) addCredited('REPURCHASE', outcome, credit, order.countedFen);
  }
  for (const own of facts.values()) own.sort((a, b) => a.person - b.person);
  return facts;
}

function creditFor(outcome: Outcome, evidence: EvidenceEver): Credit {
  const { clicks, reads, signs } = evidence.of(outcome);
  return creditOf(outcome, { clicks, reads, signs: signs.map(({ occurredAt }) => occurredAt) });
}
