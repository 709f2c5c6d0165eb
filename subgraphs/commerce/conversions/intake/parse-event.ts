import { idType, shown } from '../../../kit/ids.ts';
import { millisecondsOf } from '../../../kit/scalars.ts';
import { fingerprintOfSearch } from '../../../kit/search-id.ts';
import type { ParsedEvent, SentEvent } from '../event.ts';
import { type EventReason, RejectedEvent } from '../judging/reasons.ts';
import { isForeign } from '../placement.ts';
import { needsShop } from '../stages.ts';
import { checkName } from './check-name.ts';
import { readBoost } from './parse-boost.ts';
import { readCorrection } from './parse-correction.ts';
import { readEventId, readStage } from './parse-name.ts';
import { parseOrder } from './parse-order.ts';
import { readPersonKey } from './person-key.ts';

const CONSENT = ['GRANTED', 'DENIED', 'UNKNOWN'] as const;

/**
 * Reads an event's fields, each for itself.
 * @throws {RejectedEvent} naming the first field that is wrong
 */
export function parseEvent(sent: SentEvent): ParsedEvent {
  const eventId = readEventId(sent.eventId);
  const stage = readStage(sent.stage);
  const occurredAt = readTime(sent.occurredAt);
  const consent = readConsent(sent.consent);
  const event = {
    eventId,
    stage,
    occurredAt,
    consent,
    person: sent.personKey ? readPersonKey(sent.personKey) : null,
    clickId: readId(sent.clickId, 'clickId', 'EVENT_CLICK_INVALID', 'click'),
    sourceId: readId(sent.sourceId, 'sourceId', 'EVENT_SOURCE_INVALID'),
    linkId: readId(sent.productLinkId, 'productLinkId', 'EVENT_LINK_UNKNOWN', 'link'),
    searchId: readSearchId(sent.searchId),
    shopId: readId(sent.shopId, 'shopId', 'EVENT_SHOP_UNKNOWN', 'shop'),
    product: readProduct(sent),
    order: parseOrder(stage, sent.order ?? null),
    boost: readBoost(stage, sent),
    correction: readCorrection(sent, eventId),
  };
  requireSubject(event);
  return event;
}

function readTime(sent: SentEvent['occurredAt']): number {
  const instant = millisecondsOf(sent);
  if (instant !== undefined) return instant;
  const wrong = sent ? `${shown(sent)} is no instant` : 'occurredAt is missing';
  const right = 'it takes ISO 8601 with an offset, such as 2025-05-07T12:00:00+08:00';
  throw new RejectedEvent('EVENT_TIME_INVALID', ['occurredAt'], `${wrong}: ${right}.`);
}

function readConsent(sent: SentEvent['consent']): ParsedEvent['consent'] {
  const consent = CONSENT.find((each) => each === (sent ?? 'UNKNOWN'));
  if (consent) return consent;
  const message = `${shown(sent ?? '')} is no consent: it is one of ${CONSENT.join(', ')}.`;
  throw new RejectedEvent('EVENT_CONSENT_INVALID', ['consent'], message);
}

function readId(sent: string | null | undefined, field: string, code: EventReason, type?: string): string | null {
  if (sent == null) return null;
  const found = idType(sent);
  if (found !== undefined && found === (type ?? found)) return sent;
  const right = type ? `an id that begins with ${type}_` : 'a global id, such as note_1';
  throw new RejectedEvent(code, [field], `${field} is ${shown(sent)}: it takes ${right}.`);
}

function readSearchId(sent: SentEvent['searchId']): string | null {
  if (sent == null) return null;
  if (fingerprintOfSearch(sent) !== undefined) return sent;
  const message = `searchId is ${shown(sent)}: it takes Search.id as it was given.`;
  throw new RejectedEvent('EVENT_SEARCH_INVALID', ['searchId'], message);
}

function readProduct({ platformId, platformProductId }: SentEvent): ParsedEvent['product'] {
  if (platformId == null && platformProductId == null) return null;
  const [missing] = platformId ? (platformProductId ? [] : ['platformProductId']) : ['platformId'];
  if (missing) {
    const message = `${missing} is missing: a product is named by platformId and platformProductId together.`;
    throw new RejectedEvent('EVENT_PRODUCT_UNKNOWN', [missing], message);
  }
  return {
    platformId: checkName(platformId ?? '', 96, ['platformId'], 'EVENT_PRODUCT_UNKNOWN'),
    platformProductId: checkName(platformProductId ?? '', 128, ['platformProductId'], 'EVENT_PRODUCT_UNKNOWN'),
  };
}

/** What a stage can't do without. */
function requireSubject({ stage, linkId, sourceId, shopId, product }: ParsedEvent): void {
  if (stage === 'LINK_CLICK' && !linkId && !(sourceId && isForeign(sourceId) && product)) {
    const message =
      'A LINK_CLICK names its productLinkId; one on an item of another platform the sourceId, platformId and platformProductId.';
    throw new RejectedEvent('EVENT_LINK_REQUIRED', ['productLinkId'], message);
  }
  const needsProduct = stage === 'PRODUCT_VIEW' || stage === 'ORDER_PLACED' || stage === 'ORDER_PAID';
  if (needsProduct && !product) {
    const message = `${stage} names its product: platformId and platformProductId are missing.`;
    throw new RejectedEvent('EVENT_PRODUCT_REQUIRED', ['platformProductId'], message);
  }
  if (needsShop(stage) && !product && !shopId && !linkId) {
    const message = `${stage} happens in a shop: give its shopId, or the product's platformId and platformProductId.`;
    throw new RejectedEvent('EVENT_SHOP_REQUIRED', ['shopId'], message);
  }
}
