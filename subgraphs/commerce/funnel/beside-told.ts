import { countOutside, type Family } from '../../kit/people/keep-back.ts';
import { type Rest, ToldGroups } from '../../kit/people/told-groups.ts';
import type { FunnelCell } from './count-cells.ts';
import { STEPS } from './measures.ts';

/** The groups that are told of a step's people, and those whose size follows where one is told that lies in another. */
export interface ToldOfStep {
  readonly groups: ReadonlySet<readonly number[]>;
  readonly rests: readonly Rest[];
}

/** What is told of a period by step: who buys again is among those who buy, and no other step's people lie in another's by necessity. */
export class BesideOfSteps {
  readonly #groups = STEPS.map(() => new ToldGroups());

  /** @param before what is told of shorter periods within this one, by step */
  constructor(before: readonly ToldOfStep[]) {
    for (const [step, { groups, rests }] of before.entries()) {
      for (const persons of groups) this.ofStep(step).add(persons);
      for (const rest of rests) this.ofStep(step).addRest(rest);
    }
  }

  /** @param step an index of `STEPS` */
  ofStep(step: number): ToldGroups {
    const shared = Math.min(step, STEPS.indexOf('ORDER_PAID'));
    const groups = this.#groups[shared];
    if (!groups) throw new RangeError(`There is no step ${step}.`);
    return groups;
  }
}

/** A whole with its rows; divided: each of its people is in one row alone, so that those in no row that is told are known by subtraction. */
export interface DividedFamily extends Family {
  readonly divided: boolean;
}

/** What a cell is told beside. */
export interface CellBeside {
  /** Who is told of in the same group in shorter periods. */
  readonly shorter: readonly (readonly number[])[];
  /** Who is in the groups that are told in which it lies. */
  readonly wholes: readonly (readonly number[])[];
}

/** Who is in one of two groups alone that are told and lie in each other: how many they are follows. */
function restsOf(members: readonly number[], { shorter, wholes }: CellBeside): Rest[] {
  return [...shorter.map((part) => ({ whole: members, part })), ...wholes.map((whole) => ({ whole, part: members }))];
}

/**
 * Which cells may be told, as far as what is told already goes, and their larger neighbours: those that are large enough, and differ by no small group from
 * any group that lies in them, or that they lie in; and that leave a rest of which the same holds: of two groups that make up a third, who is in both follows.
 */
export function rowsThatMayBeTold(
  cells: readonly FunnelCell[],
  measure: number,
  besideOf: (index: number) => CellBeside,
  beside: ToldGroups,
  least: number,
): boolean[] {
  const sizeOf = (index: number) => cells[index]?.people.get(measure)?.size ?? 0;
  const largestFirst = [...cells.keys()]
    .filter((index) => sizeOf(index) >= least)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a - b);
  const told = cells.map(() => false);
  const neighbours = new ToldGroups();
  for (const index of largestFirst) {
    const members = cells[index]?.people.get(measure)?.members;
    const own = besideOf(index);
    const rests = members === undefined ? [] : restsOf(members, own);
    // What is estimated is off by more than a small group.
    const mayTell =
      members === undefined ||
      (!leaves(members, own.shorter, least) &&
        [beside, neighbours].every(
          (groups) => !groups.leavesFew(members, least) && !rests.some((rest) => groups.leavesFewOfRest(rest, least)),
        ));
    if (!mayTell) continue;
    told[index] = true;
    if (members) addWithRests(members, rests, neighbours);
  }
  return told;
}

function addWithRests(members: readonly number[], rests: readonly Rest[], groups: ToldGroups): void {
  groups.add(members);
  for (const rest of rests) groups.addRest(rest);
}

/** Whether a small group is left of persons without all of some groups, or without one of them. */
function leaves(members: readonly number[], groups: readonly (readonly number[])[], least: number): boolean {
  const isSmall = (count: number) => count > 0 && count < least;
  if (groups.length === 0) return false;
  return isSmall(countOutside(members, groups)) || groups.some((one) => isSmall(countOutside(members, [one])));
}

/**
 * Keeps all rows of a divided whole back where those in none of the told ones, whose number follows from the others', differ by a small group from a
 * group that is told.
 * @returns whether any was
 */
export function keepBackCloseRests(
  rows: readonly (readonly number[] | undefined)[],
  told: boolean[],
  families: readonly DividedFamily[],
  beside: ToldGroups,
  least: number,
): boolean {
  let changed = false;
  for (const family of families) {
    if (!beside.leavesFew(restOf(rows, told, family), least)) continue;
    for (const row of family.rows) told[row] = false;
    changed = true;
  }
  return changed;
}

/** Keeps in mind what is told now, and what follows from it. */
export function addTold(
  rows: readonly (readonly number[] | undefined)[],
  told: readonly boolean[],
  families: readonly DividedFamily[],
  besideOf: (index: number) => CellBeside,
  beside: ToldGroups,
): void {
  rows.forEach((members, index) => {
    if (told[index] && members) addWithRests(members, restsOf(members, besideOf(index)), beside);
  });
  for (const family of families) {
    const rest = restOf(rows, told, family);
    if (rest.length > 0) beside.add(rest);
  }
}

/** Who is in a divided whole and in none of its rows that are told; nobody where nothing follows of them. */
function restOf(
  rows: readonly (readonly number[] | undefined)[],
  told: readonly boolean[],
  { whole, rows: own, divided }: DividedFamily,
): readonly number[] {
  const shown = own.filter((row) => told[row]);
  if (!divided || whole === undefined || shown.length === 0) return [];
  const inside = new Set(shown.flatMap((row) => rows[row] ?? []));
  return whole.filter((person) => !inside.has(person));
}
