import { addDays, type DayRange } from '../calendar.ts';
import { type Period, periodAt } from './lattice.ts';

const WEEKS_52 = 364;

/** The period to which one is compared year on year: the same day or reporting month of the year before; of a week the one 52 weeks before. */
export function yearBefore(period: Period): Period {
  const { kind, from } = period;
  if (kind === 'WEEK') return { kind, ...moved(period, -WEEKS_52) };
  const year = String(Number(from.slice(0, 4)) - 1).padStart(4, '0');
  if (kind === 'MONTH') return periodAt(kind, `${year}${from.slice(4)}`, Number(from.slice(8)));
  // The year before a leap day has none: the day before stands for it.
  return periodAt(kind, from.endsWith('02-29') ? `${year}-02-28` : `${year}${from.slice(4)}`, 1);
}

function moved({ from, to }: DayRange, days: number): DayRange {
  return { from: addDays(from, days), to: addDays(to, days) };
}
