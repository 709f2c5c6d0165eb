import { fingerprintOfSearch, textFingerprint } from '../../kit/search-id.ts';
import type { Search } from '../content/searches.ts';
import type { ClickFact } from './ledger.ts';
import { periodsAt, TRUTH_PERIOD_KEYS, type TruthPeriod, within } from './periods.ts';

/** Two weeks of Y1, each after the other. */
export const TREND_WEEKS = {
  before: { from: '2025-04-24', to: '2025-04-30' },
  week: { from: '2025-05-01', to: '2025-05-07' },
} as const;

export interface Trend {
  readonly text: string;
  readonly searches: number;
  readonly before: number;
  readonly people: number;
}

/** What was searched for in the last week of Y1, most first; of equal ones in the order of their code units. */
export function countTrends(searches: Iterable<Search>): Trend[] {
  const texts = new Map<string, { searches: number; before: number; people: Set<number> }>();
  for (const { text, at, person } of searches) {
    const cell = texts.get(text) ?? { searches: 0, before: 0, people: new Set<number>() };
    texts.set(text, cell);
    if (within(TREND_WEEKS.before, at)) cell.before += 1;
    if (!within(TREND_WEEKS.week, at)) continue;
    cell.searches += 1;
    cell.people.add(person);
  }
  return [...texts]
    .map(([text, cell]) => ({ text, searches: cell.searches, before: cell.before, people: cell.people.size }))
    .filter((trend) => trend.searches > 0)
    .toSorted((a, b) => b.searches - a.searches || (a.text < b.text ? -1 : 1));
}

export interface SearchedText {
  readonly fingerprint: string;
  readonly text: string;
  /** One search for it, whose conversion can be asked for. */
  readonly searchId: string;
  /** How many different people clicked after searching for it, in each period. */
  readonly clickers: Readonly<Record<TruthPeriod, number>>;
}

/** The texts that were searched for, by fingerprint, with how many different people clicked afterwards. */
export function countClickers(searches: Iterable<Search>, clicks: readonly ClickFact[]): Map<string, SearchedText> {
  const people = new Map<string, Set<string>>();
  for (const { searchId, person, at } of clicks) {
    const fingerprint = searchId && fingerprintOfSearch(searchId);
    if (!fingerprint || !person) continue;
    for (const period of periodsAt(at)) {
      const key = `${fingerprint} ${period}`;
      people.set(key, (people.get(key) ?? new Set()).add(person));
    }
  }
  const clickersOf = (fingerprint: string) =>
    Object.fromEntries(
      TRUTH_PERIOD_KEYS.map((period) => [period, people.get(`${fingerprint} ${period}`)?.size ?? 0]),
    ) as Record<TruthPeriod, number>;
  const texts = new Map<string, SearchedText>();
  for (const { id, text } of searches) {
    const fingerprint = textFingerprint(text);
    if (texts.has(fingerprint)) continue;
    texts.set(fingerprint, { fingerprint, text, searchId: id, clickers: clickersOf(fingerprint) });
  }
  return texts;
}
