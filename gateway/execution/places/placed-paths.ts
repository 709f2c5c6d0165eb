import type { Path } from '../answer-errors.ts';
import type { Run } from '../run.ts';
import { rowsBelow } from './make-rows.ts';
import type { Placement, Position } from './position.ts';

/**
 * Finds where in the answer the entities of a fetch stand.
 * @param clientKey the response key that the client gave to a plan's key
 * @returns for each number, the path of every object that was asked for under it
 */
export function placedPaths(
  run: Run,
  placements: readonly Placement[],
  clientKey: (key: string) => string,
): Map<number, Path[]> {
  const places = new Map<number, Path[]>();
  for (const { id, position } of placements) {
    const paths = rowPaths(run, position, clientKey);
    for (const [row, number] of (run.numbers[id] ?? []).entries()) {
      const path = paths[row];
      if (number < 0 || !path) continue;
      const known = places.get(number);
      if (known) known.push(path);
      else places.set(number, [path]);
    }
  }
  return places;
}

/** The path of each row of a position. */
export function rowPaths(run: Run, position: Position, clientKey: (key: string) => string): readonly Path[] {
  const { parent, key } = position;
  if (!parent) return [[]];
  const paths: Path[] = [];
  const below = rowsBelow(position);
  const visit = (rows: unknown, path: Path): void => {
    if (typeof rows === 'number') paths[rows] = path;
    else if (Array.isArray(rows)) for (const [index, item] of rows.entries()) visit(item, [...path, index]);
  };
  for (const [row, path] of rowPaths(run, parent, clientKey).entries())
    visit(below(run, row), [...path, clientKey(key)]);
  return paths;
}

/** The part of a plan's path that is the same for every object there: what comes before the first list. */
export function commonPath(path: readonly string[], clientKey: (key: string) => string): string[] {
  const firstList = path.indexOf('@');
  return (firstList < 0 ? path : path.slice(0, firstList)).map(clientKey);
}
