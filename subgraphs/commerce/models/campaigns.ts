import type { JointParty } from '../accounts/joint-account.ts';
import type { ProposedBoost } from '../campaigns/propose-boosts.ts';
import type { CampaignStatus } from '../store/campaigns/campaign-tables.ts';

/** A campaign; money in 分. */
export interface CampaignModel {
  readonly id: string;
  readonly shopId: string;
  /** The marketplace on which its shop is. */
  readonly platformId: string;
  readonly name: string;
  readonly status: CampaignStatus;
  readonly merchantBudget: number;
  readonly marketplaceBudget: number;
  readonly merchantSpent: number;
  readonly marketplaceSpent: number;
  readonly contentSpent: number;
  /** Days are YYYY-MM-DD in Asia/Shanghai. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** From when both sides pay for it; null where they don't. */
  readonly jointFrom: string | null;
}

/** A boost; money in 分. */
export interface BoostModel {
  readonly id: string;
  readonly campaignId: string;
  readonly noteId: string;
  readonly fundedBy: JointParty;
  readonly budget: number;
  readonly spent: number;
  readonly impressions: number;
  readonly addedAt: Date;
}

/** A note that is proposed to be boosted. */
export type BoostProposalModel = ProposedBoost;
