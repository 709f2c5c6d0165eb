import { DAY, dayAt, dayStarts, instantAt, MINUTE, PERIOD_DAYS, SECOND, startOf } from '../calendar.ts';
import type { Buyers } from '../commerce/buyers.ts';
import { lastInstant } from '../commerce/buyers.ts';
import type { Readers } from '../people/readers.ts';
import { GROUPS, type Group, type Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import { zipf } from '../random/zipf.ts';
import type { Reads } from './reads.ts';
import { worldSearchId } from './search-id.ts';
import { searchText } from './search-text.ts';

/** One search as content logs it. */
export interface Search {
  readonly id: string;
  readonly person: number;
  readonly text: string;
  readonly origin: 'USER' | 'SUGGESTED';
  readonly at: number;
}

/** The searches of Y1, each to be had alone. First come those that make a searcher one, then the rest. */
export interface Searches {
  readonly count: number;
  /** How many of the first make someone a searcher. */
  readonly searchers: number;
  at(index: number): Search;
  /** The search before a buyer's first order; undefined where there was none. */
  ofBuyer(ordinal: number): Pick<Search, 'id'> | undefined;
  /** Whether a buyer searches after all orders, and never before: no more orders may follow. */
  searchesAfterwards(ordinal: number): boolean;
}

interface Segments {
  readonly before: number;
  readonly after: number;
  readonly firstDay: number;
  readonly later: readonly number[];
  readonly others: number;
}

const AFTERWARDS_SHARE = 0.06;
const LATER_SHARE = 0.18;

/** @returns the search log of Y1: who searched, when and for what, in the exact numbers of the plan */
export function makeSearches(plan: Plan, readers: Readers, reads: Reads, buyers: Buyers): Searches {
  const { search, seed } = plan;
  const period = plan.periods.Y1;
  const random = stream(seed, 'search');
  const days = dayStarts(period.start, PERIOD_DAYS);
  const end = lastInstant(period);
  const buyerRank = permutation(seed, 'search.buyers', buyers.count);
  const newRank = permutation(seed, 'search.new', search.newUsers);
  const originRank = permutation(seed, 'search.origin', search.searches);
  const fresh = newReaders(plan, readers, reads);
  const segments = divide(plan, buyers.count, fresh, (place) => newRank.at(place));
  const others = otherReaders(plan, readers);
  const otherRank = permutation(seed, 'search.others', Math.max(1, others.count));
  const regulars = segments.before + segments.others;
  const crowd = zipf(Math.max(1, regulars));
  const regularRank = permutation(seed, 'search.regulars', Math.max(1, regulars));
  const anyTime = (index: number) => instantAt(days, random.unit(index * 8));

  const who = (index: number): { person: number; at: number; buyer?: number } => {
    let place = index;
    if (place < segments.before) {
      const buyer = buyers.at(buyerRank.indexOf(place));
      const at = Math.max(startOf(period.start), buyer.read.at - 30 * SECOND - random.below(index * 8, 10 * MINUTE));
      return { person: buyer.read.person, at, buyer: buyer.ordinal };
    }
    place -= segments.before;
    if (place < segments.after) {
      const buyer = buyers.at(buyerRank.indexOf(segments.before + place));
      return { person: buyer.read.person, at: Math.min(buyer.paidAt + 60 * MINUTE, end + 4 * SECOND) };
    }
    place -= segments.after;
    if (place < segments.firstDay) {
      const { person, readAt } = fresh(newRank.indexOf(place));
      return { person, at: sameDay(readAt, random.unit(index * 8)) };
    }
    place -= segments.firstDay;
    const late = segments.later[place];
    if (late !== undefined) {
      const { person, readAt } = fresh(late);
      const next = startOf(dayAt(readAt)) + DAY;
      return { person, at: next + Math.floor(random.unit(index * 8) * (end - next)) };
    }
    return { person: others.at(otherRank.indexOf(place - segments.later.length)), at: anyTime(index) };
  };
  const again = (index: number) => {
    const place = regularRank.at(crowd(random.unit(index * 8 + 1)));
    const person =
      place < segments.before
        ? who(place).person
        : who(place - segments.before + search.searchers - segments.others).person;
    return { person, at: anyTime(index) };
  };
  const textOf = (index: number, buyer?: number) => {
    const about = buyer === undefined ? undefined : buyers.at(buyer).read.note.industry;
    return searchText(about, random.unit(index * 8 + 2), random.unit(index * 8 + 3));
  };
  return {
    count: search.searches,
    searchers: search.searchers,
    at: (index) => {
      const { person, at, buyer } = index < search.searchers ? who(index) : { ...again(index), buyer: undefined };
      const text = textOf(index, buyer);
      const origin = originRank.at(index) < search.userSearches ? 'USER' : 'SUGGESTED';
      return { id: worldSearchId(seed, 'y1', index, text), person, text, origin, at };
    },
    ofBuyer: (ordinal) => {
      const index = buyerRank.at(ordinal);
      return index < segments.before ? { id: worldSearchId(seed, 'y1', index, textOf(index, ordinal)) } : undefined;
    },
    searchesAfterwards: (ordinal) => {
      const rank = buyerRank.at(ordinal);
      return rank >= segments.before && rank < segments.before + segments.after;
    },
  };
}

type NewReader = { person: number; readAt: number; group: Group };

/** Readers who are new in Y1, by their place over all groups. */
function newReaders({ periods }: Plan, readers: Readers, reads: Reads): (place: number) => NewReader {
  return (place) => {
    let left = place;
    for (const group of GROUPS) {
      const { oldUsers, newUsers } = periods.Y1.groups[group];
      if (left < newUsers) {
        const readAt = reads.ownOf(group, oldUsers + left).at;
        return { person: readers.personAt(group, oldUsers + left), readAt, group };
      }
      left -= newUsers;
    }
    throw new RangeError(`No new reader ${place}.`);
  };
}

/** Readers of old who buy nothing in Y1. */
function otherReaders({ periods }: Plan, readers: Readers): { count: number; at(place: number): number } {
  const sizes = GROUPS.map((group) => periods.Y1.groups[group].oldUsers - periods.Y1.groups[group].buyers);
  return {
    count: sizes.reduce((sum, size) => sum + size, 0),
    at: (place) => {
      let left = place;
      for (const [index, group] of GROUPS.entries()) {
        const size = sizes[index] ?? 0;
        if (left < size) return readers.personAt(group, periods.Y1.groups[group].buyers + left);
        left -= size;
      }
      throw new RangeError(`No other reader ${place}.`);
    },
  };
}

/** Who makes up the searchers: some buyers search afterwards only, some new people on a later day only. */
function divide(
  { search, periods }: Plan,
  buyers: number,
  fresh: (place: number) => NewReader,
  rankOf: (place: number) => number,
): Segments {
  let left = search.searchers - search.buyersWhoSearched - search.newUsersFirstDay;
  const after = Math.min(Math.round(AFTERWARDS_SHARE * buyers), buyers - search.buyersWhoSearched, left);
  left -= after;
  const later: number[] = [];
  const want = Math.min(Math.round(LATER_SHARE * search.newUsers), left);
  const lastDay = startOf(periods.Y1.start) + (PERIOD_DAYS - 1) * DAY;
  for (let place = 0; place < search.newUsers && later.length < want; place += 1)
    if (rankOf(place) >= search.newUsersFirstDay && fresh(place).readAt < lastDay) later.push(place);
  return {
    before: search.buyersWhoSearched,
    after,
    firstDay: search.newUsersFirstDay,
    later,
    others: left - later.length,
  };
}

/** Shortly before or after an instant, on its local day. */
function sameDay(at: number, unit: number): number {
  const start = startOf(dayAt(at));
  const off = Math.floor((unit * 2 - 0.5) * 60 * MINUTE);
  return Math.min(start + DAY - SECOND, Math.max(start, at + off));
}
