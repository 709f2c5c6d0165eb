import { checkFirst } from '../../kit/connection.ts';
import { found } from '../../kit/found.ts';
import { freshnessOf } from '../../kit/freshness.ts';
import { toldLink, toldNote, toldSource } from '../conversions/placement.ts';
import { readFeedFilter } from '../feed/feed-filter.ts';
import { readFeedPage } from '../feed/feed-page.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { ownShops, ownsShop } from '../own-shop.ts';

const MOST = 500;

/** The partners' feed of conversions. */
export const feedResolvers: Resolvers = {
  Query: {
    conversions: async (_query, { first, after = null, filter }, { db, settings, now, claims }) => {
      checkFirst(first, MOST);
      const page = await readFeedPage(db, { filter: readFeedFilter(filter ?? {}, ownShops(claims)), first, after });
      const edges = page.entries.map(({ cursor, entry }) => ({ cursor, node: entry.conversion }));
      return {
        edges,
        nodes: edges.map((edge) => edge.node),
        pageInfo: {
          hasNextPage: page.hasNextPage,
          hasPreviousPage: after !== null,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: page.endCursor,
        },
        freshness: freshnessOf({
          newest: page.reached ?? undefined,
          end: undefined,
          window: 0,
          lateness: settings.latenessMinutes * 60_000,
          now,
        }),
      };
    },
  },
  Conversion: {
    __resolveReference: async ({ id }, { conversions, claims }) => {
      const conversion = await conversions.load(id);
      return found(conversion && ownsShop(claims, conversion.shopId) ? conversion : undefined, 'conversion', id);
    },
    note: ({ noteId }) => named(toldNote(noteId)),
    source: ({ noteId }) => named(toldSource(noteId)),
    productLink: ({ linkId }) => named(toldLink(linkId)),
    product: async ({ productId }, _args, { catalogue }) =>
      productId === null ? null : ((await catalogue.product.load(productId)) ?? null),
    shop: async ({ shopId }, _args, { catalogue }) =>
      shopId === null ? null : ((await catalogue.shop.load(shopId)) ?? null),
  },
};

function named(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}
