import type { Contribution, Entry, Figure } from '../attribution/contribution.ts';
import type { ClickModel } from '../attribution/models.ts';
import { shareCredit, splitMoney } from '../attribution/share-credit.ts';
import type { Touch } from '../attribution/touch.ts';
import { WINDOWS } from '../attribution/windows.ts';
import { bookingDays } from './booking.ts';
import type { FigureCells, Subject } from './figure-cells.ts';
import { subjectsOfRead, subjectsOfTouch } from './subjects.ts';

/** The models whose figures are kept as what they differ from LAST_CLICK by. */
const SHARING = ['FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY'] as const satisfies readonly ClickModel[];

/** Figures that are split by credit; the others are counted once for each subject that has any. */
const SPLIT: ReadonlySet<Figure> = new Set(['credited', 'sales', 'refunds']);

/** An outcome's part in some windows, and when it was recorded. */
interface Counting {
  readonly cells: FigureCells;
  /** Indexes of `WINDOWS`. */
  readonly windows: readonly number[];
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
  const { touches, within, reads, shopId } = credit;
  const last = touches.at(-1);
  const read = reads.find((each) => each !== undefined);
  const windowsWith = (holds: (window: number) => boolean) => WINDOWS.map((_, window) => window).filter(holds);
  // In every window in which any touch or read is, the newest is the same.
  if (last) {
    const windows = windowsWith((window) => within[window] !== 0);
    countWhole({ cells, windows, sign, recordedAt }, 'LAST_CLICK', subjectsOfTouch(last), entries);
  }
  if (read) {
    const windows = windowsWith((window) => reads[window] !== undefined);
    countWhole({ cells, windows, sign, recordedAt }, 'READ_THROUGH', subjectsOfRead(read, shopId), entries);
  }
  for (const count of new Set(within)) {
    if (count < 2) continue;
    const windows = windowsWith((window) => within[window] === count);
    const own = touches.slice(-count);
    for (const model of SHARING) countDifference({ cells, windows, sign, recordedAt }, sharingOf(model, own), entries);
  }
}

function countWhole(
  { cells, windows, sign, recordedAt }: Counting,
  model: 'LAST_CLICK' | 'READ_THROUGH',
  subjects: readonly Subject[],
  entries: readonly Entry[],
): void {
  for (const { figure, amount, at } of entries) {
    if (amount === 0) continue;
    const days = bookingDays(at, recordedAt);
    const addition = { windows, days, amount: sign * amount, at: sign > 0 ? at : null };
    for (const subject of subjects) cells.add(subject, model, figure, addition);
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
  { cells, windows, sign, recordedAt }: Counting,
  { model, credits, parts }: Sharing,
  entries: readonly Entry[],
): void {
  for (const { figure, amount, at } of entries) {
    if (amount === 0) continue;
    const days = bookingDays(at, recordedAt);
    const split = SPLIT.has(figure) ? splitMoney(amount, credits) : undefined;
    for (const { subject, touches, last } of parts) {
      const whole = touches.length > 0 ? amount : 0;
      const own = split ? touches.reduce((sum, index) => sum + (split[index] ?? 0), 0) : whole;
      const difference = own - (last ? amount : 0);
      if (difference === 0) continue;
      cells.add(subject, model, figure, { windows, days, amount: sign * difference, at: sign > 0 ? at : null });
    }
  }
}
