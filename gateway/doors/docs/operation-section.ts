import type { JsonSchema } from '../openapi/json-schema.ts';
import type { Parameter } from '../openapi/parameters.ts';
import type { OperationObject } from '../openapi/path-item.ts';
import { type Html, html, paragraphs } from './html.ts';
import { type Components, fieldTree, typeWords, valuesOf } from './schema-view.ts';
import type { Words } from './words.ts';

/** One operation as the page shows it. */
export interface ShownOperation {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly object: OperationObject;
}

/** What the page knows beside the operation. */
interface Around {
  readonly components: Components;
  readonly words: Words;
  /** As `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Whether callers may show a key. */
  readonly takesKeys: boolean;
}

/** The body of a POST, as far as the page shows it. */
interface JsonBody {
  readonly content: { readonly 'application/json': { readonly schema: JsonSchema; readonly example?: unknown } };
}

/** The part of the page about one operation: what it is for, what it takes, a line for curl, what it answers, and a form to try it. */
export function operationSection(shown: ShownOperation, around: Around): Html {
  const { method, path, object } = shown;
  const { words, components } = around;
  const { operationId, description, parameters = [] } = object;
  const body = (object.requestBody as JsonBody | undefined)?.content['application/json'];
  const answer = answerOf(object);
  return html`
<section class="operation" id="${operationId}">
  <h2><span class="method ${method}">${method.toUpperCase()}</span> ${operationId}</h2>
  <p class="path"><code>${path}</code></p>
  ${paragraphs(description)}
  ${parameters.length > 0 && parameterList(parameters, around)}
  ${body && html`<h3>${words.body}</h3>${fieldTree(body.schema, components, words)}`}
  <h3>curl</h3>
  <pre class="curl"><code>${curlLine(shown, around)}</code></pre>
  ${answer && html`<details><summary>${words.answer}</summary>${fieldTree(answer, components, words)}</details>`}
  ${!isStream(object) && form(shown, around)}
</section>`;
}

function answerOf({ responses }: OperationObject): JsonSchema | undefined {
  const { content } = responses[200] as { content: Record<string, { schema: JsonSchema }> };
  const { properties } = ((content['application/json'] ?? content['text/event-stream'])?.schema ?? {}) as {
    properties?: Record<string, JsonSchema>;
  };
  return properties?.data;
}

function schemaOf({ schema, content }: Parameter): JsonSchema {
  return schema ?? content?.['application/json'].schema ?? {};
}

function parameterList(parameters: readonly Parameter[], { components, words }: Around): Html {
  const rows = parameters.map((parameter) => {
    const { name, required, description } = parameter;
    const schema = schemaOf(parameter);
    const values = valuesOf(schema, components);
    const preset = 'default' in schema && `${words.preset} ${JSON.stringify(schema.default)}`;
    return html`
    <div>
      <dt><code>${name}</code> <span class="type">${typeWords(schema, components, words)}</span>
        ${required && html`<strong>${words.required}</strong>`}</dt>
      <dd>${description} ${values.length > 0 && html`<code>${values.join(' ')}</code>`} ${preset}</dd>
    </div>`;
  });
  return html`<h3>${words.parameters}</h3><dl>${rows}</dl>`;
}

/** The example as query parameters. */
function exampleQuery(parameters: readonly Parameter[]): string {
  const query = new URLSearchParams();
  for (const { name, example } of parameters) {
    if (example === undefined) continue;
    for (const value of Array.isArray(example) ? example : [example]) query.append(name, textOf(value));
  }
  return query.toString();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function exampleBody({ requestBody }: OperationObject): string {
  const example = (requestBody as JsonBody | undefined)?.content['application/json'].example;
  return JSON.stringify(example ?? {}, null, 2);
}

function curlLine({ method, path, object }: ShownOperation, { origin, takesKeys }: Around): string {
  const key = takesKeys ? " -H 'x-api-key: rck_…'" : '';
  if (method === 'post') {
    // Within single quotes a shell ends, escapes and begins anew.
    const body = exampleBody(object).replaceAll("'", `'\\''`);
    return `curl -s${key} --json '${body}' '${origin}${path}'`;
  }
  const query = exampleQuery(object.parameters ?? []);
  // As it comes, and not when a buffer is full.
  const how = isStream(object) ? "-sN -H 'accept: text/event-stream'" : '-s';
  return `curl ${how}${key} '${origin}${path}${query && `?${query}`}'`;
}

/** Whether it answers with events, for as long as somebody reads them. */
function isStream({ responses }: OperationObject): boolean {
  return 'text/event-stream' in (responses[200] as { content: object }).content;
}

function form({ method, path, object }: ShownOperation, { components, words }: Around): Html {
  const { operationId, parameters = [] } = object;
  const inputs = parameters.map((parameter) => {
    const { name, required, example } = parameter;
    const given = Array.isArray(example)
      ? example.map(textOf).join('\n')
      : example === undefined
        ? ''
        : textOf(example);
    const isList = parameter.explode === true;
    const hint = typeWords(schemaOf(parameter), components, words);
    return html`
    <label>${name}${required && ' *'}
      ${isList ? html`<textarea name="${name}" rows="2" placeholder="${hint}">${given}</textarea>` : html`<input name="${name}" value="${given}" placeholder="${hint}" ${required && REQUIRED}>`}
    </label>`;
  });
  const body = html`<label>${words.body}<textarea class="body" rows="8" spellcheck="false" aria-label="${words.body}">${exampleBody(object)}</textarea></label>`;
  return html`
  <form data-method="${method}" data-path="${path}" aria-label="${words.tryIt}: ${operationId}">
    <h3>${words.tryIt}</h3>
    ${method === 'post' && html`<p class="warning">${words.changes}</p>`}
    ${method === 'post' ? body : html`${inputs}`}
    <button>${words.send}</button>
    <p class="status" role="status"></p>
    <pre class="result" hidden tabindex="0"></pre>
  </form>`;
}

const REQUIRED = html`required`;
