import { describe, expect, it } from 'vitest';
import { pageLanguage } from '../../../../../subgraphs/commerce/links/page-language.ts';

describe('pageLanguage', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.5, zh-TW;q=0.6', 'zh'],
    ['fr-FR, fr;q=0.9', 'en'],
    ['fr-FR, zh;q=0.1', 'zh'],
    ['zh;q=0, en', 'en'],
    [';;;q=x,,', 'zh'],
  ])('of %j is %s', (accepted, language) => {
    expect(pageLanguage(accepted)).toBe(language);
  });
});
