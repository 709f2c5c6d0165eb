import type { Visit } from '../../store/events/outcomes.ts';
import type { Search } from '../../store/events/reads.ts';
import { type Credit, creditOf } from './credit-of.ts';
import { heldAt, type Lived } from './life.ts';
import type { Outcome, Read, Touch } from './touch.ts';
import { LONGEST_WINDOW_MS } from './windows.ts';

/** Facts that ever held. */
export interface FactsEver {
  readonly clicks: readonly Lived<Touch>[];
  readonly reads: readonly Lived<Read>[];
  readonly visits: readonly Lived<Visit>[];
  readonly searches: readonly Lived<Search>[];
}

/** What the credit for one outcome may follow from, at one time or another. */
export interface OutcomeEvidence {
  readonly clicks: readonly Lived<Touch>[];
  readonly reads: readonly Lived<Read>[];
  readonly signs: readonly Lived<{ readonly occurredAt: number }>[];
}

/** Finds among facts that ever held what may lead to an outcome. */
export class EvidenceEver {
  readonly #clicks: Timeline<Lived<Touch>>;
  readonly #clicksById: ReadonlyMap<string | null, readonly Lived<Touch>[]>;
  readonly #reads: Timeline<Lived<Read>>;
  readonly #visits: Timeline<Lived<Visit>>;
  readonly #searches: Timeline<Lived<Search>>;

  constructor({ clicks, reads, visits, searches }: FactsEver) {
    this.#clicks = new Timeline(clicks, ownKeys);
    this.#clicksById = Map.groupBy(clicks, ({ clickId }) => clickId);
    this.#reads = new Timeline(reads, ({ shopIds, person }) => shopIds.map((shopId) => `${shopId} ${person}`));
    const shopVisits = visits.filter(({ stage }) => stage === 'SHOP_VISIT');
    this.#visits = new Timeline(shopVisits, ownKeys);
    this.#searches = new Timeline(searches, ({ person }) => [person]);
  }

  /** What lies within the longest window before an outcome, and what it names. */
  of({ shopId, person, clickIds, occurredAt }: Outcome): OutcomeEvidence {
    const named = clickIds.flatMap((clickId) => this.#clicksById.get(clickId) ?? []);
    if (person === null) return { clicks: named, reads: [], signs: [] };
    const own = `${shopId} ${person}`;
    const clicks = this.#clicks.before(own, occurredAt);
    return {
      clicks: named.length > 0 ? [...new Set([...clicks, ...named])] : clicks,
      reads: this.#reads.before(own, occurredAt),
      signs: [...this.#visits.before(own, occurredAt), ...this.#searches.before(person, occurredAt)],
    };
  }
}

/** The credit for an outcome by what was known at an instant. */
export function creditAt(outcome: Outcome, { clicks, reads, signs }: OutcomeEvidence, instant: number): Credit {
  return creditOf(outcome, {
    clicks: clicks.filter((click) => heldAt(click, instant)),
    reads: reads.filter((read) => heldAt(read, instant)),
    signs: signs.filter((sign) => heldAt(sign, instant)).map(({ occurredAt }) => occurredAt),
  });
}

/** Whose journey into a shop a fact is part of; none where nobody knows. */
function ownKeys({ shopId, person }: { readonly shopId: string; readonly person: string | null }): string[] {
  return person === null ? [] : [`${shopId} ${person}`];
}

/** Facts by their keys, each key's by time. */
class Timeline<Fact extends { readonly occurredAt: number }> {
  readonly #byKey = new Map<string, Fact[]>();

  constructor(facts: readonly Fact[], keysOf: (fact: Fact) => readonly string[]) {
    for (const fact of facts.toSorted((a, b) => a.occurredAt - b.occurredAt)) {
      for (const key of keysOf(fact)) {
        const known = this.#byKey.get(key);
        if (known) known.push(fact);
        else this.#byKey.set(key, [fact]);
      }
    }
  }

  /** Those of a key that lie at or before an instant, within the longest window. */
  before(key: string, instant: number): readonly Fact[] {
    const own = this.#byKey.get(key);
    if (!own) return [];
    return own.slice(countBefore(own, instant - LONGEST_WINDOW_MS), countBefore(own, instant + 1));
  }
}

/** How many of some facts, in the order of time, lie before an instant. */
function countBefore(facts: readonly { readonly occurredAt: number }[], instant: number): number {
  let [from, to] = [0, facts.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((facts[middle]?.occurredAt ?? instant) < instant) from = middle + 1;
    else to = middle;
  }
  return from;
}
