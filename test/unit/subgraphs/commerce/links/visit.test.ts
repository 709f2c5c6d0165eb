import { describe, expect, it } from 'vitest';
import { judgeVisit } from '../../../../../subgraphs/commerce/links/visit.ts';
import { APP_AGENTS, DESKTOP, PHONE, PREVIEW } from '../../../../kit/commerce/taps.ts';

const visit = (headers: Record<string, string>, named?: string, method = 'GET') =>
  judgeVisit({ method, headers, named });

describe('judgeVisit', () => {
  it.each(Object.entries(APP_AGENTS))('knows %s by its browser', (client, agent) => {
    expect(visit({ ...PHONE, 'user-agent': agent })).toEqual({ kind: 'TAP', client, wantsPage: false });
  });

  it('takes a phone’s browser for the web, where the marketplace’s site may open its app', () => {
    expect(visit(PHONE)).toEqual({ kind: 'TAP', client: 'WEB', wantsPage: false });
  });

  it('believes the URL before the browser, and nothing that is no client', () => {
    expect(visit(PHONE, 'WECHAT').client).toBe('WECHAT');
    expect(visit({ ...PHONE, 'user-agent': APP_AGENTS.WECHAT }, 'WEB').client).toBe('WEB');
    expect(visit({ ...PHONE, 'user-agent': APP_AGENTS.WECHAT }, 'NOKIA').client).toBe('WECHAT');
  });

  it('wants a page on a desktop, where no app opens, whatever the URL says', () => {
    expect(visit(DESKTOP)).toEqual({ kind: 'TAP', client: 'WEB', wantsPage: true });
    expect(visit(DESKTOP, 'CONTENT_APP').wantsPage).toBe(true);
  });

  it('gives who can’t show a page none', () => {
    expect(visit({ 'user-agent': DESKTOP['user-agent'], accept: '*/*' }).wantsPage).toBe(false);
    expect(visit({}).wantsPage).toBe(false);
  });

  it.each([
    PREVIEW['user-agent'],
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'curl/8.5.0',
  ])('takes %s for a program that looks', (agent) => {
    expect(visit({ 'user-agent': agent }, 'CONTENT_APP')).toEqual({
      kind: 'LOOK',
      client: 'CONTENT_APP',
      wantsPage: true,
    });
  });

  it('takes HEAD for a look', () => {
    expect(visit(PHONE, undefined, 'HEAD').kind).toBe('LOOK');
  });

  it.each([
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'x-purpose': 'preview' },
    { 'x-moz': 'prefetch' },
  ] as unknown as Record<string, string>[])('sees by %o that it is fetched ahead', (headers) => {
    expect(visit({ ...PHONE, ...headers }).kind).toBe('AHEAD');
  });
});
