import { readFile } from 'node:fs/promises';

/** Those who ask, in the order of the table's columns. */
export const CALLERS = [
  'merchant A',
  'merchant B',
  'author',
  'partner A',
  'partner B',
  'content company',
  'marketplace',
  'anonymous',
] as const;

export type CallerName = (typeof CALLERS)[number];

/** What a cell says: a word such as `whole`, or why there is nothing. */
export type Cell = string;

/** A line of the table. */
export interface Line {
  readonly field: string;
  readonly cells: Readonly<Record<CallerName, Cell>>;
  /** An operation, or `GET <path>`. */
  readonly asked: string;
}

/** What came back of what a line is about. */
export interface Seen {
  readonly value: unknown;
  /** Why there is nothing, where something says so. */
  readonly why: string | undefined;
}

/** Reads the table of docs/who-sees-what.md. */
export async function readTable(): Promise<Line[]> {
  const text = await readFile('docs/who-sees-what.md', 'utf8');
  const [, table = ''] = /<!-- cells -->\n([\s\S]*?)<!-- \/cells -->/.exec(text) ?? [];
  const [head = '', , ...lines] = table.trim().split('\n');
  const columns = cellsOf(head).slice(1, -1);
  if (columns.join() !== CALLERS.join()) throw new Error(`The table has the columns ${columns}.`);
  return lines.map((line) => {
    const [field = '', ...rest] = cellsOf(line);
    const asked = /^`(.+)`$/.exec(rest[CALLERS.length] ?? '')?.[1];
    if (asked === undefined || rest.length !== CALLERS.length + 1)
      throw new Error(`The line “${field}” is no whole one.`);
    const cells = Object.fromEntries(CALLERS.map((caller, place) => [caller, rest[place] ?? '']));
    return { field, cells: cells as Line['cells'], asked };
  });
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/**
 * The word for what a caller got.
 * @param reference what the content company got
 * @param own the caller's own shop or author; lists of another's are told as such
 */
export function wordFor({ value, why }: Seen, reference: Seen, own: string | undefined): Cell {
  if (why !== undefined) return why;
  if (value === null || value === undefined) return 'null';
  if (JSON.stringify(value) === JSON.stringify(reference.value)) return 'whole';
  const nodes = nodesOf(value);
  if (nodes?.length === 0) return 'none';
  const others = (nodes ?? []).filter((node) => !isOf(node, own));
  return others.length > 0 ? `OTHERS: ${JSON.stringify(others[0])}` : 'own';
}

function nodesOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const { nodes } = Object(value) as { nodes?: unknown };
  return Array.isArray(nodes) ? nodes : undefined;
}

function isOf(node: unknown, own: string | undefined): boolean {
  const { shop, shopId, author, campaign } = Object(node) as {
    shop?: { id?: unknown };
    campaign?: { shop?: { id?: unknown } };
    shopId?: unknown;
    author?: { id?: unknown };
  };
  return (shop?.id ?? campaign?.shop?.id ?? shopId) === own || (own !== undefined && author?.id === own);
}
