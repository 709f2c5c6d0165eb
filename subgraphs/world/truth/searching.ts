import { fingerprintOfSearch, textFingerprint } from '../../kit/search-id.ts';
import type { Search } from '../content/searches.ts';
import type { ClickFact } from './ledger.ts';
import { within } from './periods.ts';

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
  /** How many people clicked after searching for it, ever. */
  readonly clickers: number;
}

/** The texts that were searched for, by fingerprint, with how many different people clicked afterwards. */
export function countClickers(searches: Iterable<Search>, clicks: readonly ClickFact[]): Map<string, SearchedText> {
  const people = new Map<string, Set<string>>();
  for (const { searchId, person } of clicks) {
    const fingerprint = searchId && fingerprintOfSearch(searchId);
    if (!fingerprint || !person) continue;
    const own = people.get(fingerprint) ?? new Set();
    people.set(fingerprint, own.add(person));
  }
  const texts = new Map<string, SearchedText>();
  for (const { id, text } of searches) {
    const fingerprint = textFingerprint(text);
    if (texts.has(fingerprint)) continue;
    texts.set(fingerprint, { fingerprint, text, searchId: id, clickers: people.get(fingerprint)?.size ?? 0 });
  }
  return texts;
}
