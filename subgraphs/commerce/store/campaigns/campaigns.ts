import { sql } from 'kysely';
import type { OfParent } from '../../../kit/rows-of-parents.ts';
import type { CampaignModel } from '../../models/campaigns.ts';
import type { CommerceDb } from '../tables.ts';

/** A page of campaigns: the id of the last of the page before. */
export interface CampaignsPage {
  readonly limit: number;
  readonly after: string | undefined;
}

const COLUMNS = sql`
  campaign.id, campaign.shop_id as "shopId", shop.platform_id as "platformId", campaign.name, campaign.status,
  merchant_budget_fen as "merchantBudget", marketplace_budget_fen as "marketplaceBudget",
  merchant_spent_fen as "merchantSpent", marketplace_spent_fen as "marketplaceSpent", content_spent_fen as "contentSpent",
  starts_on as "startsOn", ends_on as "endsOn", joint_from as "jointFrom"`;

/** The campaigns with some ids, in no order. */
export async function campaignsByIds(db: CommerceDb, ids: readonly string[]): Promise<CampaignModel[]> {
  const { rows } = await sql<CampaignModel>`
    select ${COLUMNS} from campaigns campaign join shops shop on shop.id = campaign.shop_id
    where campaign.id = any(${ids}::text[])`.execute(db);
  return rows;
}

/** A campaign, held until the transaction ends; undefined where there is none. */
export async function holdCampaign(db: CommerceDb, id: string): Promise<CampaignModel | undefined> {
  const { rows } = await sql<CampaignModel>`
    select ${COLUMNS} from campaigns campaign join shops shop on shop.id = campaign.shop_id
    where campaign.id = ${id} for no key update of campaign`.execute(db);
  return rows[0];
}

/** A page of the campaigns of each of some shops, those that begin last first. */
export async function campaignsOfShops(
  db: CommerceDb,
  shopIds: readonly string[],
  { limit, after }: CampaignsPage,
): Promise<OfParent<CampaignModel>[]> {
  const { rows } = await sql<OfParent<CampaignModel>>`
    select parent.id as "parentId", page.* from unnest(${shopIds}::text[]) as parent(id)
    cross join lateral (
      select ${COLUMNS} from campaigns campaign join shops shop on shop.id = campaign.shop_id
      where campaign.shop_id = parent.id and (${after ?? null}::text is null
        or (campaign.starts_on, campaign.id) < (select starts_on, id from campaigns where id = ${after ?? null}::text))
      order by campaign.starts_on desc, campaign.id desc limit ${limit}
    ) as page
    order by "parentId", "startsOn" desc, id desc`.execute(db);
  return rows;
}
