import { type RawBuilder, sql } from 'kysely';
import type { JointParty } from '../../accounts/joint-account.ts';
import type { CampaignModel } from '../../models/campaigns.ts';
import type { CommerceDb } from '../tables.ts';

/** A campaign as a merchant begins it, in 分. */
export interface NewCampaign {
  readonly id: string;
  readonly shopId: string;
  readonly name: string;
  readonly merchantBudget: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface NewBoost {
  readonly id: string;
  readonly campaignId: string;
  readonly noteId: string;
  readonly fundedBy: JointParty;
  readonly budget: number;
}

/** Adds a campaign as a draft. */
export async function insertCampaign(db: CommerceDb, campaign: NewCampaign, now: Date): Promise<void> {
  await db
    .insertInto('campaigns')
    .values({
      id: campaign.id,
      shop_id: campaign.shopId,
      name: campaign.name,
      status: 'DRAFT',
      merchant_budget_fen: campaign.merchantBudget,
      marketplace_budget_fen: 0,
      starts_on: campaign.startsOn,
      ends_on: campaign.endsOn,
      joint_from: null,
      created_at: now,
    })
    .execute();
}

/** Writes what may change of a campaign, which the transaction holds. */
export async function updateCampaign(
  db: CommerceDb,
  before: CampaignModel,
  after: CampaignModel,
  now: Date,
): Promise<void> {
  await db
    .updateTable('campaigns')
    .set({
      status: after.status,
      merchant_budget_fen: after.merchantBudget,
      marketplace_budget_fen: after.marketplaceBudget,
      ends_on: after.endsOn,
      joint_from: after.jointFrom,
      ...((after.status === 'ACTIVE') !== (before.status === 'ACTIVE') && { turned_at: turned(now) }),
    })
    .where('id', '=', after.id)
    .execute();
}

/** Who turns a campaign on and off without end makes no row without end: what came before is over, and costs nothing any more. */
const MOST_TURNS = 200;

/** The instants at which a campaign began or stopped to run, with one more; the oldest go in pairs. */
function turned(at: Date): RawBuilder<Date[]> {
  return sql`case when cardinality(turned_at) < ${MOST_TURNS} then turned_at else turned_at[3:] end || ${at}::timestamptz`;
}

/** How many campaigns a shop has that have not ended. */
export async function countOpenCampaigns(db: CommerceDb, shopId: string, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from campaigns
    where shop_id = ${shopId} and status <> 'ENDED' and coalesce(ends_on, 'infinity'::date) >= ${today}::date`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Adds a boost. */
export async function insertBoost(db: CommerceDb, boost: NewBoost, now: Date): Promise<void> {
  await db
    .insertInto('boosts')
    .values({
      id: boost.id,
      campaign_id: boost.campaignId,
      note_id: boost.noteId,
      funded_by: boost.fundedBy,
      budget_fen: boost.budget,
      added_at: now,
    })
    .execute();
}

/** What a campaign has given its boosts: how many there are, and the budgets of those that are paid from its own, in 分. */
export async function sumBoosts(db: CommerceDb, campaignId: string): Promise<{ count: number; budgets: number }> {
  const { rows } = await sql<{ count: number; budgets: number }>`
    select count(*)::integer as count,
      coalesce(sum(budget_fen) filter (where funded_by <> 'CONTENT_PLATFORM'), 0)::bigint as budgets
    from boosts where campaign_id = ${campaignId}`.execute(db);
  return rows[0] ?? { count: 0, budgets: 0 };
}

/** Whether a note has a link, not REMOVED, into a shop. */
export async function leadsInto(db: CommerceDb, noteId: string, shopId: string): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`
    select exists (
      select from link_targets join products on products.id = product_id
      where note_id = ${noteId} and shop_id = ${shopId} and link_targets.status <> 'REMOVED') as leads`.execute(db);
  return rows[0]?.leads === true;
}
