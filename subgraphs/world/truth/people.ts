import { dayAt, PERIODS } from '../calendar.ts';
import type { RawEvent } from '../commerce/event.ts';
import type { Search } from '../content/searches.ts';
import { within } from './periods.ts';

/** Facts about the people of Y1, read off their raw events. */
export interface PeopleTruth {
  readonly monthlyUsers: number;
  readonly searchers: number;
  readonly searches: number;
  readonly userSearches: number;
  readonly newUsers: number;
  readonly newUsersFirstDay: number;
  readonly buyers: number;
  readonly buyersWhoSearched: number;
}

interface Life {
  /** First read or search ever. */
  first: number;
  firstInY1: number;
  /** First and all searches of Y1. */
  searches: number[];
  firstOrder: number;
}

/**
 * Who was active (read or searched), new (first active in Y1), searching, buying within Y1. Whoever denied consent is nobody here.
 * @param searches the log, for what people started themselves
 */
export function countPeople(events: Iterable<RawEvent>, searches: Iterable<Search>): PeopleTruth {
  const lives = new Map<string, Life>();
  for (const { input } of events) {
    const { stage, personKey, consent } = input;
    if (!personKey || consent === 'DENIED') continue;
    if (stage !== 'READ' && stage !== 'SEARCH' && stage !== 'ORDER_PAID') continue;
    const at = Date.parse(input.occurredAt);
    const life = lives.get(personKey) ?? { first: Infinity, firstInY1: Infinity, searches: [], firstOrder: Infinity };
    lives.set(personKey, life);
    const inY1 = within(PERIODS.Y1, at);
    if (stage === 'ORDER_PAID') {
      if (inY1) life.firstOrder = Math.min(life.firstOrder, at);
      continue;
    }
    life.first = Math.min(life.first, at);
    if (inY1) life.firstInY1 = Math.min(life.firstInY1, at);
    if (inY1 && stage === 'SEARCH') life.searches.push(at);
  }
  const all = [...lives.values()];
  const active = all.filter((life) => Number.isFinite(life.firstInY1));
  const fresh = active.filter((life) => life.first === life.firstInY1);
  const buyers = all.filter((life) => Number.isFinite(life.firstOrder));
  const log = [...searches].filter(({ at }) => within(PERIODS.Y1, at));
  return {
    monthlyUsers: active.length,
    searchers: active.filter((life) => life.searches.length > 0).length,
    searches: log.length,
    userSearches: log.filter(({ origin }) => origin === 'USER').length,
    newUsers: fresh.length,
    newUsersFirstDay: fresh.filter((life) => life.searches.some((at) => dayAt(at) === dayAt(life.first))).length,
    buyers: buyers.length,
    buyersWhoSearched: buyers.filter((life) => life.searches.some((at) => at < life.firstOrder)).length,
  };
}
