import type { LogisticsProvider, PaymentMethod } from '../../store/catalogue/catalogue-tables.ts';
import type { OrderStatus } from '../../store/orders/order-tables.ts';
import type { CommerceTables } from '../../store/tables.ts';

type FactStage = CommerceTables['order_facts']['stage'];

/** What one event said of one line of an order. Instants are in milliseconds since 1970. */
export interface OrderFact {
  readonly lineId: string;
  readonly stage: FactStage;
  readonly conversion: string;
  readonly productId: string | null;
  readonly quantity: number;
  readonly amountFen: number;
  readonly paymentMethod: PaymentMethod | null;
  readonly logisticsProvider: LogisticsProvider | null;
  readonly person: string | null;
  readonly clickId: string | null;
  /** Whether it may be in figures: consent was not denied. */
  readonly counted: boolean;
  readonly occurredAt: number;
}

export interface RefundFact {
  readonly conversion: string;
  readonly lineId: string;
  readonly amountFen: number;
  readonly counted: boolean;
  readonly occurredAt: number;
}

/** What an order's facts come to. */
export interface OrderSummary {
  /** Null while nothing but refunds is known. */
  readonly status: OrderStatus | null;
  readonly placedAt: number | null;
  readonly paidAt: number | null;
  readonly receivedAt: number | null;
  readonly totalFen: number;
  readonly paymentMethod: PaymentMethod | null;
  readonly logisticsProvider: LogisticsProvider | null;
  /** Whose it is in figures. */
  readonly person: string | null;
  /** When it counts in figures: at its earliest payment that may be counted; null while there is none. */
  readonly countedAt: number | null;
  readonly countedFen: number;
  /** The clicks that its counted payments name. */
  readonly clickIds: readonly string[];
}

/** One line of an order, by the furthest that is known of it. */
export interface OrderLine {
  readonly lineId: string;
  readonly productId: string | null;
  readonly quantity: number;
  /** What the line costs, paid or not yet. */
  readonly amountFen: number;
  readonly paidFen: number;
  readonly refundedFen: number;
}

/**
 * Adds up an order. What comes out does not depend on the order in which its events came.
 * @param facts at most one for each line and stage
 */
export function summariseOrder(facts: readonly OrderFact[], refunds: readonly RefundFact[]): OrderSummary {
  const sorted = facts.toSorted(byTime);
  const of = (stage: FactStage) => sorted.filter((fact) => fact.stage === stage);
  const [placed, paid, received] = [of('ORDER_PLACED'), of('ORDER_PAID'), of('ORDER_RECEIVED')];
  const counted = paid.filter((fact) => fact.counted);
  const lines = linesOf(facts, refunds);
  const complete = lines.length > 0 && received.length === lines.length;
  const firstWith = <K extends keyof OrderFact>(key: K) =>
    [...paid, ...placed, ...received].find((fact) => fact[key] !== null)?.[key] ?? null;
  return {
    status: statusOf(lines, paid.length > 0, complete),
    placedAt: (placed[0] ?? sorted[0])?.occurredAt ?? null,
    paidAt: paid[0]?.occurredAt ?? null,
    receivedAt: complete ? (received.at(-1)?.occurredAt ?? null) : null,
    totalFen: sum(lines, (line) => line.amountFen),
    paymentMethod: firstWith('paymentMethod'),
    logisticsProvider: firstWith('logisticsProvider'),
    person: counted.find((fact) => fact.person !== null)?.person ?? null,
    countedAt: counted[0]?.occurredAt ?? null,
    countedFen: sum(counted, (fact) => fact.amountFen),
    clickIds: [...new Set(counted.flatMap((fact) => fact.clickId ?? []))].sort(),
  };
}

/** An order's lines, by their platform's id. Where events differ, the payment tells what the line is. */
export function linesOf(facts: readonly OrderFact[], refunds: readonly RefundFact[]): OrderLine[] {
  const refunded = new Map<string, number>();
  for (const { lineId, amountFen } of refunds) refunded.set(lineId, (refunded.get(lineId) ?? 0) + amountFen);
  return [...Map.groupBy(facts, (fact) => fact.lineId)]
    .map(([lineId, ofLine]) => {
      const at = (stage: FactStage) => ofLine.find((fact) => fact.stage === stage);
      const paid = at('ORDER_PAID');
      const known = [paid, at('ORDER_PLACED'), at('ORDER_RECEIVED')].filter((fact) => fact !== undefined);
      return {
        lineId,
        productId: known.find((fact) => fact.productId !== null)?.productId ?? null,
        quantity: known[0]?.quantity ?? 1,
        amountFen: known[0]?.amountFen ?? 0,
        paidFen: paid?.amountFen ?? 0,
        refundedFen: refunded.get(lineId) ?? 0,
      };
    })
    .sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
}

/**
 * The refunds that figures hold: of lines whose payment is counted, and no more of a line than was paid for it. A refund may come before
 * its payment, so that only here both are known; those made first are taken first.
 */
export function countedRefunds(facts: readonly OrderFact[], refunds: readonly RefundFact[]): RefundFact[] {
  const left = new Map(
    facts.filter((fact) => fact.stage === 'ORDER_PAID' && fact.counted).map((fact) => [fact.lineId, fact.amountFen]),
  );
  const inOrder = refunds
    .filter((refund) => refund.counted)
    .sort((a, b) => a.occurredAt - b.occurredAt || (a.conversion < b.conversion ? -1 : 1));
  return inOrder.flatMap((refund) => {
    const amountFen = Math.min(refund.amountFen, left.get(refund.lineId) ?? 0);
    left.set(refund.lineId, (left.get(refund.lineId) ?? 0) - amountFen);
    return amountFen > 0 ? [{ ...refund, amountFen }] : [];
  });
}

function statusOf(lines: readonly OrderLine[], paid: boolean, received: boolean): OrderStatus | null {
  if (lines.length === 0) return null;
  const paidFen = sum(lines, (line) => line.paidFen);
  const inFull = paidFen > 0 && sum(lines, (line) => line.refundedFen) >= paidFen;
  if (inFull) return 'REFUNDED';
  if (received) return 'RECEIVED';
  return paid ? 'PAID' : 'PLACED';
}

function byTime(a: OrderFact, b: OrderFact): number {
  return a.occurredAt - b.occurredAt || (a.lineId < b.lineId ? -1 : 1);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
