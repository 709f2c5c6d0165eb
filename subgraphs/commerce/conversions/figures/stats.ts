import { fixed, ratio } from '../../../kit/decimal.ts';
import { type Money, yuan } from '../../../kit/money.ts';
import type { Figures } from '../../store/figures/figures.ts';
import { WHOLE_CREDIT } from '../attribution/share-credit.ts';

/** Why a figure is null. */
export type WithheldReason = 'NOT_REPORTED' | 'TOO_FEW_PEOPLE' | 'POLICY' | 'PERIOD_OPEN';

/** What is withheld, of all figures of a subject. */
export interface Withheld {
  readonly reason: WithheldReason;
  /** ALL: every figure. OUTCOMES: all but clicks. COUNTS: what counts once, however many have credit for it. MONEY: what orders were paid with. */
  readonly what: 'ALL' | 'OUTCOMES' | 'COUNTS' | 'MONEY';
}

/** Figures as the contract has them; of a range or of one day of it. */
export interface Stats {
  readonly linkClicks: number | null;
  readonly shopVisits: number | null;
  readonly addToCarts: number | null;
  readonly orders: number | null;
  readonly creditedOrders: string | null;
  readonly newCustomerOrders: number | null;
  readonly grossSales: Money | null;
  readonly refunds: Money | null;
  readonly netSales: Money | null;
  readonly conversionRate: string | null;
}

/** Before anything was counted. */
export const NO_FIGURES: Figures = {
  linkClicks: 0,
  visits: 0,
  carts: 0,
  orders: 0,
  newCustomers: 0,
  credited: 0,
  sales: 0,
  refunds: 0,
};

const NAMES = Object.keys(NO_FIGURES) as (keyof Figures)[];

const NOTHING_TOLD: Stats = {
  linkClicks: null,
  shopVisits: null,
  addToCarts: null,
  orders: null,
  creditedOrders: null,
  newCustomerOrders: null,
  grossSales: null,
  refunds: null,
  netSales: null,
  conversionRate: null,
};

/** The figures of several subjects together. */
export function addedUp(parts: readonly Figures[]): Figures {
  const sum = { ...NO_FIGURES };
  for (const part of parts) for (const name of NAMES) sum[name] += part[name];
  return sum;
}

/** What may be told of figures. */
export function statsOf(figures: Figures, withheld: Withheld | null): Stats {
  const { linkClicks, credited, sales, refunds } = figures;
  if (withheld?.what === 'ALL') return NOTHING_TOLD;
  if (withheld?.what === 'OUTCOMES') return { ...NOTHING_TOLD, linkClicks };
  const counted = (count: number) => (withheld?.what === 'COUNTS' ? null : count);
  const paid = (fen: number | bigint) => (withheld?.what === 'MONEY' ? null : yuan(fen));
  return {
    linkClicks,
    shopVisits: counted(figures.visits),
    addToCarts: counted(figures.carts),
    orders: counted(figures.orders),
    creditedOrders: fixed(BigInt(credited), 6),
    newCustomerOrders: counted(figures.newCustomers),
    grossSales: paid(sales),
    refunds: paid(refunds),
    netSales: paid(BigInt(sales) - BigInt(refunds)),
    conversionRate: ratio(BigInt(credited), BigInt(linkClicks) * BigInt(WHOLE_CREDIT)),
  };
}
