import { fingerprintOfSearch, textFingerprint } from '../../kit/search-id.ts';
import type { Search } from '../content/searches.ts';
import type { ClickFact } from './ledger.ts';
import { periodsAt, TRUTH_PERIOD_KEYS, type TruthPeriod, within } from './periods.ts';

/** Two weeks of Y1, each after the other. */
export const TREND_WEEKS = {
  before: { from: '2025-04-24', to: '2025-04-30' },
  week: { from: '2025-05-01', to: '2025-05-07' },
} as const;

/** Searches for a text in two weeks, each day's rounded to 10, and how many people made them. */
export interface Trend {
  readonly text: string;
  readonly searches: number;
  readonly before: number;
  readonly people: number;
  readonly peopleBefore: number;
}

/** By day, how often and by whom. */
class SearchedDays {
  readonly #days = new Map<number, number>();
  readonly people = new Set<number>();

  add(at: number, person: number): void {
    const day = Math.floor((at + 8 * 3_600_000) / 86_400_000);
    this.#days.set(day, (this.#days.get(day) ?? 0) + 1);
    this.people.add(person);
  }

  rounded(): number {
    return [...this.#days.values()].reduce((sum, searches) => sum + Math.floor((searches + 5) / 10) * 10, 0);
  }
}

/** What was searched for in the last week of Y1, most first; of equal ones in the order of their code units. */
export function countTrends(searches: Iterable<Search>): Trend[] {
  const texts = new Map<string, { week: SearchedDays; before: SearchedDays }>();
  for (const { text, at, person } of searches) {
    const cell = texts.get(text) ?? { week: new SearchedDays(), before: new SearchedDays() };
    texts.set(text, cell);
    if (within(TREND_WEEKS.before, at)) cell.before.add(at, person);
    if (within(TREND_WEEKS.week, at)) cell.week.add(at, person);
  }
  return [...texts]
    .map(([text, { week, before }]) => ({
      text,
      searches: week.rounded(),
      before: before.rounded(),
      people: week.people.size,
      peopleBefore: before.people.size,
    }))
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
