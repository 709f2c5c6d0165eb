import { z } from 'zod';

/** A setting that may differ from subgraph to subgraph. */
export interface PerSubgraph<T> {
  /** For subgraphs that are not named. */
  readonly otherwise: T;
  readonly named: ReadonlyMap<string, T>;
}

/**
 * Reads a value for all subgraphs, `name=value` for one, or both, separated by commas: `5000,content=800`.
 * @param value reads one value
 * @param preset text of the value for all where none is given
 */
export function perSubgraph<T>(value: z.ZodType<T, string>, preset: string): z.ZodType<PerSubgraph<T>, string> {
  return z.string().transform((text, context) => {
    const texts = new Map<string, string>();
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    for (const entry of text.split(',')) {
      const at = entry.indexOf('=');
      const name = at < 0 ? '' : entry.slice(0, at).trim();
      if (at === 0) refuse(`${entry} names no subgraph`);
      if (texts.has(name)) refuse(`says ${name === '' ? 'the value for all' : name} more than once`);
      texts.set(name, entry.slice(at + 1).trim());
    }
    const read = (one: string): T => {
      const parsed = value.safeParse(one);
      if (parsed.success) return parsed.data;
      refuse(parsed.error.issues.map((issue) => issue.message).join('; '));
      return z.NEVER;
    };
    const otherwise = read(texts.get('') ?? preset);
    texts.delete('');
    return { otherwise, named: new Map([...texts].map(([name, one]) => [name, read(one)] as const)) };
  });
}

/** What a setting says for one subgraph. */
export function forSubgraph<T>({ otherwise, named }: PerSubgraph<T>, name: string): T {
  const own = named.get(name);
  return own === undefined ? otherwise : own;
}

/** The same for every subgraph. */
export function everywhere<T>(otherwise: T): PerSubgraph<T> {
  return { otherwise, named: new Map() };
}
