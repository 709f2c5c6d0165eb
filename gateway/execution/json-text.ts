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
