/**
 * Groups whose sizes are told, or follow from what is. Who knows that one lies in another (a note links to one product alone, a campaign boosts one note, a shorter
 * window ends within a longer one) takes its size from the other's.
 */
export class ToldGroups {
  readonly #bySize = new Map<number, Told[]>();

  /** @param persons in order, each once */
  add(persons: readonly number[]): void {
    this.#add(persons.length, { persons });
  }

  /** Adds those who are in a group and not in one that lies in it; who they are is found out where it matters. */
  addRest(rest: Rest): void {
    const size = rest.whole.length - rest.part.length;
    if (size > 0) this.#add(size, rest);
  }

  #add(size: number, told: Told): void {
    const alike = this.#bySize.get(size);
    if (alike) alike.push(told);
    else this.#bySize.set(size, [told]);
  }

  /** Whether a group lies in one of these, or one of these in it, and who is in one alone are a small group: fewer than `least`, and somebody. */
  leavesFew(persons: readonly number[], least: number): boolean {
    for (let size = persons.length - least + 1; size < persons.length + least; size += 1) {
      if (size === persons.length) continue;
      for (const told of this.#bySize.get(size) ?? []) {
        const other = personsOf(told);
        if (size < persons.length ? liesIn(other, persons) : liesIn(persons, other)) return true;
      }
    }
    return false;
  }

  /** The same of those who are in a group and not in one that lies in it. */
  leavesFewOfRest(rest: Rest, least: number): boolean {
    const size = rest.whole.length - rest.part.length;
    let isNear = false;
    for (let near = size - least + 1; near < size + least && !isNear; near += 1)
      isNear = near !== size && this.#bySize.has(near);
    return size > 0 && isNear && this.leavesFew(personsOf(rest), least);
  }
}

/** A group, and another one that lies in it. */
export interface Rest {
  readonly whole: readonly number[];
  readonly part: readonly number[];
}

type Told = Rest | { readonly persons: readonly number[] };

function personsOf(told: Told): readonly number[] {
  if ('persons' in told) return told.persons;
  const inside = new Set(told.part);
  return told.whole.filter((person) => !inside.has(person));
}

function liesIn(persons: readonly number[], others: readonly number[]): boolean {
  let at = 0;
  for (const person of persons) {
    while (at < others.length && (others[at] ?? 0) < person) at += 1;
    if (others[at] !== person) return false;
    at += 1;
  }
  return true;
}
