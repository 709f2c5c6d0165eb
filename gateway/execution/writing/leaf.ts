import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import { jsonText, quote } from '../json-text.ts';

/**
 * Writes a leaf value as JSON text; undefined when the value does not fit the type.
 * @param clean whether strings need no escaping (see `jsonText`)
 */
type WriteLeaf = (value: unknown, clean: boolean) => string | undefined;

/** The writer of a leaf type's values. A custom scalar passes as it came. */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) {
    const texts = enumTexts(type);
    return (value) => texts.get(value);
  }
  return BUILT_IN.get(type.name) ?? writeCustom;
}

/** The JSON texts of an enum's values, by value. */
export function enumTexts(type: GraphQLEnumType): ReadonlyMap<unknown, string> {
  return new Map(type.getValues().map(({ name }) => [name, quote(name)]));
}

/** What nests thousands of levels deep has no text: V8 writes JSON level by level, on the call stack. */
const writeCustom: WriteLeaf = (value, clean) => {
  try {
    return jsonText(value, clean);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const writeString: WriteLeaf = (value, clean) => (typeof value === 'string' ? jsonText(value, clean) : undefined);

const writeInt: WriteLeaf = (value) => (typeof value === 'number' && (value | 0) === value ? `${value}` : undefined);

const writeFloat: WriteLeaf = (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : undefined);

const writeBoolean: WriteLeaf = (value) => (typeof value === 'boolean' ? `${value}` : undefined);

/** An ID is always serialised as a string (GraphQL specification, "ID"), also where a subgraph sent an integer. */
const writeId: WriteLeaf = (value, clean) => {
  if (typeof value === 'string') return jsonText(value, clean);
  return Number.isInteger(value) ? `"${value}"` : undefined;
};

const BUILT_IN: ReadonlyMap<string, WriteLeaf> = new Map([
  ['String', writeString],
  ['Int', writeInt],
  ['Float', writeFloat],
  ['Boolean', writeBoolean],
  ['ID', writeId],
]);
