import { dayOf } from '../../kit/calendar.ts';
import type { ChangedSubject } from '../store/changes.ts';
import type { SubjectKind } from '../store/tables.ts';
import { creditedWindows } from './attribute.ts';
import type { Touch } from './touch.ts';

/** What is added up of credited outcomes; sales and refunds in 分. */
export const FIGURES = ['visits', 'carts', 'orders', 'new_customers', 'sales', 'refunds'] as const;
export type Figure = (typeof FIGURES)[number];

/** A figure that an outcome adds to, and when. */
export interface Entry {
  readonly figure: Figure;
  readonly amount: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a credited outcome adds to the figures of what its touch touched. */
export interface Contribution {
  readonly touch: Touch;
  /** When the outcome occurred, which decides the windows that it is in. */
  readonly occurredAt: number;
  readonly entries: readonly Entry[];
}

export interface ClickCell {
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly day: string;
  link_clicks: number;
  newest_at: number;
}

export interface OutcomeCell {
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly day: string;
  /** By figure, and in it by window, as `WINDOWS` has them. */
  readonly amounts: Readonly<Record<Figure, number[]>>;
  /** By window: when the newest event counted there occurred; null where there is none. */
  readonly newest: (number | null)[];
}

/**
 * Adds up clicks and contributions by subject and day of Asia/Shanghai: whole figures, or the difference that events make to them, in
 * which a contribution that changes is taken out as it was and put in as it is.
 */
export class RollUp {
  readonly #clicks = new Map<string, ClickCell>();
  readonly #outcomes = new Map<string, OutcomeCell>();

  addClick(touch: Touch): void {
    const day = dayOf(new Date(touch.occurredAt));
    for (const [kind, id] of subjectsOf(touch)) {
      const key = `${kind} ${id} ${day}`;
      const cell = this.#clicks.get(key);
      if (cell) {
        cell.link_clicks += 1;
        cell.newest_at = Math.max(cell.newest_at, touch.occurredAt);
      } else {
        const newest_at = touch.occurredAt;
        this.#clicks.set(key, { subject_kind: kind, subject_id: id, day, link_clicks: 1, newest_at });
      }
    }
  }

  put(contribution: Contribution): void {
    this.#count(contribution, 1);
  }

  /** What was newest stays so: an event that goes to a later touch was counted here all the same. */
  takeOut(contribution: Contribution): void {
    this.#count(contribution, -1);
  }

  /** In the order of their keys, so that writers who lock rows in this order never wait for one another in a circle. */
  clickCells(): ClickCell[] {
    return [...this.#clicks].sort(byKey).map(([, cell]) => cell);
  }

  /** Those in which anything changed, in the order of their keys. */
  outcomeCells(): OutcomeCell[] {
    const changed = ([, cell]: [string, OutcomeCell]) => FIGURES.some((figure) => cell.amounts[figure].some(Boolean));
    return [...this.#outcomes]
      .filter(changed)
      .sort(byKey)
      .map(([, cell]) => cell);
  }

  /** The notes and shops in whose figures anything changed; one with several days, several times. */
  changedSubjects(): ChangedSubject[] {
    return [...this.clickCells(), ...this.outcomeCells()].flatMap(({ subject_kind: kind, subject_id: id }) =>
      kind === 'NOTE' || kind === 'SHOP' ? [{ kind, id }] : [],
    );
  }

  #count({ touch, occurredAt, entries }: Contribution, sign: 1 | -1): void {
    const credited = creditedWindows({ occurredAt }, touch);
    for (const { figure, amount, at } of entries) {
      if (amount === 0) continue;
      const day = dayOf(new Date(at));
      for (const [kind, id] of subjectsOf(touch)) {
        const cell = this.#outcomeCell(kind, id, day);
        credited.forEach((isCredited, window) => {
          if (!isCredited) return;
          cell.amounts[figure][window] = (cell.amounts[figure][window] ?? 0) + sign * amount;
          if (sign > 0) cell.newest[window] = Math.max(cell.newest[window] ?? at, at);
        });
      }
    }
  }

  #outcomeCell(kind: SubjectKind, id: string, day: string): OutcomeCell {
    const key = `${kind} ${id} ${day}`;
    const known = this.#outcomes.get(key);
    if (known) return known;
    const amounts = Object.fromEntries(FIGURES.map((figure) => [figure, [0, 0, 0, 0]])) as Record<Figure, number[]>;
    const cell: OutcomeCell = { subject_kind: kind, subject_id: id, day, amounts, newest: [null, null, null, null] };
    this.#outcomes.set(key, cell);
    return cell;
  }
}

/** Whose figures a touch's credit counts in. */
function subjectsOf(touch: Touch): readonly (readonly [SubjectKind, string])[] {
  const { linkId, noteId, productId, shopId, fingerprint } = touch;
  const own = [
    ['LINK', linkId],
    ['NOTE', noteId],
    ['PRODUCT', productId],
    ['SHOP', shopId],
  ] as const;
  return fingerprint === null ? own : [...own, ['SEARCH', fingerprint]];
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
