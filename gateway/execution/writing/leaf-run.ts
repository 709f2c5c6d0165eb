import { generatedFunction } from '../generated-function.ts';
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

/**
 * Generates the writer of neighbouring leaves for the case that nearly all objects are: all of their providers have them, and they are plain
 * strings, integers and booleans that need no escaping. As code of its own, each leaf is read at a place of its own, which V8 makes about five
 * times cheaper than reading different keys at one place. Keys and labels enter the code as JSON string literals only.
 * @param plain whether the frame is the object itself (see `Layout`)
 * @param end the text after the last of them
 * @returns undefined where a leaf is of another kind, or the process forbids to generate code
 */
export function generateLeafRun(plain: boolean, leaves: readonly RunLeaf[], end: string): WriteLeafRun | undefined {
  const slots = [...new Set(leaves.map(({ slot }) => slot))];
  const sources = slots.map((slot) => `const s${slot} = ${plain ? 'frame' : `frame[${slot}]`};`);
  const values = leaves.map(({ slot, leaf }, index) => `const v${index} = s${slot}[${literal(leaf.key)}];`);
  const tests = leaves.map(({ leaf }, index) => TESTS[leaf.kind]?.(`v${index}`));
  if (tests.includes(undefined)) return undefined;
  let quote = '';
  const texts = leaves.map(({ prefix, leaf }, index) => {
    const before = quote + prefix;
    quote = leaf.kind === 'string' ? '"' : '';
    return `${literal(before + quote)} + v${index}`;
  });
  const code = `
    ${sources.join('\n')}
    if (${slots.map((slot) => `s${slot} === undefined`).join(' || ')}) return undefined;
    ${values.join('\n')}
    if (!(${tests.join(' && ')})) return undefined;
    return ${texts.join(' + ')} + ${literal(quote + end)};`;
  return generatedFunction('frame', code);
}

/** Tests whether the value of a variable can be written as it is. */
const TESTS: Readonly<Record<LeafField['kind'], ((name: string) => string) | undefined>> = {
  string: (name) => `typeof ${name} === 'string'`,
  integer: (name) => `(${name} | 0) === ${name}`,
  boolean: (name) => `typeof ${name} === 'boolean'`,
  other: undefined,
};

/** A string literal. JSON's are JavaScript's as well. */
function literal(text: string): string {
  return JSON.stringify(text);
}
