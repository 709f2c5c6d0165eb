import { bookingDay } from './booking.ts';
import type { Contribution, Entry, Figure } from './contribution.ts';
import type { FigureCells, Subject } from './figure-cells.ts';
import type { ClickModel } from './models.ts';
import { shareCredit, splitMoney } from './share-credit.ts';
import { subjectsOfRead, subjectsOfTouch } from './subjects.ts';
import type { Touch } from './touch.ts';
import { WINDOWS } from './windows.ts';

/** The models whose figures are kept as what they differ from LAST_CLICK by. */
const SHARING = ['FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY'] as const satisfies readonly ClickModel[];

/** Figures that are split by credit; the others are counted once for each subject that has any. */
const SPLIT: ReadonlySet<Figure> = new Set(['credited', 'sales', 'refunds']);

/** An outcome's part in one window, and when it was recorded. */
interface Counting {
  readonly cells: FigureCells;
  /** An index of `WINDOWS`. */
  readonly window: number;
  readonly sign: 1 | -1;
  readonly recordedAt: number;
}

/** Counts what an outcome adds to figures, or takes it out of them, as recorded at an instant. */
export function countContribution(
  cells: FigureCells,
  { credit, entries }: Contribution,
  sign: 1 | -1,
  recordedAt: number,
): void {
  const sharings = new Map<number, readonly Sharing[]>();
  WINDOWS.forEach((_, window) => {
    const counting = { cells, window, sign, recordedAt };
    const count = credit.within[window] ?? 0;
    const read = credit.reads[window];
    const last = credit.touches.at(-1);
    if (count > 0 && last) {
      countWhole(counting, 'LAST_CLICK', subjectsOfTouch(last), entries);
      if (count === 1) return;
      const known = sharings.get(count) ?? SHARING.map((model) => sharingOf(model, credit.touches.slice(-count)));
      sharings.set(count, known);
      for (const sharing of known) countDifference(counting, sharing, entries);
    } else if (read) {
      countWhole(counting, 'READ_THROUGH', subjectsOfRead(read, credit.shopId), entries);
    }
  });
}

function countWhole(
  { cells, window, sign, recordedAt }: Counting,
  model: 'LAST_CLICK' | 'READ_THROUGH',
  subjects: readonly Subject[],
  entries: readonly Entry[],
): void {
  for (const { figure, amount, at } of entries) {
    if (amount === 0) continue;
    const day = bookingDay(at, WINDOWS[window]?.milliseconds ?? 0, recordedAt);
    for (const subject of subjects) {
      cells.add({ subject, model, day }, figure, window, sign * amount, sign > 0 ? at : null);
    }
  }
}

/** How a model shares credit among some touches. */
interface Sharing {
  readonly model: ClickModel;
  readonly credits: readonly number[];
  readonly parts: readonly SubjectPart[];
}

/** A subject, with the touches of it that have credit. */
interface SubjectPart {
  readonly subject: Subject;
  readonly touches: readonly number[];
  /** Whether the newest touch is of it: then it has all credit under LAST_CLICK. */
  readonly last: boolean;
}

function sharingOf(model: ClickModel, touches: readonly Touch[]): Sharing {
  const credits = shareCredit(
    model,
    touches.map((touch) => touch.occurredAt),
  );
  const parts = new Map<string, { subject: Subject; touches: number[]; last: boolean }>();
  touches.forEach((touch, index) => {
    const last = index === touches.length - 1;
    if (!last && credits[index] === 0) return;
    for (const subject of subjectsOfTouch(touch)) {
      const key = `${subject.kind} ${subject.id}`;
      const part = parts.get(key) ?? { subject, touches: [], last: false };
      parts.set(key, part);
      if (credits[index] !== 0) part.touches.push(index);
      if (last) part.last = true;
    }
  });
  return { model, credits, parts: [...parts.values()] };
}

function countDifference(
  { cells, window, sign, recordedAt }: Counting,
  { model, credits, parts }: Sharing,
  entries: readonly Entry[],
): void {
  for (const { figure, amount, at } of entries) {
    if (amount === 0) continue;
    const day = bookingDay(at, WINDOWS[window]?.milliseconds ?? 0, recordedAt);
    const split = SPLIT.has(figure) ? splitMoney(amount, credits) : undefined;
    for (const { subject, touches, last } of parts) {
      const whole = touches.length > 0 ? amount : 0;
      const own = split ? touches.reduce((sum, index) => sum + (split[index] ?? 0), 0) : whole;
      const difference = own - (last ? amount : 0);
      if (difference === 0) continue;
      cells.add({ subject, model, day }, figure, window, sign * difference, sign > 0 ? at : null);
    }
  }
}
