/** How the page looks. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1c1c1e; --soft: #6b6b70; --line: #e3e3e6; --code: #f5f5f7; --red: #d6273b; --blue: #1659b7; --green: #12723f;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #161618; --ink: #ececee; --soft: #a0a0a6; --line: #333338; --code: #222226; --red: #ff6b7a; --blue: #7fb2ff; --green: #62cf94; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
}
a { color: var(--blue); }
header { display: flex; justify-content: space-between; gap: 1rem; padding: .75rem 1.5rem; border-bottom: 1px solid var(--line); }
header p { margin: 0; }
header nav a { margin-left: 1rem; }
.name { font-weight: 700; color: var(--red); }
.columns { display: grid; grid-template: "list intro" auto "list main" 1fr / 19rem minmax(0, 1fr); max-width: 76rem; margin: 0 auto; }
.intro { grid-area: intro; padding: 1.5rem 1.5rem 0; }
.intro p { margin: 0; }
.list { grid-area: list; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 1.5rem; }
.list h2 { font-size: .85rem; margin: 0 0 .5rem; color: var(--soft); }
.list ul { list-style: none; margin: 0; padding: 0; }
.list a { display: flex; gap: .4rem; align-items: baseline; padding: .2rem 0; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.list a:hover { text-decoration: underline; }
main { grid-area: main; padding: 0 1.5rem 1.5rem; min-width: 0; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
section { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1.5rem; scroll-margin-top: 1rem; }
section h2 { font-size: 1.3rem; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: .9rem; margin: 1.5rem 0 .4rem; color: var(--soft); }
.method { display: inline-block; min-width: 2.2rem; font: 700 .7rem/1.5 ui-monospace, monospace; color: var(--blue); }
.method.post { color: var(--green); }
.path { margin: .1rem 0 .8rem; }
code, pre, textarea, input { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { font-size: .88em; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 8px; padding: .8rem 1rem; margin: 0; overflow: auto; font-size: .85rem; line-height: 1.5; }
.curl { white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
.result { max-height: 28rem; margin-top: .5rem; }
dl { margin: 0; }
dl div { padding: .45rem 0; border-bottom: 1px solid var(--line); }
dd { margin: 0; color: var(--soft); }
dt strong { color: var(--red); font-size: .8rem; }
.type { color: var(--soft); font-size: .85em; }
.fields { margin: 0; padding-left: 1.1rem; list-style: none; border-left: 1px solid var(--line); }
.fields li { padding: .1rem 0; }
.about { color: var(--soft); font-size: .85em; }
details { margin-top: 1.2rem; }
summary { cursor: pointer; font-weight: 600; font-size: .9rem; color: var(--soft); margin-bottom: .5rem; }
form { background: var(--code); border-radius: 8px; padding: .2rem 1rem 1rem; margin-top: 1.5rem; }
form.key { padding-top: 1rem; }
label { display: block; margin-bottom: .7rem; font-size: .9rem; }
small { color: var(--soft); }
input, textarea {
  display: block; width: 100%; max-width: 40rem; margin-top: .2rem; padding: .45rem .6rem;
  font-size: .9rem; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
}
textarea { max-width: none; }
button { font: inherit; font-weight: 600; padding: .4rem 1.2rem; border: 0; border-radius: 6px; background: var(--red); color: var(--paper); cursor: pointer; }
button:disabled { opacity: .5; }
form pre { background: var(--paper); }
.status:empty { display: none; }
.status { margin: .5rem 0 0; font-size: .9rem; color: var(--soft); }
.warning { margin: 0 0 .7rem; font-size: .9rem; color: var(--red); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
tr:target { background: var(--code); }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
@media (max-width: 50rem) {
  .columns { display: block; }
  .intro, .list { padding: 1rem 1rem 0; }
  .list { position: static; max-height: none; }
  .list ul { display: flex; flex-wrap: wrap; gap: .5rem; }
  .list a { padding: .25rem .7rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .9rem; }
  .list .method { display: none; }
  main { padding: 0 1rem 1rem; }
  header { padding: .75rem 1rem; }
  td:nth-child(n+2) { min-width: 14rem; }
}
`;

/** What the page does: sends what its forms hold, and asks for itself anew with a key. Without it everything can still be read. */
export const SCRIPT = `'use strict';
let key = '';
const headers = () => (key ? { 'x-api-key': key } : {});

function queryOf(form) {
  const query = new URLSearchParams();
  for (const field of form.querySelectorAll('[name]')) {
    const values = field.tagName === 'TEXTAREA' ? field.value.split('\\n') : [field.value];
    for (const value of values) if (value !== '') query.append(field.name, value);
  }
  return query.size > 0 ? '?' + query : '';
}

function pretty(text) {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

async function send(form) {
  const { method, path } = form.dataset;
  const [status, result, button] = ['.status', '.result', 'button'].map((part) => form.querySelector(part));
  button.disabled = true;
  try {
    const begun = performance.now();
    const response = method === 'get'
      ? await fetch(path + queryOf(form), { headers: headers() })
      : await fetch(path, { method: 'POST', headers: { ...headers(), 'content-type': 'application/json' }, body: form.querySelector('.body').value });
    const text = await response.text();
    const kept = response.headers.get('cache-control');
    status.textContent = [response.status, Math.round(performance.now() - begun) + ' ms', kept].filter(Boolean).join(' · ');
    result.textContent = pretty(text);
    result.hidden = false;
  } catch (error) {
    status.textContent = String(error);
  } finally {
    button.disabled = false;
  }
}

async function showFor(form) {
  key = form.querySelector('input').value.trim();
  const response = await fetch(location.pathname + location.search, { headers: headers() });
  const status = form.querySelector('.status');
  if (!response.ok) {
    status.textContent = pretty(await response.text());
    return;
  }
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of ['.list', 'main']) document.querySelector(part).replaceWith(next.querySelector(part));
  document.querySelector('.key input').value = key;
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  form.matches('.key') ? showFor(form) : send(form);
});
`;
