import { ratio } from '../decimal.ts';

/** A share of people, or why it is not told. */
export interface ToldShare {
  /** A decimal of 4 places; null where it is withheld, or of nobody. */
  readonly share: string | null;
  readonly withheld: 'TOO_FEW_PEOPLE' | null;
}

/**
 * The share of a group, to 4 decimals, where neither those in it nor those who are not are few. It is of exact counts: these are told nowhere, not even rounded, and it is decided
 * once for each cell of the lattice, so that a share of many says no more of anybody.
 * @param part of `whole`, distinct persons
 * @param least the fewest persons that may be told of
 */
export function tellExactShare(part: number, whole: number, least: number): ToldShare {
  const isFew = (people: number) => people > 0 && people < least;
  if (whole < least || isFew(part) || isFew(whole - part)) return { share: null, withheld: 'TOO_FEW_PEOPLE' };
  return { share: ratio(part, whole), withheld: null };
}
