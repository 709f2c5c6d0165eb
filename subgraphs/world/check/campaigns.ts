import { costOfAll } from '../store/campaign-rows.ts';
import type { World } from '../world.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';

interface Amount {
  readonly amount: string;
}

interface Answered {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly merchantBudget: Amount;
  readonly marketplaceBudget: Amount;
  readonly merchantSpent: Amount;
  readonly marketplaceSpent: Amount;
  readonly spent: Amount;
  readonly returnOnAdSpend: string | null;
  readonly conversion: { readonly netSales: Amount | null };
  readonly boosts: { readonly nodes: readonly { readonly id: string; readonly impressions: number }[] };
}

const CAMPAIGNS = `query Check($shopId: ID!) { shop(id: $shopId) { campaigns(first: 100) { nodes {
  id name status startsOn endsOn merchantBudget { amount } marketplaceBudget { amount } merchantSpent { amount }
  marketplaceSpent { amount } spent { amount } returnOnAdSpend conversion { netSales { amount } } boosts { nodes { id impressions } }
} } } }`;

/** Compares each shop's campaigns with the world's, and what each yuan brought with what they sold and cost. */
export async function checkCampaigns(ask: Ask, world: World, comparison: Comparison): Promise<void> {
  const boosts = Map.groupBy(world.boosts(), ({ campaignId }) => campaignId);
  for (const [shopId, campaigns] of Map.groupBy(world.campaigns, (campaign) => campaign.shopId)) {
    const { shop } = (await ask(CAMPAIGNS, { shopId })) as { shop: { campaigns: { nodes: readonly Answered[] } } };
    const answered = new Map(shop.campaigns.nodes.map((campaign) => [campaign.id, campaign]));
    for (const campaign of campaigns) {
      const told = answered.get(campaign.id);
      const compare = (what: string, expected: unknown, value: unknown) =>
        comparison.compare('campaigns', `${campaign.id} ${what}`, expected, value);
      compare('name', campaign.name, told?.name);
      compare('status', campaign.status, told?.status);
      compare('days', `${campaign.startsOn} ${campaign.endsOn}`, `${told?.startsOn} ${told?.endsOn}`);
      compare('merchantBudget', yuan(campaign.merchantBudget), told?.merchantBudget.amount);
      compare('marketplaceBudget', yuan(campaign.marketplaceBudget), told?.marketplaceBudget.amount);
      const own = boosts.get(campaign.id) ?? [];
      compare('spent', costOfAll(own), told && fen(told.spent));
      const shown = (each: readonly { id: string; impressions: number }[]) =>
        JSON.stringify(each.map(({ id, impressions }) => [id, impressions]).toSorted());
      compare('boosts', shown(own), told && shown(told.boosts.nodes));
      compare('returnOnAdSpend', returnOf(told), told?.returnOnAdSpend);
    }
  }
}

function returnOf(told: Answered | undefined): string | null {
  if (!told?.conversion.netSales) return null;
  const [sales, spent] = [fen(told.conversion.netSales), fen(told.spent)];
  if (spent === 0) return null;
  const tenThousandths = Math.floor((2 * Math.abs(sales) * 10_000 + spent) / (2 * spent));
  return ((Math.sign(sales) * tenThousandths) / 10_000).toFixed(4);
}

function fen({ amount }: Amount): number {
  return Number(amount.replace('.', ''));
}

function yuan(amount: number): string {
  return (amount / 100).toFixed(2);
}
