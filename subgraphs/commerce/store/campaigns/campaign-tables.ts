import type { Generated } from 'kysely';
import type { JointParty } from '../../accounts/joint-account.ts';

export type CampaignStatus = 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ENDED';

/** A campaign of a shop (联投). Days are YYYY-MM-DD in Asia/Shanghai, money is in 分. */
export interface CampaignsTable {
  id: string;
  shop_id: string;
  name: string;
  status: CampaignStatus;
  merchant_budget_fen: number;
  marketplace_budget_fen: number;
  /** Taken from the budget beside it. */
  merchant_spent_fen: Generated<number>;
  marketplace_spent_fen: Generated<number>;
  /** By the content platform, on boosts that it added. */
  content_spent_fen: Generated<number>;
  starts_on: string;
  /** Null while nobody said when it ends. */
  ends_on: string | null;
  /** The day from which both sides pay for it; null where they don't, or it has not been ACTIVE yet. */
  joint_from: string | null;
  created_at: Date;
  /** When it began to run (ACTIVE) and when it stopped, in turn; the last ones. */
  turned_at: Generated<Date[]>;
}

/** A note that is shown more for a campaign's sake (流量加投). */
export interface BoostsTable {
  id: string;
  campaign_id: string;
  note_id: string;
  /** Who added it. */
  funded_by: JointParty;
  budget_fen: number;
  spent_fen: Generated<number>;
  impressions: Generated<number>;
  added_at: Date;
}

/** What one impression of a boost cost each party. */
export interface BoostCostsTable {
  conversion: string;
  boost_id: string;
  merchant_fen: number;
  marketplace_fen: number;
  content_fen: number;
}
