import { fixed, ratio } from '../../kit/decimal.ts';
import { queryTerms } from '../../kit/text/segment.ts';
import { type BrandLexicon, brandsIn } from './brand-lexicon.ts';
import { commentClauses } from './comment-clauses.ts';
import { firstHandSigns, opinionOf } from './opinion.ts';
import type { TermCounts } from './weigh-terms.ts';

/** Changes with whatever would give another answer for the same text and the same counts. */
const MODEL_VERSION = 'rules-1';

const MOST_KEYWORDS = 8;
const MOST_BRANDS = 5;
/** The most characters of a body that are read. */
const READ_BODY = 10_000;
/** How much more a word in a title, a topic or the body counts. */
const WEIGHTS = { title: 3, topic: 2, body: 1 } as const;

/** What a note says. */
export interface FeaturedText {
  readonly title: string;
  readonly body: string;
  readonly topics: readonly string[];
}

/** What is read from a note's text. */
export interface NoteFeatures {
  readonly keywords: string[];
  readonly brands: string[];
  readonly sentiment: string | null;
  readonly firstHand: string;
  readonly modelVersion: string;
}

/** The words of a note with their weight; the words of its brands are left out. */
function weightsOf({ title, body, topics }: FeaturedText, brands: readonly string[]): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    const rest = brands.reduce((left, brand) => left.replaceAll(brand, ' '), text);
    for (const clause of commentClauses(rest.replaceAll('#', ' '))) {
      for (const term of queryTerms(clause))
        if ([...term].length > 1 && !/^\d/.test(term)) weights.set(term, (weights.get(term) ?? 0) + weight);
    }
  };
  add(title, WEIGHTS.title);
  for (const topic of topics) add(topic, WEIGHTS.topic);
  add(body.slice(0, READ_BODY), WEIGHTS.body);
  return weights;
}

/** The words of notes that must be counted to tell their features. */
export function termsOfNotes(notes: readonly FeaturedText[]): string[] {
  return [...new Set(notes.flatMap((note) => [...weightsOf(note, []).keys()]))];
}

/**
 * Reads the features of a note from its text, by rules alone: the same text and counts give the same features.
 * Keywords are the words with the most weight times inverse document frequency, ln((notes + 1) / (notes with the word + 1)) + 1; of equal ones the
 * first in the alphabet. Sentiment is (praise - blame) / (praise + blame), first-hand experience 1 - 1 / 2^signs.
 * @param counts how many notes hold each of `termsOfNotes`
 */
export function noteFeatures(note: FeaturedText, lexicon: BrandLexicon, counts: TermCounts): NoteFeatures {
  const text = `${note.title}\n${note.body.slice(0, READ_BODY)}`;
  const brands = brandsIn(`${text}\n${note.topics.join('\n')}`, lexicon).slice(0, MOST_BRANDS);
  const scores = [...weightsOf(note, brands)].map(([term, weight]) => {
    const rarity = Math.log((counts.notes + 1) / ((counts.byTerm.get(term) ?? 0) + 1)) + 1;
    return { term, score: weight * rarity };
  });
  // A dictionary gives the words within a word, too: 防晒霜 and 防晒.
  const within = ({ term, score }: (typeof scores)[number]) =>
    scores.some((other) => other.term !== term && other.term.includes(term) && other.score >= score);
  scores.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
  const { praise, blame } = opinionOf(text);
  const signs = Math.min(firstHandSigns(text), 10);
  return {
    keywords: scores
      .filter((each) => !within(each))
      .slice(0, MOST_KEYWORDS)
      .map(({ term }) => term),
    brands,
    sentiment: ratio(praise - blame, praise + blame, 2),
    firstHand: fixed(100n - 100n / 2n ** BigInt(signs), 2),
    modelVersion: MODEL_VERSION,
  };
}
