import { DAY, DEMAND_DAYS, dayStarts, instantAt, MIX_SHIFT, PERIOD_DAYS, startOf } from '../calendar.ts';
import type { Shelf } from '../catalog/shelf.ts';
import type { Note } from '../catalog/types.ts';
import type { Readers } from '../people/readers.ts';
import { GROUPS, type Group, type GroupPlan, type PeriodPlan, type Plan } from '../plan.ts';
import { type Permutation, permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import { zipf } from '../random/zipf.ts';

/** One person reading one note once. */
export interface Read {
  /** Within the period, over all groups. */
  readonly ordinal: number;
  readonly note: Note;
  readonly person: number;
  readonly at: number;
}

/** The reads of a period, each to be had alone. */
export interface Reads {
  readonly count: number;
  /** A read by its place in a group. */
  of(group: Group, index: number): Read;
  /** By its ordinal. */
  at(ordinal: number): Read;
  /** The read of a reader's own. */
  ownOf(group: Group, place: number): Read;
  /** Ordinals of the reads on the five days of link demand; empty in Y0. */
  demandDays(): Generator<number>;
  groupOf(ordinal: number): { group: Group; index: number };
}

interface Drawn {
  readonly plan: GroupPlan;
  readonly start: number;
  readonly shuffle: Permutation;
}

/** The reads of a period: exact in number by group and day range, Zipf over notes and people. */
export function makeReads(plan: Plan, period: PeriodPlan, shelf: Shelf, readers: Readers): Reads {
  const random = stream(plan.seed, `read.${period.key}`);
  const crowd = zipf(plan.oldUsers);
  const regulars = permutation(plan.seed, 'regulars', plan.oldUsers);
  const time = readTimes(period);
  const groups = new Map<Group, Drawn>();
  let count = 0;
  for (const group of GROUPS) {
    const { reads } = period.groups[group];
    const shuffle = permutation(plan.seed, `read.${period.key}.${group}`, reads);
    groups.set(group, { plan: period.groups[group], start: count, shuffle });
    count += reads;
  }
  const drawn = (group: Group): Drawn => {
    const found = groups.get(group);
    if (!found) throw new RangeError(`No group ${group}.`);
    return found;
  };
  const of = (group: Group, index: number): Read => {
    const { plan: own, start, shuffle } = drawn(group);
    const ordinal = start + index;
    const place = shuffle.at(index);
    const isOwn = place < own.oldUsers + own.newUsers;
    const person = isOwn ? readers.personAt(group, place) : regulars.at(crowd(random.unit(ordinal * 4)));
    const unit = random.unit(ordinal * 4 + 1);
    const note = place < own.buyers ? shelf.sellingNote(group, unit) : shelf.note(group, unit);
    return { ordinal, note, person, at: time(own, index, random.unit(ordinal * 4 + 2)) };
  };
  const groupOf = (ordinal: number) => {
    const group = GROUPS.findLast((one) => drawn(one).start <= ordinal && drawn(one).plan.reads > 0);
    if (!group) throw new RangeError(`No read ${ordinal}.`);
    return { group, index: ordinal - drawn(group).start };
  };
  return {
    count,
    of,
    groupOf,
    at: (ordinal) => {
      const { group, index } = groupOf(ordinal);
      return of(group, index);
    },
    ownOf: (group, place) => of(group, drawn(group).shuffle.indexOf(place)),
    demandDays: function* () {
      if (period.key !== 'Y1') return;
      for (const group of GROUPS) yield* demandOrdinals(drawn(group));
    },
  };
}

/** The first reads of a group fall on the days of the mix shift, the rest on the other days, earlier ones first. */
function readTimes({ start }: PeriodPlan): (plan: GroupPlan, index: number, unit: number) => number {
  const days = dayStarts(start, PERIOD_DAYS);
  const { firstDay, days: length } = MIX_SHIFT;
  const shifted = days.slice(firstDay, firstDay + length);
  const plain = days.filter((day) => !shifted.includes(day));
  return ({ reads, shiftedReads }, index, unit) =>
    index < shiftedReads
      ? instantAt(shifted, (index + unit) / shiftedReads)
      : instantAt(plain, (index - shiftedReads + unit) / (reads - shiftedReads));
}

function* demandOrdinals({ plan, start }: Drawn): Generator<number> {
  const plainDays = PERIOD_DAYS - MIX_SHIFT.days;
  const dayOf = (day: string) => Math.round((startOf(day) - startOf('2025-04-08')) / DAY) - MIX_SHIFT.days;
  const plain = plan.reads - plan.shiftedReads;
  // Every such read lies within the days whatever its place between its neighbours.
  const first = Math.ceil((dayOf(DEMAND_DAYS.from) / plainDays) * plain);
  const last = Math.floor(((dayOf(DEMAND_DAYS.to) + 1) / plainDays) * plain) - 1;
  for (let index = first; index <= last; index += 1) yield start + plan.shiftedReads + index;
}
