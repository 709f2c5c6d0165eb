import { DIMENSIONS, type Dimension } from './dimensions.ts';
import { type GroupKeys, NONE } from './group-keys.ts';
import { ALL_VARIANTS } from './measures.ts';

/** Which groups something belongs to: of a note that links to several products, of a person in no campaign, and so on. */
export type Groups = Readonly<Record<Dimension, readonly string[]>>;

const THE_WHOLE = [0];

/** Groups that many facts share, with the cells that they lie in. */
export class FunnelGroups {
  readonly #keys: GroupKeys;
  readonly #numbers: readonly (readonly number[])[];
  /** The one part of a read or a tap that lies in these groups: it is credited with itself. */
  readonly led: readonly FunnelPart[] = [{ groups: this, variants: ALL_VARIANTS, sales: null }];

  /** @param keys those of all groups that are counted together */
  constructor(groups: Groups, keys: GroupKeys) {
    this.#keys = keys;
    this.#numbers = DIMENSIONS.map((dimension, place) => groups[dimension].map((key) => keys.numberOf(place, key)));
  }

  /**
   * The cells of a grouping, by numbers that hold until more groups are made.
   * @param one @param other the grouping's dimensions, as `placesOf` has them
   */
  cellsOf(one: number, other: number): readonly number[] {
    if (one === NONE) return THE_WHOLE;
    const firsts = this.groupsOf(one);
    if (other === NONE) return firsts;
    const seconds = this.groupsOf(other);
    const size = this.#keys.sizeOf(other);
    const [first, second] = [firsts[0], seconds[0]];
    if (first === undefined || second === undefined) return NOWHERE;
    if (firsts.length === 1 && seconds.length === 1) return [first * size + second];
    return firsts.flatMap((each) => seconds.map((own) => each * size + own));
  }

  /** The keys of a cell that `cellsOf` gave, of these groups or others that are counted with them. */
  keysOf(cell: number, one: number, other: number): readonly string[] {
    if (one === NONE) return [];
    if (other === NONE) return [this.#keys.keyOf(one, cell)];
    const size = this.#keys.sizeOf(other);
    return [this.#keys.keyOf(one, Math.floor(cell / size)), this.#keys.keyOf(other, cell % size)];
  }

  /** The groups of one dimension, by their keys' numbers. @param place an index of `DIMENSIONS` */
  groupsOf(place: number): readonly number[] {
    return this.#numbers[place] ?? NOWHERE;
  }
}

const NOWHERE: readonly number[] = [];

/** What has a part in a fact: the touch itself, or one that is credited. */
export interface FunnelPart {
  readonly groups: FunnelGroups;
  /** A bit for each variant in which it has credit. */
  readonly variants: number;
  /** Its sales in 分 by model and window; null where there are none. */
  readonly sales: readonly number[] | null;
}
