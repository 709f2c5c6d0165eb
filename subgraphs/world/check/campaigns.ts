import { costOfAll } from '../store/campaign-rows.ts';
import type { CampaignTruth } from '../truth/campaign-results.ts';
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
  readonly conversion: {
    readonly linkClicks: number | null;
    readonly shopVisits: number | null;
    readonly addToCarts: number | null;
    readonly orders: number | null;
    readonly grossSales: Amount | null;
    readonly refunds: Amount | null;
    readonly netSales: Amount | null;
  };
  readonly boosts: { readonly nodes: readonly { readonly id: string; readonly impressions: number }[] };
}

const CAMPAIGNS = `query Check($shopId: ID!) { shop(id: $shopId) { campaigns(first: 100) { nodes {
  id name status startsOn endsOn merchantBudget { amount } marketplaceBudget { amount } merchantSpent { amount }
  marketplaceSpent { amount } spent { amount } returnOnAdSpend boosts { nodes { id impressions } }
  conversion { linkClicks shopVisits addToCarts orders grossSales { amount } refunds { amount } netSales { amount } }
} } } }`;

/** Compares each shop's campaigns with the world's, what they brought, and what each yuan did with what they sold and cost. */
export async function checkCampaigns(
  ask: Ask,
  world: World,
  results: readonly CampaignTruth[],
  comparison: Comparison,
): Promise<void> {
  const known = new Map(results.map((result) => [result.id, result]));
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
      compareResults(known.get(campaign.id), told?.conversion, compare);
      compare('returnOnAdSpend', returnOf(told), told?.returnOnAdSpend);
    }
  }
}

function compareResults(
  known: CampaignTruth | undefined,
  told: Answered['conversion'] | undefined,
  compare: (what: string, expected: unknown, value: unknown) => void,
): void {
  for (const count of ['linkClicks', 'shopVisits', 'addToCarts', 'orders'] as const)
    compare(count, known?.[count], told?.[count]);
  for (const money of ['grossSales', 'refunds'] as const)
    compare(money, known && yuan(known[money]), told?.[money]?.amount);
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
