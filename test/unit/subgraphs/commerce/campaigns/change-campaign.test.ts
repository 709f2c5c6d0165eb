import { expect, test } from 'vitest';
import {
  type CampaignChange,
  changeCampaign,
  statusOn,
} from '../../../../../subgraphs/commerce/campaigns/change-campaign.ts';
import type { CampaignModel } from '../../../../../subgraphs/commerce/models/campaigns.ts';

const TODAY = '2025-05-07';

const draft: CampaignModel = {
  id: 'campaign_1',
  shopId: 'shop_1',
  platformId: 'platform_taobao',
  name: '红猫联投',
  status: 'DRAFT',
  merchantBudget: 10_000,
  marketplaceBudget: 0,
  merchantSpent: 0,
  marketplaceSpent: 0,
  contentSpent: 0,
  startsOn: '2025-05-01',
  endsOn: '2025-05-31',
  jointFrom: null,
};
const merchant = (before: CampaignModel, change: CampaignChange) => changeCampaign(before, change, ['MERCHANT'], TODAY);
const marketplace = (before: CampaignModel, change: CampaignChange) =>
  changeCampaign(before, change, ['MARKETPLACE'], TODAY);

test.each([
  ['DRAFT', 'ACTIVE', true],
  ['DRAFT', 'PAUSED', false],
  ['DRAFT', 'ENDED', true],
  ['ACTIVE', 'DRAFT', false],
  ['ACTIVE', 'PAUSED', true],
  ['ACTIVE', 'ACTIVE', true],
  ['PAUSED', 'ACTIVE', true],
  ['PAUSED', 'DRAFT', false],
  ['PAUSED', 'ENDED', true],
] as const)('from %s to %s: %s', (from, status, may) => {
  expect(merchant({ ...draft, status: from }, { status })).toMatchObject(
    may ? { status } : { field: 'status', code: 'CAMPAIGN_STATUS_INVALID' },
  );
});

test('each party sets its own budget only, and the marketplace stops what it pays for but does not start it', () => {
  expect(merchant(draft, { merchantBudget: 5 })).toMatchObject({ merchantBudget: 5 });
  expect(merchant(draft, { marketplaceBudget: 5 })).toMatchObject({
    field: 'marketplaceBudget',
    code: 'CAMPAIGN_FORBIDDEN',
  });
  expect(marketplace(draft, { marketplaceBudget: 5 })).toMatchObject({ marketplaceBudget: 5, jointFrom: null });
  expect(marketplace(draft, { merchantBudget: 5 })).toMatchObject({ code: 'CAMPAIGN_FORBIDDEN' });
  expect(marketplace(draft, { status: 'ACTIVE' })).toMatchObject({ code: 'CAMPAIGN_FORBIDDEN' });
  expect(marketplace({ ...draft, status: 'ACTIVE' }, { status: 'PAUSED' })).toMatchObject({ status: 'PAUSED' });
  expect(changeCampaign(draft, { endsOn: TODAY }, ['CONTENT_PLATFORM'], TODAY)).toMatchObject({
    code: 'CAMPAIGN_FORBIDDEN',
  });
});

test('no budget falls below what is spent of it', () => {
  const spent = { ...draft, merchantSpent: 4_000, marketplaceBudget: 900, marketplaceSpent: 800 };
  expect(merchant(spent, { merchantBudget: 3_999 })).toMatchObject({ code: 'BUDGET_BELOW_SPENT' });
  expect(merchant(spent, { merchantBudget: 4_000 })).toMatchObject({ merchantBudget: 4_000 });
  expect(marketplace(spent, { marketplaceBudget: 799 })).toMatchObject({ code: 'BUDGET_BELOW_SPENT' });
});

test('a campaign is joint from the day on which it runs and both pay', () => {
  const both = { ...draft, marketplaceBudget: 100 };
  expect(merchant(both, { status: 'ACTIVE' })).toMatchObject({ jointFrom: TODAY });
  expect(merchant({ ...both, startsOn: '2025-05-20' }, { status: 'ACTIVE' })).toMatchObject({
    jointFrom: '2025-05-20',
  });
  expect(marketplace({ ...draft, status: 'ACTIVE' }, { marketplaceBudget: 1 })).toMatchObject({ jointFrom: TODAY });
  const ended = merchant(
    { ...both, status: 'ACTIVE', startsOn: '2025-05-20', jointFrom: '2025-05-20' },
    { status: 'ENDED' },
  );
  expect(ended).toMatchObject({ endsOn: '2025-05-20', jointFrom: null });
});

test('its last day ends a campaign, and so does its party, from that day on', () => {
  expect(statusOn({ status: 'ACTIVE', endsOn: '2025-05-06' }, TODAY)).toBe('ENDED');
  expect(statusOn({ status: 'ACTIVE', endsOn: TODAY }, TODAY)).toBe('ACTIVE');
  expect(merchant({ ...draft, status: 'ACTIVE' }, { status: 'ENDED' })).toMatchObject({ endsOn: TODAY });
  expect(merchant({ ...draft, endsOn: '2025-05-06' }, { merchantBudget: 1 })).toMatchObject({ code: 'CAMPAIGN_ENDED' });
  expect(merchant(draft, { endsOn: '2025-05-06' })).toMatchObject({ code: 'CAMPAIGN_DAYS_INVALID' });
  expect(merchant(draft, { endsOn: '2026-05-02' })).toMatchObject({ code: 'CAMPAIGN_DAYS_INVALID' });
});
