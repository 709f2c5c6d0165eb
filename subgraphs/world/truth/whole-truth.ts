import type { World } from '../world.ts';
import { countCampaigns } from './campaign-results.ts';
import { funnelShops } from './funnel-subjects.ts';
import { countFunnels } from './funnels.ts';
import { computeTruth } from './truth.ts';

/** All that is known of a world without asking the code under test. */
export type WholeTruth = ReturnType<typeof computeWholeTruth>;

/** The truth of a world with its shops' funnels and what its campaigns brought. @param least the fewest people that are told of */
export function computeWholeTruth(world: World, least: number) {
  const truth = computeTruth(world, least);
  const { reports, withheld, repurchases } = countFunnels(world, funnelShops(truth.conversions), least);
  return {
    ...truth,
    campaigns: countCampaigns(world),
    funnels: reports,
    repurchases,
    withheld: { ...truth.withheld, funnels: withheld },
  };
}
