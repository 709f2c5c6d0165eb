import type { DecidedCell, DecidedCells } from './decide-cells.ts';

/** Groups of persons in order, by measure. */
export type GroupsOfMeasures = ReadonlyMap<number, ReadonlySet<readonly number[]>>;

/** The groups of which a period tells, and those of which follows how large they are: who is in a whole and in none of the ages that are told of it. */
export function groupsTold({ cells }: Pick<DecidedCells, 'cells'>): GroupsOfMeasures {
  const groups = new Map<number, Set<readonly number[]>>();
  const add = (measure: number, persons: readonly number[] | undefined) => {
    if (!persons || persons.length === 0) return;
    const known = groups.get(measure);
    if (known) known.add(persons);
    else groups.set(measure, new Set([persons]));
  };
  for (const [name, own] of cells) {
    for (const cell of own) for (const measure of cell.told) add(measure, membersOf(cell, measure));
    const whole = /^(?:(.*) )?AGE_COHORT$/.exec(name);
    if (!whole) continue;
    const ages = Map.groupBy(own, ({ keys }) => keys.slice(0, -1).join(' '));
    for (const cell of cells.get(whole[1] ?? '') ?? [])
      for (const measure of cell.told) add(measure, restOf(cell, ages.get(cell.keys.join(' ')) ?? [], measure));
  }
  return groups;
}

function membersOf(cell: DecidedCell, measure: number): readonly number[] | undefined {
  return cell.people.get(measure)?.members;
}

function restOf(whole: DecidedCell, ages: readonly DecidedCell[], measure: number): readonly number[] | undefined {
  const told = ages.filter((cell) => cell.told.has(measure));
  if (told.length === 0) return undefined;
  const inside = new Set(told.flatMap((cell) => membersOf(cell, measure) ?? []));
  return membersOf(whole, measure)?.filter((person) => !inside.has(person));
}
