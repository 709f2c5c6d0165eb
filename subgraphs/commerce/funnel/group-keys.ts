import { DIMENSIONS, type Grouping } from './dimensions.ts';

/** Stands for a dimension by which nothing is grouped. */
export const NONE = -1;

/** Numbers for the keys of each dimension, small ones from 0 on: cells are found by them many times faster than by their names. */
export class GroupKeys {
  readonly #keys: readonly string[][] = DIMENSIONS.map(() => []);
  readonly #numbers: readonly Map<string, number>[] = DIMENSIONS.map(() => new Map());

  /** @param place an index of `DIMENSIONS` */
  numberOf(place: number, key: string): number {
    const numbers = this.#numbers[place];
    const known = numbers?.get(key);
    if (known !== undefined) return known;
    const number = numbers?.size ?? 0;
    numbers?.set(key, number);
    this.#keys[place]?.push(key);
    return number;
  }

  /** The key that has a number. */
  keyOf(place: number, number: number): string {
    return this.#keys[place]?.[number] ?? '';
  }

  /** How many keys of a dimension are known. */
  sizeOf(place: number): number {
    return this.#keys[place]?.length ?? 0;
  }
}

/** A grouping's two dimensions as indexes of `DIMENSIONS`; NONE where it has fewer. */
export function placesOf([one, other]: Grouping): readonly [number, number] {
  return [one === undefined ? NONE : DIMENSIONS.indexOf(one), other === undefined ? NONE : DIMENSIONS.indexOf(other)];
}
