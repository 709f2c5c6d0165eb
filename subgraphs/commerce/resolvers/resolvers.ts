import type { Resolvers } from '../generated/resolvers.ts';
import { boostProposalResolvers } from './boost-proposals.ts';
import { campaignMutations } from './campaign-mutations.ts';
import { campaignResolvers } from './campaigns.ts';
import { changeJointAccountResolvers } from './change-joint-accounts.ts';
import { commissionResolvers } from './commissions.ts';
import { conversionResolvers } from './conversion.ts';
import { feedResolvers } from './conversions.ts';
import { dataGapResolvers } from './data-gaps.ts';
import { destinationResolvers } from './destination.ts';
import { eventResolvers } from './events.ts';
import { funnelResolvers } from './funnel.ts';
import { jointAccountResolvers } from './joint-accounts.ts';
import { liveResolvers } from './live.ts';
import { orderResolvers } from './orders.ts';
import { platformResolvers } from './platforms.ts';
import { productResolvers } from './products.ts';
import { relatedResolvers } from './related.ts';
import { shopReportResolvers } from './shop-reports.ts';
import { shopResolvers } from './shops.ts';
import { tapResolvers } from './tap.ts';
import { upliftResolvers } from './uplift.ts';

/** Commerce's resolvers, of all its types; what several files say of one type is joined. */
export const commerceResolvers = joined([
  platformResolvers,
  productResolvers,
  shopResolvers,
  shopReportResolvers,
  orderResolvers,
  destinationResolvers,
  conversionResolvers,
  commissionResolvers,
  feedResolvers,
  funnelResolvers,
  eventResolvers,
  tapResolvers,
  liveResolvers,
  campaignResolvers,
  campaignMutations,
  boostProposalResolvers,
  relatedResolvers,
  upliftResolvers,
  jointAccountResolvers,
  changeJointAccountResolvers,
  dataGapResolvers,
]);

function joined(parts: readonly Resolvers[]): Record<string, object> {
  const all: Record<string, object> = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) all[type] = { ...all[type], ...fields };
  }
  return all;
}
