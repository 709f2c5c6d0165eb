import { fingerprintOfSearch } from '../../kit/search-id.ts';
import { lastClickOf, TRUTH_WINDOW_KEYS, type TruthWindow } from './credit.ts';
import type { ClickFact, Ledger, OrderFact } from './ledger.ts';
import { periodsAt, type TruthPeriod } from './periods.ts';

/** Money in 分. */
export interface WindowFigures {
  shopVisits: number;
  addToCarts: number;
  orders: number;
  newCustomerOrders: number;
  grossSales: number;
  refunds: number;
}

/** Figures of one subject in one period. */
export interface PeriodFigures {
  /** Taps of people who did not deny consent, each counted once. */
  linkClicks: number;
  /** Of these, those that a person made. */
  validLinkClicks: number;
  readonly windows: Record<TruthWindow, WindowFigures>;
}

export type SubjectKind = 'ALL' | 'NOTE' | 'LINK' | 'PRODUCT' | 'SHOP' | 'SEARCH';

/** LAST_CLICK figures by subject: `NOTE note_1`, `ALL `, `SEARCH <fingerprint>` and so on. */
export class ConversionTruth {
  readonly #cells = new Map<string, Map<TruthPeriod, PeriodFigures>>();

  /** The figures of a subject in a period; zeros where nothing happened. */
  of(kind: SubjectKind, id: string, period: TruthPeriod): PeriodFigures {
    return this.#cells.get(`${kind} ${id}`)?.get(period) ?? noFigures();
  }

  /** Every subject of a kind with figures. */
  subjects(kind: SubjectKind): string[] {
    return [...this.#cells.keys()].filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  }

  /** The cells that a click's figures go to, at an instant. */
  cells(click: ClickFact, at: number): PeriodFigures[] {
    const periods = periodsAt(at);
    return subjectsOf(click).flatMap((subject) => {
      const cells = this.#cells.get(subject) ?? new Map<TruthPeriod, PeriodFigures>();
      this.#cells.set(subject, cells);
      return periods.map((period) => {
        const figures = cells.get(period) ?? noFigures();
        cells.set(period, figures);
        return figures;
      });
    });
  }
}

function subjectsOf({ noteId, linkId, productId, shopId, searchId }: ClickFact): string[] {
  const fingerprint = searchId && fingerprintOfSearch(searchId);
  const subjects = ['ALL ', `NOTE ${noteId}`, `LINK ${linkId}`, `PRODUCT ${productId}`, `SHOP ${shopId}`];
  return fingerprint ? [...subjects, `SEARCH ${fingerprint}`] : subjects;
}

function noFigures(): PeriodFigures {
  const none = (): WindowFigures => ({
    shopVisits: 0,
    addToCarts: 0,
    orders: 0,
    newCustomerOrders: 0,
    grossSales: 0,
    refunds: 0,
  });
  return {
    linkClicks: 0,
    validLinkClicks: 0,
    windows: { HOURS_24: none(), DAYS_7: none(), DAYS_15: none(), DAYS_30: none() },
  };
}

/** Told of each outcome and the click that it was credited to. */
export type CreditObserver = (
  kind: 'shopVisits' | 'addToCarts' | 'orders',
  at: number,
  window: TruthWindow,
  click: ClickFact,
) => void;

/**
 * Adds up what the ledger's events come to under LAST_CLICK.
 * @param observe hears of each credit, once a window
 */
export function countConversions(
  { clicks, steps, orders }: Ledger,
  observe: CreditObserver = () => {},
): ConversionTruth {
  const truth = new ConversionTruth();
  const lastClick = lastClickOf(clicks);
  const firstOrders = firstOfEachCustomer(orders);
  for (const click of clicks)
    for (const cell of truth.cells(click, click.at)) {
      cell.linkClicks += 1;
      if (!click.invalid) cell.validLinkClicks += 1;
    }
  for (const window of TRUTH_WINDOW_KEYS) {
    for (const { kind, person, at, shopId, clickId } of steps) {
      const click = lastClick({ person, at, shopId, clickIds: clickId ? [clickId] : [] }, window);
      if (!click) continue;
      for (const cell of truth.cells(click, at)) cell.windows[window][kind] += 1;
      observe(kind, at, window, click);
    }
    for (const order of orders) {
      const { person, shopId, paidAt: at, clickIds } = order;
      const click = lastClick({ person, shopId, at, clickIds }, window);
      if (!click) continue;
      for (const { windows } of truth.cells(click, at)) {
        windows[window].orders += 1;
        windows[window].grossSales += order.gross;
        if (firstOrders.has(order)) windows[window].newCustomerOrders += 1;
      }
      for (const refund of order.refunds)
        for (const { windows } of truth.cells(click, refund.at)) windows[window].refunds += refund.amount;
      observe('orders', at, window, click);
    }
  }
  return truth;
}

/** The earliest paid order of each person in each shop; of two at one instant, the one with the lesser name. */
function firstOfEachCustomer(orders: readonly OrderFact[]): Set<OrderFact> {
  const first = new Map<string, OrderFact>();
  for (const order of orders) {
    if (!order.person) continue;
    const key = `${order.person} ${order.shopId}`;
    const known = first.get(key);
    const earlier = !known || order.paidAt < known.paidAt || (order.paidAt === known.paidAt && order.name < known.name);
    if (earlier) first.set(key, order);
  }
  return new Set(first.values());
}
