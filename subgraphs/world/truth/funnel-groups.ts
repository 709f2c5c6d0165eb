import { dayAt } from '../calendar.ts';
import type { Shop } from '../catalog/types.ts';
import type { World } from '../world.ts';
import type { FunnelDimension } from './funnel-dimensions.ts';

/** Which groups something belongs to, by dimension. */
export type FunnelGroups = Readonly<Record<FunnelDimension, readonly string[]>>;

/** A read or a tap, as far as it says what it belongs to; a read led to all that its note links to. */
interface Led {
  readonly noteId: string;
  readonly productId?: string;
  readonly platformId: string;
  readonly at: number;
}

/** Tells which groups reads and taps on the way into shops belong to. */
export class FunnelGroupFinder {
  readonly #authors: ReadonlyMap<string, string>;
  readonly #industries: ReadonlyMap<string, string>;
  /** Products and boosts by `${noteId} ${shopId}`. */
  readonly #linked: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #boosts: ReadonlyMap<string, readonly { id: string; startsOn: string; endsOn: string }[]>;
  readonly #cohorts: ReadonlyMap<string, string>;

  constructor(world: World) {
    const { notes, authors, products } = world.catalog;
    this.#authors = new Map(notes.map((note) => [note.id, authors[note.author]?.id ?? '']));
    this.#industries = new Map(products.map(({ id, industry }) => [id, industry]));
    this.#linked = productsByWay(world);
    const campaigns = new Map(world.campaigns.map((campaign) => [campaign.id, campaign]));
    const boosted = [...world.boosts()].flatMap(({ noteId, campaignId }) => {
      const campaign = campaigns.get(campaignId);
      return campaign ? [{ ...campaign, way: `${noteId} ${campaign.shopId}` }] : [];
    });
    this.#boosts = Map.groupBy(boosted, ({ way }) => way);
    this.#cohorts = new Map([...world.persons()].map(({ key, ageCohort }) => [key, ageCohort]));
  }

  /** Whether content knows a person's age, so that nobody can have invented the person. */
  isKnown(person: string): boolean {
    return this.#cohorts.has(person);
  }

  /** @param person whose deed it is */
  of(led: Led, shopId: string, person: string | undefined): FunnelGroups {
    const way = `${led.noteId} ${shopId}`;
    const products = led.productId === undefined ? [...(this.#linked.get(way) ?? [])] : [led.productId];
    const day = dayAt(led.at);
    const running = (this.#boosts.get(way) ?? []).filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
    return {
      NOTE: [led.noteId],
      PRODUCT: products,
      AUTHOR: [this.#authors.get(led.noteId) ?? ''],
      INDUSTRY: [...new Set(products.flatMap((product) => this.#industries.get(product) ?? []))],
      PLATFORM: [led.platformId],
      CAMPAIGN: [...new Set(running.map(({ id }) => id))],
      AGE_COHORT: person === undefined ? [] : [this.#cohorts.get(person) ?? 'UNKNOWN'],
    };
  }

  /** What follows from a key: a note's author, a product's industry. */
  following(dimension: FunnelDimension, key: string): string {
    return (dimension === 'NOTE' ? this.#authors : this.#industries).get(key) ?? '';
  }
}

function productsByWay({ catalog }: World): Map<string, Set<string>> {
  const linked = new Map<string, Set<string>>();
  for (const { note, product, status } of catalog.links) {
    const [from, to] = [catalog.notes[note], catalog.products[product]];
    const shop: Shop | undefined = to && catalog.shops[to.shop];
    if (!from || !to || !shop || status === 'REMOVED') continue;
    const way = `${from.id} ${shop.id}`;
    linked.set(way, (linked.get(way) ?? new Set()).add(to.id));
  }
  return linked;
}
