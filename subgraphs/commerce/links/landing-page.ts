import { createHash } from 'node:crypto';
import type { JumpTarget } from '../store/links/jump-targets.ts';

/** The languages that pages are written in. */
export type PageLanguage = 'zh' | 'en';

const WORDS = {
  zh: { go: (platform: string) => `去${platform}看看`, soldOut: '暂时缺货', price: '价格', was: '原价' },
  en: { go: (platform: string) => `See it on ${platform}`, soldOut: 'Out of stock', price: 'Price', was: 'Before' },
} as const;

const STYLE = `
:root{color-scheme:light dark;font-family:system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f6f5f3,#1b1a19)}
main{box-sizing:border-box;width:min(26rem,100%);padding:2rem;border-radius:1rem;background:light-dark(#fff,#262423);box-shadow:0 1px 12px #0002}
img{display:block;width:100%;max-height:22rem;object-fit:contain;border-radius:.5rem;margin-bottom:1.5rem}
h1{font-size:1.25rem;line-height:1.4;margin:0 0 .5rem;overflow-wrap:anywhere}
p{margin:0 0 1rem;color:light-dark(#6b6661,#a39d97)}
.price{font-size:1.75rem;font-weight:600;color:light-dark(#c8102e,#ff6b7d)}
.price s{font-size:1rem;font-weight:400;margin-left:.5rem;color:light-dark(#6b6661,#a39d97)}
a{display:block;padding:.9rem;border-radius:.6rem;text-align:center;text-decoration:none;font-weight:600;background:#c8102e;color:#fff}
a:focus-visible{outline:3px solid #2563eb;outline-offset:2px}
`;

/** What a landing page may load and do: its own style, pictures over HTTPS, and nothing else. */
export const LANDING_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * A page that shows a product where no app opens.
 * @param href where its button leads; null where the marketplace has no site
 */
export function landingPage(target: JumpTarget, href: string | null, language: PageLanguage): string {
  const words = WORDS[language];
  const image = target.imageUrl?.startsWith('https://') ? target.imageUrl : null;
  const title = escaped(target.title);
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta property="og:type" content="product">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${escaped(`¥${yuan(target.priceFen)} · ${target.shopName}`)}">
${image ? `<meta property="og:image" content="${escaped(image)}">\n` : ''}<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${image ? `<img src="${escaped(image)}" alt="" referrerpolicy="no-referrer">\n` : ''}<h1>${title}</h1>
<p>${escaped(target.shopName)} · ${escaped(target.platformName)}</p>
<p class="price" aria-label="${words.price}">¥${yuan(target.priceFen)}${before(target, words.was)}</p>
${target.availableForSale ? '' : `<p>${words.soldOut}</p>\n`}${href ? `<a href="${escaped(href)}" rel="nofollow noreferrer">${escaped(words.go(target.platformName))}</a>\n` : ''}</main>
</body>
</html>
`;
}

function before({ compareAtFen }: JumpTarget, label: string): string {
  return compareAtFen === null ? '' : `<s aria-label="${label}">¥${yuan(compareAtFen)}</s>`;
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The language that a header `accept-language` asks for first; Chinese where it asks for none. */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  if (wanted.length === 0) return 'zh';
  return wanted.find(({ tag }) => /^(zh|en)\b/.test(tag))?.tag.startsWith('zh') ? 'zh' : 'en';
}
