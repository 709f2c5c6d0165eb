/**
 * The objects at one position of one answer: each has a row, from 0. What is known of a row stands in columns (`Run.columns`,
 * `Run.numbers`), so that no later fetch and not the projection has to find its way from the root again.
 */
export class Rows {
  /** By row: the row of the object that it belongs to, at the parent position. */
  readonly parents: number[];
  /** By the parent's row, where one provider has the objects: the first of its rows; the others follow in the order of its lists. */
  readonly starts: readonly number[];
  /** By the parent's row, where several providers have the objects: its rows, nested in arrays as the lists are. */
  readonly nested: unknown[] = [];

  constructor(parents: number[] = [], starts: readonly number[] = []) {
    this.parents = parents;
    this.starts = starts;
  }

  get count(): number {
    return this.parents.length;
  }

  /** Adds a row and gives its number. */
  add(parent: number): number {
    return this.parents.push(parent) - 1;
  }
}
