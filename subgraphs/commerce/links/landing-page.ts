import type { JumpTarget } from '../store/links/jump-targets.ts';
import { escaped, page } from './page.ts';
import type { PageLanguage } from './page-language.ts';

const WORDS = {
  zh: { go: (platform: string) => `去${platform}看看`, soldOut: '暂时缺货', price: '价格', was: '原价' },
  en: { go: (platform: string) => `See it on ${platform}`, soldOut: 'Out of stock', price: 'Price', was: 'Before' },
} as const;

/**
 * A page that shows a product where no app opens.
 * @param href where its button leads; null where the marketplace has no site
 */
export function landingPage(target: JumpTarget, href: string | null, language: PageLanguage): string {
  const words = WORDS[language];
  // A copy of where links lead may be older than English names.
  const platform = (language === 'en' && target.platformEnglishName) || target.platformName;
  const image = target.imageUrl?.startsWith('https://') ? target.imageUrl : null;
  return page({
    language,
    title: target.title,
    head: `<meta property="og:type" content="product">
<meta property="og:title" content="${escaped(target.title)}">
<meta property="og:description" content="${escaped(`¥${yuan(target.priceFen)} · ${target.shopName}`)}">
${image ? `<meta property="og:image" content="${escaped(image)}">\n` : ''}`,
    main: `${image ? `<img src="${escaped(image)}" alt="" referrerpolicy="no-referrer">\n` : ''}<h1>${escaped(target.title)}</h1>
<p>${escaped(target.shopName)} · ${escaped(platform)}</p>
<p class="price" aria-label="${words.price}">¥${yuan(target.priceFen)}${before(target, words.was)}</p>
${target.availableForSale ? '' : `<p>${words.soldOut}</p>\n`}${href ? `<a href="${escaped(href)}" rel="nofollow noreferrer">${escaped(words.go(platform))}</a>\n` : ''}`,
  });
}

function before({ compareAtFen }: JumpTarget, label: string): string {
  return compareAtFen === null ? '' : `<s aria-label="${label}">¥${yuan(compareAtFen)}</s>`;
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
