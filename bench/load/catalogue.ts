import type { ScaleName } from '../../subgraphs/world/scales.ts';
import { makeWorld } from '../../subgraphs/world/world.ts';

/** A product link, with all that an event names of where it leads. */
export interface LoadLink {
  readonly linkId: string;
  readonly noteId: string;
  readonly shopId: string;
  readonly platformId: string;
  readonly platformProductId: string;
  /** In 分. */
  readonly price: number;
  /** Whether it can be tapped. */
  readonly active: boolean;
}

/** The links of a sample world, those that lead to platforms which return what follows. */
export function linksOf(scale: ScaleName): LoadLink[] {
  const { catalog } = makeWorld({ scale, seed: 1, now: new Date() });
  return catalog.links.flatMap((link) => {
    const product = catalog.products[link.product];
    const shop = product && catalog.shops[product.shop];
    const note = catalog.notes[link.note];
    if (!product || !shop?.reports || !note) return [];
    const { platformId, platformProductId, price } = product;
    const active = link.status === 'ACTIVE';
    return [{ linkId: link.id, noteId: note.id, shopId: shop.id, platformId, platformProductId, price, active }];
  });
}
