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

/** The fields of an object as a tree; undefined where a schema has none. */
export function fieldTree(given: JsonSchema, components: Components, words: Words, depth = 0): Html | undefined {
  const { schema } = resolved(given, components);
  const { properties, items, anyOf } = schema as {
    properties?: Readonly<Record<string, JsonSchema>>;
    items?: JsonSchema;
    anyOf?: readonly JsonSchema[];
  };
  if (depth > DEEPEST) return undefined;
  if (items) return fieldTree(items, components, words, depth);
  if (anyOf) return html`${anyOf.flatMap((each) => fieldTree(each, components, words, depth) ?? [])}`;
  if (!properties) return undefined;
  const rows = Object.entries(properties).map(([name, field]) => {
    const { description } = field as { description?: string };
    const below = fieldTree(field, components, words, depth + 1);
    const type = typeWords(field, components, words)
      .replace(`${words.listOf} object`, words.list)
      .replace('object', '');
    return html`<li><code>${name}</code> <span class="type">${type}</span> ${description && html`<span class="about">${description}</span>`}${below}</li>`;
  });
  return html`<ul class="fields">${rows}</ul>`;
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
