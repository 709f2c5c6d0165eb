import { type Data, isInherited, ownValue } from '../data.ts';
import { generatedFunction } from '../generated-function.ts';

/** Reads one key of an object; undefined where there is no object. */
export type ReadKey = (object: Data | undefined) => unknown;

/**
 * Generates the reader of a key. As code of its own it meets the few shapes of one place alone, which V8 makes several times cheaper than
 * one function that reads all keys of all objects. The key enters the code as a JSON string literal only.
 */
export function generateReadKey(key: string): ReadKey {
  if (isInherited(key)) return (object) => ownValue(object, key);
  const body = `return object === undefined ? undefined : object[${JSON.stringify(key)}];`;
  return generatedFunction<ReadKey>('object', body) ?? ((object) => (object === undefined ? undefined : object[key]));
}
