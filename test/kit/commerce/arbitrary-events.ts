import fc from 'fast-check';
import type { SentArrival } from '../../../subgraphs/commerce/conversions/intake/admit-events.ts';
import { linkOf, personOf, searchIdOf } from './market.ts';

const HOUR = 3_600_000;
/** Midnight in Shanghai. */
const START = Date.parse('2025-04-30T16:00:00.000Z');
const AFTER_ALL = START + 200 * 24 * HOUR;

/** How long after the start touches are; outcomes come a window later, or just beyond its end, or at the other side of a midnight. */
const touchTimes = [0, 0, 1, HOUR, 24 * HOUR, 168 * HOUR];
const waits = [24 * HOUR, 168 * HOUR, 360 * HOUR, 720 * HOUR].flatMap((window) => [window - 1, window, window + 1]);
const touchTime = fc.constantFrom(...touchTimes).map((after) => START + after);
const outcomeTime = fc
  .tuple(touchTime, fc.constantFrom(0, 0, 1, HOUR, 2 * HOUR, ...waits))
  .map(([at, wait]) => at + wait);
const person = fc.option(fc.integer({ min: 1, max: 2 }).map(personOf), { nil: null, freq: 6 });
const consent = fc.constantFrom('GRANTED', 'GRANTED', 'GRANTED', null, 'UNKNOWN', 'DENIED');
const platform = fc.constantFrom('platform_taobao', 'platform_xiaohongshu');
const link = fc.constantFrom('link_11', 'link_11', 'link_12', 'link_12', 'link_21', 'link_22', 'link_31');
/** An item of another platform, in the place of a note's link. */
const item = fc.constantFrom(null, null, null, 'clip_1', 'clip_2');
/** Of twelve clicks that there may be. */
const clickNumber = fc.integer({ min: 1, max: 12 });
const clickId = fc.option(
  clickNumber.map((number) => `click_${number}`),
  { nil: null, freq: 2 },
);

function arrival(platformId: string, sent: SentArrival['sent']): SentArrival {
  return { platformId, receivedAt: AFTER_ALL, sent };
}

/** What a click names on an item of another platform that shows the product of a link. */
function shownOn(sourceId: string, link: string) {
  const { platformId, platformProductId } = linkOf(link);
  return { sourceId, platformId, platformProductId };
}

const click = fc
  .record({
    platform,
    number: clickNumber,
    at: touchTime,
    person,
    consent,
    link,
    item,
    search: fc.constantFrom(null, '防晒', 'shoes'),
  })
  .map(({ platform: by, number, at, person: who, consent: said, link: id, item: on, search }) =>
    arrival(by, {
      eventId: `tap-${number}`,
      stage: 'LINK_CLICK',
      occurredAt: new Date(at).toISOString(),
      personKey: who,
      consent: said,
      // Each click id belongs to one event.
      clickId: by === 'platform_taobao' ? `click_${number}` : null,
      ...(on === null ? { productLinkId: id } : shownOn(on, id)),
      searchId: search && searchIdOf(search),
    }),
  );

const visit = fc
  .record({
    platform,
    number: fc.nat(40),
    stage: fc.constantFrom('SHOP_VISIT', 'ADD_TO_CART'),
    at: outcomeTime,
    person,
    consent,
    link,
    clickId,
  })
  .map(({ platform: by, number, stage, at, person: who, consent: said, link: id, clickId: named }) =>
    arrival(by, {
      eventId: `visit-${number}`,
      stage,
      occurredAt: new Date(at).toISOString(),
      personKey: who,
      consent: said,
      clickId: named,
      shopId: linkOf(id).shopId,
    }),
  );

/** Reads of notes, which lead into shops 1 and 2 or into shop 3, and of a clip, which leads into shop 1; and searches. */
const look = fc
  .record({
    platform,
    number: fc.nat(40),
    stage: fc.constantFrom('READ', 'READ', 'SEARCH'),
    at: touchTime,
    person,
    consent,
    note: fc.constantFrom('note_1', 'note_2', 'note_3', 'note_9', 'clip_1'),
  })
  .map(({ platform: by, number, stage, at, person: who, consent: said, note }) =>
    arrival(by, {
      eventId: `look-${number}`,
      stage,
      occurredAt: new Date(at).toISOString(),
      personKey: who,
      consent: said,
      sourceId: stage === 'READ' ? note : null,
      ...(stage === 'READ' && note === 'clip_1' && { shopId: 'shop_1' }),
      searchId: stage === 'SEARCH' ? searchIdOf('防晒') : null,
    }),
  );

/** An order's shop and person follow from its number, so that its lines agree; some lines tell no person. */
const order = fc
  .record({
    number: fc.integer({ min: 1, max: 8 }),
    line: fc.integer({ min: 1, max: 2 }),
    stage: fc.constantFrom(
      'ORDER_PLACED',
      'ORDER_PAID',
      'ORDER_PAID',
      'ORDER_PAID',
      'ORDER_PAID',
      'ORDER_RECEIVED',
      'REFUND',
      'REFUND',
    ),
    turn: fc.integer({ min: 1, max: 2 }),
    fen: fc.integer({ min: 1, max: 500 }),
    at: outcomeTime,
    told: fc.constantFrom(true, true, true, false),
    consent,
    clickId,
  })
  .map(({ number, line, stage, turn, fen, at, told, consent: said, clickId: named }) => {
    const { platformId, platformProductId } = linkOf(`link_${number % 4 === 0 ? 2 : 1}${line}`);
    const isRefund = stage === 'REFUND';
    // A payment is never below what its refunds come to, whichever comes first.
    const amount = isRefund ? fen : 1_000 + fen;
    return arrival(platformId, {
      eventId: `order-${number}-${line}${isRefund ? `-${turn}` : ''}`,
      stage,
      occurredAt: new Date(at).toISOString(),
      personKey: told ? personOf(number % 3 === 0 ? 1 : 2) : null,
      consent: said,
      clickId: named,
      platformId,
      platformProductId,
      order: {
        platformOrderId: `T${number}`,
        platformLineId: String(line),
        amount: (amount / 100).toFixed(2),
        currencyCode: 'CNY',
      },
    });
  });

const MOST = 60;

/**
 * Events of few people, shops and instants, so that they meet; some sent twice. Each name stands for one content, so that the order of
 * arrival decides nothing.
 */
export const events = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: click },
      { weight: 2, arbitrary: look },
      { weight: 2, arbitrary: visit },
      { weight: 4, arbitrary: order },
    ),
    { maxLength: MOST, size: 'max' },
  )
  .map((arrivals) => {
    const byName = new Map(
      arrivals.map((each) => [`${each.platformId} ${each.sent.stage} ${each.sent.eventId}`, each]),
    );
    return arrivals.map((each) => byName.get(`${each.platformId} ${each.sent.stage} ${each.sent.eventId}`) ?? each);
  });
