import { batched, batchedByArguments, groupedInOrder, inOrder } from '../../kit/batch.ts';
import { platformsByIds } from '../store/catalogue/platforms.ts';
import { productsByIds, productsByPlatformIds, productsOfShops, unitsSold } from '../store/catalogue/products.ts';
import { shopsByIds } from '../store/catalogue/shops.ts';
import type { OrderStatus } from '../store/orders/order-tables.ts';
import { linesOfOrders, ordersByIds, ordersOfShops, refundsOfOrders } from '../store/orders/orders.ts';
import type { CommerceDb } from '../store/tables.ts';

/** Arguments of a page of products by id. */
export interface ProductsPage {
  readonly limit: number;
  readonly after: string | undefined;
}

/** Arguments of a page of a shop's orders. */
export interface OrdersPage {
  readonly limit: number;
  readonly after: readonly [Date, string] | undefined;
  readonly status: OrderStatus | null;
}

export type CatalogueLoaders = ReturnType<typeof catalogueLoaders>;

/** One request's loaders of what is sold and ordered: each kind is one statement, however many ask. */
export function catalogueLoaders(db: CommerceDb) {
  return {
    platform: batched(async (ids: readonly string[]) => inOrder(ids, await platformsByIds(db, ids), (row) => row.id)),
    shop: batched(async (ids: readonly string[]) => inOrder(ids, await shopsByIds(db, ids), (row) => row.id)),
    product: batched(async (ids: readonly string[]) => inOrder(ids, await productsByIds(db, ids), (row) => row.id)),
    productByPlatformId: productByPlatformIdLoader(db),
    unitsSold: batched(async (ids: readonly string[]) => {
      const rows = await unitsSold(db, ids);
      return inOrder(ids, rows, (row) => row.productId).map((row) => row?.units ?? 0);
    }),
    order: batched(async (ids: readonly string[]) => inOrder(ids, await ordersByIds(db, ids), (row) => row.id)),
    linesOfOrder: batched(async (ids: readonly string[]) =>
      groupedInOrder(ids, await linesOfOrders(db, ids), (row) => row.orderId),
    ),
    refundsOfOrder: batched(async (ids: readonly string[]) =>
      groupedInOrder(ids, await refundsOfOrders(db, ids), (row) => row.orderId),
    ),
    productsOfShop: batchedByArguments(async (page: ProductsPage, ids: readonly string[]) =>
      groupedInOrder(ids, await productsOfShops(db, ids, page), (row) => row.parentId),
    ),
    ordersOfShop: batchedByArguments(async (page: OrdersPage, ids: readonly string[]) =>
      groupedInOrder(ids, await ordersOfShops(db, ids, page), (row) => row.parentId),
    ),
  };
}

/** Keys are `[platform id, the marketplace's own id]` as JSON, so that equal ones are one. */
function productByPlatformIdLoader(db: CommerceDb) {
  return batched(async (keys: readonly string[]) => {
    const wanted = keys.map((key) => {
      const [platformId, platformProductId] = JSON.parse(key) as [string, string];
      return { platformId, platformProductId };
    });
    return inOrder(keys, await productsByPlatformIds(db, wanted), (row) =>
      platformKey(row.platformId, row.platformProductId),
    );
  });
}

/** The key of `productByPlatformId`. */
export function platformKey(platformId: string, platformProductId: string): string {
  return JSON.stringify([platformId, platformProductId]);
}
