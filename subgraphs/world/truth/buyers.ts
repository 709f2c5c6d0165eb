import { dayAt } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { sharesOf } from './credit.ts';
import { SHARED_PLATFORM } from './funnel-deeds.ts';
import { KnownFacts } from './known-facts.ts';
import { type Ledger, type OrderOutcome, orderOn } from './ledger.ts';
import type { Looks } from './looks.ts';

const EVER = Number.MAX_SAFE_INTEGER;

/** Somebody who bought at a shop. */
export interface Buyer {
  readonly person: string;
  /** When they paid, milliseconds since 1970, oldest first, and on which days in Asia/Shanghai. */
  readonly paidAt: readonly number[];
  readonly days: readonly string[];
  /** Whether another platform than the shop's told of them in its own name: that they read, or tapped on the way into the shop. */
  readonly isVouched: boolean;
  /** Whether a tap within 15 days had led to the first order. */
  readonly isSeeded: boolean;
}

/** Who bought at shops, by all that was ever known. */
export class Buyers {
  readonly #byShop: ReadonlyMap<string, readonly Buyer[]>;

  /** @param looks of whoever bought */
  constructor({ shops }: Catalog, ledger: Ledger, looks: Looks) {
    const facts = new KnownFacts(ledger.clicks, looks);
    const platforms = new Map(shops.map(({ id, platformId }) => [id, platformId]));
    const readOn = platformsBy(looks.reads, ({ person }) => person);
    const tappedOn = platformsBy(ledger.clicks, ({ person, shopId }) => `${person} ${shopId}`);
    const orders = ledger.orders
      .map((order) => ({ name: order.name, outcome: orderOn(order, EVER) }))
      .filter((order): order is Paid => order.outcome?.person !== undefined)
      .toSorted((a, b) => a.outcome.at - b.outcome.at || (a.name < b.name ? -1 : 1));
    const buyers = [...Map.groupBy(orders, ({ outcome }) => `${outcome.person} ${outcome.shopId}`)].map(
      ([key, [first, ...more]]) => {
        const { person, shopId } = (first as Paid).outcome;
        const paidAt = [first as Paid, ...more].map(({ outcome }) => outcome.at);
        const others = [...(readOn.get(person) ?? []), ...(tappedOn.get(key) ?? [])];
        const known = facts.knownBy((first as Paid).outcome, EVER);
        return {
          shopId,
          person,
          paidAt,
          days: paidAt.map(dayAt),
          isVouched: others.some((platform) => platform !== SHARED_PLATFORM && platform !== platforms.get(shopId)),
          isSeeded: sharesOf((first as Paid).outcome, known, 'DAYS_15', 'LAST_CLICK').length > 0,
        };
      },
    );
    this.#byShop = Map.groupBy(buyers, ({ shopId }) => shopId);
  }

  of(shopId: string): readonly Buyer[] {
    return this.#byShop.get(shopId) ?? [];
  }
}

interface Paid {
  readonly name: string;
  readonly outcome: OrderOutcome & { readonly person: string };
}

function platformsBy<Fact extends { readonly platformId: string }>(
  facts: readonly Fact[],
  keyOf: (fact: Fact) => string | undefined,
): Map<string | undefined, Set<string>> {
  const platforms = new Map<string | undefined, Set<string>>();
  for (const fact of facts) {
    const key = keyOf(fact);
    platforms.set(key, (platforms.get(key) ?? new Set()).add(fact.platformId));
  }
  return platforms;
}
