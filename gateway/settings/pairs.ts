import { z } from 'zod';

/**
 * Reads `left=right` pairs, separated by commas, as [left, right]; each left side once, with or without a slash at its end.
 * @param example what the pairs must read like, for who wrote others
 * @param wordForNone text that means no pair at all
 */
export function pairs(
  isLeft: (text: string) => boolean,
  isRight: (text: string) => boolean,
  example: string,
  wordForNone?: string,
): z.ZodType<[string, string][], string> {
  return z.string().transform((text, context): [string, string][] => {
    if (text === wordForNone) return [];
    const read = text.split(',').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    });
    const keys = read.map(([key]) => key.replace(/\/$/, ''));
    const twice = keys.find((key, index) => keys.indexOf(key) < index);
    if (read.some(([key, value]) => !isLeft(key) || !isRight(value))) {
      context.addIssue({ code: 'custom', message: `must read like ${example}` });
    } else if (twice !== undefined) {
      context.addIssue({ code: 'custom', message: `names ${twice} more than once` });
    }
    return read;
  });
}
