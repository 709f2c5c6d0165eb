import { expect, test } from 'vitest';
import { campaignsOf, cny } from '../kit/commerce/campaigns.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

describeOnDatabases('proposals to boost', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_MIN_PEOPLE: '20', COMMERCE_BOOST_MIN_CLICKS: '20' });
  const campaigns = campaignsOf(commerce);
  const proposed = async () => {
    const { data, errors } = await commerce().ask(`{ shop(id: "shop_1") { boostProposals { from to proposals {
      note { id } linkClicks creditedOrders netSales { amount } conversionRate conversionRateAtLeast shopConversionRate budget { amount } } } } }`);
    expect(errors).toEqual([]);
    return data.shop.boostProposals;
  };

  // note_1 sells to each of 24 persons, note_2 to none of 40.
  const sell = async () => {
    // What was decided for the week in another test stands else.
    await commerce().database.db.deleteFrom('decided_cells').execute();
    const taps = (link: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        tapSent({ eventId: `${link}-${index}`, personKey: personOf(index + 1), productLinkId: link }),
      );
    const bought = Array.from({ length: 24 }, (_, index) =>
      paidSent({ eventId: `p-${index}`, personKey: personOf(index + 1), occurredAt: '2025-05-07T12:00:01+08:00' }),
    );
    await commerce().record(...taps('link_12', 40).map((tap) => ({ ...tap, occurredAt: '2025-05-07T11:00:00+08:00' })));
    await commerce().record(...taps('link_11', 24), ...bought);
  };

  test('count nobody of whom the merchant alone tells: clicks in the name of people whom it invents', async () => {
    await sell();
    commerce().now = new Date('2025-05-14T16:00:00.000Z');
    expect(await proposed()).toEqual({ from: '2025-05-05', to: '2025-05-11', proposals: [] });
  });

  test('name the notes that perform once their week has closed, with the figures that say so, until they are boosted', async () => {
    const sold = { linkClicks: 24, creditedOrders: '24.000000', netSales: { amount: '3096.00' } };
    await sell();
    // As another platform than the shop's and the merchants' would have told of the clicks.
    await commerce().database.db.updateTable('clicks').set({ platform_id: 'platform_wechat' }).execute();
    commerce().now = new Date('2025-05-14T15:59:59.000Z');
    expect(await proposed()).toEqual({ from: '2025-04-28', to: '2025-05-04', proposals: [] });
    commerce().now = new Date('2025-05-14T16:00:00.000Z');
    expect(await proposed()).toEqual({
      from: '2025-05-05',
      to: '2025-05-11',
      proposals: [
        {
          note: { id: 'note_1' },
          ...sold,
          conversionRate: '1.0000',
          conversionRateAtLeast: '0.8620',
          shopConversionRate: '0.3750',
          budget: { amount: '619.00' },
        },
      ],
    });
    const { campaign } = await campaigns.create({ merchantBudget: cny('700.00'), startsOn: '2025-05-15' });
    expect((await campaigns.boost(campaign.id, { budget: cny('619.00') })).userErrors).toEqual([]);
    expect((await proposed()).proposals).toEqual([]);
  });
});
