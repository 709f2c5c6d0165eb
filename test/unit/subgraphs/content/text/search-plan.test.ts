import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planSearch } from '../../../../../subgraphs/content/text/search-plan.ts';
import { termsToCount, weighTerms } from '../../../../../subgraphs/content/text/weigh-terms.ts';

const counts = (notes: number, byTerm: Record<string, number>) => ({ notes, byTerm: new Map(Object.entries(byTerm)) });

describe('the weight of a term', () => {
  test('is the greater the fewer notes hold it, and nothing where none does', () => {
    const { terms, weights } = weighTerms(['防晒', '推荐', '阿巴'], counts(1000, { 防晒: 10, 推荐: 1000 }));
    expect(terms).toEqual(['防晒', '推荐', '阿巴']);
    expect(weights).toEqual([456, 1, 0]);
  });

  test('of a long word that no note holds is that of its pairs', () => {
    expect(termsToCount(['横评款'])).toEqual(['横评款', '横评', '评款']);
    expect(weighTerms(['横评款', '防晒'], counts(10, { 横评: 2, 防晒: 1 })).terms).toEqual(['横评', '防晒']);
  });

  test('is always a whole number, and zero for what nobody wrote alone', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (notes, holding) => {
        const { weights } = weighTerms(['a'], counts(Math.max(notes, holding), { a: holding }));
        expect(Number.isSafeInteger(weights[0])).toBe(true);
        expect((weights[0] ?? 0) > 0).toBe(holding > 0);
      }),
    );
  });
});

describe('the plan of a search', () => {
  test('asks for half the weight, and takes for candidates who holds one of the rarest', () => {
    expect(planSearch({ terms: ['推荐', '防晒', '云栖'], weights: [1, 175, 208] })).toEqual({
      candidates: "'云栖'",
      queries: ["'云栖'", "'防晒'", "'推荐'"],
      weights: [208, 175, 1],
      least: 192,
    });
  });

  test('of terms that no note holds is none', () => {
    expect(planSearch({ terms: ['阿巴'], weights: [0] })).toBeUndefined();
    expect(planSearch({ terms: [], weights: [] })).toBeUndefined();
  });

  test('never leaves out a note that would be found', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(weights, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (all, held) => {
        const terms = all.map((_, index) => `t${index}`);
        const plan = planSearch({ terms, weights: all });
        if (!plan) return;
        const holds = terms.filter((_, index) => held[index]);
        const weight = all.reduce((sum, one, index) => (held[index] ? sum + one : sum), 0);
        const isCandidate = holds.some((term) => plan.candidates.split(' | ').includes(`'${term}'`));
        if (weight >= plan.least) expect(isCandidate).toBe(true);
      }),
    );
  });
});
