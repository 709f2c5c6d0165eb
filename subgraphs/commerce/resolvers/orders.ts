import { found } from '../../kit/found.ts';
import { checkId } from '../../kit/ids.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';

/** Orders with their lines and refunds. */
export const orderResolvers: Resolvers = {
  Query: {
    order: async (_query, { id }, { catalogue }) => (await catalogue.order.load(checkId(id, 'order'))) ?? null,
  },
  Order: {
    __resolveReference: async ({ id }, { catalogue }) => found(await catalogue.order.load(id), 'order', id),
    shop: async (order, _args, { catalogue }) => present(await catalogue.shop.load(order.shopId), 'shop'),
    lines: async (order, _args, { catalogue }) => (await catalogue.linesOfOrder.load(order.id)) ?? [],
    refunds: async (order, _args, { catalogue }) => (await catalogue.refundsOfOrder.load(order.id)) ?? [],
    logistics: async (order, _args, { catalogue }) => {
      const provider = order.logisticsProvider;
      if (provider === null) return null;
      const shop = await catalogue.shop.load(order.shopId);
      const service = shop?.logistics.find((each) => each.provider === provider);
      return service
        ? { ...service, legs: [...service.legs], features: [...service.features] }
        : { provider, legs: [], features: [] };
    },
  },
  OrderLine: {
    product: async (line, _args, { catalogue }) =>
      line.productId === null ? null : ((await catalogue.product.load(line.productId)) ?? null),
  },
};
