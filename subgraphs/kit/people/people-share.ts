import { ratio } from '../decimal.ts';
import { type PeopleCount, roundPeople } from './few-people.ts';

/** A share of people, or why it is not told. */
export interface ToldShare {
  /** A decimal of 4 places; null where it is withheld, or of nobody. */
  readonly share: string | null;
  readonly withheld: 'TOO_FEW_PEOPLE' | null;
}

/** Whether a group's share may be told: neither those in it nor those who are not are few, invented persons left aside. @param part of `whole` @param least the fewest persons that may be told of */
export function isShareTold(part: PeopleCount, whole: PeopleCount, least: number): boolean {
  const isFew = ({ people, vouched }: PeopleCount) => people > 0 && vouched < least;
  const rest = { people: whole.people - part.people, vouched: whole.vouched - part.vouched };
  return whole.vouched >= least && !isFew(part) && !isFew(rest);
}

/**
 * The share of exact counts, to 4 decimals. For what is told of a reporting month of the whole market alone: there the counts themselves are told nowhere, and shares of the shorter
 * periods are of rounded ones.
 */
export function tellExactShare(part: PeopleCount, whole: PeopleCount, least: number): ToldShare {
  if (!isShareTold(part, whole, least)) return { share: null, withheld: 'TOO_FEW_PEOPLE' };
  return { share: ratio(part.people, whole.people), withheld: null };
}

/** The share of counts as they are told, rounded: of exact ones the counts would follow, as few fractions are of so many persons. */
export function tellRoundedShare(part: PeopleCount, whole: PeopleCount, least: number): ToldShare {
  if (!isShareTold(part, whole, least)) return { share: null, withheld: 'TOO_FEW_PEOPLE' };
  return { share: ratio(roundPeople(part.people, least), roundPeople(whole.people, least)), withheld: null };
}
