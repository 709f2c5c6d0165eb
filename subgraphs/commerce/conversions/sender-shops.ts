import type { NamedEvent } from './event.ts';
import { RejectedEvent } from './reasons.ts';

/**
 * Refuses an event of a shop of which its sender may tell nothing, be it named by itself, by a product, a link or an order. What is of no shop
 * yet (an impression, a search) says nothing of anybody's.
 * @param shops those of which they may
 * @returns the event, which corrects events of these shops alone
 * @throws {RejectedEvent} EVENT_SHOP_FORBIDDEN
 */
export function tellingOf(event: NamedEvent, shops: ReadonlySet<string>): NamedEvent {
  if (event.shopId !== null && !shops.has(event.shopId)) {
    throw new RejectedEvent('EVENT_SHOP_FORBIDDEN', ['shopId'], `The sender may tell nothing of ${event.shopId}.`);
  }
  return { ...event, senderShops: shops };
}

/** Whether the sender of an event may correct another. @param shopId of the other */
export function mayCorrect({ senderShops }: NamedEvent, { shopId }: { readonly shopId: string | null }): boolean {
  return senderShops === undefined || (shopId !== null && senderShops.has(shopId));
}
