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

/** How long the i-th of a stream's events takes, in milliseconds; undefined where it comes as usual. */
export type Arrival = (index: number) => number | undefined;

/** Which of a stream's n events come late: exactly as many as the quotas say, in three disjoint kinds. */
export function makeArrival(plan: Plan, name: string, n: number): Arrival {
  const { outOfOrder, over72HoursLate, over7DaysLate } = plan.quotas.dirt;
  const week = quotaOf(over7DaysLate, n);
  const days = week + quotaOf(over72HoursLate, n);
  const hours = days + quotaOf(outOfOrder, n);
  const ranks = permutation(plan.seed, `late.${name}`, n);
  const random = stream(plan.seed, `late.${name}`);
  return (index) => {
    const rank = ranks.at(index);
    if (rank >= hours) return undefined;
    if (rank < week) return 8 * DAY + random.below(index, 12 * DAY);
    if (rank < days) return 73 * HOUR + random.below(index, 94 * HOUR);
    return 20 * MINUTE + random.below(index, 23 * HOUR);
  };
}

/** By how much the clock of the i-th event's sender is wrong, in milliseconds; never over a local midnight. */
export type Skew = (index: number, at: number) => number;

/** Which of a stream's n events carry a wrong time: half a minute to five minutes off. */
export function makeSkew(plan: Plan, name: string, n: number): Skew {
  const quota = quotaOf(plan.quotas.dirt.clockSkew, n);
  const ranks = permutation(plan.seed, `skew.${name}`, n);
  const random = stream(plan.seed, `skew.${name}`);
  return (index, at) => {
    if (ranks.at(index) >= quota) return 0;
    const off = 30 * SECOND + random.below(index, 270 * SECOND);
    return timeOfDay(at) < DAY / 2 ? off : -off;
  };
}
