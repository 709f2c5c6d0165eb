import { cut_for_search } from 'jieba-wasm';
import { normaliseText } from '../search-id.ts';
import { toSimplified } from './simplified.ts';
import { stopWords } from './stop-words.ts';

/** The most terms that a search looks for; what a longer text adds hardly changes what is found. */
const MOST_TERMS = 16;

/** A run of Chinese characters, or of letters and digits of any other script. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’](?:s|t)\b)?/gu;
const CHINESE = /^\p{Script=Han}/u;

/**
 * What a text is indexed under: its words, and each two neighbouring Chinese characters, so that a word is found even where the
 * dictionary cut it otherwise (invented brands). In order, with repetitions.
 */
export function indexTerms(text: string): string[] {
  return runs(text).flatMap((run) => {
    if (!CHINESE.test(run)) return [stem(run)].filter(tells);
    const words = cut(run).filter(tells);
    const known = new Set(words);
    return [...words, ...pairs(run).filter((pair) => !known.has(pair))];
  });
}

/**
 * What a search for a text looks for: its words without stop words, each once, at most 16. Characters that the dictionary left single
 * are joined in pairs, as the index has them.
 */
export function queryTerms(text: string): string[] {
  const words = runs(text).flatMap((run) => (CHINESE.test(run) ? joinSingles(cut(run)) : [stem(run)]));
  const telling = words.filter(tells);
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_TERMS);
}

/** Each two neighbouring characters of a Chinese text, those with a stop word left out; none for text in another script. */
export function pairs(word: string): string[] {
  if (!CHINESE.test(word)) return [];
  const characters = [...word];
  return characters
    .slice(1)
    .map((character, index) => `${characters[index]}${character}`)
    .filter((pair) => [...pair].every(tells));
}

function runs(text: string): string[] {
  return toSimplified(normaliseText(text)).match(RUN) ?? [];
}

function cut(run: string): string[] {
  return cut_for_search(run, true);
}

function tells(word: string): boolean {
  return !stopWords.has(word);
}

/** Runs of single characters, broken by stop words, become pairs; a character alone stays. */
function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let singles = '';
  const flush = () => {
    joined.push(...([...singles].length > 1 ? pairs(singles) : [singles].filter(Boolean)));
    singles = '';
  };
  for (const word of words) {
    if ([...word].length === 1 && tells(word)) {
      singles += word;
      continue;
    }
    flush();
    joined.push(word);
  }
  flush();
  return joined;
}

/**
 * English plurals lose their ending, all else stays: Harman's S-stemmer (D. Harman, "How effective is suffixing?", 1991), and -es after
 * a sibilant, so that dresses and watches meet dress and watch.
 */
function stem(word: string): string {
  const bare = word.replace(/['’](?:s|t)$/, '');
  if (!/^[a-z]{4,}$/.test(bare)) return bare;
  if (/(?<![ea])ies$/.test(bare)) return `${bare.slice(0, -3)}y`;
  if (/(?:ss|x|zz|ch|sh)es$/.test(bare)) return bare.slice(0, -2);
  if (/(?<![aeo])es$/.test(bare)) return bare.slice(0, -1);
  return /[^us]s$/.test(bare) ? bare.slice(0, -1) : bare;
}
