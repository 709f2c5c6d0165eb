import { checkFirst } from '../../kit/connection.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';

const MOST = 20;

/** What goes with notes and products, by those who converted on both. */
export const relatedResolvers: Resolvers = {
  Note: {
    related: async ({ id }, { first }, { related }) =>
      (await related({ kind: 'NOTE', first: checkFirst(first, MOST) }).load(id)) ?? [],
  },
  RelatedNote: {
    note: ({ otherId }) => ({ id: otherId }),
    basis: () => 'BOUGHT_AFTER_BOTH',
  },
  Product: {
    boughtTogether: async ({ id }, { first }, { related }) =>
      (await related({ kind: 'PRODUCT', first: checkFirst(first, MOST) }).load(id)) ?? [],
  },
  RelatedProduct: {
    product: async ({ otherId }, _args, { catalogue }) => present(await catalogue.product.load(otherId), 'product'),
    basis: () => 'BOUGHT_BOTH',
  },
};
