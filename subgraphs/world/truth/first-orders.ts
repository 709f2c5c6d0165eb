import { type OrderFact, orderOn } from './ledger.ts';

/** Which orders were their buyers' first paid ones in the shop, by what was known on a day; of two at one instant the lesser name. */
export class FirstOrders {
  readonly #byBuyer: ReadonlyMap<string, readonly OrderFact[]>;

  constructor(orders: readonly OrderFact[]) {
    const known = orders.flatMap((order) => buyersOf(order).map((buyer) => ({ buyer, order })));
    this.#byBuyer = new Map(
      [...Map.groupBy(known, ({ buyer }) => buyer)].map(([buyer, own]) => [buyer, own.map(({ order }) => order)]),
    );
  }

  /** The days on which another order of the same buyer may have become known. */
  daysOf(order: OrderFact): number[] {
    const others = buyersOf(order).flatMap((buyer) => this.#byBuyer.get(buyer) ?? []);
    return others.flatMap(({ payments }) => payments.map(({ knownOn }) => knownOn));
  }

  isFirst(order: OrderFact, day: number): boolean {
    const own = orderOn(order, day);
    if (!own?.person) return false;
    const others = this.#byBuyer.get(`${own.person} ${own.shopId}`) ?? [];
    return others.every((other) => {
      const made = orderOn(other, day);
      if (other === order || !made || made.person !== own.person) return true;
      return made.at > own.at || (made.at === own.at && other.name > order.name);
    });
  }
}

function buyersOf({ payments, shopId }: OrderFact): string[] {
  return [...new Set(payments.flatMap(({ person }) => (person ? [`${person} ${shopId}`] : [])))];
}
