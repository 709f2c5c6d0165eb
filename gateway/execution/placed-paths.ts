import type { Placement } from './positions.ts';

type Path = readonly (string | number)[];

/**
 * Finds where in the answer the entities of a fetch stand.
 * @param numbers by placement id, the numbers of the objects there (see `Run.numbers`)
 * @param clientKey the response key that the client gave to a plan's key
 * @returns for each number, the path of every object that was asked for under it
 */
export function placedPaths(
  placements: readonly Placement[],
  numbers: readonly unknown[],
  clientKey: (key: string) => string,
): Map<number, Path[]> {
  const places = new Map<number, Path[]>();
  const visit = (nested: unknown, rest: readonly string[], path: Path): void => {
    const [step, ...further] = rest;
    if (step === '@') {
      if (!Array.isArray(nested)) return;
      for (const [index, item] of nested.entries()) visit(item, further, [...path, index]);
    } else if (step !== undefined) {
      visit(nested, further, [...path, clientKey(step)]);
    } else if (typeof nested === 'number' && nested >= 0) {
      const known = places.get(nested);
      if (known) known.push(path);
      else places.set(nested, [path]);
    }
  };
  for (const placement of placements) visit(numbers[placement.id], placement.path, []);
  return places;
}

/** The part of a plan's path that is the same for every object there: what comes before the first list. */
export function commonPath(path: readonly string[], clientKey: (key: string) => string): string[] {
  const firstList = path.indexOf('@');
  return (firstList < 0 ? path : path.slice(0, firstList)).map(clientKey);
}
