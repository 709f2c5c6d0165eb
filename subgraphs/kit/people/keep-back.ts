/** Rows that lie in one whole: who is in a row is in the whole. Persons are numbers, in order; undefined for more than are known one by one. */
export interface Family {
  readonly whole: readonly number[] | undefined;
  /** Indexes of rows. */
  readonly rows: readonly number[];
}

/**
 * Keeps rows back until no whole that is told gives a small group beside its rows that are told: whoever is in the whole and in none of them is nobody, or `least` persons at least; and where nobody is, the
 * sum of the rows less the whole, which counts each person once for each row more, is none or `least`. The smallest are kept back first. Of a whole that is only estimated nothing can be taken:
 * its error alone is larger.
 * @param rows who is in each
 * @param told whether each row is told so far; changed
 * @param families the rows of each whole that is told; a row may lie in several
 */
export function keepBack(
  rows: readonly (readonly number[] | undefined)[],
  told: boolean[],
  families: readonly Family[],
  least: number,
): void {
  const exact = families.filter(({ whole }) => whole !== undefined);
  for (let changed = true; changed; ) {
    changed = false;
    for (const family of exact) if (settle(rows, told, family, least)) changed = true;
  }
}

/** @returns whether more rows are kept back now */
function settle(
  rows: readonly (readonly number[] | undefined)[],
  told: boolean[],
  family: Family,
  least: number,
): boolean {
  const own = family.rows.filter((row) => told[row]);
  if (own.length === 0) return false;
  const tellings = new Map<number, number>();
  for (const row of own) for (const person of rows[row] ?? []) tellings.set(person, (tellings.get(person) ?? 0) + 1);
  let untold = (family.whole?.length ?? 0) - tellings.size;
  let again = own.reduce((sum, row) => sum + (rows[row]?.length ?? 0), 0) - tellings.size;
  let changed = false;
  const smallestFirst = own.toSorted((a, b) => sizeOf(rows, a) - sizeOf(rows, b) || a - b);
  for (const row of smallestFirst) {
    const follows = untold === 0 ? again : untold;
    if (follows === 0 || follows >= least) break;
    told[row] = false;
    changed = true;
    for (const person of rows[row] ?? []) {
      const left = (tellings.get(person) ?? 0) - 1;
      tellings.set(person, left);
      if (left === 0) untold += 1;
      else again -= 1;
    }
  }
  return changed;
}

function sizeOf(rows: readonly (readonly number[] | undefined)[], row: number): number {
  return rows[row]?.length ?? Infinity;
}

/** How many of some persons are in none of other groups; all of them in order. */
export function countOutside(persons: readonly number[], groups: readonly (readonly number[])[]): number {
  const inside = new Set<number>();
  for (const group of groups) for (const person of group) inside.add(person);
  return persons.reduce((count, person) => (inside.has(person) ? count : count + 1), 0);
}
