import type { SubjectKind } from '../../store/figures/figure-tables.ts';
import { FIGURES, type Figure } from '../attribution/contribution.ts';
import type { AttributionModel } from '../attribution/models.ts';
import { WINDOWS } from '../attribution/windows.ts';

/** Whose figures. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/**
 * The figures of a subject on a day. Those of READ_THROUGH and LAST_CLICK are whole; those of the other models are what they differ from
 * LAST_CLICK by, which is nothing where a journey has one touch.
 */
export interface OutcomeCell {
  readonly subject: Subject;
  readonly model: AttributionModel;
  /** YYYY-MM-DD, in Asia/Shanghai. */
  readonly day: string;
  /** By figure, and in it by window, as `FIGURES` and `WINDOWS` have them. */
  readonly amounts: number[];
  /** By window: when the newest event counted here occurred, in milliseconds since 1970; null where there is none. */
  readonly newest: (number | null)[];
}

/** What is added, where. */
export interface Addition {
  readonly windows: readonly number[];
  readonly days: readonly string[];
  readonly amount: number;
  readonly at: number | null;
}

const AMOUNTS = FIGURES.length * WINDOWS.length;
const PLACES = Object.fromEntries(FIGURES.map((figure, index) => [figure, index * WINDOWS.length])) as Record<
  Figure,
  number
>;

/** Cells by their keys. */
export class FigureCells {
  readonly #cells = new Map<string, OutcomeCell>();

  all(): Iterable<OutcomeCell> {
    return this.#cells.values();
  }

  /** In the order of their keys, so that writers who lock rows in this order never wait for one another in a circle. */
  inOrder(): OutcomeCell[] {
    return [...this.#cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  }

  /**
   * Adds to a figure of a subject in some windows.
   * @param windows their indexes in `WINDOWS`
   * @param days for each of `WINDOWS`, the day on which it is booked
   * @param at when the event occurred, in milliseconds since 1970; null where it is taken out: what was newest stays so
   */
  add(subject: Subject, model: AttributionModel, figure: Figure, { windows, days, amount, at }: Addition): void {
    let cell: OutcomeCell | undefined;
    for (const window of windows) {
      const day = days[window] as string;
      if (cell?.day !== day) cell = this.#cell({ subject, model, day });
      const place = PLACES[figure] + window;
      cell.amounts[place] = (cell.amounts[place] ?? 0) + amount;
      if (at !== null) cell.newest[window] = Math.max(cell.newest[window] ?? at, at);
    }
  }

  /** Adds other cells, but for those that came to nothing. */
  merge(others: FigureCells): void {
    for (const other of others.#cells.values()) {
      if (!other.amounts.some(Boolean)) continue;
      const { amounts, newest } = this.#cell(other);
      other.amounts.forEach((amount, place) => {
        amounts[place] = (amounts[place] ?? 0) + amount;
      });
      other.newest.forEach((at, window) => {
        const rose = FIGURES.some((figure) => (other.amounts[PLACES[figure] + window] ?? 0) !== 0);
        if (at !== null && rose) newest[window] = Math.max(newest[window] ?? at, at);
      });
    }
  }

  #cell({ subject, model, day }: Pick<OutcomeCell, 'subject' | 'model' | 'day'>): OutcomeCell {
    const key = `${subject.kind} ${subject.id} ${model} ${day}`;
    const known = this.#cells.get(key);
    if (known) return known;
    const amounts = new Array<number>(AMOUNTS).fill(0);
    const cell: OutcomeCell = { subject, model, day, amounts, newest: [null, null, null, null] };
    this.#cells.set(key, cell);
    return cell;
  }
}
