import { DAY, dayAt, dayStarts, instantAt, MINUTE, PERIOD_DAYS, SECOND, startOf } from '../calendar.ts';
import { type Buyer, type Buyers, lastInstant } from '../commerce/buyers.ts';
import type { Readers } from '../people/readers.ts';
import { GROUPS, type Group, type Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import { zipf } from '../random/zipf.ts';
import type { Reads } from './reads.ts';

/** Who searched and when; of a buyer who bought afterwards, which. */
export interface Searcher {
  readonly person: number;
  readonly at: number;
  readonly buyer?: number;
}

/** The searchers of Y1: first each once, then again. */
export interface Searchers {
  at(index: number): Searcher;
  /** Which search comes before a buyer's first order; undefined for none. */
  indexOfBuyer(ordinal: number): number | undefined;
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

/** @returns who searched in Y1, in the exact numbers of the plan */
export function makeSearchers(plan: Plan, readers: Readers, reads: Reads, buyers: Buyers): Searchers {
  const { search, seed } = plan;
  const random = stream(seed, 'search');
  const days = dayStarts(plan.periods.Y1.start, PERIOD_DAYS);
  const buyerRank = permutation(seed, 'search.buyers', buyers.count);
  const newRank = permutation(seed, 'search.new', search.newUsers);
  const fresh = newReaders(plan, readers, reads);
  const segments = divide(plan, buyers.count, fresh, (place) => newRank.at(place));
  const others = otherReaders(plan, readers);
  const otherRank = permutation(seed, 'search.others', Math.max(1, others.count));
  const regulars = segments.before + segments.others;
  const crowd = zipf(Math.max(1, regulars));
  const regularRank = permutation(seed, 'search.regulars', Math.max(1, regulars));
  const anyTime = (index: number) => instantAt(days, random.unit(index * 8));
  const firstTime = (index: number): Searcher => {
    const { kind, place } = segmentOf(segments, index);
    const unit = random.unit(index * 8);
    if (kind === 'before') return searchBefore(plan, buyers.at(buyerRank.indexOf(place)), unit);
    if (kind === 'after') return searchAfter(plan, buyers.at(buyerRank.indexOf(segments.before + place)));
    if (kind === 'firstDay') return searchOnDay(fresh(newRank.indexOf(place)), unit);
    if (kind === 'later') return searchLater(plan, fresh(segments.later[place] ?? 0), unit);
    return { person: others.at(otherRank.indexOf(place)), at: anyTime(index) };
  };
  const again = (index: number): Searcher => {
    const place = regularRank.at(crowd(random.unit(index * 8 + 1)));
    const first = place < segments.before ? place : place - segments.before + search.searchers - segments.others;
    return { person: firstTime(first).person, at: anyTime(index) };
  };
  const rankOf = (ordinal: number) => buyerRank.at(ordinal);
  return {
    at: (index) => (index < search.searchers ? firstTime(index) : again(index)),
    indexOfBuyer: (ordinal) => (rankOf(ordinal) < segments.before ? rankOf(ordinal) : undefined),
    searchesAfterwards: (ordinal) => {
      const place = rankOf(ordinal) - segments.before;
      return place >= 0 && place < segments.after;
    },
  };
}

/** To which of the segments a first search belongs, and its place there. */
function segmentOf({ before, after, firstDay, later, others }: Segments, index: number) {
  let place = index;
  const sizes = [
    ['before', before],
    ['after', after],
    ['firstDay', firstDay],
    ['later', later.length],
    ['others', others],
  ] as const;
  for (const [kind, size] of sizes) {
    if (place < size) return { kind, place };
    place -= size;
  }
  throw new RangeError(`No searcher ${index}.`);
}

/** Minutes before the read that led to the order. */
function searchBefore({ periods }: Plan, { read, ordinal }: Buyer, unit: number): Searcher {
  const at = Math.max(startOf(periods.Y1.start), read.at - 30 * SECOND - Math.floor(unit * 10 * MINUTE));
  return { person: read.person, at, buyer: ordinal };
}

/** An hour after the only order. */
function searchAfter({ periods }: Plan, { read, paidAt }: Buyer): Searcher {
  return { person: read.person, at: Math.min(paidAt + 60 * MINUTE, lastInstant(periods.Y1) + 4 * SECOND) };
}

/** On the day of a new reader's one read, shortly before or after it. */
function searchOnDay({ person, readAt }: NewReader, unit: number): Searcher {
  const start = startOf(dayAt(readAt));
  const off = Math.floor((unit * 2 - 0.5) * 60 * MINUTE);
  return { person, at: Math.min(start + DAY - SECOND, Math.max(start, readAt + off)) };
}

/** On a later day. */
function searchLater({ periods }: Plan, { person, readAt }: NewReader, unit: number): Searcher {
  const next = startOf(dayAt(readAt)) + DAY;
  return { person, at: next + Math.floor(unit * (lastInstant(periods.Y1) - next)) };
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
