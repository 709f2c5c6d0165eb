import type { JsonSchema } from '../openapi/json-schema.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** Schemas by their names, which others refer to. */
export type Components = Readonly<Record<string, JsonSchema>>;

/** A schema without what it refers to elsewhere. */
interface Resolved {
  readonly schema: JsonSchema;
  readonly name: string | undefined;
  readonly isNullable: boolean;
}

/** The deepest that objects within objects are shown. */
const DEEPEST = 12;

/** A type in words, as `list of Date`. */
export function typeWords(given: JsonSchema, components: Components, words: Words): string {
  const { schema, name, isNullable } = resolved(given, components);
  const { type, items } = schema as { type?: string | readonly string[]; items?: JsonSchema };
  const own = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  const text =
    own === 'array' && items ? `${words.listOf} ${typeWords(items, components, words)}` : (name ?? own ?? 'JSON');
  return isNullable ? `${text} ${words.orNull}` : String(text);
}

/** The values of an enum, or of what is a list of them; none of other types. */
export function valuesOf(given: JsonSchema, components: Components): readonly string[] {
  const { schema } = resolved(given, components);
  const { enum: values, items } = schema as { enum?: readonly string[]; items?: JsonSchema };
  return values ?? (items ? valuesOf(items, components) : []);
}

/** The fields of an object as a tree, where what has a name is told once; undefined where a schema has none. */
export function fieldTree(given: JsonSchema, components: Components, words: Words): Html | undefined {
  return new FieldTree(components, words).of(given, 0);
}

class FieldTree {
  readonly #components: Components;
  readonly #words: Words;
  /** Names of components that are told: they may hold themselves, and each other many times. */
  readonly #told = new Set<string>();

  constructor(components: Components, words: Words) {
    this.#components = components;
    this.#words = words;
  }

  of(given: JsonSchema, depth: number): Html | undefined {
    const { schema, name } = resolved(given, this.#components);
    if (depth > DEEPEST || (name !== undefined && this.#told.has(name))) return undefined;
    if (name !== undefined) this.#told.add(name);
    const { properties, items, anyOf } = schema as {
      properties?: Readonly<Record<string, JsonSchema>>;
      items?: JsonSchema;
      anyOf?: readonly JsonSchema[];
    };
    if (items) return this.of(items, depth);
    if (anyOf) return this.#alternatives(anyOf, depth);
    if (!properties) return undefined;
    const rows = Object.entries(properties).map(([key, field]) => {
      const { description } = field as { description?: string };
      const below = this.of(field, depth + 1);
      const type = typeWords(field, this.#components, this.#words)
        .replace(`${this.#words.listOf} object`, this.#words.list)
        .replace('object', '');
      return html`<li><code>${key}</code> <span class="type">${type}</span> ${description && html`<span class="about">${description}</span>`}${below}</li>`;
    });
    return html`<ul class="fields">${rows}</ul>`;
  }

  /** What may stand at a place, each under the name of its type. */
  #alternatives(anyOf: readonly JsonSchema[], depth: number): Html {
    const rows = anyOf.flatMap((each) => {
      const { name = '' } = resolved(each, this.#components);
      const tree = this.of(each, depth + 1);
      // As `BookPage.Book` or `BookPage.Book.2`.
      const type = name.split('.')[1] ?? name;
      return tree || type ? html`<li><span class="type">${type}</span>${tree}</li>` : [];
    });
    return html`<ul class="fields">${rows}</ul>`;
  }
}

function resolved(schema: JsonSchema, components: Components): Resolved {
  const { $ref, anyOf, type } = schema as { $ref?: string; anyOf?: readonly JsonSchema[]; type?: unknown };
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    return { schema: components[name] ?? {}, name, isNullable: false };
  }
  const others = anyOf?.filter((each) => each.type !== 'null');
  if (others?.length === 1 && others[0]) return { ...resolved(others[0], components), isNullable: true };
  return { schema, name: undefined, isNullable: Array.isArray(type) && type.includes('null') };
}
