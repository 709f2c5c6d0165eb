import type { FirstOrder } from '../../store/orders/order-states.ts';
import { buyerKey, buyerOf, isEarlier, type SummedOrder } from './first-orders.ts';

/** An order as it was from an instant on. */
export interface OrderAt extends SummedOrder {
  /** Milliseconds since 1970. */
  readonly from: number;
}

/** When an order began, or ceased, to count at a time for a buyer. */
interface Change {
  readonly from: number;
  readonly id: string;
  /** Null where it does not count, or for another buyer. */
  readonly countedAt: number | null;
}

/** A buyer's first order from an instant on. */
interface Reign {
  readonly from: number;
  readonly first: FirstOrder | undefined;
}

/** Which order was each buyer's first at what time, by what was known then. */
export class Reigns {
  readonly #byBuyer = new Map<string, readonly Reign[]>();
  readonly #instants = new Map<string, number[]>();

  /** @param lives the versions of each order, in the order of time: all orders of the buyers */
  constructor(lives: readonly (readonly OrderAt[])[]) {
    const changes = Map.groupBy(lives.flatMap(changesOf), ({ key }) => key);
    for (const [key, own] of changes) {
      const reigns = reignsOf(own.toSorted((a, b) => a.from - b.from));
      this.#byBuyer.set(key, reigns);
      reigns.forEach(({ from, first }, index) => {
        for (const id of [reigns[index - 1]?.first?.id, first?.id]) if (id !== undefined) this.#note(id, from);
      });
    }
  }

  /** The buyers' first orders at an instant. */
  at(instant: number): { get(buyer: string): FirstOrder | undefined } {
    return { get: (buyer) => this.#byBuyer.get(buyer)?.findLast(({ from }) => from <= instant)?.first };
  }

  /** The instants at which an order became its buyer's first, or ceased to be. */
  instantsOf(orderId: string): readonly number[] {
    return this.#instants.get(orderId) ?? [];
  }

  #note(orderId: string, instant: number): void {
    const known = this.#instants.get(orderId);
    if (known) known.push(instant);
    else this.#instants.set(orderId, [instant]);
  }
}

function changesOf(versions: readonly OrderAt[]): (Change & { readonly key: string })[] {
  let last: string | undefined;
  return versions.flatMap((version) => {
    const buyer = buyerOf(version);
    const key = buyer && buyerKey(buyer);
    const { from, state, summary } = version;
    const gone = last !== undefined && last !== key ? [{ key: last, from, id: state.id, countedAt: null }] : [];
    last = key;
    return key === undefined ? gone : [...gone, { key, from, id: state.id, countedAt: summary.countedAt }];
  });
}

/** @param changes of one buyer, in the order of time */
function reignsOf(changes: readonly Change[]): Reign[] {
  const orders = new Map<string, FirstOrder>();
  const reigns: Reign[] = [];
  let first: FirstOrder | undefined;
  changes.forEach(({ from, id, countedAt }, index) => {
    const order = countedAt === null ? undefined : { id, countedAt };
    if (order) orders.set(id, order);
    else orders.delete(id);
    if (first?.id === id) first = earliest(orders.values());
    else if (order && (!first || isEarlier(order, first))) first = order;
    // What changed at one instant changed at once.
    if (changes[index + 1]?.from !== from && reigns.at(-1)?.first?.id !== first?.id) reigns.push({ from, first });
  });
  return reigns;
}

function earliest(orders: Iterable<FirstOrder>): FirstOrder | undefined {
  let first: FirstOrder | undefined;
  for (const order of orders) if (!first || isEarlier(order, first)) first = order;
  return first;
}
