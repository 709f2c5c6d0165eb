import type { ChangedSubject } from '../../store/figures/changes.ts';
import type { Contribution } from '../attribution/contribution.ts';
import type { Touch } from '../attribution/touch.ts';
import { bookingDays } from './booking.ts';
import { countContribution } from './count-contribution.ts';
import { FigureCells, type OutcomeCell, type Subject } from './figure-cells.ts';
import { subjectsOfTouch } from './subjects.ts';

/** The clicks of a subject on a day. */
export interface ClickCell {
  readonly subject: Subject;
  /** YYYY-MM-DD, in Asia/Shanghai. */
  readonly day: string;
  /** For each of `WINDOWS`: a click that came late is on another day in a short window than in a long one. */
  readonly clicks: number[];
  /** When the newest click counted here occurred, in milliseconds since 1970; null where none was. */
  newest: number | null;
}

/**
 * Adds up what is recorded, by subject and by the day of Asia/Shanghai on which it is booked. What an outcome adds is a step from what
 * it added before: a figure is the sum of all steps, each booked as of when it was recorded, so that recording, loading and rebuilding
 * come to the same.
 */
export class RollUp {
  readonly #clicks = new Map<string, ClickCell>();
  readonly #outcomes = new FigureCells();

  /** Counts a click, or takes it out: milliseconds since 1970 as of when that was recorded. */
  countClick(touch: Touch, sign: 1 | -1, recordedAt: number): void {
    const { occurredAt } = touch;
    const days = bookingDays(occurredAt, recordedAt);
    for (const subject of subjectsOfTouch(touch)) {
      let cell: ClickCell | undefined;
      days.forEach((day, window) => {
        if (cell?.day !== day) cell = this.#clickCell(subject, day);
        cell.clicks[window] = (cell.clicks[window] ?? 0) + sign;
        if (sign > 0) cell.newest = Math.max(cell.newest ?? occurredAt, occurredAt);
      });
    }
  }

  /**
   * Takes one step of an outcome.
   * @param before what it added; undefined where it added nothing
   * @param after what it adds now; undefined where it adds nothing
   * @param recordedAt when what makes the difference was recorded, in milliseconds since 1970
   */
  step(before: Contribution | undefined, after: Contribution | undefined, recordedAt: number): void {
    const difference = before && after ? new FigureCells() : this.#outcomes;
    if (after) countContribution(difference, after, 1, recordedAt);
    if (before) countContribution(difference, before, -1, recordedAt);
    if (difference !== this.#outcomes) this.#outcomes.merge(difference);
  }

  /** In the order of their keys, so that writers who lock rows in this order never wait for one another in a circle. */
  clickCells(): ClickCell[] {
    return [...this.#clicks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  }

  /** Those to which anything was added, in the order of their keys. */
  outcomeCells(): OutcomeCell[] {
    return this.#outcomes.inOrder();
  }

  /** The notes and shops in whose figures anything changed; one with several days or models, several times. */
  changedSubjects(): ChangedSubject[] {
    return [...this.#clicks.values(), ...this.#outcomes.all()].flatMap(({ subject: { kind, id } }) =>
      kind === 'NOTE' || kind === 'SHOP' ? [{ kind, id }] : [],
    );
  }

  #clickCell(subject: Subject, day: string): ClickCell {
    const key = `${subject.kind} ${subject.id} ${day}`;
    const known = this.#clicks.get(key);
    if (known) return known;
    const cell: ClickCell = { subject, day, clicks: [0, 0, 0, 0], newest: null };
    this.#clicks.set(key, cell);
    return cell;
  }
}
