import type { Dimension, Grouping } from './dimensions.ts';
import { ALL_VARIANTS } from './measures.ts';

/** Which groups something belongs to: of a note that links to several products, of a person in no campaign, and so on. */
export type Groups = Readonly<Record<Dimension, readonly string[]>>;

/** Groups that many facts share, with the cells that they lie in. */
export class FunnelGroups {
  readonly #groups: Groups;
  readonly #cells = new Map<Grouping, readonly string[]>();
  /** The one part of a read or a tap that lies in these groups: it is credited with itself. */
  readonly led: readonly FunnelPart[] = [{ groups: this, variants: ALL_VARIANTS, sales: null }];

  constructor(groups: Groups) {
    this.#groups = groups;
  }

  /** The names of the cells of one of `GROUPINGS`: the keys, with spaces between them. */
  cellsOf(grouping: Grouping): readonly string[] {
    const known = this.#cells.get(grouping);
    if (known) return known;
    const names = this.#name(grouping);
    this.#cells.set(grouping, names);
    return names;
  }

  /** The groups of one dimension. */
  groupsOf(dimension: Dimension): readonly string[] {
    return this.#groups[dimension];
  }

  #name([one, other]: Grouping): readonly string[] {
    if (one === undefined) return [''];
    if (other === undefined) return this.#groups[one];
    return this.#groups[one].flatMap((first) => this.#groups[other].map((second) => `${first} ${second}`));
  }
}

/** What has a part in a fact: the touch itself, or one that is credited. */
export interface FunnelPart {
  readonly groups: FunnelGroups;
  /** A bit for each variant in which it has credit. */
  readonly variants: number;
  /** Its sales in 分 by model and window; null where there are none. */
  readonly sales: readonly number[] | null;
}
