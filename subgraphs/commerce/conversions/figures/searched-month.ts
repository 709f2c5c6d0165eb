import { type DayRange, instantsOf } from '../../../kit/calendar.ts';
import { SETTLING_MS } from '../../../kit/freshness.ts';
import { newestClosed, type Period } from '../../../kit/people/lattice.ts';
import { LONGEST_WINDOW_MS } from '../attribution/windows.ts';

/** When what followed a searched text in a range is FINAL in every window, and told: before that one event more would show what its person did. */
export function searchFinalAt(range: DayRange): Date {
  return new Date(instantsOf(range).end.getTime() + LONGEST_WINDOW_MS + SETTLING_MS);
}

/** The newest reporting month of which what followed searched texts is told. @param monthStart the day on which reporting months begin */
export function newestSearchedMonth(now: Date, monthStart: number): Period {
  return newestClosed('MONTH', new Date(now.getTime() - LONGEST_WINDOW_MS), monthStart);
}
