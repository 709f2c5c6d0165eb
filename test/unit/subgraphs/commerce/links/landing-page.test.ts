import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landingPage } from '../../../../../subgraphs/commerce/links/landing-page.ts';
import { PAGE_POLICY } from '../../../../../subgraphs/commerce/links/page.ts';
import type { JumpTarget } from '../../../../../subgraphs/commerce/store/links/jump-targets.ts';

const target: JumpTarget = {
  jumpCode: 'x'.repeat(22),
  linkId: 'link_11',
  platformId: 'platform_taobao',
  platformProductId: 'tb11',
  platformName: '淘宝',
  platformEnglishName: 'Taobao',
  appLink: null,
  webLink: 'https://taobao.example/{product}',
  shopName: '晴川旗舰店',
  title: '轻薄防晒霜',
  imageUrl: 'https://img.example/1.jpg',
  priceFen: 12_905,
  compareAtFen: 15_900,
  availableForSale: true,
};
const HREF = 'https://taobao.example/tb11';

describe('landingPage', () => {
  it('shows what it is, whose, and for how much, in the reader’s language', () => {
    const page = landingPage(target, HREF, 'en');
    for (const part of ['轻薄防晒霜', '晴川旗舰店', '¥129.05', '¥159.00', 'See it on Taobao'])
      expect(page).toContain(part);
    expect(page).not.toContain('淘宝');
    expect(landingPage(target, HREF, 'zh')).toContain('去淘宝看看');
  });

  it('names a platform without an English name as it is known', () => {
    expect(landingPage({ ...target, platformEnglishName: null }, HREF, 'en')).toContain('See it on 淘宝');
  });

  it('has no button where the marketplace has no site, and no price before where there is none', () => {
    const page = landingPage({ ...target, compareAtFen: null, availableForSale: false }, null, 'zh');
    expect(page).not.toMatch(/<a |<s /);
    expect(page).toContain('暂时缺货');
  });

  it('shows no picture that is not fetched over HTTPS', () => {
    for (const imageUrl of ['http://img.example/1.jpg', 'javascript:alert(1)', 'data:image/png;base64,', null]) {
      expect(landingPage({ ...target, imageUrl }, HREF, 'zh')).not.toMatch(/<img|og:image/);
    }
  });

  it('lets no text become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>"\'&=/ a0;#') }), (text) => {
        const named = {
          ...target,
          title: text,
          shopName: text,
          platformName: text,
          platformEnglishName: text,
          imageUrl: `https://i.example/${text}`,
        };
        const tags = (page: string) =>
          page
            .replace(/<style>[\s\S]*<\/style>/, '')
            .match(/<[^>]*>/g)
            ?.map((tag) => tag.match(/^<\/?\w+/)?.[0]);
        expect(tags(landingPage(named, `https://t.example/${text}`, 'zh'))).toEqual(
          tags(landingPage(target, HREF, 'zh')),
        );
      }),
    );
  });

  it('has the style that its policy allows, and no other', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(landingPage(target, HREF, 'zh'))?.[1] ?? '';
    expect(PAGE_POLICY).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(landingPage(target, HREF, 'zh')).not.toMatch(/<script| style=| on\w+=/);
  });
});
