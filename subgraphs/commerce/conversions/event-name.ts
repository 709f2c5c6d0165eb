import { hash } from 'node:crypto';
import type { ParsedEvent } from './event.ts';
import type { Stage } from './stages.ts';

/**
 * 128 bits that stand for an event's name for good: the first half of SHA-256 over (issuing platform, stage, event id), as a UUID is
 * written. Nobody can find two names with the same bits, so that the bits serve as the key.
 */
export function conversionOf(platformId: string, stage: Stage, eventId: string): string {
  return asUuid(hash('sha256', JSON.stringify([platformId, stage, eventId]), 'hex'));
}

function asUuid(digits: string): string {
  const parts = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20)];
  return [...parts, digits.slice(20, 32)].join('-');
}

/** A conversion as clients see its id. */
export function conversionId(conversion: string): string {
  return `conversion_${Buffer.from(conversion.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/** The conversion that an id names; undefined where it is none. */
export function conversionOfId(id: string): string | undefined {
  const [, text] = /^conversion_([A-Za-z0-9_-]{22})$/.exec(id) ?? [];
  return text && asUuid(Buffer.from(text, 'base64url').toString('hex'));
}

/** An order's id: 128 bits that stand for (platform, the platform's own id of it), so that every event of it meets the same order. */
export function orderIdOf(platformId: string, platformOrderId: string): string {
  const digest = hash('sha256', JSON.stringify([platformId, platformOrderId]), 'buffer');
  return `order_${digest.subarray(0, 16).toString('base64url')}`;
}

/**
 * SHA-256 over an event's content in its canonical form: each field in a fixed order, defaults applied, instants in UTC milliseconds,
 * amounts in 分. What was sent twice has the same hash, however it was written.
 * @returns 64 hexadecimal digits
 */
export function contentHash(event: ParsedEvent): string {
  const { product, order, correction, boost } = event;
  // Nothing else of a retraction means anything.
  if (correction?.retract) return hash('sha256', JSON.stringify(['RETRACT', correction.eventId]), 'hex');
  const canonical = [
    event.occurredAt,
    event.consent,
    event.person,
    event.clickId,
    event.sourceId,
    event.linkId,
    event.searchId,
    event.shopId,
    product && [product.platformId, product.platformProductId],
    order && [
      order.platformOrderId,
      order.lineId,
      order.quantity,
      order.amountFen,
      order.paymentMethod,
      order.logisticsProvider,
      order.refundOfEventId,
    ],
    ...(correction ? [correction.eventId] : []),
    ...(boost ? [[boost.boostId, boost.costFen]] : []),
  ];
  return hash('sha256', JSON.stringify(canonical), 'hex');
}
