import { checkFirst, toConnection } from '../../kit/connection.ts';
import { cursorInstant, decodeCursor } from '../../kit/cursor.ts';
import { found } from '../../kit/found.ts';
import { checkId } from '../../kit/ids.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { checkOwnShop } from '../own-shop.ts';

/** Shops with what they sell and what was ordered of them. */
export const shopResolvers: Resolvers = {
  Query: {
    shop: async (_query, { id }, { catalogue }) => (await catalogue.shop.load(checkId(id, 'shop'))) ?? null,
  },
  Shop: {
    __resolveReference: async ({ id }, { catalogue }) => found(await catalogue.shop.load(id), 'shop', id),
    platform: async (shop, _args, { catalogue }) => present(await catalogue.platform.load(shop.platformId), 'platform'),
    products: async (shop, { first, after }, { catalogue }) => {
      const list = `products-of:${shop.id}`;
      checkFirst(first);
      const [from] = after ? decodeCursor(list, after, ['']) : [];
      const rows = await catalogue.productsOfShop({ limit: first + 1, after: from }).load(shop.id);
      return toConnection(rows ?? [], { first, after, list, keysOf: (row) => [row.id] });
    },
    orders: async (shop, { first, after, status = null }, { catalogue, claims }) => {
      checkOwnShop(claims, shop.id);
      const list = `orders-of:${shop.id}:${status}`;
      checkFirst(first);
      const from = after ? decodeCursor(list, after, [0, ''] as const) : undefined;
      const place = from && ([cursorInstant(from[0]), from[1]] as const);
      const rows = await catalogue.ordersOfShop({ limit: first + 1, after: place, status }).load(shop.id);
      return toConnection(rows ?? [], { first, after, list, keysOf: (row) => [row.placedAt.getTime(), row.id] });
    },
  },
};
