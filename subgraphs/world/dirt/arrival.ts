import { DAY, HOUR, MINUTE, SECOND, timeOfDay } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { quotaOf } from '../random/quota.ts';
import { fmix32, stream } from '../random/stream.ts';

/** From when on an event counts as out of order, as over 72 hours late, as over 7 days late. */
export const LATENESS = { outOfOrder: 10 * MINUTE, over72Hours: 72 * HOUR, over7Days: 7 * DAY };

/** How long an event usually takes to arrive: 0.2 to 2 s. */
export function usualDelay(occurredAt: number): number {
  return 200 + (fmix32(occurredAt % 0x1_0000_0000) % 1_800);
}

/** What befalls the events of one stream on their way. */
export interface Arrival {
  /** How long the i-th takes, in milliseconds; undefined where it comes as usual. */
  delay(index: number): number | undefined;
  /** By how much the clock of the i-th's sender is wrong, in milliseconds: half a minute to five minutes, never over a local midnight. */
  skew(index: number, at: number): number;
}

/**
 * Which of a stream's n events come late, in three disjoint kinds, and which others carry a wrong time: exactly as many as the quotas
 * say.
 * @param from how many of the first are spared, because something exact hangs on their time
 */
export function makeArrival(plan: Plan, name: string, n: number, from = 0): Arrival {
  const { outOfOrder, over72HoursLate, over7DaysLate, clockSkew } = plan.quotas.dirt;
  const week = quotaOf(over7DaysLate, n);
  const days = week + quotaOf(over72HoursLate, n);
  const hours = days + quotaOf(outOfOrder, n);
  const skewed = hours + quotaOf(clockSkew, n);
  const ranks = permutation(plan.seed, `late.${name}`, Math.max(0, n - from));
  const random = stream(plan.seed, `late.${name}`);
  const rankOf = (index: number) => (index < from ? skewed : ranks.at(index - from));
  return {
    delay: (index) => {
      const rank = rankOf(index);
      if (rank >= hours) return undefined;
      // The published figures have a window of 15 days: a period's are final 18 days after it, and nothing comes later than that.
      if (rank < week) return 8 * DAY + random.below(index, 9 * DAY);
      if (rank < days) return 73 * HOUR + random.below(index, 94 * HOUR);
      return 20 * MINUTE + random.below(index, 23 * HOUR);
    },
    skew: (index, at) => {
      const rank = rankOf(index);
      if (rank < hours || rank >= skewed) return 0;
      const off = 30 * SECOND + random.below(index, 270 * SECOND);
      return timeOfDay(at) < DAY / 2 ? off : -off;
    },
  };
}
