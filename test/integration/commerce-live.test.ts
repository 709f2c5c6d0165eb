import { describe, expect, test } from 'vitest';
import { tapSent } from '../kit/commerce/events.ts';
import { overEventStream, overWebSocket } from '../kit/commerce/live.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const NOTE = `subscription ($id: ID!) { noteConversionUpdated(noteId: $id) { id conversion { linkClicks orders } } }`;
const SHOP = `subscription ($id: ID!) { shopConversionUpdated(shopId: $id) { id name conversion { linkClicks } } }`;

const noteWith = (linkClicks: number) => ({
  data: { noteConversionUpdated: { id: 'note_1', conversion: { linkClicks, orders: 0 } } },
});

describeOnDatabases('subscriptions', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_LIVE_INTERVAL_MS: '0' });

  describe.each([
    ['WebSocket', overWebSocket],
    ['server-sent events', overEventStream],
  ])('over %s', (_name, connect) => {
    test('tell of a note at once, and of its totals whenever an event changed them', async () => {
      await using client = connect(commerce().url);
      const note = client.subscribe(NOTE, { id: 'note_1' });
      expect(await note.next()).toEqual(noteWith(0));
      await commerce().record(tapSent({ eventId: 'a' }));
      expect(await note.next()).toEqual(noteWith(1));
      await commerce().record(tapSent({ eventId: 'elsewhere', productLinkId: 'link_22' }));
      await commerce().record(tapSent({ eventId: 'b' }), tapSent({ eventId: 'c' }));
      expect(await note.next()).toEqual(noteWith(3));
    });

    test('tell of a shop the same', async () => {
      await using client = connect(commerce().url);
      const shop = client.subscribe(SHOP, { id: 'shop_1' });
      const with_ = (linkClicks: number) => ({
        data: { shopConversionUpdated: { id: 'shop_1', name: '晴川旗舰店', conversion: { linkClicks } } },
      });
      expect(await shop.next()).toEqual(with_(0));
      await commerce().record(tapSent({ eventId: 'a' }));
      expect(await shop.next()).toEqual(with_(1));
    });
  });
});
