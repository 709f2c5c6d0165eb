import type { LinkErrorCode } from './link-errors.ts';
import { escaped, page } from './page.ts';
import type { PageLanguage } from './page-language.ts';

const WORDS = {
  LINK_NOT_FOUND: {
    zh: {
      title: '这个链接打不开了',
      text: '它可能已经被移除，或者地址不完整。请回到笔记，从里面的商品再打开一次。',
    },
    en: {
      title: 'This link leads nowhere',
      text: 'It may have been removed, or its address is incomplete. Go back to the note, and open its product from there.',
    },
  },
  LINKS_UNAVAILABLE: {
    zh: { title: '暂时打不开', text: '请稍后再试。', again: '再试一次' },
    en: { title: 'This can’t be opened just now', text: 'Try again in a moment.', again: 'Try again' },
  },
} as const;

/** A page for a person whose tap leads nowhere. */
export function noTargetPage(code: LinkErrorCode, language: PageLanguage): string {
  const words = WORDS[code][language];
  // An empty reference is the page's own address.
  const again = 'again' in words ? `<a href="" rel="nofollow">${escaped(words.again)}</a>\n` : '';
  return page({
    language,
    title: words.title,
    main: `<h1>${escaped(words.title)}</h1>\n<p>${escaped(words.text)}</p>\n${again}`,
  });
}
