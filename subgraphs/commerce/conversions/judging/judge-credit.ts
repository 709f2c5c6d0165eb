import { type NewestReads, newestReads } from '../../store/events/reads.ts';
import { candidateTouches } from '../../store/events/touches.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { MOST_TOUCHES } from '../attribution/attribute.ts';
import { orderOutcome } from '../attribution/contribution.ts';
import { asksForReads, type Credit, creditOf, type Evidence } from '../attribution/credit-of.ts';
import type { SummedOrder } from '../attribution/first-orders.ts';
import type { Outcome } from '../attribution/touch.ts';
import type { Facts, Kept } from '../recording/lay-out-facts.ts';

/** Who has the credit for an outcome by what was known before some events, and by what is known with them. */
export interface Judged {
  readonly before: Credit;
  readonly after: Credit;
}

/**
 * Judges the credit for outcomes before and after some events. Nothing of the events is kept before all that is read was asked for.
 * @param asked called then
 * @returns for each outcome, in their order
 */
export async function judgeCredit(
  db: CommerceDb,
  kept: Kept,
  outcomes: readonly Outcome[],
  asked: () => void,
): Promise<Judged[]> {
  const changes = new FactChanges(kept);
  const most = MOST_TOUCHES + kept.retired.touches.length;
  const clicks = await candidateTouches(db, outcomes, most);
  const byClicks = outcomes.map((outcome, index) =>
    changes.judge(outcome, { clicks: clicks[index] ?? [], ...NO_READS }),
  );
  const asking = outcomes.flatMap(({ person }, index) => {
    const judged = byClicks[index] as Judged;
    return person !== null && (asksForReads(judged.before) || asksForReads(judged.after)) ? [index] : [];
  });
  const gone = Math.max(kept.retired.reads.length, kept.retired.searches.length, kept.retired.visits.length);
  const finding = newestReads(
    db,
    asking.map((index) => outcomes[index] as Outcome),
    1 + gone,
  );
  asked();
  const found = await finding;
  asking.forEach((index, place) => {
    const evidence = { clicks: clicks[index] ?? [], ...(found[place] ?? NO_READS) };
    byClicks[index] = changes.judge(outcomes[index] as Outcome, evidence);
  });
  return byClicks;
}

/**
 * The credit for orders by what is known now.
 * @returns for each, in their order; null where nothing of it may be counted
 */
export async function currentCredit(db: CommerceDb, orders: readonly SummedOrder[]): Promise<(Credit | null)[]> {
  const outcomes = orders.map(orderOutcome);
  const counted = outcomes.filter((outcome) => outcome !== undefined);
  const clicks = await candidateTouches(db, counted, MOST_TOUCHES);
  const looks = await newestReads(db, counted, 1);
  const credits = new Map(
    counted.map((outcome, index) => {
      const known = { clicks: clicks[index] ?? [], ...(looks[index] ?? NO_READS) };
      return [outcome, creditOf(outcome, evidenceOf(known))];
    }),
  );
  return outcomes.map((outcome) => (outcome && credits.get(outcome)) ?? null);
}

const NO_READS: NewestReads = { reads: [], signs: new Map() };

/** What is known of an outcome before the events. */
type Known = Pick<Evidence, 'clicks'> & NewestReads;

/** What some events add to what is known, and take from it. */
class FactChanges {
  readonly #added: Index;
  readonly #gone: ReadonlySet<string>;

  constructor(kept: Kept) {
    this.#added = indexOf(kept);
    const { touches, reads, searches, visits } = kept.retired;
    this.#gone = new Set([touches, reads, searches, visits].flat().map(({ conversion }) => conversion));
  }

  judge(outcome: Outcome, known: Known): Judged {
    const before = creditOf(outcome, evidenceOf(known));
    const own = `${outcome.shopId} ${outcome.person}`;
    const clicks = this.#added.clicks.get(own) ?? [];
    const named = outcome.clickIds.flatMap((clickId) => this.#added.clicksById.get(clickId) ?? []);
    const reads = this.#added.reads.get(own) ?? [];
    // Without a read there is nothing that a sign could show.
    const asked = reads.length + known.reads.length > 0;
    const signs = asked ? [own, `${outcome.person}`].flatMap((key) => this.#added.signs.get(key) ?? []) : [];
    const nothing = clicks.length + named.length + reads.length + signs.length + this.#gone.size === 0;
    if (nothing) return { before, after: before };
    const left = ({ conversion }: { readonly conversion: string }) => !this.#gone.has(conversion);
    const all = {
      clicks: [...new Set([...known.clicks.filter(left), ...clicks, ...named])],
      reads: [...known.reads.filter(left), ...reads],
      signs: [...[...known.signs].filter(([conversion]) => !this.#gone.has(conversion)).map(([, at]) => at), ...signs],
    };
    return { before, after: creditOf(outcome, all) };
  }
}

function evidenceOf({ clicks, reads, signs }: Known): Evidence {
  return { clicks, reads, signs: [...signs.values()] };
}

/** What events add, by `${shop} ${person}`; searches by the person alone, since they are of no shop. */
interface Index {
  readonly clicks: ReadonlyMap<string, Facts['touches']>;
  readonly clicksById: ReadonlyMap<string | null, Facts['touches']>;
  readonly reads: ReadonlyMap<string, Facts['reads']>;
  readonly signs: ReadonlyMap<string, readonly number[]>;
}

function indexOf({ touches, reads, searches, visits }: Facts): Index {
  const holding = touches.filter(({ retiredAt }) => retiredAt === null);
  const signs = new Map<string, number[]>();
  const sign = (key: string, at: number) => {
    const known = signs.get(key);
    if (known) known.push(at);
    else signs.set(key, [at]);
  };
  for (const { stage, shopId, person, occurredAt, retiredAt } of visits) {
    if (stage === 'SHOP_VISIT' && person !== null && retiredAt === null) sign(`${shopId} ${person}`, occurredAt);
  }
  for (const { person, occurredAt, retiredAt } of searches) if (retiredAt === null) sign(person, occurredAt);
  const ofShops = reads
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap((read) => read.shopIds.map((shopId) => ({ key: `${shopId} ${read.person}`, read })));
  return {
    clicks: Map.groupBy(
      holding.filter(({ person }) => person !== null),
      ({ shopId, person }) => `${shopId} ${person}`,
    ),
    clicksById: Map.groupBy(holding, ({ clickId }) => clickId),
    reads: new Map([...Map.groupBy(ofShops, ({ key }) => key)].map(([key, own]) => [key, own.map(({ read }) => read)])),
    signs,
  };
}
