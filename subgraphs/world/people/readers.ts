import type { PeriodKey } from '../calendar.ts';
import { GROUPS, type Group, type GroupPlan, type Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';

/** Where a person stands among a period's readers. */
export interface ReaderPlace {
  readonly group: Group;
  /** Within the group: buyers first (those who click before those who don't), then others of old, then new ones. */
  readonly place: number;
}

/** Who reads in a period: each reader has one read of their own, in one group of industries. */
export interface Readers {
  /** The person at a place of a group. */
  personAt(group: Group, place: number): number;
  /** Where a person of old stands. New ones stand in Y1 alone and are not asked for. */
  placeOf(person: number): ReaderPlace;
  /** Whether a person of old buys in this period without ever clicking. */
  buysUnclicked(person: number): boolean;
}

/** Persons 0..oldUsers-1 read in both periods; those after them are new in Y1. */
export function makeReaders(plan: Plan, key: PeriodKey): Readers {
  const shuffle = permutation(plan.seed, `readers.${key}`, plan.oldUsers);
  const groups = starts(GROUPS.map((group) => plan.periods[key].groups[group]));
  const placeOf = (person: number): ReaderPlace => {
    const rank = shuffle.at(person);
    const home = groups.findLast((one) => one.oldStart <= rank && one.plan.oldUsers > 0);
    if (!home) throw new RangeError(`Person ${person} reads in no group.`);
    return { group: home.plan.group, place: rank - home.oldStart };
  };
  return {
    personAt: (group, place) => {
      const home = groups.find((one) => one.plan.group === group);
      if (!home) throw new RangeError(`No group ${group}.`);
      if (place < home.plan.oldUsers) return shuffle.indexOf(home.oldStart + place);
      return plan.oldUsers + home.newStart + place - home.plan.oldUsers;
    },
    placeOf,
    buysUnclicked: (person) => {
      const { group, place } = placeOf(person);
      const { clickingBuyers, buyers } = plan.periods[key].groups[group];
      return place >= clickingBuyers && place < buyers;
    },
  };
}

function starts(groups: readonly GroupPlan[]): { plan: GroupPlan; oldStart: number; newStart: number }[] {
  let oldStart = 0;
  let newStart = 0;
  return groups.map((plan) => {
    const home = { plan, oldStart, newStart };
    oldStart += plan.oldUsers;
    newStart += plan.newUsers;
    return home;
  });
}
