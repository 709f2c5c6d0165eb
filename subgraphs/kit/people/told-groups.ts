/**
 * Groups whose sizes are told, or follow from what is. Who knows that one lies in another (a note links to one product alone, a campaign boosts one note, a shorter
 * window ends within a longer one) takes its size from the other's.
 */
export class ToldGroups {
  readonly #bySize = new Map<number, (readonly number[])[]>();

  /** @param persons in order, each once */
  add(persons: readonly number[]): void {
    const alike = this.#bySize.get(persons.length);
    if (alike) alike.push(persons);
    else this.#bySize.set(persons.length, [persons]);
  }

  /** Whether a group lies in one of these, or one of these in it, and who is in one alone are a small group: fewer than `least`, and somebody. */
  leavesFew(persons: readonly number[], least: number): boolean {
    for (let size = persons.length - least + 1; size < persons.length + least; size += 1) {
      if (size === persons.length) continue;
      for (const other of this.#bySize.get(size) ?? [])
        if (size < persons.length ? liesIn(other, persons) : liesIn(persons, other)) return true;
    }
    return false;
  }
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
