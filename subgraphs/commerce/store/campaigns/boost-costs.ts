import { sql } from 'kysely';
import { dayOf } from '../../../kit/calendar.ts';
import { jsonRows } from '../../../kit/json-rows.ts';
import type { JointParty } from '../../accounts/joint-account.ts';
import { type BoostCost, Budgets, type ChangedCosts } from '../../campaigns/budgets.ts';
import type { CommerceDb } from '../tables.ts';
import type { CampaignStatus } from './campaign-tables.ts';

/**
 * What is left of the budgets of some boosts and their campaigns, held until the transaction ends: who else spends of one of these
 * campaigns waits.
 * @param boostIds those that events name
 * @param corrected conversions that may have cost something, and are corrected
 */
export async function holdBudgets(
  db: CommerceDb,
  boostIds: readonly string[],
  corrected: readonly string[],
): Promise<Budgets> {
  const costs = await readCosts(db, corrected);
  const ids = [...new Set([...boostIds, ...[...costs.values()].map(({ boostId }) => boostId)])];
  if (ids.length === 0) return new Budgets();
  const { rows: campaigns } = await sql<{
    id: string;
    status: CampaignStatus;
    turnedAt: Date[];
    startsOn: string;
    endsOn: string | null;
    merchant: number;
    marketplace: number;
  }>`
    select id, status, turned_at as "turnedAt", starts_on as "startsOn", ends_on as "endsOn",
      merchant_budget_fen - merchant_spent_fen as merchant, marketplace_budget_fen - marketplace_spent_fen as marketplace
    from campaigns where id in (select campaign_id from boosts where id = any(${ids}::text[]))
    order by id for no key update`.execute(db);
  // A statement of its own, so that it sees what whoever held the campaigns before has committed.
  const { rows: boosts } = await sql<{
    id: string;
    campaignId: string;
    noteId: string;
    fundedBy: JointParty;
    addedAt: Date;
    left: number;
  }>`
    select id, campaign_id as "campaignId", note_id as "noteId", funded_by as "fundedBy", added_at as "addedAt",
      budget_fen - spent_fen as left
    from boosts where id = any(${ids}::text[])`.execute(db);
  return new Budgets(
    boosts.map(({ addedAt, ...boost }) => ({ ...boost, addedOn: dayOf(addedAt) })),
    campaigns.map(({ turnedAt, merchant, marketplace, ...campaign }) => ({
      ...campaign,
      turnedAt: turnedAt.map((instant) => instant.getTime()),
      left: { merchant, marketplace },
    })),
    costs,
  );
}

async function readCosts(db: CommerceDb, conversions: readonly string[]): Promise<Map<string, BoostCost>> {
  if (conversions.length === 0) return new Map();
  const { rows } = await sql<BoostCost & { conversion: string }>`
    select conversion, boost_id as "boostId", merchant_fen as merchant, marketplace_fen as marketplace, content_fen as content
    from boost_costs where conversion = any(${conversions}::uuid[])`.execute(db);
  return new Map(rows.map(({ conversion, ...cost }) => [conversion, cost]));
}

/** Writes what was spent and given back, and adds it up on boosts and campaigns, which `holdBudgets` holds. */
export async function writeCosts(db: CommerceDb, { removed, added }: ChangedCosts): Promise<void> {
  if (removed.length > 0) {
    const conversions = removed.map(({ conversion }) => conversion);
    await sql`delete from boost_costs where conversion = any(${conversions}::uuid[])`.execute(db);
  }
  if (added.length > 0) {
    await sql`
      insert into boost_costs (conversion, boost_id, merchant_fen, marketplace_fen, content_fen)
      select conversion, boost_id, merchant, marketplace, content from ${jsonRows('cost', COST_TYPES, added.map(toRow))}
    `.execute(db);
  }
  const sums = sumsByBoost(removed, added);
  if (sums.length === 0) return;
  const given = () => jsonRows('sum', SUM_TYPES, sums);
  await sql`
    update boosts set spent_fen = spent_fen + sum.merchant + sum.marketplace + sum.content,
      impressions = boosts.impressions + sum.impressions
    from ${given()} where boosts.id = sum.boost_id`.execute(db);
  await sql`
    update campaigns set merchant_spent_fen = merchant_spent_fen + spent.merchant,
      marketplace_spent_fen = marketplace_spent_fen + spent.marketplace, content_spent_fen = content_spent_fen + spent.content
    from (
      select boosts.campaign_id, sum(sum.merchant)::bigint as merchant, sum(sum.marketplace)::bigint as marketplace,
        sum(sum.content)::bigint as content
      from ${given()} join boosts on boosts.id = sum.boost_id group by 1
    ) as spent where campaigns.id = spent.campaign_id`.execute(db);
}

const SUM_TYPES = {
  boost_id: 'text',
  merchant: 'bigint',
  marketplace: 'bigint',
  content: 'bigint',
  impressions: 'bigint',
};
const COST_TYPES = {
  conversion: 'uuid',
  boost_id: 'text',
  merchant: 'bigint',
  marketplace: 'bigint',
  content: 'bigint',
};

function toRow({ boostId, ...cost }: ChangedCosts['added'][number]) {
  return { ...cost, boost_id: boostId };
}

function sumsByBoost(removed: ChangedCosts['removed'], added: ChangedCosts['added']) {
  const sums = new Map<string, { [Column in keyof typeof SUM_TYPES]: Column extends 'boost_id' ? string : number }>();
  for (const [sign, costs] of [[-1, removed] as const, [1, added] as const]) {
    for (const { boostId, merchant, marketplace, content } of costs) {
      const sum = sums.get(boostId) ?? { boost_id: boostId, merchant: 0, marketplace: 0, content: 0, impressions: 0 };
      sum.merchant += sign * merchant;
      sum.marketplace += sign * marketplace;
      sum.content += sign * content;
      sum.impressions += sign;
      sums.set(boostId, sum);
    }
  }
  return [...sums.values()];
}
