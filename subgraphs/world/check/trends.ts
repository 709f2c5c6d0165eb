import type { Truth } from '../truth/truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';

/** Fewest people behind a trend, where nobody set another threshold. */
const LEAST_PEOPLE = 50;
const MOST = 20;

/** Compares what was searched for most in the last week of Y1, and how it changed. */
export async function checkTrends(ask: Ask, truth: Truth, comparison: Comparison): Promise<void> {
  const { trendingSearches } = await ask(
    `query Check($range: DateRange) { trendingSearches(first: ${MOST}, range: $range) { text searches change } }`,
    { range: truth.periods.TREND },
  );
  const answered = trendingSearches as { text: string; searches: number; change: string | null }[];
  const told = truth.trends.filter(({ people }) => people >= LEAST_PEOPLE);
  // Which of texts that are searched for as often come first is not the truth's to say.
  const most = (trends: readonly { readonly searches: number }[]) =>
    trends
      .slice(0, MOST)
      .map(({ searches }) => searches)
      .join(', ');
  comparison.compare('trending searches', 'the most', most(told), most(answered));
  for (const { text, searches, change } of answered) {
    const known = told.find((trend) => trend.text === text);
    comparison.compare('trending searches', `${text} searches`, known?.searches, searches);
    const exact =
      known && known.before > 0 && known.peopleBefore >= LEAST_PEOPLE
        ? (known.searches / known.before - 1).toFixed(4)
        : null;
    comparison.compare(
      'trending searches',
      `${text} change`,
      exact,
      change === null ? null : Number(change).toFixed(4),
    );
  }
}
