import { normaliseText } from '../../kit/search-id.ts';
import { toSimplified } from '../../kit/text/simplified.ts';

/** Brands, by the first character of their names, the longest first. */
export type BrandLexicon = ReadonlyMap<string, readonly { readonly name: string; readonly plain: string }[]>;

/** What an account of a brand adds to its name. */
const ACCOUNT = /(?:官方(?:号|账号|旗舰店)?|旗舰店|official)$/iu;
const WORD = /[\p{L}\p{N}]/u;

/** Makes a lexicon of names of brands, and of accounts of brands. */
export function brandLexicon(names: readonly string[]): BrandLexicon {
  const brands = new Map(
    names
      .map((name) => name.replace(ACCOUNT, '').trim())
      .filter((name) => [...name].length > 1)
      .map((name) => [plainOf(name), name] as const),
  );
  const all = [...brands].map(([plain, name]) => ({ name, plain })).sort((a, b) => b.plain.length - a.plain.length);
  return Map.groupBy(all, ({ plain }) => plain.charAt(0));
}

/** The brands that a text names, in the order in which it names them first; the longest name wins where several fit. */
export function brandsIn(text: string, lexicon: BrandLexicon): string[] {
  const plain = plainOf(text);
  const found = new Set<string>();
  for (let at = 0; at < plain.length; ) {
    const brand = (lexicon.get(plain.charAt(at)) ?? []).find((each) => stands(each.plain, plain, at));
    if (brand) found.add(brand.name);
    at += brand?.plain.length ?? 1;
  }
  return [...found];
}

/** Whether a name stands at a place; one in Latin letters is no part of a longer word. */
function stands(name: string, text: string, at: number): boolean {
  if (!text.startsWith(name, at)) return false;
  if (/\p{Script=Han}/u.test(name)) return true;
  return !/[a-z0-9]/.test(text.charAt(at - 1)) && !(/[a-z0-9]/.test(text.charAt(at + name.length)) && WORD.test(name));
}

function plainOf(text: string): string {
  return toSimplified(normaliseText(text));
}
