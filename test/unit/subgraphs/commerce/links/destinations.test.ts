import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deepLink,
  fallbackUrl,
  jumpUrl,
  opensInPlace,
  type Target,
} from '../../../../../subgraphs/commerce/links/destinations.ts';

const taobao: Target = {
  platformId: 'platform_taobao',
  platformProductId: 'tb11',
  appLink: 'taobao://item.taobao.com/item.htm?id={product}&click={click}',
  webLink: 'https://item.taobao.com/item.htm?id={product}&click={click}',
};
const inWeChat = { kind: 'SOCIAL_LINKING', parties: ['platform_wechat', 'platform_taobao'] };

describe('opensInPlace', () => {
  it.each([
    ['MARKETPLACE_APP', 'platform_taobao', [], true],
    [
      'CONTENT_APP',
      'platform_taobao',
      [{ kind: 'CONTENT_LINKING', parties: ['platform_xiaohongshu', 'platform_taobao'] }],
      false,
    ],
    ['CONTENT_APP', 'platform_xiaohongshu', [], true],
    ['WECHAT', 'platform_taobao', [inWeChat], true],
    ['WECHAT', 'platform_taobao', [], false],
    ['WECHAT', 'platform_jd', [inWeChat], false],
    ['WECHAT', 'platform_taobao', [{ ...inWeChat, kind: 'PAYMENT' }], false],
    ['WEB', 'platform_taobao', [inWeChat], false],
  ] as const)('from %s to %s with %o is %s', (client, platformId, agreements, opens) => {
    expect(opensInPlace(client, { ...taobao, platformId }, agreements)).toBe(opens);
  });
});

describe('deepLink', () => {
  it('opens the app where the client has it and the marketplace has one', () => {
    expect(deepLink('CONTENT_APP', taobao, 'click_1')).toBe('taobao://item.taobao.com/item.htm?id=tb11&click=click_1');
    expect(deepLink('WEB', taobao, 'click_1')).toBeNull();
    expect(deepLink('CONTENT_APP', { ...taobao, appLink: null }, 'click_1')).toBeNull();
  });
});

describe('fallbackUrl', () => {
  it('stays on the marketplace’s site, whatever a product is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (platformProductId) => {
        const url = new URL(fallbackUrl({ ...taobao, platformProductId }, 'click_1', 'https://redcat.example'));
        expect(url.origin).toBe('https://item.taobao.com');
        expect(url.searchParams.get('id')).toBe(platformProductId);
        expect(url.searchParams.get('click')).toBe('click_1');
      }),
    );
  });

  it('is RedCat’s own address where the marketplace has no site', () => {
    expect(fallbackUrl({ ...taobao, webLink: null }, 'click_1', 'https://redcat.example')).toBe(
      'https://redcat.example/',
    );
  });
});

describe('jumpUrl', () => {
  it('stands under the public address', () => {
    expect(jumpUrl('https://redcat.example', 'abc', 'WECHAT')).toBe('https://redcat.example/l/abc?client=WECHAT');
  });
});
