import { expect, test } from 'vitest';
import { topTerms } from '../../../../../subgraphs/content/text/top-terms.ts';

test('the terms of requests are what is wanted, not how it is asked for', () => {
  expect(topTerms(['求链接', '蹲链接🙏', '姐妹哪家店的', 'link please', '求🔗'])).toEqual([]);
  expect(topTerms(['求外套链接', '外套哪里买的', '求色号', '求口红色号', '请问外套什么牌子'])[0]).toBe('外套');
});

test('a term is counted once a request, at most five are told, ties in the order of the alphabet', () => {
  expect(topTerms(['外套外套外套', '裙子', '裙子', 'b1 b2 b3 b4 b5 b6'])).toEqual(['裙子', 'b1', 'b2', 'b3', 'b4']);
});
