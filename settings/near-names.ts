/** How many names are proposed in place of one. */
const PROPOSED = 3;

/** The names nearest to one that is none of them, the nearest first: those that differ in half of their letters at most. */
export function nearNames(name: string, known: readonly string[]): string[] {
  // What is much longer than any of them is near to none, and would take long to compare.
  const short = name.slice(0, 2 * Math.max(0, ...known.map(({ length }) => length)));
  return byDistance(short, known)
    .filter(({ each, distance }) => distance <= 0.5 * Math.max(each.length, name.length))
    .slice(0, PROPOSED)
    .map(({ each }) => each);
}

/** The name nearest to another, however far it is; undefined where there are none. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  return byDistance(name, known)[0]?.each;
}

function byDistance(name: string, known: readonly string[]): { each: string; distance: number }[] {
  return known
    .map((each) => ({ each, distance: editDistance(name.toLowerCase(), each.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
}

/** Levenshtein's distance, row by row. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
