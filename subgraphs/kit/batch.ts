import DataLoader from 'dataloader';

/** Answers every key of a batch, in order; undefined where there is nothing. */
export type BatchRead<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | undefined)[]>;

/** One request's loader: what is asked in the same tick becomes one read, and nothing is read twice. */
export function batched<Key, Value>(read: BatchRead<Key, Value>): DataLoader<Key, Value | undefined> {
  return new DataLoader(async (keys) => [...(await read(keys))]);
}

/**
 * Loaders for a field with arguments: one for each set of arguments, so that the same field of many parents is one read.
 * @param read takes the arguments that its keys have in common
 */
export function batchedByArguments<Arguments, Key, Value>(
  read: (args: Arguments, keys: readonly Key[]) => Promise<readonly (Value | undefined)[]>,
): (args: Arguments) => DataLoader<Key, Value | undefined> {
  const loaders = new Map<string, DataLoader<Key, Value | undefined>>();
  return (args) => {
    const name = JSON.stringify(args);
    const known = loaders.get(name);
    if (known) return known;
    const loader = batched<Key, Value>((keys) => read(args, keys));
    loaders.set(name, loader);
    return loader;
  };
}

/** Puts rows in the order of the keys that asked for them. */
export function inOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | undefined)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key));
}

/** Puts rows under the keys that asked for them, in the rows' order; an empty list where there is none. */
export function groupedInOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const byKey = Map.groupBy(rows, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
}
