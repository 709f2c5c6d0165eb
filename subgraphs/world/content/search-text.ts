import type { Industry } from '../catalog/types.ts';
import { OTHER_INDUSTRIES, VOCABULARY } from '../catalog/vocabulary.ts';
import { type RankSampler, zipf } from '../random/zipf.ts';

/** What people type about an industry, most searched first: things, things for an occasion, brands, comparisons, some English. */
function textsOf(industry: Industry): string[] {
  const { nouns, scenes, brands, category, english } = VOCABULARY[industry];
  const own = nouns.flatMap((noun, at) => [
    noun,
    `${scenes[at % scenes.length]}${noun}`,
    `${brands[at % brands.length]}${noun}`,
    at % 2 === 0 ? `${noun}推荐` : (english[at] ?? noun),
  ]);
  return [...own, `${category}测评`];
}

interface Texts {
  readonly list: readonly string[];
  readonly sample: RankSampler;
}

const ALL: readonly Industry[] = ['BEAUTY', 'SPORTS', ...OTHER_INDUSTRIES];
const texts = new Map<Industry, Texts>(
  ALL.map((industry) => {
    const list = textsOf(industry);
    return [industry, { list, sample: zipf(list.length) }];
  }),
);

/** A text about an industry, or about any (beauty and sports most) where none is said. */
export function searchText(industry: Industry | undefined, unit: number, second: number): string {
  const topic =
    industry ??
    (second < 0.4 ? 'BEAUTY' : second < 0.65 ? 'SPORTS' : OTHER_INDUSTRIES[Math.floor((second - 0.65) * 22.8)]);
  const found = texts.get(topic ?? 'OTHER');
  return found?.list[found.sample(unit)] ?? VOCABULARY.OTHER.category;
}
