import type { SubgraphAnswer } from '../../subgraphs/subgraph-client.ts';
import { type Data, isData, ownValue } from '../data.ts';
import { reportedPath } from './fetch-errors.ts';

/** Where a top-level field of a merged document belongs. */
export interface Origin {
  /** Index of the part. */
  readonly part: number;
  /** The response key that the part itself has for it. */
  readonly key: string;
}

/** What one fetch has in a merged request: so many entities of a part, or (undefined) its root fields. */
export interface Share {
  readonly part: number;
  readonly entities: { readonly from: number; readonly count: number } | undefined;
}

/** What is being put together for one share. */
interface Split {
  readonly share: Share;
  readonly data: Record<string, unknown>;
  readonly errors: unknown[];
}

/**
 * Gives each fetch its own of a merged answer, as if it had been asked alone: data under its own keys, errors with its own paths.
 * @param data the answer's data, which is there
 * @param origins by response key of the answer
 */
export function splitAnswer(
  { errors, clean }: SubgraphAnswer,
  data: Data,
  shares: readonly Share[],
  origins: ReadonlyMap<string, Origin>,
): SubgraphAnswer[] {
  const splits = shares.map((share): Split => ({ share, data: {}, errors: [] }));
  for (const [alias, origin] of origins) placeData(splits, origin, ownValue(data, alias));
  const [first, ...others] = errors.filter((error) => !placeError(splits, error, origins));
  if (first !== undefined) {
    const theirs = suspects(splits);
    for (const split of theirs) split.errors.push(first);
    for (const error of others) theirs[0]?.errors.push(error);
  }
  return splits.map((split) => ({ data: split.data, errors: split.errors, clean }));
}

function placeData(splits: readonly Split[], { part, key }: Origin, value: unknown): void {
  const mine = splits.filter(({ share }) => share.part === part);
  const wanted = mine.reduce((sum, { share }) => sum + (share.entities?.count ?? 0), 0);
  for (const { share, data } of mine) {
    if (!share.entities) {
      if (value !== undefined) define(data, key, value);
    } else if (Array.isArray(value) && value.length === wanted) {
      const { from, count } = share.entities;
      data[key] = mine.length === 1 ? value : value.slice(from, from + count);
    }
  }
}

/** Assignment to `__proto__` would not make a property; a definition does. */
function define(data: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(data, key, { value, configurable: true, enumerable: true, writable: true });
}

/** Hands an error to the fetch at whose data its path points; gives whether there is one. */
function placeError(splits: readonly Split[], error: unknown, origins: ReadonlyMap<string, Origin>): boolean {
  const [alias, ...below] = reportedPath(error) ?? [];
  const origin = typeof alias === 'string' ? origins.get(alias) : undefined;
  if (!origin || !isData(error)) return false;
  const mine = splits.filter(({ share }) => share.part === origin.part);
  const [index, ...rest] = below;
  const owner = typeof index === 'number' ? mine.find(({ share }) => holds(share, index)) : undefined;
  const from = owner?.share.entities?.from;
  if (owner && from !== undefined && typeof index === 'number') {
    owner.errors.push({ ...error, path: [origin.key, index - from, ...rest] });
  } else {
    for (const split of mine) split.errors.push({ ...error, path: [origin.key, ...below] });
  }
  return mine.length > 0;
}

function holds({ entities }: Share, index: number): boolean {
  return entities !== undefined && index >= entities.from && index < entities.from + entities.count;
}

/**
 * Whose an error without a path may be: theirs who lack something; else the first one's, so that it is told once. Asking each alone would tell
 * for sure, but at the price of all the requests that merging saves, at every time, where a subgraph adds such an error to every answer.
 */
function suspects(splits: readonly Split[]): readonly Split[] {
  const lacking = splits.filter(({ share, data }) => {
    if (!share.entities) return Object.values(data).includes(null);
    const { _entities: entities } = data;
    return !Array.isArray(entities) || entities.includes(null);
  });
  return lacking.length > 0 ? lacking : splits.slice(0, 1);
}
