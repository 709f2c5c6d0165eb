import { generatedFunction } from '../generated-function.ts';
import { quote } from '../json-text.ts';
import type { Frame } from '../places/frames.ts';
import type { LeafField } from './leaf-field.ts';

/** A leaf, the slot of a frame whose object has it, and the text before it. */
export interface RunLeaf {
  readonly prefix: string;
  readonly slot: number;
  readonly leaf: LeafField;
}

/** Writes neighbouring leaves of an object; undefined where one of them is not what nearly all are. */
export type WriteLeafRun = (frame: Frame) => string | undefined;

/** How neighbouring leaves are written. */
interface LeafRun {
  /** Whether the frame is the object itself (see `Layout`). */
  readonly plain: boolean;
  readonly leaves: readonly RunLeaf[];
  /** The text after the last of them. */
  readonly end: string;
  /** Whether no string needs escaping. */
  readonly clean: boolean;
}

/** What generated code uses: it enters by name, and never as text. */
interface Used {
  readonly quote: (value: string) => string;
  readonly texts: readonly LeafField['texts'][];
}

/** Code that finds a leaf's text: a test whether it can be written as it is, and the text, of a variable. */
interface LeafCode {
  readonly test: string;
  readonly text: string;
  /** Whether the text stands between quotes, which are not in it. */
  readonly isQuoted?: boolean;
}

/**
 * Generates the writer of neighbouring leaves for the case that nearly all objects are: all of their providers have them, and they are strings,
 * numbers, booleans and enum values, or null where they may be. As code of its own, each leaf is read at a place of its own, which V8 makes about
 * five times cheaper than reading different keys at one place. Keys and labels enter the code as JSON string literals only.
 * @returns undefined where a leaf is of another kind, or the process forbids to generate code
 */
export function generateLeafRun({ plain, leaves, end, clean }: LeafRun): WriteLeafRun | undefined {
  if (leaves.some(({ leaf }) => leaf.kind === 'other')) return undefined;
  const slots = [...new Set(leaves.map(({ slot }) => slot))];
  const sources = slots.map((slot) => `const s${slot} = ${plain ? 'frame' : `frame[${slot}]`};`);
  const values = leaves.map(({ slot, leaf }, index) => `const v${index} = ${valueCode(leaf, slot, index)};`);
  const codes = leaves.map(({ leaf }, index) => leafCode(leaf, `v${index}`, clean));
  let after = '';
  const texts = leaves.map(({ prefix }, index) => {
    const { text, isQuoted } = codes[index] as LeafCode;
    const before = after + prefix;
    after = isQuoted ? '"' : '';
    return `${literal(before + after)} + ${text}`;
  });
  const code = `return (frame) => {
    ${sources.join('\n')}
    if (${slots.map((slot) => `s${slot} === undefined`).join(' || ')}) return undefined;
    ${values.join('\n')}
    if (!(${codes.map(({ test }) => test).join(' && ')})) return undefined;
    return ${texts.join(' + ')} + ${literal(after + end)};
  };`;
  const used: Used = { quote, texts: leaves.map(({ leaf }) => leaf.texts) };
  return generatedFunction<(used: Used) => WriteLeafRun>('used', code)?.(used);
}

/** An enum's value is looked up at once: its text tells whether it is one. */
function valueCode({ key, kind, isNullable }: LeafField, slot: number, index: number): string {
  const value = `s${slot}[${literal(key)}]`;
  if (kind !== 'enum') return value;
  const text = `used.texts[${index}].get(${value})`;
  return isNullable ? `${value} === null ? 'null' : ${text}` : text;
}

function leafCode({ kind, isNullable }: LeafField, name: string, clean: boolean): LeafCode {
  if (kind === 'enum') return { test: `${name} !== undefined`, text: name };
  const test = TESTS[kind]?.(name) ?? 'false';
  if (kind !== 'string') return { test: isNullable ? `(${name} === null || ${test})` : test, text: name };
  const text = clean ? `'"' + ${name} + '"'` : `used.quote(${name})`;
  if (isNullable) return { test: `(${name} === null || ${test})`, text: `(${name} === null ? 'null' : ${text})` };
  return clean ? { test, text: name, isQuoted: true } : { test, text };
}

/** Tests whether the value of a variable can be written as it is: what is joined to a text is what JSON has for it. */
const TESTS: Readonly<Partial<Record<LeafField['kind'], (name: string) => string>>> = {
  string: (name) => `typeof ${name} === 'string'`,
  integer: (name) => `(${name} | 0) === ${name}`,
  boolean: (name) => `typeof ${name} === 'boolean'`,
  float: (name) => `(typeof ${name} === 'number' && ${name} - ${name} === 0)`,
};

/** A string literal. JSON's are JavaScript's as well. */
function literal(text: string): string {
  return JSON.stringify(text);
}
