import { stream } from '../random/stream.ts';
import type { Note, Product } from './types.ts';
import { VOCABULARY, type Vocabulary } from './vocabulary.ts';

export interface NoteText {
  readonly title: string;
  readonly body: string;
  readonly topics: string[];
}

interface Words {
  readonly brand: string;
  readonly product: string;
  readonly english: string;
  readonly scene: string;
  readonly adjective: string;
  readonly category: string;
  readonly verb: string;
  readonly days: number;
  readonly count: number;
}

const TITLES: readonly ((words: Words) => string)[] = [
  (w) => `救命!${w.scene}${w.verb}这件${w.product}真的${w.adjective}`,
  (w) => `${w.brand}${w.product}空瓶记|${w.days}天真实反馈`,
  (w) => `别再乱买${w.category}了!${w.count}款${w.product}横评`,
  (w) => `${w.scene}必备|${w.brand}${w.product}到底值不值`,
  (w) => `${w.product}怎么选?${w.scene}党看这篇就够`,
];

const OPENINGS: readonly ((words: Words) => string)[] = [
  (w) => `${w.scene}最头疼的就是选${w.product},这次把${w.brand}这款认真用了${w.days}天。`,
  (w) => `被朋友安利了${w.brand}的${w.product},本来没抱期待,结果${w.adjective}。`,
  (w) => `前后对比了${w.count}款${w.product},说说我自己的感受,不一定适合所有人。`,
];

const MIDDLES: readonly ((words: Words) => string)[] = [
  (w) => `优点是${w.adjective},${w.scene}的时候尤其明显。`,
  (w) => `第一周有点不习惯,第二周开始觉得${w.adjective}。`,
  () => `细节做得比想象中好,包装也不浮夸。`,
];

const CLOSINGS: readonly ((words: Words) => string)[] = [
  () => '缺点是颜色选择不多,希望以后能多出几种。',
  () => '价格不算便宜,等活动的时候入更划算。',
  (w) => `总体会回购,${w.category}新手也可以放心试。`,
];

const ENGLISH_TITLES: readonly ((words: Words) => string)[] = [
  (w) => `${w.days} days with the ${w.brand} ${w.english}: an honest review`,
  (w) => `I compared ${w.count} kinds of ${w.english} so that you don't have to`,
];

function english(words: Words): NoteText['body'] {
  return [
    `I used this ${words.english} every day for ${words.days} days.`,
    `It kept what it promised, though the choice of colours is small.`,
    `Of the ${words.count} I tried, it is the one that I would buy again.`,
  ].join(' ');
}

/**
 * What a note says, made when asked for. It speaks of its first product where it has one, else of something of its industry.
 * One of twenty is in English.
 */
export function noteText(seed: number, note: Note, product: Product | undefined): NoteText {
  const random = stream(seed, 'note.text');
  const vocabulary = VOCABULARY[note.industry];
  const at = note.index * 16;
  const words = chooseWords(random, at, vocabulary, product);
  const topics = [vocabulary.name, words.product, words.scene].map((topic) => topic.replace(/\s/g, ''));
  if (note.index > 2 && random.below(at + 6, 20) === 0)
    return { title: random.pick(at + 7, ENGLISH_TITLES)(words), body: english(words), topics: [...topics, 'English'] };
  const parts = [random.pick(at + 8, OPENINGS), random.pick(at + 9, MIDDLES), random.pick(at + 10, CLOSINGS)];
  const tags = topics.map((topic) => `#${topic}`).join(' ');
  return {
    title: random.pick(at + 7, TITLES)(words),
    body: `${parts.map((part) => part(words)).join('')}\n${tags}`,
    topics,
  };
}

function chooseWords(
  random: ReturnType<typeof stream>,
  at: number,
  vocabulary: Vocabulary,
  product: Product | undefined,
): Words {
  const noun = product?.noun ?? random.pick(at, vocabulary.nouns);
  return {
    brand: product?.brandName ?? random.pick(at + 1, vocabulary.brands),
    product: noun,
    english: vocabulary.english[vocabulary.nouns.indexOf(noun)] ?? 'find',
    scene: random.pick(at + 2, vocabulary.scenes),
    adjective: random.pick(at + 3, vocabulary.adjectives),
    category: vocabulary.category,
    verb: vocabulary.verb,
    days: 7 + random.below(at + 4, 54),
    count: 3 + random.below(at + 5, 8),
  };
}
