import { type DayRange, instantsOf } from '../calendar.ts';
import { type Freshness, freshnessOf } from '../freshness.ts';
import { closesAt } from './lattice.ts';

/** How complete the figures of a period are: what was known when it closed. @param latenessMinutes how late events are expected at most */
export function freshnessOfPeriod(period: DayRange, latenessMinutes: number, now: Date): Freshness {
  const closed = closesAt(period);
  return freshnessOf({
    newest: closed <= now ? closed : undefined,
    end: instantsOf(period).end,
    window: 0,
    lateness: latenessMinutes * 60_000,
    now,
  });
}
