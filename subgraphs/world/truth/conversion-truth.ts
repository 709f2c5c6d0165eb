import { startOfDayNumber } from '../calendar.ts';
import { TRUTH_MODELS, TRUTH_WINDOW_KEYS, type TruthModel, type TruthWindow } from './credit.ts';
import type { TruthPeriod } from './periods.ts';

/** Credited orders in millionths, money in 分. */
export interface ModelFigures {
  shopVisits: number;
  addToCarts: number;
  orders: number;
  creditedOrders: number;
  newCustomerOrders: number;
  grossSales: number;
  refunds: number;
}

/** Figures of one subject in one period. */
export interface PeriodFigures {
  /** Taps of people who did not deny consent, each counted once, when it was made. */
  taps: number;
  /** Of these, those that a person made. */
  validTaps: number;
  /** Valid taps as they are booked: those that came when their day was final are counted on the day on which they came. */
  readonly linkClicks: Record<TruthWindow, number>;
  readonly windows: Record<TruthWindow, Record<TruthModel, ModelFigures>>;
}

export type SubjectKind = 'ALL' | 'NOTE' | 'LINK' | 'PRODUCT' | 'SHOP' | 'SEARCH';

/** Figures by subject: `NOTE note_1`, `ALL `, `SEARCH <fingerprint>` and so on. */
export class ConversionTruth<Period extends string = TruthPeriod> {
  readonly #cells = new Map<string, Map<Period, PeriodFigures>>();
  readonly #periodsAt: (instant: number) => readonly Period[];

  /** @param periods those in which an instant lies */
  constructor(periods: (instant: number) => readonly Period[]) {
    this.#periodsAt = periods;
  }

  /** The figures of a subject in a period; zeros where nothing happened. */
  of(kind: SubjectKind, id: string, period: Period): PeriodFigures {
    return this.#cells.get(`${kind} ${id}`)?.get(period) ?? noFigures();
  }

  /** Every subject of a kind with figures. */
  subjects(kind: SubjectKind): string[] {
    return [...this.#cells.keys()].filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  }

  /** The cells of a subject to which a day belongs. */
  cells(subject: string, day: number): PeriodFigures[] {
    const cells = this.#cells.get(subject) ?? new Map<Period, PeriodFigures>();
    this.#cells.set(subject, cells);
    return this.#periodsAt(startOfDayNumber(day)).map((period) => {
      const figures = cells.get(period) ?? noFigures();
      cells.set(period, figures);
      return figures;
    });
  }
}

function noFigures(): PeriodFigures {
  return {
    taps: 0,
    validTaps: 0,
    linkClicks: ofEach(TRUTH_WINDOW_KEYS, () => 0),
    windows: ofEach(TRUTH_WINDOW_KEYS, () => ofEach(TRUTH_MODELS, nothing)),
  };
}

function nothing(): ModelFigures {
  return {
    shopVisits: 0,
    addToCarts: 0,
    orders: 0,
    creditedOrders: 0,
    newCustomerOrders: 0,
    grossSales: 0,
    refunds: 0,
  };
}

function ofEach<Key extends string, Value>(keys: readonly Key[], make: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;
}
