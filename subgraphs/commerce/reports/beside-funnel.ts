import type { PeopleCount } from '../../kit/people/few-people.ts';

/**
 * Whether few are left of a group, and somebody, when one is taken from it that lies in it and of which a shop's funnel tells: those whom no note led. All in the funnel's groups are vouched for; invented
 * persons among those who are left make them no more. With a threshold of 1 nobody is few.
 * @param told how large the funnel's largest groups are; undefined where it tells of none, null where that is not known
 */
export function leavesFewBeside(
  { people, vouched }: PeopleCount,
  told: readonly number[] | null | undefined,
  least: number,
): boolean {
  if (told === null) return true;
  return least > 1 && (told ?? []).some((size) => size < people && vouched - size < least);
}
