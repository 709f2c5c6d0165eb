import { checkFirst, toConnection } from '../../kit/connection.ts';
import { decodeCursor } from '../../kit/cursor.ts';
import { found } from '../../kit/found.ts';
import { checkId } from '../../kit/ids.ts';
import { present } from '../../kit/present.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { platformKey } from '../loaders/catalogue.ts';
import { type Hit, searchProducts } from '../store/catalogue/product-search.ts';
import { type ProductFilter, productsPage } from '../store/catalogue/products.ts';

/** Products, by themselves and as a search finds them; what they sold is told elsewhere, with the other figures. */
export const productResolvers: Resolvers = {
  Query: {
    product: async (_query, { id }, { catalogue }) => (await catalogue.product.load(checkId(id, 'product'))) ?? null,
    productByPlatformId: async (_query, { platformId, platformProductId }, { catalogue }) => {
      const key = platformKey(checkId(platformId, 'platform'), platformProductId);
      return (await catalogue.productByPlatformId.load(key)) ?? null;
    },
    products: async (_query, { first, after, filter }, { db }) => {
      const wanted = productFilter(filter);
      const list = `products:${JSON.stringify(wanted)}`;
      checkFirst(first);
      const [from] = after ? decodeCursor(list, after, ['']) : [];
      const rows = await productsPage(db, wanted, { limit: first + 1, after: from });
      return toConnection(rows, { first, after, list, keysOf: (row) => [row.id] });
    },
  },
  Product: {
    __resolveReference: async (reference, { catalogue }) => {
      if ('id' in reference) return found(await catalogue.product.load(reference.id), 'product', reference.id);
      const { platformId, platformProductId } = reference;
      const product = await catalogue.productByPlatformId.load(platformKey(platformId, platformProductId));
      return found(product, `product of ${platformId}`, platformProductId);
    },
    shop: async (product, _args, { catalogue }) => present(await catalogue.shop.load(product.shopId), 'shop'),
    soldAtLeast: async (product, _args, { catalogue }) =>
      soldAtLeast((await catalogue.unitsSold.load(product.id)) ?? 0),
  },
  Search: {
    products: async (search, { first, after }, { db, catalogue }) => {
      const text = present(search.text, 'text');
      const list = `search-products:${text}`;
      checkFirst(first);
      const from = after ? decodeCursor(list, after, [0, ''] as const) : undefined;
      const last = from && { rank: from[0], id: from[1] };
      const hits = await searchProducts(db, text, { limit: first + 1, after: last });
      const products = await Promise.all(
        hits.map(async (hit) => ({ ...hit, product: present(await catalogue.product.load(hit.id), 'product') })),
      );
      const keysOf = (hit: Hit) => [hit.rank, hit.id];
      return toConnection(products, { first, after, list, keysOf }, (hit) => hit.product);
    },
  },
};

function productFilter(
  filter:
    | { shopId?: string | null; industry?: ProductFilter['industry']; salesTrack?: ProductFilter['salesTrack'] }
    | null
    | undefined,
): ProductFilter {
  const shopId = filter?.shopId ?? null;
  return {
    shopId: shopId === null ? null : checkId(shopId, 'shop'),
    industry: filter?.industry ?? null,
    salesTrack: filter?.salesTrack ?? null,
  };
}

/** Rounds units down to 10, 50, 100, 500, 1,000 and so on; null below 10: how well a product sells, not what its shop earns. */
function soldAtLeast(units: number): number | null {
  if (units < 10) return null;
  const power = 10 ** Math.floor(Math.log10(units));
  return units >= 5 * power ? 5 * power : power;
}
