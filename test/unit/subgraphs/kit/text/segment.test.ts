import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTerms, pairs, queryTerms } from '../../../../../subgraphs/kit/text/segment.ts';
import { stopWords } from '../../../../../subgraphs/kit/text/stop-words.ts';

describe('segments', () => {
  test('of Chinese are the words of the dictionary, and the words within them', () => {
    expect(queryTerms('救命!夜爬泰山穿这件冲锋衣真的绝')).toEqual(
      expect.arrayContaining(['夜爬', '泰山', '冲锋', '冲锋衣']),
    );
  });

  test('of traditional Chinese, full width and capitals are those of the plain text', () => {
    expect(queryTerms('雲棲防曬霜')).toEqual(queryTerms('云栖防晒霜'));
    expect(queryTerms('ＳＰＦ５０')).toEqual(['spf50']);
    expect(queryTerms('Running SHOES')).toEqual(['running', 'shoe']);
  });

  test('of English lose their plural and nothing else', () => {
    for (const [word, stemmed] of [
      ['dresses', 'dress'],
      ['watches', 'watch'],
      ['boxes', 'box'],
      ['faces', 'face'],
      ['dress', 'dress'],
      ['bus', 'bus'],
      ['parties', 'party'],
      ['shoes', 'shoe'],
      ["women's", 'women'],
      ['gas', 'gas'],
    ] as const) {
      expect(queryTerms(word)).toEqual([stemmed]);
    }
  });

  test('hold no stop word, except where a text has nothing else', () => {
    expect(queryTerms('我的冲锋衣和你的')).toEqual(['冲锋', '冲锋衣']);
    expect(queryTerms('the best of the best')).toEqual(['best']);
    expect(queryTerms('的')).toEqual(['的']);
    expect(indexTerms('的')).toEqual([]);
  });

  test('of what is no word are none', () => {
    for (const text of ['', '!!!', '🔗🙏', '   ']) {
      expect(queryTerms(text)).toEqual([]);
      expect(indexTerms(text)).toEqual([]);
    }
  });

  test('of other scripts are their words', () => {
    expect(queryTerms('한국 화장품')).toEqual(['한국', '화장품']);
    expect(queryTerms('крем для лица')).toEqual(['крем', 'для', 'лица']);
  });

  test('of a search are few, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const terms = queryTerms(text);
        expect(terms.length).toBeLessThanOrEqual(16);
        expect(new Set(terms).size).toBe(terms.length);
      }),
    );
  });

  test('two Chinese characters side by side are always found, however the dictionary cuts them', () => {
    const characters = fc.constantFrom(...'云栖鹿岛北汀青禾霁月白露山野集冲锋衣防晒霜泰夜爬跑鞋眼');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 2, maxLength: 12 }), fc.nat(), (text, at) => {
        const index = at % (text.length - 1);
        const pair = `${text[index]}${text[index + 1]}`;
        fc.pre(pairs(pair).length > 0);
        expect(indexTerms(text.join(''))).toContain(pair);
      }),
    );
  });

  test('what is indexed never holds a stop word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(indexTerms(text).filter((term) => stopWords.has(term))).toEqual([]);
      }),
    );
  });
});
