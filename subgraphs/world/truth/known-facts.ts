import type { Known, Outcome } from './credit.ts';
import { TRUTH_WINDOWS } from './credit.ts';
import type { ClickFact } from './ledger.ts';
import type { Looks, ReadFact, SignFact } from './looks.ts';

/** Finds what may lead to an outcome, and when it became known. */
export class KnownFacts {
  readonly #clicksOf: ReadonlyMap<string | undefined, readonly ClickFact[]>;
  readonly #clicksById: ReadonlyMap<string | undefined, readonly ClickFact[]>;
  readonly #readsOf: ReadonlyMap<string, readonly ReadFact[]>;
  readonly #signsOf: ReadonlyMap<string, readonly SignFact[]>;

  constructor(clicks: readonly ClickFact[], { reads, signs }: Looks) {
    this.#clicksOf = Map.groupBy(clicks, ({ person }) => person);
    this.#clicksById = Map.groupBy(clicks, ({ id }) => id);
    this.#readsOf = Map.groupBy(reads, ({ person }) => person);
    this.#signsOf = Map.groupBy(signs, ({ person }) => person);
  }

  /** The days on which something became known that may change the credit for an outcome. */
  daysOf(outcome: Outcome): number[] {
    const { clicks, reads, signs } = this.#all(outcome);
    const turned = clicks.flatMap(({ invalidOn }) => invalidOn ?? []);
    return [...clicks, ...reads, ...signs].map(({ knownOn }) => knownOn).concat(turned);
  }

  /** What may lead to an outcome by what was known at the end of a day. */
  knownBy(outcome: Outcome, day: number): Known {
    const { clicks, reads, signs } = this.#all(outcome);
    const isKnown = ({ knownOn }: { readonly knownOn: number }) => knownOn <= day;
    const counts = ({ invalidOn }: ClickFact) => invalidOn === null || invalidOn > day;
    return {
      clicks: clicks.filter(isKnown).filter(counts),
      reads: reads.filter(isKnown),
      signs: signs.filter(isKnown),
    };
  }

  #all({ person, shopId, at, clickIds }: Outcome): Known {
    const near = (fact: { readonly at: number }) => fact.at <= at && at - fact.at <= TRUTH_WINDOWS.DAYS_30;
    const clicks = new Set([...clickIds].flatMap((id) => this.#clicksById.get(id) ?? []));
    if (!person) return { clicks: [...clicks], reads: [], signs: [] };
    for (const click of this.#clicksOf.get(person) ?? []) if (click.shopId === shopId && near(click)) clicks.add(click);
    return {
      clicks: [...clicks],
      reads: (this.#readsOf.get(person) ?? []).filter((read) => near(read) && read.shopIds.has(shopId)),
      signs: (this.#signsOf.get(person) ?? []).filter(near),
    };
  }
}
