import type { LoadLink } from './catalogue.ts';
import type { Random } from './random.ts';

/** An event as a platform sends it: the contract's EventInput. */
export interface LoadEvent {
  readonly eventId: string;
  readonly stage: string;
  readonly occurredAt: string;
  readonly personKey?: string;
  readonly consent?: string;
  /** Of a correction: the event whose place it takes. */
  readonly correctsEventId?: string;
  /** With correctsEventId: it never happened. */
  readonly retract?: boolean;
  readonly clickId?: string;
  readonly sourceId?: string;
  readonly productLinkId?: string;
  readonly searchId?: string;
  readonly shopId?: string;
  readonly platformId?: string;
  readonly platformProductId?: string;
  readonly order?: {
    readonly platformOrderId: string;
    readonly platformLineId: string;
    readonly amount: string;
    readonly currencyCode: 'CNY';
  };
}

/** How people go about it. Shares are from 0 to 1. */
export interface Habits {
  /** So many persons come again and again. */
  readonly persons: number;
  /** Journeys began up to so long ago, in milliseconds. */
  readonly longestAgoMs: number;
  readonly deniedShare: number;
  /** Journeys of whom nobody is known: only click ids join what follows. */
  readonly anonymousShare: number;
  /** Journeys whose events arrive in any order. */
  readonly unorderedShare: number;
}

/** What people do next, of those who did the step before. About 61 % of all events are reads, 18 % clicks, 11 % visits, 10 % the rest. */
const NEXT = {
  click: 0.3,
  search: 0.2,
  visit: 0.6,
  cart: 0.35,
  order: 0.5,
  secondLine: 0.2,
  receipt: 0.6,
  refund: 0.12,
};
const MINUTE_MS = 60_000;

/**
 * Makes the events of one person's way from a read to an order, in the order in which they occurred.
 * @param now milliseconds since 1970, when all of it is over
 */
function journey(random: Random, links: readonly LoadLink[], habits: Habits, now: number): LoadEvent[] {
  const link = links[random.skewed(links.length)] as LoadLink;
  const { linkId, noteId, shopId, platformId, platformProductId, price } = link;
  const anonymous = random.chance(habits.anonymousShare);
  const person = anonymous ? {} : { personKey: personKey(random.below(habits.persons)) };
  const consent = random.chance(habits.deniedShare) ? { consent: 'DENIED' } : {};
  const events: LoadEvent[] = [];
  let at = now - random.below(habits.longestAgoMs);
  const add = (stage: string, more: Partial<LoadEvent>) => {
    const occurredAt = new Date(at).toISOString();
    events.push({ eventId: random.hex(32), stage, occurredAt, ...person, ...consent, ...more });
    at = Math.min(now, at + random.below(10 * MINUTE_MS));
  };
  add('READ', { sourceId: noteId });
  if (!random.chance(NEXT.click)) return events;
  const clickId = `click_${random.hex(24)}`;
  const search = random.chance(NEXT.search) ? { searchId: searchId(random) } : {};
  add('LINK_CLICK', { clickId, productLinkId: linkId, ...search });
  const named = anonymous || random.chance(0.5) ? { clickId } : {};
  const product = { platformId, platformProductId };
  if (!random.chance(NEXT.visit)) return events;
  add('SHOP_VISIT', { shopId, ...named });
  if (!random.chance(NEXT.cart)) return events;
  add('ADD_TO_CART', { ...product, ...named });
  if (!random.chance(NEXT.order)) return events;
  const platformOrderId = random.hex(18);
  const lines = random.chance(NEXT.secondLine) ? ['1', '2'] : ['1'];
  const amountFen = Math.max(100, price);
  const tell = (stage: string, fen: number, eachLine = lines) => {
    for (const platformLineId of eachLine) {
      const order = { platformOrderId, platformLineId, amount: (fen / 100).toFixed(2), currencyCode: 'CNY' } as const;
      add(stage, { ...product, ...(stage === 'ORDER_PAID' ? named : {}), order });
    }
  };
  tell('ORDER_PLACED', amountFen);
  tell('ORDER_PAID', amountFen);
  if (random.chance(NEXT.receipt)) tell('ORDER_RECEIVED', amountFen);
  if (random.chance(NEXT.refund)) tell('REFUND', 1 + random.below(amountFen), ['1']);
  return events;
}

/** The events of many journeys that go on side by side, without end. */
export class EventStream {
  readonly #underWay: LoadEvent[][] = [];
  readonly #random: Random;
  readonly #make: () => LoadEvent[];

  /** @param width how many journeys are under way at once */
  constructor(random: Random, links: readonly LoadLink[], habits: Habits, width: number) {
    this.#random = random;
    this.#make = () => {
      const events = journey(random, links, habits, Date.now());
      return random.chance(habits.unorderedShare) ? events.reverse() : events;
    };
    for (let made = 0; made < width; made++) this.#underWay.push(this.#make());
  }

  /** The next events. */
  take(count: number): LoadEvent[] {
    return Array.from({ length: count }, () => {
      const place = this.#random.below(this.#underWay.length);
      const events = this.#underWay[place] as LoadEvent[];
      const event = events.shift() as LoadEvent;
      if (events.length === 0) this.#underWay[place] = this.#make();
      return event;
    });
  }
}

const keys: string[] = [];

/** A person's keyed hash: as random as one, and the same each time. */
function personKey(person: number): string {
  keys[person] ??= Array.from({ length: 8 }, (_, word) => scramble(person * 8 + word + 1)).join('');
  return keys[person];
}

function scramble(value: number): string {
  let mixed = Math.imul(value ^ 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/** Searches for twenty texts. */
function searchId(random: Random): string {
  const fingerprint = `text${String(random.below(20)).padStart(12, '0')}`;
  return `search_${fingerprint}_${random.hex(22)}`;
}
