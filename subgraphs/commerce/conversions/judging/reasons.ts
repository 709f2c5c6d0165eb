/** Why an event is not accepted, by the step that finds it out and by stable code: what it means and what to do. */
const reasonsOfSteps = {
  PARSE: {
    EVENT_MALFORMED:
      'The event is no JSON object, or a field of it is unknown or of another type than EventInput has it.',
    EVENT_ID_REQUIRED: 'The event has no eventId: give one that stays the same when it is sent again.',
    EVENT_ID_INVALID: 'eventId is longer than 128 characters, or has others than visible ASCII.',
    EVENT_STAGE_INVALID: 'stage is none of FunnelStage.',
    EVENT_TIME_INVALID: 'occurredAt is no ISO 8601 instant with an offset, such as 2025-05-07T12:00:00+08:00.',
    EVENT_CONSENT_INVALID: 'consent is none of GRANTED, DENIED, UNKNOWN.',
    EVENT_CLICK_INVALID: 'clickId is no click id: send LinkClick.id as it was given.',
    EVENT_SOURCE_INVALID: 'sourceId is no global id.',
    EVENT_SEARCH_INVALID: "searchId is no search's id: send Search.id as it was given.",
    EVENT_LINK_REQUIRED:
      'A LINK_CLICK names its productLinkId; one on an item of a connected platform its sourceId, platformId and platformProductId.',
    EVENT_PRODUCT_REQUIRED: 'Events of this stage name a product: platformId with platformProductId.',
    EVENT_SHOP_REQUIRED: 'Events of this stage name a shop, or a product of it.',
    EVENT_ORDER_REQUIRED: 'Events of this stage tell of one line of an order, in order.',
    EVENT_ORDER_UNEXPECTED: 'Events of this stage have no order.',
    EVENT_ORDER_ID_INVALID: 'platformOrderId is missing, longer than 64 characters, or has others than visible ASCII.',
    EVENT_LINE_ID_INVALID: 'platformLineId is missing, longer than 64 characters, or has others than visible ASCII.',
    EVENT_QUANTITY_INVALID: 'quantity is not 1 to 100,000.',
    EVENT_AMOUNT_INVALID:
      'amount is no decimal from 0.00 to 99999999.99 with at most two places; a refund is more than 0.',
    EVENT_CURRENCY_INVALID: 'currencyCode is none of CurrencyCode: CNY.',
    EVENT_PAYMENT_METHOD_INVALID: 'paymentMethod is none of PaymentMethod.',
    EVENT_LOGISTICS_INVALID: 'logisticsProvider is none of LogisticsProvider.',
    EVENT_CORRECTS_REQUIRED: 'retract is true without correctsEventId: name the event that never happened.',
    EVENT_CORRECTS_INVALID: "correctsEventId is no event id, or the event's own.",
    EVENT_BOOST_INVALID: 'boostId is no boost’s id, or the event no IMPRESSION of a note in sourceId.',
    EVENT_COST_INVALID:
      'cost is missing beside boostId, stands without it, or is no decimal from 0.00 to 99999999.99 with at most two places.',
    EVENT_REFUND_OF_INVALID: 'refundOfEventId is no event id, or stands on an event that is no REFUND.',
  },
  RAW_IDENTIFIER: {
    EVENT_PERSON_RAW:
      'personKey is no keyed hash of 256 bits. Raw identifiers (phone numbers, mail addresses, device ids) are refused: send HMAC-SHA-256 as 64 hexadecimal digits or 43 characters of base64url.',
  },
  REFERENCES: {
    EVENT_LINK_UNKNOWN: 'There is no product link with this id.',
    EVENT_PRODUCT_UNKNOWN: 'There is no product with this platformId and platformProductId; both are needed.',
    EVENT_PRODUCT_MISMATCH: 'The link leads to another product.',
    EVENT_SHOP_UNKNOWN: 'There is no shop with this id.',
    EVENT_SHOP_MISMATCH: 'The product, or the link, is of another shop.',
    EVENT_SHOP_FORBIDDEN:
      'The sender may tell nothing of this shop, of its links or of its orders: the operator grants shops to a client.',
    EVENT_BOOST_FORBIDDEN:
      'The sender may not tell what boosts cost: who speaks for the content platform may (`own_platform`).',
    EVENT_PLATFORM_FORBIDDEN:
      'The sender speaks for a platform, and the shop is on another: the operator grants platforms to a client.',
    EVENT_SOURCE_FORBIDDEN:
      'The item that sourceId names is another platform’s: only that one tells what its items led to. The operator grants them to a client, by what their ids begin with (`own_source`).',
  },
  SKEW: {
    EVENT_IN_FUTURE: "occurredAt is more than 5 minutes ahead: check the sender's clock.",
    EVENT_TOO_OLD: 'occurredAt is before 2020-01-01.',
  },
  IDENTITY: {
    EVENT_CONFLICT:
      'The platform, stage and eventId name an event that was accepted with other content. The first stays: send the new one under an eventId of its own.',
    EVENT_CLICK_TAKEN: "clickId is another click's.",
    EVENT_CORRECTS_UNKNOWN:
      'No event of this platform and stage with correctsEventId was accepted. If it is under way, send the correction again.',
    EVENT_CORRECTS_CORRECTION: 'correctsEventId names a correction: name the event that it corrects.',
    EVENT_CORRECTS_RETRACTED: 'The event that correctsEventId names was taken back: nothing of it can be corrected.',
    EVENT_CORRECTS_MISMATCH:
      'A correction keeps the shop and the line of the order: take the event back, and send another under an eventId of its own.',
    EVENT_ORDER_FULL: 'The order has 1,000 events, which is the most.',
    EVENT_JOURNEY_FULL:
      'More than 2,000 visits, carts and orders of the person follow within 30 days after the event, or name its click: it came too late to have a part in so much.',
  },
  ORDER_STATE: {
    EVENT_LINE_REPEATED: 'This line of the order has already been through this stage, under another eventId.',
    EVENT_ORDER_SHOP_MISMATCH: 'The order is of another shop.',
    EVENT_ORDER_PERSON_MISMATCH: "The order is another person's.",
    EVENT_REFUND_MISMATCH: 'refundOfEventId names no payment of this line of the order.',
    EVENT_REFUND_EXCEEDS: 'The refunds of this line would come to more than was paid for it.',
  },
  BUDGET: {
    EVENT_BOOST_UNKNOWN: 'There is no boost with this id.',
    EVENT_BOOST_MISMATCH: 'The boost is of another note than sourceId.',
    EVENT_BOOST_INACTIVE:
      'The campaign of the boost was not running when the impression occurred: it is a draft, was paused or ended before, or the day is none of its days or of the boost’s.',
    EVENT_BUDGET_SPENT:
      'The cost is more than what is left of the budget of the boost, or of those of its campaign. Nothing is taken; a smaller cost may still be.',
  },
  RECORD: {
    EVENT_UNRECORDABLE:
      'The event could not be recorded, through a fault here, which is logged. Others of its batch were.',
  },
} as const;

