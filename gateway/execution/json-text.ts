/** What JSON must escape in a string: control characters, the quote, the backslash, and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NEEDS_ESCAPE = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** The JSON text of a string. */
export function quote(value: string): string {
  return NEEDS_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`;
}

/**
 * The JSON text of parsed data.
 * @param clean whether the text that it was parsed from has no backslash: its strings then need no escaping
 */
export function jsonText(value: unknown, clean: boolean): string {
  if (typeof value === 'string') return clean ? `"${value}"` : quote(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  return JSON.stringify(value);
}

/** The same text in one piece. V8 keeps joined strings as a tree, and takes the tree apart again each time it is copied. */
export function flat(text: string): string {
  // Only a flat string has a numeric value to be read.
  return Number.isNaN(Number(text)) ? text : `${text}`;
}
