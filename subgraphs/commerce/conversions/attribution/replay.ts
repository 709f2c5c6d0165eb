import type { Visit } from '../../store/events/outcomes.ts';
import type { OrderLife, OrderState } from '../../store/orders/order-states.ts';
import type { RollUp } from '../figures/roll-up.ts';
import { type Contribution, orderContribution, orderOutcome, visitContribution } from './contribution.ts';
import type { Credit } from './credit-of.ts';
import { creditAt, type EvidenceEver, type OutcomeEvidence } from './evidence-ever.ts';
import { isFirst, type SummedOrder } from './first-orders.ts';
import { heldAt, instantsOf, type Life, type Lived } from './life.ts';
import { type OrderAt, Reigns } from './reigns.ts';
import { summariseOrder } from './summarise-order.ts';

/**
 * Books a visit or a cart as it came to be: a step for each instant at which something was recorded that its credit follows from.
 * @returns the credit for it now; undefined where it was taken back
 */
export function bookVisit(rollUp: RollUp, visit: Lived<Visit>, evidence: EvidenceEver): Credit | undefined {
  const own = evidence.of(visit);
  const instants = instantsOf([visit, ...livesOf(own)]).filter((instant) => instant >= visit.recordedAt);
  let before: Contribution | undefined;
  for (const instant of instants) {
    const after = heldAt(visit, instant) ? visitContribution(visit, creditAt(visit, own, instant)) : undefined;
    rollUp.step(before, after, instant);
    before = after;
  }
  return before?.credit;
}

/** An order with the credit for it. */
export interface CreditedOrder {
  readonly order: SummedOrder;
  /** Undefined while nothing of it may be counted. */
  readonly credit: Credit | undefined;
}

/** Books orders as they came to be: all those of their buyers, since they tell which was a buyer's first. */
export function bookOrders(rollUp: RollUp, orders: readonly OrderLife[], evidence: EvidenceEver): CreditedOrder[] {
  const lives = orders.map((order) => ({ order, versions: versionsOf(order) }));
  const reigns = new Reigns(lives.map(({ versions }) => versions));
  return lives.map(({ order, versions }) => bookOrder(rollUp, order, versions, reigns, evidence));
}

function versionsOf(order: OrderLife): OrderAt[] {
  return instantsOf([...order.facts, ...order.refunds]).map((from) => {
    const facts = order.facts.filter((fact) => heldAt(fact, from));
    const refunds = order.refunds.filter((refund) => heldAt(refund, from));
    const state: OrderState = { ...order, facts, refunds };
    return { from, state, summary: summariseOrder(facts, refunds) };
  });
}

function bookOrder(
  rollUp: RollUp,
  order: OrderLife,
  versions: readonly OrderAt[],
  reigns: Reigns,
  evidence: EvidenceEver,
): CreditedOrder {
  const outcomes = versions.map(orderOutcome);
  const own = outcomes.map((outcome) => outcome && evidence.of(outcome));
  const instants = new Set([
    ...versions.map(({ from }) => from),
    ...instantsOf(own.flatMap((each) => (each ? livesOf(each) : []))),
    ...reigns.instantsOf(order.id),
  ]);
  let before: Contribution | undefined;
  for (const instant of [...instants].sort((a, b) => a - b)) {
    const index = versions.findLastIndex(({ from }) => from <= instant);
    const [version, outcome, led] = [versions[index], outcomes[index], own[index]];
    const credit = outcome && led && creditAt(outcome, led, instant);
    const after = version && credit && orderContribution(version, credit, isFirst(version, reigns.at(instant)));
    rollUp.step(before, after, instant);
    before = after;
  }
  const latest = versions.at(-1) ?? { state: { ...order }, summary: summariseOrder([], []) };
  return { order: latest, credit: before?.credit };
}

function livesOf({ clicks, reads, signs }: OutcomeEvidence): Life[] {
  return [...clicks, ...reads, ...signs];
}
