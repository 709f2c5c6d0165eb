import { normaliseText } from '../../kit/search-id.ts';
import { toSimplified } from '../../kit/text/simplified.ts';

/** Marks a clause that ended with a question mark. */
export const ASKED = '?';

/** What people write instead of the plain word, because it is short, funny, or escapes a filter; the first match of each wins. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/🔗️?/gu, '链接'],
  [/(?:❌|🚫|🙅)️?/gu, '不要'],
  [/(?<![a-z])(?:bu|bie)\s*(?=(?:yong|yao|qiu|fa)(?![a-z]|\s*[^a-z\s链]))/g, '不'],
  [/(?<![a-z])qiu(?=$|[^a-z]|\s*(?:ge\s*)?(?:lian|lj|tong|dian|se))(?:\s*(?:ge|yige)(?![a-z]))?/g, '求'],
  [/(?<![a-z])dun(?=\s*(?:ge\s*)?(?:lian|lj|链))/g, '蹲'],
  [/[连链]结/g, '链接'],
  [/(?:链|lian)\s*(?:jie|接)(?![a-z])/g, '链接'],
  [/(?<![a-z])na\s*(?:li|er)\s*(?:neng\s*)?mai(?![a-z])/g, '哪里买'],
  [/(?<![a-z])tong\s*kuan(?![a-z])/g, '同款'],
  [/(?<![a-z])dian\s*ming(?![a-z])/g, '店名'],
  [/(?<![a-z])se\s*hao(?![a-z])/g, '色号'],
  [/(?<![a-z])(?:yong|yao|fa)(?=\s*(?:fa\s*)?链接)/g, '要'],
  [/(?<=[求蹲发甩要个给有滴丢扔])\s*(?:lj|l接|[连练炼恋莲涟琏裢帘链][接结姐节])(?![a-z])/g, '链接'],
  [/(?<=\p{Script=Han})\s*[./·*|_-]?\s*(?=\p{Script=Han})/gu, ''],
  [/球(?=(?:个|一个)?链接|同款|店名)/g, '求'],
  [/有(?:没|木|冇)有/g, '有无'],
  [/能不能|可不可以|可否|方不方便|行不行/g, '能否'],
  [/要不要/g, '要否'],
];

/**
 * A comment in the form in which rules read it: Unicode NFKC, lower case, simplified Chinese, usual spellings, cut into clauses at
 * punctuation. A clause that was a question ends with `?`.
 */
export function commentClauses(body: string): string[] {
  const plain = toSimplified(normaliseText(body));
  const spelt = SPELLINGS.reduce((text, [spelling, usual]) => text.replace(spelling, usual), plain);
  return (spelt.match(/[^,.!?;:。、…~\n()[\]【】「」]+\??/gu) ?? []).map((clause) => clause.trim()).filter(Boolean);
}
