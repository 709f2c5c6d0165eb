import type { Requirement } from '../guard/requirement.ts';

/**
 * Whether whoever meets all of some requirements meets another. So it is with what composition writes on an interface: all that is asked of the
 * types that implement it.
 */
export function isImplied({ kind, anyOf }: Requirement, by: readonly Requirement[]): boolean {
  const alike = by.filter((each) => each.kind === kind);
  if (kind === 'authenticated' || alike.length === 0) return alike.length > 0;
  const ways = alike.map((each) => each.anyOf).reduce(together);
  return ways.every((way) => anyOf.some((needed) => needed.every((name) => way.includes(name))));
}

type Ways = readonly (readonly string[])[];

/** The ways to meet two requirements at once, without those that ask for more than another of them. */
function together(one: Ways, other: Ways): Ways {
  const ways = one.flatMap((first) => other.map((second) => [...new Set([...first, ...second])]));
  const kept: string[][] = [];
  for (const way of ways.sort((a, b) => a.length - b.length)) {
    if (!kept.some((less) => less.every((name) => way.includes(name)))) kept.push(way);
  }
  return kept;
}
