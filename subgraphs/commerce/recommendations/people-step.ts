/**
 * How many people are told to stand behind a recommendation: rounded down to 1, 2 or 5 times a power of ten, so that one person more or less
 * hardly ever shows.
 * @param people 1 or more
 */
export function peopleStep(people: number): number {
  const power = 10 ** Math.floor(Math.log10(people) + 1e-9);
  const step = [5, 2, 1].find((each) => each * power <= people) ?? 1;
  return step * power;
}
