/** A group with one that lies in it: how many are in it and not in that follows where both are told. */
export interface Apart {
  readonly whole: ReadonlySet<string>;
  readonly part: ReadonlySet<string>;
}

/** What is told already, or follows from it, by how many people it is of. */
export class NearBySize {
  readonly #groups = new Map<number, (() => ReadonlySet<string>)[]>();

  add(people: ReadonlySet<string>): void {
    this.#add(people.size, () => people);
  }

  /** Adds a group, and those that lie apart in it, or it in them. */
  addAll(people: ReadonlySet<string>, apart: readonly Apart[]): void {
    this.add(people);
    for (const lying of apart) this.addApart(lying);
  }

  addApart({ whole, part }: Apart): void {
    if (whole.size > part.size) this.#add(whole.size - part.size, () => whole.difference(part));
  }

  #add(size: number, people: () => ReadonlySet<string>): void {
    const alike = this.#groups.get(size);
    if (alike) alike.push(people);
    else this.#groups.set(size, [people]);
  }

  /** Whether a group, or one that lies apart, lacks a few of another, or has a few more. */
  isClose(people: ReadonlySet<string>, least: number, apart: readonly Apart[] = []): boolean {
    return (
      this.#near(people.size, least).some((other) => areClose(people, other(), least)) ||
      apart.some(({ whole, part }) => {
        const near = whole.size > part.size ? this.#near(whole.size - part.size, least) : [];
        const rest = near.length > 0 ? whole.difference(part) : undefined;
        return rest !== undefined && near.some((other) => areClose(rest, other(), least));
      })
    );
  }

  #near(of: number, least: number): (() => ReadonlySet<string>)[] {
    return Array.from({ length: 2 * least - 1 }, (_, place) => of - least + 1 + place)
      .filter((size) => size !== of)
      .flatMap((size) => this.#groups.get(size) ?? []);
  }
}

/** Whether one of two groups lies in the other, and lacks a few of it. */
function areClose(one: ReadonlySet<string>, other: ReadonlySet<string>, least: number): boolean {
  const [smaller, larger] = one.size < other.size ? [one, other] : [other, one];
  const lacks = larger.size - smaller.size;
  return lacks > 0 && lacks < least && smaller.isSubsetOf(larger);
}
