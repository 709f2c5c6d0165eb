import type { CommerceDb } from '../../commerce/store/tables.ts';
import { insertRows } from '../../kit/json-rows.ts';
import { BOOST_IMPRESSION_FEN, type Boost, type Campaign } from '../alliance/campaigns.ts';
import { DAY, iso, startOf } from '../calendar.ts';
import { apportion } from '../random/apportion.ts';

/**
 * Adds campaigns with their boosts, which began with them. A campaign has spent what its boosts cost, those of the content platform beside
 * both budgets.
 */
export async function addCampaigns(
  db: CommerceDb,
  campaigns: readonly Campaign[],
  boosts: readonly Boost[],
): Promise<void> {
  const ofCampaigns = Map.groupBy(boosts, ({ campaignId }) => campaignId);
  await insertRows(
    'campaigns',
    CAMPAIGN_TYPES,
    campaigns.map((campaign) => campaignRow(campaign, ofCampaigns.get(campaign.id) ?? [])),
  ).execute(db);
  const startedOn = new Map(campaigns.map(({ id, startsOn }) => [id, startsOn]));
  const rows = boosts.map((boost) => ({
    id: boost.id,
    campaign_id: boost.campaignId,
    note_id: boost.noteId,
    funded_by: boost.fundedBy,
    budget_fen: boost.budget,
    spent_fen: costOf(boost),
    impressions: boost.impressions,
    added_at: iso(startOf(startedOn.get(boost.campaignId) ?? '')),
  }));
  await insertRows('boosts', BOOST_TYPES, rows).execute(db);
}

const CAMPAIGN_TYPES = {
  id: 'text',
  shop_id: 'text',
  name: 'text',
  status: 'text',
  merchant_budget_fen: 'bigint',
  marketplace_budget_fen: 'bigint',
  merchant_spent_fen: 'bigint',
  marketplace_spent_fen: 'bigint',
  content_spent_fen: 'bigint',
  starts_on: 'date',
  ends_on: 'date',
  joint_from: 'date',
  created_at: 'timestamptz',
  turned_at: 'timestamptz[]',
};

const BOOST_TYPES = {
  id: 'text',
  campaign_id: 'text',
  note_id: 'text',
  funded_by: 'text',
  budget_fen: 'bigint',
  spent_fen: 'bigint',
  impressions: 'bigint',
  added_at: 'timestamptz',
};

function campaignRow(campaign: Campaign, boosts: readonly Boost[]) {
  const { merchantBudget, marketplaceBudget, startsOn, endsOn } = campaign;
  const [ofContent = [], ofBoth = []] = [true, false].map((isContents) =>
    boosts.filter(({ fundedBy }) => (fundedBy === 'CONTENT_PLATFORM') === isContents),
  );
  const [merchantSpent = 0, marketplaceSpent = 0] = apportion(costOfAll(ofBoth), [merchantBudget, marketplaceBudget]);
  return {
    id: campaign.id,
    shop_id: campaign.shopId,
    name: campaign.name,
    status: campaign.status,
    merchant_budget_fen: merchantBudget,
    marketplace_budget_fen: marketplaceBudget,
    merchant_spent_fen: merchantSpent,
    marketplace_spent_fen: marketplaceSpent,
    content_spent_fen: costOfAll(ofContent),
    starts_on: startsOn,
    ends_on: endsOn,
    joint_from: campaign.joint ? startsOn : null,
    created_at: iso(startOf(startsOn)),
    turned_at: [iso(startOf(startsOn)), iso(startOf(endsOn) + DAY)],
  };
}

/** What some boosts cost, in 分. */
export function costOfAll(boosts: readonly Boost[]): number {
  return boosts.reduce((sum, boost) => sum + costOf(boost), 0);
}

function costOf({ impressions }: Boost): number {
  return impressions * BOOST_IMPRESSION_FEN;
}
