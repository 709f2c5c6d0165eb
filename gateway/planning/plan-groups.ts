import { GraphQLError } from 'graphql';
import type { RequiredField } from './required-fields.ts';

/** A selected field that needs others, or the whole operation. */
export interface Demand {
  /** Different for each. */
  readonly id: number;
  /** From 0. */
  readonly group: number;
  /** `Type.field` as the client selected it. */
  readonly coordinate: string;
  /** What its plan must ask: for itself, and for the fields that it stands in. */
  readonly required: readonly Claim[];
}

/** What is required, and the `id` of the demand that requires it. */
type Claim = RequiredField & { readonly by: number; readonly coordinate: string };

/** The most plans that one operation is split into. */
const MOST_GROUPS = 16;

/**
 * Puts what an operation demands into groups, each to be planned by itself, so that none needs a field with different arguments at one place.
 */
export class PlanGroups {
  /** For each group, what it requires by position: of each arguments for each types, at most two, by different demands. */
  readonly #groups: Map<string, Claim[]>[] = [new Map()];
  readonly #disputing = new Set<string>();
  #count = 0;

  get count(): number {
    return this.#groups.length;
  }

  /** Coordinates of selected fields that contradict each other. */
  get disputing(): readonly string[] {
    return [...this.#disputing];
  }

  /**
   * A demand in the first group that it contradicts nothing of.
   * @param around the demand of the field that it stands in
   * @throws {GraphQLError} where there would be too many groups
   */
  add(around: Demand, coordinate: string, required: readonly RequiredField[]): Demand {
    const id = ++this.#count;
    const all = [...around.required, ...required.map((each) => ({ ...each, by: id, coordinate }))];
    let at = this.#groups.findIndex((group) => !all.some((claim) => this.#isDisputed(claim, group)));
    if (at < 0) at = this.#groups.push(new Map()) - 1;
    if (at === MOST_GROUPS) {
      throw new GraphQLError(`The operation asks together for too many fields that contradict each other.`, {
        extensions: { code: 'OPERATION_TOO_COMPLEX' },
      });
    }
    for (const claim of all) note(this.#groups[at], claim);
    return { id, group: at, coordinate, required: all };
  }

  #isDisputed(claim: Claim, group: ReadonlyMap<string, Claim[]>): boolean {
    const other = group.get(claim.position)?.find((known) => contradict(known, claim));
    if (!other) return false;
    this.#disputing.add(other.coordinate).add(claim.coordinate);
    return true;
  }
}

function contradict(one: Claim, other: Claim): boolean {
  if (one.args === other.args || one.by === other.by) return false;
  return !one.objects || !other.objects || !one.objects.isDisjointFrom(other.objects);
}

function note(group: Map<string, Claim[]> | undefined, claim: Claim): void {
  const known = group?.get(claim.position) ?? [];
  const alike = known.filter(({ args, objects }) => args === claim.args && objects === claim.objects);
  if (alike.length > 1 || alike.some(({ by }) => by === claim.by)) return;
  known.push(claim);
  group?.set(claim.position, known);
}
