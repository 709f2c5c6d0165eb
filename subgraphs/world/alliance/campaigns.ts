import { DAY, dayAt, PERIOD_DAYS, type PeriodKey, startOf } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { SILENT_SHOPS } from '../catalog/shops.ts';
import type { Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly shopId: string;
  /** Whether merchant and marketplace both pay (联投). */
  readonly joint: boolean;
  readonly status: 'ACTIVE' | 'PAUSED' | 'ENDED';
  /** 分 */
  readonly merchantBudget: number;
  readonly marketplaceBudget: number;
  /** Of both budgets, for its boosts; what these cost is spent. */
  readonly forBoosts: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface Boost {
  readonly id: string;
  readonly campaignId: string;
  readonly noteId: string;
  readonly fundedBy: 'MERCHANT' | 'CONTENT_PLATFORM' | 'MARKETPLACE';
  /** 分 */
  readonly budget: number;
  readonly impressions: number;
}

/** What an impression that a boost paid for costs, in 分. */
export const BOOST_IMPRESSION_FEN = 5;

/** Each place in the joint campaigns of a period is taken by two merchants in turn, half the period each. */
const TURNS = 2;

/**
 * Campaigns such that on each day of a period exactly as many merchants are in joint ones as the plan says. Some more are paid by the
 * merchant alone: they count for nothing in that figure.
 */
export function makeCampaigns(plan: Plan, catalog: Catalog): Campaign[] {
  return (['Y0', 'Y1'] as const).flatMap((key) => periodCampaigns(plan, catalog, key));
}

function periodCampaigns(plan: Plan, catalog: Catalog, key: PeriodKey): Campaign[] {
  const { jointMerchantsPerDay, start } = plan.periods[key];
  const shops = catalog.shops.length - SILENT_SHOPS - 1;
  const ranks = permutation(plan.seed, `campaign.${key}`, shops);
  const length = PERIOD_DAYS / TURNS;
  const alone = Math.ceil(jointMerchantsPerDay / 4);
  return Array.from({ length: (jointMerchantsPerDay + alone) * TURNS }, (_, index) => {
    const place = Math.floor(index / TURNS);
    const turn = index % TURNS;
    const from = startOf(start) + turn * length * DAY;
    const shop = ranks.at((place + turn * jointMerchantsPerDay) % shops);
    return campaign(plan, `${key.toLowerCase()}_${index + 1}`, shop, place < jointMerchantsPerDay, from, length);
  });
}

function campaign(plan: Plan, key: string, shop: number, joint: boolean, from: number, days: number): Campaign {
  const random = stream(plan.seed, `campaign.money.${key}`);
  const merchantBudget = (50 + random.below(0, 950)) * 10_000;
  const marketplaceBudget = joint ? Math.floor((merchantBudget * (20 + random.below(1, 60))) / 10_000) * 100 : 0;
  return {
    id: `campaign_${key}`,
    name: joint ? `红猫联投 ${key}` : `店铺推广 ${key}`,
    shopId: `shop_${shop + 1}`,
    joint,
    status: 'ENDED',
    merchantBudget,
    marketplaceBudget,
    forBoosts: Math.floor((merchantBudget + marketplaceBudget) * (0.6 + random.unit(2) * 0.4)),
    startsOn: dayAt(from),
    endsOn: dayAt(from + (days - 1) * DAY),
  };
}

const FUNDERS = ['MERCHANT', 'CONTENT_PLATFORM', 'MARKETPLACE'] as const;

/** One to three boosts a campaign (流量加投), on notes that link into its shop. */
export function* makeBoosts(plan: Plan, catalog: Catalog, campaigns: readonly Campaign[]): Generator<Boost> {
  const notesOf = new Map<string, string[]>();
  for (const link of catalog.links) {
    const shop = catalog.products[link.product]?.shop ?? 0;
    const key = `shop_${shop + 1}`;
    const note = `note_${link.note + 1}`;
    const list = notesOf.get(key) ?? [];
    if (list.length < 6 && !list.includes(note)) notesOf.set(key, [...list, note]);
  }
  const random = stream(plan.seed, 'boost');
  let index = 0;
  for (const [place, { id, shopId, forBoosts }] of campaigns.entries()) {
    const notes = notesOf.get(shopId) ?? [];
    for (const noteId of notes.slice(0, 1 + random.below(place, 3))) {
      index += 1;
      const budget = Math.floor(forBoosts / 4);
      yield {
        id: `boost_${index}`,
        campaignId: id,
        noteId,
        fundedBy: random.pick(index + 1_000_000, FUNDERS),
        budget,
        impressions: Math.floor(budget / BOOST_IMPRESSION_FEN),
      };
    }
  }
}
