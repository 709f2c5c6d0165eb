import { createHash } from 'node:crypto';
import type { PageLanguage } from './page-language.ts';

const STYLE = `
:root{color-scheme:light dark;font-family:system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
body{box-sizing:border-box;margin:0;min-height:100vh;min-height:100dvh;padding:1rem;display:grid;place-items:center;background:light-dark(#f6f5f3,#1b1a19)}
main{box-sizing:border-box;width:min(26rem,100%);padding:2rem;border-radius:1rem;background:light-dark(#fff,#262423);box-shadow:0 1px 12px #0002}
img{display:block;width:100%;max-height:22rem;object-fit:contain;border-radius:.5rem;margin-bottom:1.5rem}
h1{font-size:1.25rem;line-height:1.4;margin:0 0 .5rem;overflow-wrap:anywhere}
p{margin:0 0 1rem;color:light-dark(#6b6661,#a39d97)}
.price{font-size:1.75rem;font-weight:600;color:light-dark(#c8102e,#ff6b7d)}
.price s{font-size:1rem;font-weight:400;margin-left:.5rem;color:light-dark(#6b6661,#a39d97)}
a{display:block;padding:.9rem;border-radius:.6rem;text-align:center;text-decoration:none;font-weight:600;background:#c8102e;color:#fff}
a:focus-visible{outline:3px solid #2563eb;outline-offset:2px}
`;

/** What a page may load and do: its own style, pictures over HTTPS, and nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What stands on a page; `head` and `main` are HTML, `title` is text. */
export interface PageParts {
  readonly language: PageLanguage;
  readonly title: string;
  readonly head?: string;
  readonly main: string;
}

/** A page with one card in the middle, for phones and desktops, by day and by night. */
export function page({ language, title, head = '', main }: PageParts): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
${head}<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
