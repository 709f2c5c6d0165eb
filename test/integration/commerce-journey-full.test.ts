import { expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { MOST_LATER_OUTCOMES } from '../../subgraphs/commerce/conversions/recording/journey-full.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const LINKS = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Note { conversion { linkClicks shopVisits orders } } } }`;

describeOnDatabases('an event that comes too late for all that followed', (fresh) => {
  const commerce = useCommerce(fresh);

  async function note() {
    const { data } = await commerce().ask(LINKS, { of: [{ __typename: 'Note', id: 'note_1' }] });
    return data._entities[0].conversion;
  }
  const told = async (...events: SentEvent[]) =>
    (await commerce().record(...events)).results.map(({ outcome, error }) => error?.code ?? outcome);

  test('is refused, and the rest of its batch recorded; as many as may follow are credited anew', async () => {
    const visits = async (from: number, to: number) => {
      for (let at = from; at < to; at += 500) {
        const some = Array.from({ length: Math.min(500, to - at) }, (_, index) =>
          visitSent({ eventId: `visit-${at + index}` }),
        );
        expect((await commerce().record(...some)).accepted).toBe(some.length);
      }
    };
    const early = { occurredAt: '2025-05-07T11:00:00+08:00' };
    await visits(0, MOST_LATER_OUTCOMES);
    const other = [
      tapSent({ eventId: 'other', personKey: personOf(2), ...early }),
      paidSent({ eventId: 'paid', personKey: personOf(2) }),
    ];
    expect(await told(tapSent({ eventId: 'tap', ...early }), ...other)).toEqual(Array(3).fill('ACCEPTED'));
    expect(await note()).toEqual({ linkClicks: 2, shopVisits: MOST_LATER_OUTCOMES, orders: 1 });
    await visits(MOST_LATER_OUTCOMES, MOST_LATER_OUTCOMES + 1);
    const late = tapSent({ eventId: 'late', occurredAt: '2025-05-07T10:00:00+08:00', productLinkId: 'link_12' });
    const fine = tapSent({ eventId: 'fine', personKey: personOf(3), ...early });
    expect(await told(late, fine)).toEqual(['EVENT_JOURNEY_FULL', 'ACCEPTED']);
    const retraction = { eventId: 'undo', stage: 'LINK_CLICK', correctsEventId: 'tap', retract: true };
    expect(await told(retraction)).toEqual(['EVENT_JOURNEY_FULL']);
    expect(await note()).toEqual({ linkClicks: 3, shopVisits: MOST_LATER_OUTCOMES + 1, orders: 1 });
    // What is not too late has nothing after it.
    expect(await told({ ...late, eventId: 'now', occurredAt: '2025-05-07T12:00:01+08:00' })).toEqual(['ACCEPTED']);
  });
});
