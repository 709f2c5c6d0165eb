import { errors } from '../../errors.ts';
import type { OpenApiDocument } from '../openapi/document.ts';
import type { OperationObject } from '../openapi/path-item.ts';
import { type Html, html, inline } from './html.ts';
import { operationSection, type ShownOperation } from './operation-section.ts';
import type { Components } from './schema-view.ts';
import type { Words } from './words.ts';

/** The page that shows a document's operations to people. @param origin where they are asked, as `http://127.0.0.1:4000` */
export function docsPage({ paths, components, security, info }: OpenApiDocument, words: Words, origin: string): string {
  const shown = Object.entries(paths).flatMap(([path, item]): ShownOperation[] =>
    Object.entries(item).map(([method, object]) => ({ method: method === 'get' ? 'get' : 'post', path, object })),
  );
  const around = {
    components: (components.schemas ?? {}) as Components,
    words,
    origin,
    takesKeys: security !== undefined,
  };
  const sections = shown.map((each) => operationSection(each, around));
  const page = html`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} · ${words.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/page.css">
</head>
<body>
<header>
  <p class="name">${info.title}</p>
  <nav><a href="/openapi.json">${words.document}</a> <a href="?lang=${words.lang === 'zh' ? 'en' : 'zh'}" lang="${words.lang === 'zh' ? 'en' : 'zh'}">${words.other}</a></nav>
</header>
<div class="columns">
<div class="intro">
  <h1>${words.title}</h1>
  <p>${words.intro}</p>
</div>
<nav class="list" aria-label="${words.operations}">
  <h2>${words.operations}</h2>
  <ul>${shown.map(listed)}<li><a href="#problems">${words.problems}</a></li></ul>
</nav>
<main>
  ${security !== undefined && keyForm(words)}
  ${sections.length > 0 ? html`${sections}` : html`<p class="none">${words.none}</p>`}
  ${problems(words)}
</main>
</div>
<script src="/docs/page.js"></script>
</body>
</html>
`;
  return page.text;
}

function listed({ method, object: { operationId, summary } }: { method: string; object: OperationObject }): Html {
  return html`<li><a href="#${operationId}" title="${summary}"><span class="method ${method}">${method.toUpperCase()}</span> ${operationId}</a></li>`;
}

function keyForm({ key, keyHint, show }: Words): Html {
  return html`
  <form class="key">
    <label>${key} <small>${keyHint}</small><input type="password" name="key" autocomplete="off" placeholder="rck_…"></label>
    <button>${show}</button>
    <p class="status" role="status"></p>
  </form>`;
}

function problems({ problems: title, problemsIntro, code, meaning, remedy }: Words): Html {
  const rows = Object.entries(errors).map(
    ([name, told]) =>
      html`<tr id="${name}"><td><code>${name}</code> ${told.status}</td><td>${inline(told.meaning)}</td><td>${inline(told.remedy)}</td></tr>`,
  );
  return html`
  <section id="problems">
    <h2>${title}</h2>
    <p>${problemsIntro}</p>
    <div class="wide"><table><thead><tr><th>${code}</th><th>${meaning}</th><th>${remedy}</th></tr></thead><tbody>${rows}</tbody></table></div>
  </section>`;
}
