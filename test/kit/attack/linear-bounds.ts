/** A sum of variables, none of which is below 0, that lies between two bounds. */
export interface KnownSum {
  /** The variables' places, each once. */
  readonly of: readonly number[];
  readonly least: number;
  readonly most: number;
}

const TINY = 1e-7;

/**
 * What variables may be that agree with all that is known of their sums: goes from one such point to others, by the simplex method on a full tableau (Dantzig, Linear Programming and Extensions,
 * 1963, 5), with Bland's rule (Mathematics of Operations Research 2, 1977) once a way is long, so that none goes on for ever.
 */
export class LinearBounds {
  readonly #rows: Float64Array[];
  /** Of each row, the column that it says how large it is. */
  readonly #basis: number[];
  /** Behind the variables and what is left of each limit: what is added to all limits while no point is known. */
  readonly #added: number;
  readonly #constant: number;

  /** @throws {RangeError} where nothing agrees with all that is known */
  constructor(variables: number, known: readonly KnownSum[]) {
    const limits = known.flatMap(({ of, least, most }) => [
      { of, sign: 1, most },
      { of, sign: -1, most: -least },
    ]);
    this.#added = variables + limits.length;
    this.#constant = this.#added + 1;
    this.#rows = limits.map(({ of, sign, most }, index) => {
      const row = new Float64Array(this.#constant + 1);
      for (const variable of of) row[variable] = sign;
      row[variables + index] = 1;
      row[this.#added] = -1;
      row[this.#constant] = most;
      return row;
    });
    this.#basis = limits.map((_, index) => variables + index);
    this.#findPoint();
  }

  /** Goes to a point at which a sum of some variables is largest. @param sign -1: smallest */
  goTo(variables: readonly number[], sign: 1 | -1): void {
    this.#climb(variables, sign, this.#added);
  }

  /** What a sum of some variables is at the point where it is now. */
  sumOf(variables: readonly number[]): number {
    const wanted = new Set(variables);
    return this.#basis.reduce((sum, column, row) => (wanted.has(column) ? sum + this.#at(row) : sum), 0);
  }

  #findPoint(): void {
    const lowest = this.#basis.reduce((low, _, row) => (this.#at(row) < this.#at(low) ? row : low), 0);
    if (this.#at(lowest) < 0) {
      this.#exchange(lowest, this.#added);
      this.#climb([this.#added], -1, this.#constant);
      const row = this.#basis.indexOf(this.#added);
      if (row >= 0 && this.#at(row) > TINY) throw new RangeError('Nothing agrees with all that is known.');
      const own = row < 0 ? undefined : this.#rows[row];
      const other = own?.findIndex((value, column) => column < this.#added && Math.abs(value) > TINY) ?? -1;
      if (other >= 0) this.#exchange(row, other);
    }
    for (const row of this.#rows) row[this.#added] = 0;
  }

  #at(row: number): number {
    return this.#rows[row]?.[this.#constant] ?? 0;
  }

  /** @param columns those below it may be gone along */
  #climb(variables: readonly number[], sign: number, columns: number): void {
    const gain = new Float64Array(this.#constant + 1);
    for (const variable of variables) gain[variable] = sign;
    for (const [index, column] of this.#basis.entries()) takeFrom([gain], this.#rows[index] ?? gain, column);
    for (let step = 0; ; step += 1) {
      const column = bestColumn(gain, columns, step > this.#constant);
      const row = column < 0 ? -1 : this.#tightest(column);
      if (row < 0) return;
      this.#exchange(row, column, gain);
    }
  }

  #tightest(column: number): number {
    let [found, low] = [-1, Infinity];
    for (const [index, row] of this.#rows.entries()) {
      const slope = row[column] ?? 0;
      if (slope <= TINY) continue;
      const room = this.#at(index) / slope;
      const isTie = found >= 0 && Math.abs(room - low) < TINY * TINY;
      if (isTie ? (this.#basis[index] ?? 0) < (this.#basis[found] ?? 0) : room < low) [found, low] = [index, room];
    }
    return found;
  }

  #exchange(at: number, column: number, ...more: Float64Array[]): void {
    const pivot = this.#rows[at];
    if (!pivot) return;
    const factor = 1 / (pivot[column] ?? 1);
    for (let index = 0; index < pivot.length; index += 1) pivot[index] = (pivot[index] ?? 0) * factor;
    takeFrom([...this.#rows.filter((row) => row !== pivot), ...more], pivot, column);
    this.#basis[at] = column;
  }
}

function bestColumn(gain: Float64Array, columns: number, first: boolean): number {
  let best = -1;
  for (let column = 0; column < columns; column += 1) {
    if ((gain[column] ?? 0) <= (best < 0 ? TINY : (gain[best] ?? 0))) continue;
    best = column;
    if (first) break;
  }
  return best;
}

/** Takes as much of a row from others that nothing is left in them of a column, of which it has 1. */
function takeFrom(rows: readonly Float64Array[], row: Float64Array, column: number): void {
  const filled: number[] = [];
  row.forEach((value, index) => {
    if (value !== 0) filled.push(index);
  });
  for (const each of rows) {
    const factor = each[column] ?? 0;
    if (factor === 0) continue;
    for (const index of filled) each[index] = (each[index] ?? 0) - factor * (row[index] ?? 0);
  }
}
