import { shown } from '../../../kit/ids.ts';
import type { NamedEvent, NamedOrder, ParsedEvent } from '../event.ts';
import { contentHash, conversionOf, orderIdOf } from '../event-name.ts';
import { RejectedEvent } from '../judging/reasons.ts';
import { isForeign } from '../placement.ts';
import { needsShop, type Stage } from '../stages.ts';

/** What events name, as far as it is there. */
export interface References {
  readonly links: ReadonlyMap<string, LinkReference>;
  readonly shops: ReadonlyMap<string, ShopReference>;
  /** By `productKey`. */
  readonly products: ReadonlyMap<string, ProductReference>;
  /** The shops into which notes have a link that is not REMOVED, by the note's id; a note without any is left out. */
  readonly noteShops: ReadonlyMap<string, readonly string[]>;
}

export interface LinkReference {
  readonly noteId: string;
  /** Null where commerce knows no such product. */
  readonly product: ProductReference | null;
}

export interface ShopReference {
  readonly id: string;
  readonly platformId: string;
}

export interface ProductReference {
  readonly id: string;
  readonly shop: ShopReference;
}

/** A product by its marketplace's id, as a key of `References.products`. */
export function productKey(platformId: string, platformProductId: string): string {
  return `${platformId} ${platformProductId}`;
}

/**
 * Gives an event its name, and puts what its ids led to in their place.
 * @param platformId the platform that issued the event
 * @throws {RejectedEvent} where something is unknown, or contradicts something else
 */
export function nameEvent(event: ParsedEvent, platformId: string, references: References): NamedEvent {
  const { stage, eventId } = event;
  const isClick = stage === 'LINK_CLICK' && !event.correction?.retract;
  const link = findLink(event, references);
  const seen = findProduct(event, references);
  const isOnLink = isClick && event.linkId !== null;
  if (isOnLink) checkLink(event, link, seen);
  const product = isOnLink ? (link?.product ?? null) : seen;
  const shop = findShop(event, references, product) ?? link?.product?.shop ?? null;
  if (needsShop(stage) && !shop && !event.correction?.retract) {
    const message = `The link leads to no shop that is known here: give ${stage} its shopId.`;
    throw new RejectedEvent('EVENT_SHOP_REQUIRED', ['shopId'], message);
  }
  return {
    conversion: conversionOf(platformId, stage, eventId),
    contentHash: contentHash(event),
    platformId,
    eventId,
    stage,
    occurredAt: event.occurredAt,
    consent: event.consent,
    person: event.person,
    clickId: event.clickId,
    sourceId: event.sourceId,
    linkId: event.linkId,
    noteId: isClick ? (link?.noteId ?? null) : null,
    searchId: event.searchId,
    shopId: shop?.id ?? null,
    productId: product?.id ?? null,
    readShops: stage === 'READ' ? shopsOfRead(event, shop, references) : null,
    order: shop && event.order && nameOrder(event.order, shop),
    correction: event.correction && nameCorrection(event.correction, platformId, stage),
    boost: event.boost,
  };
}

/** A note leads where its links do; an item of another platform where the event says. */
function shopsOfRead({ sourceId }: ParsedEvent, shop: ShopReference | null, { noteShops }: References) {
  if (sourceId !== null && isForeign(sourceId)) return shop ? [shop.id] : [];
  return noteShops.get(sourceId ?? '') ?? [];
}

function nameCorrection(correction: NonNullable<ParsedEvent['correction']>, platformId: string, stage: Stage) {
  return { ...correction, conversion: conversionOf(platformId, stage, correction.eventId) };
}

function nameOrder(order: NonNullable<ParsedEvent['order']>, shop: ShopReference): NamedOrder {
  return { ...order, orderId: orderIdOf(shop.platformId, order.platformOrderId), platformId: shop.platformId };
}

function findLink({ linkId }: ParsedEvent, { links }: References): LinkReference | null {
  if (linkId === null) return null;
  const link = links.get(linkId);
  if (link) return link;
  throw new RejectedEvent('EVENT_LINK_UNKNOWN', ['productLinkId'], `There is no product link ${shown(linkId)}.`);
}

function findProduct({ product }: ParsedEvent, { products }: References): ProductReference | null {
  if (product === null) return null;
  const { platformId, platformProductId } = product;
  const found = products.get(productKey(platformId, platformProductId));
  if (found) return found;
  const message = `${platformId} has no product ${shown(platformProductId)} that is known here.`;
  throw new RejectedEvent('EVENT_PRODUCT_UNKNOWN', ['platformProductId'], message);
}

/** A click leads where its link leads, and what else it names must agree with that. */
function checkLink({ linkId }: ParsedEvent, link: LinkReference | null, product: ProductReference | null): void {
  if (!link?.product) {
    const message = `The product link ${shown(linkId ?? '')} leads to a product that is not known here.`;
    throw new RejectedEvent('EVENT_LINK_UNKNOWN', ['productLinkId'], message);
  }
  if (product && product.id !== link.product.id) {
    const message = `The link leads to ${link.product.id}, and platformProductId names ${product.id}: leave one out.`;
    throw new RejectedEvent('EVENT_PRODUCT_MISMATCH', ['platformProductId'], message);
  }
}

function findShop(
  { shopId }: ParsedEvent,
  { shops }: References,
  product: ProductReference | null,
): ShopReference | null {
  if (shopId === null) return product?.shop ?? null;
  const shop = shops.get(shopId);
  if (!shop) throw new RejectedEvent('EVENT_SHOP_UNKNOWN', ['shopId'], `There is no shop ${shown(shopId)}.`);
  if (product && product.shop.id !== shopId) {
    const message = `shopId is ${shopId}, and the product is sold by ${product.shop.id}: leave shopId out.`;
    throw new RejectedEvent('EVENT_SHOP_MISMATCH', ['shopId'], message);
  }
  return shop;
}
