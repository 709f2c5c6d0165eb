import { DATA_GAP, DAY, HOUR, MINUTE, SECOND, startOf } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Trail } from '../catalog/shelf.ts';
import type { Product, Shop } from '../catalog/types.ts';
import type { OrderDirt } from '../dirt/order-dirt.ts';
import { stream } from '../random/stream.ts';

export interface Line {
  readonly product: Product;
  readonly quantity: number;
  /** 分 */
  readonly amount: number;
  /** 分, at the refund; 0 where nothing came back. */
  readonly refunded: number;
}

/** One order with what became of it. */
export interface Order {
  readonly key: string;
  readonly platformOrderId: string;
  readonly shop: Shop;
  readonly placedAt: number;
  readonly paidAt: number | null;
  readonly receivedAt: number | null;
  readonly refundedAt: number | null;
  readonly lines: readonly Line[];
  readonly namesClick: boolean;
  /** How late its payment is told, where not as usual. */
  readonly delay: number | undefined;
  /** The stages told twice. */
  readonly twice: ReadonlySet<string>;
}

/** After goods were received they can be sent back for seven days (七天无理由); then the order is settled. */
const SETTLED_AFTER = 7 * DAY;

/** Nothing came of one marketplace for two days: what happened there then, happened two days later in this world. */
export function outsideGap(platformId: string, at: number): number {
  const from = startOf(DATA_GAP.from);
  const days = startOf(DATA_GAP.to) + DAY - from;
  return platformId === DATA_GAP.platformId && at >= from && at < from + days ? at + days : at;
}

interface Bought {
  readonly key: string;
  /** Among the orders over which quotas count. */
  readonly ordinal: number;
  readonly trail: Trail;
  readonly paidAt: number;
  readonly namesClick: boolean;
}

/** Makes orders from what was bought where and when. */
export function orderMaker(seed: number, catalog: Catalog, dirt: OrderDirt): (bought: Bought) => Order {
  const random = stream(seed, `order.${dirt.name}`);
  const shelves = productsByShop(catalog);
  return ({ key, ordinal, trail, paidAt, namesClick }) => {
    const own = shelves.get(trail.shopPlace) ?? [trail.product];
    const start = Math.max(0, own.indexOf(trail.product));
    const fate = dirt.of(ordinal);
    const lines = Array.from({ length: fate.lines }, (_, at): Line => {
      const product = own[(start + at) % own.length] ?? trail.product;
      const draw = random.below(ordinal * 8 + at, 10);
      const quantity = draw < 8 ? 1 : draw - 6;
      const amount = Math.floor(
        (product.price * quantity * (random.below(ordinal * 8 + at + 4, 4) === 0 ? 95 : 100)) / 100,
      );
      const back = fate.refund === 'FULL' ? amount : fate.refund === 'PART' && at === 0 ? Math.floor(amount / 2) : 0;
      return { product, quantity, amount, refunded: back };
    });
    const { platformId } = trail.shop;
    const receivedAt = fate.received ? outsideGap(platformId, paidAt + 2 * DAY + random.below(ordinal, 3 * DAY)) : null;
    const wait = fate.settled
      ? SETTLED_AFTER + DAY + random.below(ordinal + 1, 9 * DAY)
      : HOUR + random.below(ordinal + 2, 6 * DAY);
    return {
      key,
      platformOrderId: `T${String((random.bits(ordinal) % 900_000) + 100_000)}${key.toUpperCase().replaceAll('_', '')}`,
      shop: trail.shop,
      placedAt: outsideGap(platformId, paidAt - 10 * SECOND - random.below(ordinal + 3, 10 * MINUTE)),
      paidAt,
      receivedAt,
      refundedAt: fate.refund !== 'NONE' && receivedAt !== null ? outsideGap(platformId, receivedAt + wait) : null,
      lines,
      namesClick,
      delay: fate.delay,
      twice: fate.twice,
    };
  };
}

const cache = new WeakMap<Catalog, Map<number, Product[]>>();

function productsByShop(catalog: Catalog): Map<number, Product[]> {
  const known = cache.get(catalog);
  if (known) return known;
  const map = new Map<number, Product[]>();
  for (const product of catalog.products) {
    const own = map.get(product.shop);
    if (own) own.push(product);
    else map.set(product.shop, [product]);
  }
  cache.set(catalog, map);
  return map;
}
