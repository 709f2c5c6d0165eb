import { batched, batchedByArguments, groupedInOrder, inOrder } from '../../kit/batch.ts';
import {
  type BoostViewer,
  boostedNotes,
  boostsByIds,
  boostsOfCampaigns,
  boostsOfNotes,
} from '../store/campaigns/boosts.ts';
import { type CampaignsPage, campaignsByIds, campaignsOfShops } from '../store/campaigns/campaigns.ts';
import type { CommerceDb } from '../store/tables.ts';

export type CampaignLoaders = ReturnType<typeof campaignLoaders>;

/** One request's loaders of campaigns and boosts: each kind is one statement, however many ask. */
export function campaignLoaders(db: CommerceDb) {
  return {
    campaign: batched(async (ids: readonly string[]) => inOrder(ids, await campaignsByIds(db, ids), (row) => row.id)),
    boost: batched(async (ids: readonly string[]) => inOrder(ids, await boostsByIds(db, ids), (row) => row.id)),
    ofShop: batchedByArguments(async (page: CampaignsPage, ids: readonly string[]) =>
      groupedInOrder(ids, await campaignsOfShops(db, ids, page), (row) => row.parentId),
    ),
    boostsOfCampaign: batchedByArguments(async (page: CampaignsPage, ids: readonly string[]) =>
      groupedInOrder(ids, await boostsOfCampaigns(db, ids, page), (row) => row.parentId),
    ),
    boostsOfNote: batchedByArguments(async (page: CampaignsPage & { viewer: BoostViewer }, ids: readonly string[]) =>
      groupedInOrder(ids, await boostsOfNotes(db, ids, page), (row) => row.parentId),
    ),
    boostedNotes: batched(async (ids: readonly string[]) =>
      groupedInOrder(ids, await boostedNotes(db, ids), (row) => row.campaignId),
    ),
  };
}
