import { dayOf } from '../../kit/calendar.ts';
import type { Touch } from '../conversions/attribution/touch.ts';
import { FunnelGroups, type Groups } from './funnel-groups.ts';
import { GroupKeys } from './group-keys.ts';

/** What the notes, links and people of some shops belong to. */
export interface Surroundings {
  /** By note. */
  readonly authors: ReadonlyMap<string, string>;
  /** The products of a shop to which a note links, by `${noteId} ${shopId}`. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
  /** By product. */
  readonly industries: ReadonlyMap<string, string>;
  /** By `${noteId} ${shopId}`. */
  readonly campaigns: ReadonlyMap<string, readonly BoostedDays[]>;
  /** By person. */
  readonly cohorts: ReadonlyMap<string, string>;
}

/** The days on which a campaign boosts a note: YYYY-MM-DD. */
export interface BoostedDays {
  readonly campaignId: string;
  readonly from: string;
  /** Null while nobody said when it ends. */
  readonly to: string | null;
}

/** A touch, as far as it says what it belongs to; without a product it is of all that its note links to. */
interface Led extends Pick<Touch, 'noteId' | 'platformId' | 'shopId' | 'occurredAt'> {
  readonly productId: string | null;
}

/** Tells which groups touches belong to; those that belong to the same share one object. */
export class GroupFinder {
  readonly #around: Surroundings;
  readonly #keys = new GroupKeys();
  readonly #known = new Map<string, FunnelGroups>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** @param person whose a touch is, or who did what is credited to it; null where nobody is known */
  of(led: Led, person: string | null): FunnelGroups {
    const { noteId, platformId, shopId, occurredAt, productId } = led;
    const { cohorts, campaigns } = this.#around;
    const cohort = person === null ? '' : (cohorts.get(person) ?? 'UNKNOWN');
    const day = campaigns.has(`${noteId} ${shopId}`) ? dayOf(new Date(occurredAt)) : '';
    const name = `${noteId} ${shopId} ${platformId} ${productId} ${cohort} ${day}`;
    const known = this.#known.get(name);
    if (known) return known;
    const groups = new FunnelGroups(groupsOf(led, cohort, this.#around), this.#keys);
    this.#known.set(name, groups);
    return groups;
  }
}

function groupsOf(
  { noteId, platformId, shopId, occurredAt, productId }: Led,
  cohort: string,
  { authors, linked, industries, campaigns }: Surroundings,
): Groups {
  const way = `${noteId} ${shopId}`;
  const author = authors.get(noteId);
  const products = productId === null ? (linked.get(way) ?? []) : [productId];
  const day = dayOf(new Date(occurredAt));
  const running = (campaigns.get(way) ?? []).filter(({ from, to }) => from <= day && (to === null || day <= to));
  return {
    NOTE: [noteId],
    PRODUCT: products,
    AUTHOR: author === undefined ? [] : [author],
    INDUSTRY: [...new Set(products.flatMap((product) => industries.get(product) ?? []))],
    PLATFORM: [platformId],
    CAMPAIGN: [...new Set(running.map(({ campaignId }) => campaignId))],
    AGE_COHORT: cohort === '' ? [] : [cohort],
  };
}
