import type { Catalog } from '../catalog/catalog.ts';
import { item } from '../catalog/item.ts';
import { type Trail, trailOf } from '../catalog/shelf.ts';
import type { EventInput, RawEvent } from '../commerce/event.ts';
import { eventsOf, type Journey } from '../commerce/journey.ts';
import type { Order } from '../commerce/order.ts';
import type { Plan } from '../plan.ts';

/** A situation in which a careless count goes wrong, with the events that make it. */
export interface Trap {
  readonly name: string;
  /** What a right count does. */
  readonly promise: string;
  readonly events: readonly RawEvent[];
}

/** People of the traps are none of the readers. */
const FIRST_TRAP_PERSON = 50_000_000;
const NEVER_TWICE: ReadonlySet<string> = new Set();

/** What traps are made with. */
export interface TrapKit {
  readonly plan: Plan;
  /** Active links into shops that tell of sales, in the catalog's order; taken in turn. */
  trail(turn: number): Trail;
  /** Two links of different notes into one shop, and one into another shop. */
  readonly pair: readonly [Trail, Trail];
  readonly elsewhere: Trail;
  /** Links into the shop that nine people know. */
  readonly apart: readonly Trail[];
  /** A person of the traps, each their own. */
  person(): number;
}

/** The kit of a world. */
export function trapKit(plan: Plan, catalog: Catalog): TrapKit {
  const all = catalog.links.map((_, place) => trailOf(catalog, place));
  const open = all.filter(
    ({ link, shop, note }) => link.status === 'ACTIVE' && shop.reports && note.cohort === 'LASTING',
  );
  const apart = all.filter(({ note }) => note.index === catalog.notes.length - 2);
  let people = 0;
  return {
    plan,
    trail: (turn) => item(open, turn % open.length),
    ...pairOf(open),
    apart,
    person: () => {
      people += 1;
      return FIRST_TRAP_PERSON + people;
    },
  };
}

function pairOf(open: readonly Trail[]): { pair: [Trail, Trail]; elsewhere: Trail } {
  for (const first of open) {
    const second = open.find((one) => one.shopPlace === first.shopPlace && one.note !== first.note);
    const elsewhere = open.find((one) => one.shopPlace !== first.shopPlace);
    if (second && elsewhere) return { pair: [first, second], elsewhere };
  }
  throw new RangeError('No two notes link into one shop.');
}

interface TrapStep {
  readonly key: string;
  readonly trail: Trail;
  readonly person: number | null;
  readonly consent?: EventInput['consent'];
  readonly clickAt?: number;
  readonly clickDelay?: number;
  /** Visit and cart, both at this instant. */
  readonly visitAt?: number;
  readonly paidAt?: number;
  readonly namesClick?: boolean;
}

/** Some steps of one person. */
export function steps(plan: Plan, step: TrapStep): RawEvent[] {
  const { key, trail, person, consent, clickAt, clickDelay, visitAt, paidAt, namesClick = false } = step;
  const journey: Journey = {
    key,
    trail,
    actor: { person, ...(consent ? { consent } : {}) },
    ...(clickAt === undefined ? {} : { click: { at: clickAt, delay: clickDelay } }),
    ...(visitAt === undefined ? {} : { visit: { at: visitAt }, cartAt: visitAt }),
    namesClick,
    orders: paidAt === undefined ? [] : [plainOrder(key, trail, paidAt, namesClick)],
  };
  return eventsOf(plan.seed, journey);
}

function plainOrder(key: string, trail: Trail, paidAt: number, namesClick: boolean): Order {
  return {
    key,
    platformOrderId: `T7${key.toUpperCase()}`,
    shop: trail.shop,
    placedAt: paidAt,
    paidAt,
    receivedAt: null,
    refundedAt: null,
    lines: [{ product: trail.product, quantity: 1, amount: trail.product.price, refunded: 0 }],
    namesClick,
    delay: undefined,
    twice: NEVER_TWICE,
  };
}
