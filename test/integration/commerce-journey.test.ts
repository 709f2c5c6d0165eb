import { expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { orderIdOf } from '../../subgraphs/commerce/conversions/event-name.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const DAY = 86_400_000;
const PAID = Date.parse('2025-05-07T12:00:00+08:00');
const MODELS = ['LAST_CLICK', 'FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY', 'READ_THROUGH'] as const;

const before = (days: number) => new Date(PAID - days * DAY).toISOString();

function readSent(given: Partial<SentEvent> & { readonly eventId: string }): SentEvent {
  return { stage: 'READ', sourceId: 'note_1', personKey: personOf(1), occurredAt: before(1), ...given };
}

interface Touch {
  readonly sourceId: string;
  readonly note: { readonly id: string } | null;
  readonly productLink: { readonly id: string } | null;
  readonly stage: string;
  readonly occurredAt: string;
  readonly credit: string;
}

describeOnDatabases("an order's journey", (fresh) => {
  const commerce = useCommerce(fresh);

  async function journey(model: string, window = 'DAYS_15', platform = 'platform_taobao') {
    const query = `query($id: ID!) { order(id: $id) { journey(model: ${model}, window: ${window}) {
      daysToOrder withheld touches { sourceId note { id } productLink { id } stage occurredAt credit } } } }`;
    const { data, errors } = await commerce().ask(query, { id: orderIdOf(platform, 'T-paid') });
    expect(errors).toEqual([]);
    return data.order.journey as { daysToOrder: string | null; withheld: string | null; touches: Touch[] } | null;
  }

  const credits = async (model: string, window?: string) =>
    (await journey(model, window))?.touches.map(({ credit }) => credit);

  const threeTaps = [
    tapSent({ eventId: 'a', occurredAt: before(14) }),
    tapSent({ eventId: 'b', occurredAt: before(7), productLinkId: 'link_12' }),
    tapSent({ eventId: 'c', occurredAt: before(0) }),
  ];

  test('tells the touches, oldest first, with their credit by each model', async () => {
    await commerce().record(...threeTaps, paidSent({ eventId: 'paid' }));
    expect(await journey('LAST_CLICK')).toEqual({
      daysToOrder: '14.0000',
      withheld: null,
      touches: [
        ['note_1', 'link_11', 14, '0.000000'],
        ['note_2', 'link_12', 7, '0.000000'],
        ['note_1', 'link_11', 0, '1.000000'],
      ].map(([note, link, days, credit]) => ({
        sourceId: note,
        note: { id: note },
        productLink: { id: link },
        stage: 'LINK_CLICK',
        occurredAt: before(Number(days)),
        credit,
      })),
    });
    expect(await credits('FIRST_CLICK')).toEqual(['1.000000', '0.000000', '0.000000']);
    expect(await credits('LINEAR')).toEqual(['0.333333', '0.333333', '0.333334']);
    expect(await credits('POSITION_BASED')).toEqual(['0.400000', '0.200000', '0.400000']);
    expect(await credits('TIME_DECAY')).toEqual(['0.142857', '0.285714', '0.571429']);
    expect(await credits('READ_THROUGH')).toEqual([]);
    expect(await credits('LINEAR', 'DAYS_7')).toEqual(['0.500000', '0.500000']);
    expect(await journey('LINEAR', 'HOURS_24')).toMatchObject({
      daysToOrder: '0.0000',
      touches: [{ credit: '1.000000' }],
    });
  });

  test('tells of a hundred touches, whose credit sums to exactly one in every model', async () => {
    const taps = Array.from({ length: 120 }, (_, index) =>
      tapSent({ eventId: `${index}`, occurredAt: before(index / 10) }),
    );
    await commerce().record(...taps, paidSent({ eventId: 'paid' }));
    for (const model of MODELS) {
      const told = (await credits(model)) ?? [];
      expect(told).toHaveLength(model === 'READ_THROUGH' ? 0 : 100);
      const sum = told.reduce((total, credit) => total + Math.round(Number(credit) * 1e6), 0);
      expect(sum).toBe(told.length === 0 ? 0 : 1e6);
    }
  });

  test('goes through a read where no click is, if a visit or a search followed it', async () => {
    await commerce().record(readSent({ eventId: 'read' }), paidSent({ eventId: 'paid' }));
    expect(await credits('READ_THROUGH')).toEqual([]);
    await commerce().record(visitSent({ eventId: 'visit', occurredAt: before(0.5) }));
    expect(await journey('READ_THROUGH')).toMatchObject({
      daysToOrder: '1.0000',
      touches: [{ sourceId: 'note_1', productLink: null, stage: 'READ', credit: '1.000000' }],
    });
    expect(await credits('LAST_CLICK')).toEqual([]);
    await commerce().record(tapSent({ eventId: 'tap', occurredAt: before(3) }));
    expect(await credits('READ_THROUGH', 'HOURS_24')).toEqual(['1.000000']);
    expect(await credits('READ_THROUGH', 'DAYS_7')).toEqual([]);
  });

  test('has no touch of an event sent with consent denied, and is withheld where the payment was', async () => {
    const [first, second, last] = threeTaps;
    await commerce().record({ ...first, consent: 'DENIED' }, second as SentEvent, { ...last, consent: 'DENIED' });
    await commerce().record(paidSent({ eventId: 'paid' }));
    expect(await credits('LINEAR')).toEqual(['1.000000']);
    await commerce().record(paidSent({ eventId: 'denied', consent: 'DENIED' }, { platformOrderId: 'T-other' }));
    const query = 'query($id: ID!) { order(id: $id) { journey { withheld daysToOrder touches { credit } } } }';
    const { data } = await commerce().ask(query, { id: orderIdOf('platform_taobao', 'T-other') });
    expect(data.order.journey).toEqual({ withheld: 'NO_CONSENT', daysToOrder: null, touches: [] });
  });

  test('is withheld where the platform returns no conversions, and null before a payment', async () => {
    await commerce().record(
      tapSent({ eventId: 'tap', productLinkId: 'link_31' }),
      paidSent({ eventId: 'paid', link: 'link_31' }),
    );
    expect(await journey('LAST_CLICK', 'DAYS_15', 'platform_silent')).toEqual({
      withheld: 'NOT_REPORTED',
      daysToOrder: null,
      touches: [],
    });
    await commerce().record(paidSent({ eventId: 'placed', stage: 'ORDER_PLACED' }, { platformOrderId: 'T-paid' }));
    expect(await journey('LAST_CLICK')).toBeNull();
  });
});
