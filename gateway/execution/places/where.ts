/** A place in the answer without its list indices: response keys, and `null` where an item of a list is meant. */
export interface Where {
  readonly parent: Where | undefined;
  readonly key: string | null;
  /** How many lists enclose the place; an item's index is found at `depth - 1`. */
  readonly depth: number;
}

/** The place of a field below a place. */
export function fieldOf(parent: Where | undefined, key: string): Where {
  return { parent, key, depth: parent?.depth ?? 0 };
}

/** The place of the items of a list. */
export function itemOf(list: Where): Where {
  return { parent: list, key: null, depth: list.depth + 1 };
}

/** The path of a place, the indices of the lists on the way given from the outermost to the innermost. */
export function pathOf(where: Where, indices: readonly number[]): (string | number)[] {
  const path: (string | number)[] = [];
  for (let place: Where | undefined = where; place; place = place.parent) {
    path.push(place.key ?? indices[place.depth - 1] ?? 0);
  }
  return path.reverse();
}