/** The steps that an event passes through, but for those that refuse none. */
type EventStep = keyof typeof reasonsOfSteps;

/**
 * Why an event is not accepted, by stable code. The table of docs/errors.md is written from it, and each is counted in `commerce_events_total`.
 */
export const eventReasons = {
  ...reasonsOfSteps.PARSE,
  ...reasonsOfSteps.RAW_IDENTIFIER,
  ...reasonsOfSteps.REFERENCES,
  ...reasonsOfSteps.SKEW,
  ...reasonsOfSteps.IDENTITY,
  ...reasonsOfSteps.ORDER_STATE,
  ...reasonsOfSteps.BUDGET,
  ...reasonsOfSteps.RECORD,
} as const;

export type EventReason = keyof typeof eventReasons;

const stepOfReasons = new Map(
  Object.entries(reasonsOfSteps).flatMap(([step, reasons]) =>
    Object.keys(reasons).map((reason) => [reason, step as EventStep] as const),
  ),
);

/** The step that finds a reason. */
export function stepOf(reason: EventReason): EventStep {
  return stepOfReasons.get(reason) ?? 'PARSE';
}

/** An event that is not accepted. */
export interface Rejection {
  readonly code: EventReason;
  /** Path of the field at fault within the event; null where no single one is. */
  readonly field: readonly string[] | null;
  /** What was wrong and what would be right. */
  readonly message: string;
}

/** Thrown by the steps that judge one event, and caught by the step that tells its outcome. */
export class RejectedEvent extends Error {
  readonly rejection: Rejection;
  constructor(code: EventReason, field: readonly string[] | null, message: string) {
    super(message);
    this.rejection = { code, field, message };
  }
}
