import { DAY, dayAt, SECOND, startOf } from '../calendar.ts';
import type { PeriodPlan, Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import type { Read, Reads } from './reads.ts';

export type EngagementKind = 'comments' | 'likes' | 'saves' | 'shares' | 'follows';
const KINDS: readonly EngagementKind[] = ['comments', 'likes', 'saves', 'shares', 'follows'];

/** Something that a reader did with a note. */
export interface Engagement {
  readonly index: number;
  readonly kind: EngagementKind;
  /** Of comments, whether it asks for the link. */
  readonly asksForLink: boolean;
  readonly read: Read;
  readonly at: number;
}

/** What readers of a period did with notes: comments first, and of these the requests for a link first. */
export interface Engagements {
  readonly count: number;
  at(index: number): Engagement;
  /** The read on whose note and hour a screenshot counts. */
  screenshot(index: number): Read;
}

/** Three of five requests stand under notes without any link: that is the unmet demand. */
const UNMET_SHARE = 0.6;

/** @returns the interactions of a period: exact in number by kind */
export function makeEngagements(plan: Plan, period: PeriodPlan, reads: Reads): Engagements {
  const random = stream(plan.seed, `engagement.${period.key}`);
  const { interactions, linkRequests } = period;
  const count = KINDS.reduce((sum, kind) => sum + interactions[kind], 0);
  const anyRead = permutation(plan.seed, `engagement.${period.key}`, Math.max(1, reads.count));
  const demand = demandReads(reads);
  const unmet = demand.without.length > 0 ? Math.round(linkRequests * UNMET_SHARE) : 0;
  const shots = permutation(plan.seed, 'screenshots', Math.max(1, demand.all.length));
  const readOf = (index: number): Read => {
    if (index >= linkRequests || demand.all.length === 0) return reads.at(anyRead.at(index % reads.count));
    const list = index < unmet ? demand.without : demand.withLinks.length > 0 ? demand.withLinks : demand.all;
    return reads.at(list[random.below(index, list.length)] ?? 0);
  };
  return {
    count,
    at: (index) => {
      const read = readOf(index);
      const lastOfDay = startOf(dayAt(read.at)) + DAY - 1;
      const at = Math.min(lastOfDay, read.at + 5 * SECOND + random.below(index + count, 300 * SECOND));
      return { index, kind: kindOf(interactions, index), asksForLink: index < linkRequests, read, at };
    },
    screenshot: (index) => reads.at(demand.all[shots.at(index % demand.all.length)] ?? 0),
  };
}

function kindOf(interactions: PeriodPlan['interactions'], index: number): EngagementKind {
  let left = index;
  for (const kind of KINDS) {
    if (left < interactions[kind]) return kind;
    left -= interactions[kind];
  }
  throw new RangeError(`No interaction ${index}.`);
}

/** The reads on the days of link demand, by whether their note has links. */
function demandReads(reads: Reads): { all: Uint32Array; without: Uint32Array; withLinks: Uint32Array } {
  const all = Uint32Array.from(reads.demandDays());
  return {
    all,
    without: all.filter((ordinal) => reads.at(ordinal).note.links.length === 0),
    withLinks: all.filter((ordinal) => reads.at(ordinal).note.links.length > 0),
  };
}
