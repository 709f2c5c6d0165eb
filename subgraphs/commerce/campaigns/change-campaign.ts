import type { JointParty } from '../accounts/joint-account.ts';
import type { CampaignModel } from '../models/campaigns.ts';
import type { CampaignStatus } from '../store/campaigns/campaign-tables.ts';
import type { CommerceUserErrorCode } from '../user-errors.ts';

/** What is to change of a campaign; absent stays. Money in 分. */
export interface CampaignChange {
  readonly status?: CampaignStatus | undefined;
  readonly merchantBudget?: number | undefined;
  readonly marketplaceBudget?: number | undefined;
  readonly endsOn?: string | undefined;
}

/** Why a campaign may not change so. */
export interface ChangeRefusal {
  readonly field: keyof CampaignChange;
  readonly code: CommerceUserErrorCode;
  readonly message: string;
}

const NEXT: Readonly<Record<CampaignStatus, readonly CampaignStatus[]>> = {
  DRAFT: ['ACTIVE', 'ENDED'],
  ACTIVE: ['PAUSED', 'ENDED'],
  PAUSED: ['ACTIVE', 'ENDED'],
  ENDED: [],
};

/** Who may set what. PAUSED and ENDED stop money from being spent, so that both who pay may. */
const SETS: Readonly<Record<JointParty, readonly (keyof CampaignChange | CampaignStatus)[]>> = {
  MERCHANT: ['merchantBudget', 'endsOn', 'ACTIVE', 'PAUSED', 'ENDED'],
  MARKETPLACE: ['marketplaceBudget', 'PAUSED', 'ENDED'],
  CONTENT_PLATFORM: [],
};

/** The status of a campaign on a day (YYYY-MM-DD): its last day ends it. */
export function statusOn({ status, endsOn }: Pick<CampaignModel, 'status' | 'endsOn'>, today: string): CampaignStatus {
  return endsOn !== null && endsOn < today ? 'ENDED' : status;
}

/**
 * Changes a campaign, or says why not.
 * @param parties for which the caller acts
 * @param today YYYY-MM-DD in Asia/Shanghai
 */
export function changeCampaign(
  before: CampaignModel,
  change: CampaignChange,
  parties: readonly JointParty[],
  today: string,
): CampaignModel | ChangeRefusal {
  const refusal = refusalOf(before, change, parties, today);
  if (refusal) return refusal;
  const after = {
    ...before,
    status: change.status ?? before.status,
    merchantBudget: change.merchantBudget ?? before.merchantBudget,
    marketplaceBudget: change.marketplaceBudget ?? before.marketplaceBudget,
    endsOn: change.endsOn ?? before.endsOn,
  };
  if (after.status === 'ENDED') after.endsOn = later(before.startsOn, sooner(after.endsOn, today));
  return { ...after, jointFrom: jointFrom(after, today) };
}

function refusalOf(
  before: CampaignModel,
  change: CampaignChange,
  parties: readonly JointParty[],
  today: string,
): ChangeRefusal | undefined {
  const now = statusOn(before, today);
  const { status, merchantBudget, marketplaceBudget, endsOn } = change;
  if (now === 'ENDED')
    return refuse('status', 'CAMPAIGN_ENDED', 'The campaign has ended: nothing of it changes any more.');
  if (status !== undefined && status !== now && !NEXT[now].includes(status))
    return refuse('status', 'CAMPAIGN_STATUS_INVALID', `The campaign is ${now}: it can't become ${status}.`);
  for (const field of ['merchantBudget', 'marketplaceBudget', 'endsOn', 'status'] as const) {
    const value = change[field];
    const asked = field === 'status' ? (value as CampaignStatus | undefined) : field;
    if (value === undefined || asked === undefined || parties.some((party) => SETS[party].includes(asked))) continue;
    const message = `The caller acts for ${parties.join(' and ')}, which may not set ${field}${field === 'status' ? ` to ${value}` : ''}.`;
    return refuse(field, 'CAMPAIGN_FORBIDDEN', message);
  }
  if (merchantBudget !== undefined && merchantBudget < before.merchantSpent)
    return refuse('merchantBudget', 'BUDGET_BELOW_SPENT', 'More than that of merchantBudget is spent.');
  if (marketplaceBudget !== undefined && marketplaceBudget < before.marketplaceSpent)
    return refuse('marketplaceBudget', 'BUDGET_BELOW_SPENT', 'More than that of marketplaceBudget is spent.');
  return endsOn === undefined ? undefined : wrongEnd(before.startsOn, endsOn, today);
}

/** Why a campaign may not end on a day; undefined where it may. */
export function wrongEnd(startsOn: string, endsOn: string, today: string): ChangeRefusal | undefined {
  const most = new Date(Date.parse(startsOn) + MOST_DAYS * 86_400_000).toISOString().slice(0, 10);
  if (endsOn >= later(startsOn, today) && endsOn <= most) return undefined;
  const message = `It ends on ${later(startsOn, today)} at the soonest, and on ${most} at the latest.`;
  return refuse('endsOn', 'CAMPAIGN_DAYS_INVALID', message);
}

const MOST_DAYS = 365;

function refuse(field: keyof CampaignChange, code: CommerceUserErrorCode, message: string): ChangeRefusal {
  return { field, code, message };
}

/** Both pay for it from the day on which it runs and each has a budget; what has begun stays begun, what never did is nothing. */
function jointFrom(after: CampaignModel, today: string): string | null {
  const { jointFrom: before, endsOn, status, startsOn } = after;
  if (status === 'ENDED') return before !== null && endsOn !== null && before <= sooner(endsOn, today) ? before : null;
  if (before !== null || status === 'DRAFT') return before;
  return after.merchantBudget > 0 && after.marketplaceBudget > 0 ? later(startsOn, today) : null;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function sooner(one: string | null, other: string): string {
  return one !== null && one < other ? one : other;
}
