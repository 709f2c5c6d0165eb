import { expect, test } from 'vitest';
import { campaignParts, daysOfCampaign } from '../../../../../subgraphs/commerce/campaigns/campaign-parts.ts';

const link = (linkId: string, shopId: string) => ({ linkId, shopId, authorId: 'author_1' });
const DAYS = { from: '2025-05-01', to: '2025-05-31' };
const both = { noteId: 'note_1', since: '2025-05-03', links: [link('link_1', 'shop_1'), link('link_2', 'shop_2')] };
const own = { noteId: 'note_2', since: '2025-05-01', links: [link('link_3', 'shop_1'), link('link_4', 'shop_1')] };

test('a note counts from the day on which it is boosted, as far as it led into the shop', () => {
  expect(campaignParts('shop_1', [both, own], 'LAST_CLICK', DAYS)).toEqual({
    tells: 'PARTS',
    parts: [
      { kind: 'LINK', id: 'link_1', range: { from: '2025-05-03', to: '2025-05-31' } },
      { kind: 'NOTE', id: 'note_2', range: DAYS },
    ],
    lacking: undefined,
  });
  expect(campaignParts('shop_3', [both, own], 'LAST_CLICK', DAYS).parts).toEqual([]);
  expect(campaignParts('shop_1', [both], 'LAST_CLICK', { from: '2025-05-01', to: '2025-05-02' }).parts).toEqual([]);
  expect(campaignParts('shop_1', [both, own], 'LAST_CLICK', undefined).parts).toEqual([]);
});

test('what counts once is not added up where a model shares credit, nor reads of a note that leads elsewhere, too', () => {
  expect(campaignParts('shop_1', [both, own], 'LINEAR', DAYS).lacking).toBe('COUNTS');
  expect(campaignParts('shop_1', [own], 'LINEAR', DAYS).lacking).toBeUndefined();
  expect(campaignParts('shop_1', [both], 'LINEAR', DAYS).lacking).toBeUndefined();
  expect(campaignParts('shop_1', [both, own], 'READ_THROUGH', DAYS).lacking).toBe('OUTCOMES');
  expect(campaignParts('shop_1', [own, { ...own, noteId: 'note_3' }], 'READ_THROUGH', DAYS).lacking).toBeUndefined();
});

test('the days are those of the campaign within the range, up to today', () => {
  const campaign = { startsOn: '2025-05-01', endsOn: '2025-05-31' };
  expect(daysOfCampaign(campaign, null, '2025-05-07')).toEqual({ from: '2025-05-01', to: '2025-05-07' });
  expect(daysOfCampaign(campaign, null, '2025-07-01')).toEqual(DAYS);
  expect(daysOfCampaign(campaign, { from: '2025-04-01', to: '2025-05-02' }, '2025-07-01')).toEqual({
    from: '2025-05-01',
    to: '2025-05-02',
  });
  expect(daysOfCampaign({ ...campaign, endsOn: null }, { from: '2025-06-01', to: '2025-06-30' }, '2025-05-07')).toBe(
    undefined,
  );
});
