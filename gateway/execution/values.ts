/** The first value that is there decides whether a place is null, a list or an object. */
export function leading(values: readonly unknown[]): unknown {
  for (let slot = 0; slot < values.length; slot++) {
    const value = values[slot];
    if (value !== null && value !== undefined) return value;
  }
  return undefined;
}

/** Leaves only the lists that are as long as the leading one: a list of another length says nothing of its items. */
export function alignLists(values: unknown[], length: number): readonly (readonly unknown[] | undefined)[] {
  for (let slot = 0; slot < values.length; slot++) {
    const list = values[slot];
    if (!Array.isArray(list) || list.length !== length) values[slot] = undefined;
  }
  return values as (readonly unknown[] | undefined)[];
}

/** The values of one item of aligned lists. */
export function itemValues(lists: readonly (readonly unknown[] | undefined)[], index: number): unknown[] {
  const items: unknown[] = new Array(lists.length);
  for (let slot = 0; slot < lists.length; slot++) items[slot] = lists[slot]?.[index];
  return items;
}
