import { checkRange, dayOf } from '../../kit/calendar.ts';
import { checkFirst, toConnection } from '../../kit/connection.ts';
import { decodeCursor } from '../../kit/cursor.ts';
import { ratio } from '../../kit/decimal.ts';
import { InputError } from '../../kit/errors.ts';
import { found } from '../../kit/found.ts';
import { checkId, shown } from '../../kit/ids.ts';
import { yuan } from '../../kit/money.ts';
import { present } from '../../kit/present.ts';
import { daysOfCampaign } from '../campaigns/campaign-parts.ts';
import { statusOn } from '../campaigns/change-campaign.ts';
import { partiesOf, viewerOf } from '../campaigns/parties.ts';
import type { Context } from '../context.ts';
import type { CampaignconversionArgs, RequireFields, Resolvers } from '../generated/resolvers.ts';
import type { BoostModel, CampaignModel } from '../models/campaigns.ts';
import type { ConversionStatsModel } from '../models/conversion.ts';
import { told } from './conversion.ts';

/** Campaigns with their boosts, for their parties. */
export const campaignResolvers: Resolvers = {
  Query: {
    campaign: async (_query, { id }, context) => (await ownCampaign(checkId(id, 'campaign'), context)) ?? null,
  },
  Shop: {
    campaigns: async (shop, { first, after }, { campaigns, claims, settings }) => {
      if (partiesOf(claims, { shopId: shop.id, platformId: shop.platformId }, settings.contentPlatform).length === 0)
        throw new InputError('ROW_FORBIDDEN', `The caller is no party of the campaigns of ${shown(shop.id)}.`);
      const page = pageOf(`campaigns-of:${shop.id}`, first, after);
      return toConnection((await campaigns.ofShop(page.rows).load(shop.id)) ?? [], page.cut);
    },
  },
  Note: {
    boosts: async ({ id }, { first, after }, { campaigns, claims, settings }) => {
      const page = pageOf(`boosts-of:${id}`, first, after);
      const viewer = viewerOf(claims, settings.contentPlatform);
      return toConnection((await campaigns.boostsOfNote({ ...page.rows, viewer }).load(id)) ?? [], page.cut);
    },
  },
  Campaign: {
    __resolveReference: async ({ id }, context) => found(await ownCampaign(id, context), 'campaign', id),
    shop: async ({ shopId }, _args, { catalogue }) => present(await catalogue.shop.load(shopId), 'shop'),
    status: (campaign, _args, { now }) => statusOn(campaign, dayOf(now)),
    merchantBudget: ({ merchantBudget }) => yuan(merchantBudget),
    marketplaceBudget: ({ marketplaceBudget }) => yuan(marketplaceBudget),
    merchantSpent: ({ merchantSpent }) => yuan(merchantSpent),
    marketplaceSpent: ({ marketplaceSpent }) => yuan(marketplaceSpent),
    contentPlatformSpent: ({ contentSpent }) => yuan(contentSpent),
    spent: (campaign) => yuan(spentOf(campaign)),
    boosts: async ({ id }, { first, after }, { campaigns }) => {
      const page = pageOf(`boosts-of:${id}`, first, after);
      return toConnection((await campaigns.boostsOfCampaign(page.rows).load(id)) ?? [], page.cut);
    },
    conversion: (campaign, args, { now }) => statsOf(campaign, args, now),
    returnOnAdSpend: async (campaign, args, context) => {
      const { netSales } = await told(statsOf(campaign, args, context.now), context);
      return netSales && ratio(BigInt(netSales.amount.replace('.', '')), spentOf(campaign));
    },
  },
  Boost: {
    __resolveReference: async ({ id }, context) => {
      const boost = await context.campaigns.boost.load(id);
      return found(boost && (await ownCampaign(boost.campaignId, context)) ? boost : undefined, 'boost', id);
    },
    note: ({ noteId }) => ({ id: noteId }),
    campaign: async ({ campaignId }, _args, { campaigns }) =>
      present(await campaigns.campaign.load(campaignId), 'campaign'),
    budget: ({ budget }) => yuan(budget),
    spent: ({ spent }) => yuan(spent),
  },
};

/** A campaign of which the caller is a party. */
async function ownCampaign(id: string, { campaigns, claims, settings }: Context): Promise<CampaignModel | undefined> {
  const campaign = await campaigns.campaign.load(id);
  return campaign && partiesOf(claims, campaign, settings.contentPlatform).length > 0 ? campaign : undefined;
}

function pageOf(list: string, first: number, after: string | null | undefined) {
  checkFirst(first);
  const [from] = after ? decodeCursor(list, after, ['']) : [];
  const keysOf = ({ id }: CampaignModel | BoostModel) => [id];
  return { rows: { limit: first + 1, after: from }, cut: { first, after, list, keysOf } };
}

/** A campaign's figures within a range of its days; where none of them lies within it, of no day. */
function statsOf(
  campaign: CampaignModel,
  { range, window, model }: RequireFields<CampaignconversionArgs, 'window' | 'model'>,
  now: Date,
): ConversionStatsModel {
  const asked = range ? checkRange({ from: range.from, to: range.to }) : null;
  const days = daysOfCampaign(campaign, asked, dayOf(now)) ?? asked;
  return { query: { kind: 'CAMPAIGN', window, model, range: days }, id: campaign.id };
}

function spentOf({ merchantSpent, marketplaceSpent, contentSpent }: CampaignModel): number {
  return merchantSpent + marketplaceSpent + contentSpent;
}
