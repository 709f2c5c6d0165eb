/** An item of a list by its place; the generator never asks for one that is not there. */
export function item<T>(list: readonly T[], place: number): T {
  const found = list[place];
  if (found === undefined) throw new RangeError(`Nothing stands at place ${place} of ${list.length}.`);
  return found;
}
