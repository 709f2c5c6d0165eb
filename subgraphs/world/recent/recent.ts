import { DAY, HOUR, MINUTE, RECENT_DAYS, SECOND } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { item } from '../catalog/item.ts';
import { makeShelf, type Trail, trailsOf } from '../catalog/shelf.ts';
import type { Note } from '../catalog/types.ts';
import { chooseTrail } from '../commerce/buyers.ts';
import type { RawEvent } from '../commerce/event.ts';
import { eventsOf, type Journey } from '../commerce/journey.ts';
import type { Order } from '../commerce/order.ts';
import type { EngagementKind } from '../content/engagements.ts';
import { worldSearchId } from '../content/search-id.ts';
import { searchText } from '../content/search-text.ts';
import type { Search } from '../content/searches.ts';
import type { Group, Plan } from '../plan.ts';
import { stream } from '../random/stream.ts';

export interface RecentRead {
  readonly note: Note;
  readonly person: number;
  readonly at: number;
}

/** What happens until `now`: it moves with the moment of loading, so that a first look finds figures that live. */
export interface Recent {
  readonly reads: number;
  readonly searches: number;
  readonly interactions: number;
  readonly clicks: number;
  read(index: number): RecentRead;
  search(index: number): Search;
  engagement(index: number): RecentRead & { kind: EngagementKind; asksForLink: boolean };
  events(index: number): RawEvent[];
}

const KINDS: readonly EngagementKind[] = [
  'likes',
  'comments',
  'likes',
  'saves',
  'shares',
  'comments',
  'likes',
  'follows',
  'saves',
  'likes',
];
/** One tap of four is on the first note. */
const FIRST_NOTE_TAPS = 4;
/** One tap of three follows a search. */
const SEARCHED_TAPS = 3;
const NEVER_TWICE: ReadonlySet<string> = new Set();

/** @returns reads, searches, interactions and journeys of the two weeks before the plan's `now`, most of them of the last days */
export function makeRecent(plan: Plan, catalog: Catalog): Recent {
  const { seed, now, recent } = plan;
  const random = stream(seed, 'recent');
  const shelf = makeShelf(plan, catalog, 'RECENT');
  const time = (at: number) => {
    const unit = random.unit(at);
    return now - MINUTE - Math.floor(unit * unit * (RECENT_DAYS * DAY - HOUR));
  };
  const person = (at: number) => random.below(at, plan.oldUsers);
  const group = (at: number): Group => {
    const unit = random.unit(at);
    return unit < 0.5 ? 'BEAUTY' : unit < 0.75 ? 'SPORTS' : 'OTHER';
  };
  const read = (index: number): RecentRead => {
    const at = index * 8;
    return { note: shelf.note(group(at), random.unit(at + 1)), person: person(at + 2), at: time(at + 3) };
  };
  const tap = (index: number): RecentRead & { trail: Trail } => {
    const at = 0x10_00_00_00 + index * 16;
    const note =
      index % FIRST_NOTE_TAPS === 0 ? item(catalog.notes, 0) : shelf.sellingNote(group(at), random.unit(at + 1));
    const trails = trailsOf(catalog, note, true);
    return {
      note,
      person: person(at + 2),
      at: time(at + 3),
      trail: item(trails, chooseTrail(trails.length, random.unit(at + 4))),
    };
  };
  const search = (index: number): Search => {
    const at = 0x20_00_00_00 + index * 8;
    const tapped = searchedTap(recent, index) ? tap(index * SEARCHED_TAPS) : undefined;
    const text = searchText(tapped?.note.industry, random.unit(at), random.unit(at + 1));
    const when = tapped ? tapped.at - 20 * SECOND - random.below(at + 2, 300 * SECOND) : time(at + 2);
    return {
      id: worldSearchId(seed, 'recent', index, text),
      person: tapped?.person ?? person(at + 3),
      text,
      origin: random.below(at + 4, 25) < 22 ? 'USER' : 'SUGGESTED',
      at: when,
    };
  };
  return {
    reads: recent.reads,
    searches: recent.searches,
    interactions: recent.interactions,
    clicks: recent.clicks,
    read,
    search,
    engagement: (index) => {
      const base = read((index * 7) % Math.max(1, recent.reads));
      const at = Math.min(now - 1, base.at + 5 * SECOND + random.below(0x30_00_00_00 + index, 200 * SECOND));
      return { ...base, at, kind: item(KINDS, index % KINDS.length), asksForLink: index % KINDS.length === 1 };
    },
    events: (index) => {
      const from = searchedSearch(recent, index);
      const journey = recentJourney(plan, tap(index), index, from === undefined ? undefined : search(from).id);
      return eventsOf(seed, journey).map((event) => ({ ...event, receivedAt: Math.min(now, event.receivedAt) }));
    },
  };
}

/** Whether a search leads to a tap: the n-th to every third. */
function searchedTap({ clicks }: Plan['recent'], index: number): boolean {
  return index * SEARCHED_TAPS < clicks;
}

function searchedSearch({ searches }: Plan['recent'], tap: number): number | undefined {
  const index = tap / SEARCHED_TAPS;
  return Number.isInteger(index) && index < searches ? index : undefined;
}

function recentJourney(
  plan: Plan,
  tap: RecentRead & { trail: Trail },
  index: number,
  searchId: string | undefined,
): Journey {
  const random = stream(plan.seed, 'recent.journey');
  const { trail, person } = tap;
  const last = plan.now - 2 * SECOND;
  const after = (from: number, unit: number, most: number) => Math.min(last, from + SECOND + Math.floor(unit * most));
  const at = index * 8;
  const visitAt = after(tap.at, random.unit(at), 2 * MINUTE);
  const paidAt = after(visitAt, random.unit(at + 1), random.below(at + 2, 3) === 0 ? 3 * DAY : HOUR);
  const key = `now${index + 1}`;
  const amount = trail.product.price;
  const order: Order = {
    key,
    platformOrderId: `T8${key.toUpperCase()}`,
    shop: trail.shop,
    placedAt: Math.max(visitAt, paidAt - 90 * SECOND),
    paidAt,
    receivedAt: null,
    refundedAt: null,
    lines: [{ product: trail.product, quantity: 1, amount, refunded: 0 }],
    namesClick: index % 2 === 0,
    delay: undefined,
    twice: NEVER_TWICE,
  };
  const buys = index < plan.recent.orders;
  return {
    key,
    actor: { person, consent: 'GRANTED' },
    trail,
    click: { at: tap.at, ...(searchId ? { searchId } : {}) },
    ...(buys || index % 4 > 0 ? { visit: { at: visitAt } } : {}),
    ...(buys && index % 3 > 0 ? { cartAt: after(visitAt, random.unit(at + 3), MINUTE) } : {}),
    namesClick: index % 2 === 0,
    orders: buys ? [order] : [],
  };
}
