import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Html, html } from './docs/html.ts';
import { type Words, wordsFor } from './docs/words.ts';
import { mediaRanges } from './media-ranges.ts';

const WORDS: Readonly<Record<Words['lang'], { title: string; text: string; again: string }>> = {
  zh: { title: '暂时打不开', text: '请稍后再试。', again: '再试一次' },
  en: { title: 'This can’t be opened just now', text: 'Try again in a moment.', again: 'Try again' },
};

const STYLE = `
:root{color-scheme:light dark;font-family:system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
body{box-sizing:border-box;margin:0;min-height:100vh;min-height:100dvh;padding:1rem;display:grid;place-items:center;background:light-dark(#f6f5f3,#1b1a19)}
main{box-sizing:border-box;width:min(26rem,100%);padding:2rem;border-radius:1rem;background:light-dark(#fff,#262423);box-shadow:0 1px 12px #0002}
h1{font-size:1.25rem;line-height:1.4;margin:0 0 .5rem}
p{margin:0 0 1rem;color:light-dark(#6b6661,#a39d97)}
a{display:block;padding:.9rem;border-radius:.6rem;text-align:center;text-decoration:none;font-weight:600;background:#c8102e;color:#fff}
a:focus-visible{outline:3px solid #2563eb;outline-offset:2px}
`;

/** Its own style and nothing else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', STYLE, 'base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Whether a request comes from a person's browser, which asks for pages by name and can ask again; programs are told as JSON. */
export function wantsPage({ method, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return mediaRanges(headers.accept ?? '').some(({ type, quality }) => type === 'text/html' && quality > 0);
}

/** Tells a person that nobody answers just now, in Chinese or English; who failed stays with the operator. The status is set before. */
export function sendUnansweredPage({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      vary: 'accept, accept-language',
    })
    .type('text/html; charset=utf-8')
    .send(pageIn(wordsFor(undefined, headers['accept-language']).lang));
}

function pageIn(lang: Words['lang']): string {
  const { title, text, again } = WORDS[lang];
  // An empty reference is the page's own address.
  const page = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<a href="" rel="nofollow">${again}</a>
</main>
</body>
</html>
`;
  return page.text;
}
