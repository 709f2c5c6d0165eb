import { productKey, type References } from '../../../subgraphs/commerce/conversions/intake/name-event.ts';
import { LINKS } from './market.ts';

/** What the market's ids lead to. */
export function marketReferences(): References {
  const products = new Map(
    LINKS.map((link) => [
      productKey(link.platformId, link.platformProductId),
      { id: link.productId, shop: { id: link.shopId, platformId: link.platformId } },
    ]),
  );
  return {
    products,
    noteShops: new Map(
      [...Map.groupBy(LINKS, (link) => link.noteId)].map(([id, own]) => [id, own.map((link) => link.shopId)]),
    ),
    shops: new Map([...products.values()].map(({ shop }) => [shop.id, shop])),
    links: new Map(
      LINKS.map((link) => [
        link.id,
        { noteId: link.noteId, product: products.get(productKey(link.platformId, link.platformProductId)) ?? null },
      ]),
    ),
  };
}
