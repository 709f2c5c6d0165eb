import { describe, expect, test } from 'vitest';
import { brandLexicon } from '../../../../../subgraphs/content/text/brand-lexicon.ts';
import { type FeaturedText, noteFeatures, termsOfNotes } from '../../../../../subgraphs/content/text/note-features.ts';
import { indexTerms } from '../../../../../subgraphs/kit/text/segment.ts';
import { makeWorld } from '../../../../../subgraphs/world/world.ts';

const world = makeWorld({ scale: 'S', seed: 1, now: new Date('2026-01-15T12:00:00.000Z') });
const texts = world.catalog.notes.map(world.textOf);
const lexicon = brandLexicon([
  ...world.catalog.notes.flatMap(({ sponsorship }) => sponsorship?.brandName ?? []),
  ...world.catalog.authors.flatMap(({ kind, name }) => (kind === 'BRAND' ? name : [])),
]);

/** How many of the world's notes hold each term. */
const holding = new Map<string, number>();
for (const { title, body, topics } of texts)
  for (const term of new Set([title, body, ...topics].flatMap(indexTerms)))
    holding.set(term, (holding.get(term) ?? 0) + 1);
const counts = { notes: texts.length, byTerm: holding };

const featuresOf = (text: Partial<FeaturedText>, brands = lexicon) =>
  noteFeatures({ title: '', body: '', topics: [], ...text }, brands, counts);
const sentimentOf = (body: string) => Number(featuresOf({ body }).sentiment);
const firstHandOf = (body: string) => Number(featuresOf({ body }).firstHand);

describe('of every note of the sample world', () => {
  test('the product and the scene are among the keywords, and the same text has the same features', () => {
    let told = 0;
    for (const text of texts) {
      const features = featuresOf(text);
      expect(features).toEqual(featuresOf(text));
      expect(features.keywords.length).toBeGreaterThan(2);
      expect(features.keywords.length).toBeLessThanOrEqual(8);
      expect(Math.abs(Number(features.sentiment ?? 0))).toBeLessThanOrEqual(1);
      const words = new Set(indexTerms(text.topics[1] ?? ''));
      if (features.keywords.some((keyword) => words.has(keyword))) told += 1;
    }
    expect(told / texts.length).toBeGreaterThan(0.9);
  });

  test('nothing but what its text names is a brand', () => {
    for (const text of texts) {
      const whole = `${text.title}${text.body}`.toLowerCase();
      for (const brand of featuresOf(text).brands) expect(whole).toContain(brand.toLowerCase());
    }
    expect(texts.filter((text) => featuresOf(text).brands.length > 0).length).toBeGreaterThan(texts.length / 10);
  });

  test('all that tell of days of use or of comparing are first-hand', () => {
    for (const text of texts) expect(Number(featuresOf(text).firstHand)).toBeGreaterThanOrEqual(0.5);
  });
});

test.each([
  ['第二周开始觉得清爽不拔干。', 1],
  ['走了一天不磨脚', 1],
  ['很好用,会回购', 1],
  ['真的不好用', -1],
  ['不太推荐', -1],
  ['味道刺激,踩雷了', -1],
  ['缺点是颜色选择不多', -1],
  ['It kept what it promised', 1],
])('%s speaks for or against: %d', (body, sign) => {
  expect(Math.sign(sentimentOf(body))).toBe(sign);
});

test.each(['到底值不值?', '好用吗?', '希望以后好用一点', '今天路过一家店'])('%s is no opinion', (body) => {
  expect(featuresOf({ body }).sentiment).toBeNull();
});

test.each([
  '这次认真用了30天。',
  '第三罐空瓶了',
  '前后对比了5款,说说我自己的感受',
  '自用两年,会回购',
  'I used this sunscreen every day for 30 days.',
])('%s is first-hand', (body) => {
  expect(firstHandOf(body)).toBeGreaterThanOrEqual(0.5);
});

test.each([
  '听说用了30天就见效',
  '朋友说她用了三周',
  '还没用过,想买',
  '有人用了30天的吗?',
  '准备入一支空瓶再说',
  "I haven't used it",
])('%s looks first-hand and is not', (body) => {
  expect(firstHandOf(body)).toBe(0);
});

describe('brands', () => {
  const brands = brandLexicon(['云霁里官方', '云霁', 'Mirellune', 'Trail & Peak 旗舰店', '小']);
  const named = (body: string) => featuresOf({ body }, brands).brands;

  test('are found in any script, the longest first, and in the order of the text', () => {
    expect(named('比起 mirellune,雲霽里的更温和,TRAIL & PEAK 也行')).toEqual(['Mirellune', '云霁里', 'Trail & Peak']);
    expect(named('云霁的新品')).toEqual(['云霁']);
  });

  test('are none within a longer word, and no single character is one', () => {
    expect(named('mirellunesque, 小小的')).toEqual([]);
  });
});

test('a rare word tells more than a common one, and one of the title more than one of the body', () => {
  const note = { title: '露营', body: '咖啡、瑜伽、露营', topics: [] };
  expect(termsOfNotes([note])).toEqual(expect.arrayContaining(['露营', '咖啡', '瑜伽']));
  const byTerm = new Map(Object.entries({ 露营: 50, 咖啡: 90, 瑜伽: 2 }));
  expect(noteFeatures(note, brandLexicon([]), { notes: 100, byTerm }).keywords).toEqual(['露营', '瑜伽', '咖啡']);
});
