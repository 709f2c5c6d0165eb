import { fixed, ratio } from '../../kit/decimal.ts';
import { type Money, yuan } from '../../kit/money.ts';
import type { Figures } from '../store/figures.ts';
import { WHOLE_CREDIT } from './share-credit.ts';

/** Why a figure is null. */
export type WithheldReason = 'NOT_REPORTED' | 'TOO_FEW_PEOPLE';

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

/** What may be told of figures. Taps are counted here, so that they are told even where the platform does not return what followed. */
export function statsOf(figures: Figures, withheld: WithheldReason | null): Stats {
  const { linkClicks, orders, credited, sales, refunds } = figures;
  if (withheld === 'TOO_FEW_PEOPLE') return NOTHING_TOLD;
  if (withheld === 'NOT_REPORTED') return { ...NOTHING_TOLD, linkClicks };
  return {
    linkClicks,
    shopVisits: figures.visits,
    addToCarts: figures.carts,
    orders,
    creditedOrders: fixed(BigInt(credited), 6),
    newCustomerOrders: figures.newCustomers,
    grossSales: yuan(sales),
    refunds: yuan(refunds),
    netSales: yuan(BigInt(sales) - BigInt(refunds)),
    conversionRate: ratio(BigInt(credited), BigInt(linkClicks) * BigInt(WHOLE_CREDIT)),
  };
}
