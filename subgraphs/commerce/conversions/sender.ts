import { idType } from '../../kit/ids.ts';
import type { NamedEvent } from './event.ts';
import type { References } from './intake/name-event.ts';
import { RejectedEvent } from './judging/reasons.ts';
import { isForeign } from './placement.ts';

/** Who sends events, as far as they may not tell of everything. */
export interface Sender {
  /** The shops of which they may tell. */
  readonly shops: ReadonlySet<string>;
  /** The platforms in whose name they tell of any shop there. */
  readonly platforms: ReadonlySet<string>;
  /** What the ids of those items of a connected platform begin with, of which they tell what led to any shop; undefined for all. */
  readonly sourceTypes: ReadonlySet<string> | undefined;
  /** Whether they may tell what boosts cost. */
  readonly tellsCosts: boolean;
}

/** The platforms of the shops to which events lead, by the shops' ids. */
export function platformsOfShops({ shops, products, links }: References): ReadonlyMap<string, string> {
  const all = [...shops.values()];
  for (const { shop } of products.values()) all.push(shop);
  for (const { product } of links.values()) if (product) all.push(product.shop);
  return new Map(all.map(({ id, platformId }) => [id, platformId]));
}

/**
 * Refuses an event of a shop of which its sender may tell nothing, be it named by itself, by a product, a link or an order. What is of no shop
 * yet (an impression, a search) says nothing of anybody's. What led to a shop from an item of a connected platform is that platform's to tell,
 * wherever it led, and nobody else's.
 * @param platformOf the platforms of shops
 * @returns the event, which corrects events of the sender's shops alone; a platform's events are named by it, so that it may correct any of them
 * @throws {RejectedEvent} EVENT_SHOP_FORBIDDEN, EVENT_PLATFORM_FORBIDDEN, EVENT_SOURCE_FORBIDDEN, EVENT_BOOST_FORBIDDEN
 */
export function tellingOf(
  event: NamedEvent,
  { shops, platforms, sourceTypes, tellsCosts }: Sender,
  platformOf: ReadonlyMap<string, string>,
): NamedEvent {
  const { shopId } = event;
  if (event.boost && !tellsCosts) {
    const message = 'What a boost costs is told by the content platform alone: leave boostId and cost out.';
    throw new RejectedEvent('EVENT_BOOST_FORBIDDEN', ['boostId'], message);
  }
  const told = platforms.size > 0 ? event : { ...event, senderShops: shops };
  const foreign = creditedSource(event);
  if (foreign !== null) {
    if (sourceTypes === undefined || sourceTypes.has(idType(foreign) ?? '')) return told;
    throw new RejectedEvent(
      'EVENT_SOURCE_FORBIDDEN',
      ['sourceId'],
      `The sender may tell nothing of what ${foreign} led to.`,
    );
  }
  if (shopId === null || shops.has(shopId)) return told;
  const platformId = platformOf.get(shopId) ?? '';
  if (platforms.has(platformId)) return told;
  if (platforms.size === 0) {
    throw new RejectedEvent('EVENT_SHOP_FORBIDDEN', ['shopId'], `The sender may tell nothing of ${shopId}.`);
  }
  const message = `The sender may tell nothing of ${platformId}, on which ${shopId} is.`;
  throw new RejectedEvent('EVENT_PLATFORM_FORBIDDEN', ['platformId'], message);
}

/** The item of a connected platform that may have credit by an event. */
function creditedSource({ stage, linkId, sourceId, shopId }: NamedEvent): string | null {
  const mayCredit = (stage === 'LINK_CLICK' && linkId === null) || stage === 'READ';
  return mayCredit && shopId !== null && sourceId !== null && isForeign(sourceId) ? sourceId : null;
}

/** Whether the sender of an event may correct another. @param shopId of the other */
export function mayCorrect({ senderShops }: NamedEvent, { shopId }: { readonly shopId: string | null }): boolean {
  return senderShops === undefined || (shopId !== null && senderShops.has(shopId));
}
