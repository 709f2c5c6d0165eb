import { dayOf } from '../../kit/calendar.ts';
import type { JointParty } from '../accounts/joint-account.ts';
import { RejectedEvent } from '../conversions/judging/reasons.ts';
import type { CampaignStatus } from '../store/campaigns/campaign-tables.ts';
import { type Sides, splitCost } from './split-cost.ts';

/** A campaign as far as it says what may be spent. */
export interface SpendingCampaign {
  readonly id: string;
  readonly status: CampaignStatus;
  /** When it began to run and when it stopped, in turn: milliseconds since 1970. */
  readonly turnedAt: readonly number[];
  /** YYYY-MM-DD in Asia/Shanghai, both included. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly left: Sides;
}

export interface SpendingBoost {
  readonly id: string;
  readonly campaignId: string;
  readonly noteId: string;
  readonly fundedBy: JointParty;
  /** The day on which it was added. */
  readonly addedOn: string;
  /** Of its budget, in 分. */
  readonly left: number;
}

/** What one impression of a boost cost each party, in 分. */
export interface BoostCost extends Sides {
  readonly boostId: string;
  readonly content: number;
}

/** An impression that a boost paid for. */
export interface BoostedEvent {
  readonly conversion: string;
  readonly sourceId: string | null;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly boost: { readonly boostId: string; readonly costFen: number };
}

/** The rows of costs that differ when a batch was judged. */
export interface ChangedCosts {
  readonly removed: readonly (BoostCost & { readonly conversion: string })[];
  readonly added: readonly (BoostCost & { readonly conversion: string })[];
}

/**
 * What is left of budgets, while events are judged one by one: each takes its cost or is refused, so that they never come to more than
 * the budgets. A boost that merchant or marketplace added is paid from the campaign's two budgets as `splitCost` splits it, one that the
 * content platform added by that platform.
 */
export class Budgets {
  readonly #boosts: Map<string, SpendingBoost>;
  readonly #campaigns: Map<string, SpendingCampaign>;
  readonly #before: ReadonlyMap<string, BoostCost>;
  readonly #costs: Map<string, BoostCost>;

  /** @param costs of the conversions that may be corrected */
  constructor(
    boosts: readonly SpendingBoost[] = [],
    campaigns: readonly SpendingCampaign[] = [],
    costs: ReadonlyMap<string, BoostCost> = new Map(),
  ) {
    this.#boosts = new Map(boosts.map((boost) => [boost.id, boost]));
    this.#campaigns = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
    this.#before = costs;
    this.#costs = new Map(costs);
  }

  /**
   * Takes what an impression costs.
   * @throws {RejectedEvent} EVENT_BOOST_UNKNOWN, EVENT_BOOST_MISMATCH, EVENT_BOOST_INACTIVE, EVENT_BUDGET_SPENT
   */
  take(event: BoostedEvent): void {
    const { boostId, costFen } = event.boost;
    const boost = this.#boosts.get(boostId);
    const campaign = boost && this.#campaigns.get(boost.campaignId);
    if (!boost || !campaign) throw new RejectedEvent('EVENT_BOOST_UNKNOWN', ['boostId'], `There is no ${boostId}.`);
    if (event.sourceId !== boost.noteId) {
      const message = `${boostId} is of ${boost.noteId}: sourceId names the note that was shown.`;
      throw new RejectedEvent('EVENT_BOOST_MISMATCH', ['sourceId'], message);
    }
    checkRunning(event.occurredAt, boost, campaign);
    const isContents = boost.fundedBy === 'CONTENT_PLATFORM';
    const most = isContents ? boost.left : Math.min(boost.left, campaign.left.merchant + campaign.left.marketplace);
    if (costFen > most) {
      const message = `${boostId} has no ${yuan(costFen)} left of its budget and its campaign's: ${yuan(most)} may be spent.`;
      throw new RejectedEvent('EVENT_BUDGET_SPENT', ['cost'], message);
    }
    const sides = isContents ? NOTHING : splitCost(costFen, campaign.left);
    const cost = { boostId, ...sides, content: isContents ? costFen : 0 };
    this.#costs.set(event.conversion, cost);
    this.#spend(cost, 1);
  }

  /**
   * Gives back what a conversion cost, if anything: it is corrected or taken back.
   * @returns takes it again
   */
  giveBack(conversion: string): () => void {
    const cost = this.#costs.get(conversion);
    if (!cost) return () => {};
    this.#costs.delete(conversion);
    this.#spend(cost, -1);
    return () => {
      this.#costs.set(conversion, cost);
      this.#spend(cost, 1);
    };
  }

  /** What differs from what was there before. */
  changed(): ChangedCosts {
    const rowsOf = (costs: ReadonlyMap<string, BoostCost>, others: ReadonlyMap<string, BoostCost>) =>
      [...costs].filter(([conversion, cost]) => others.get(conversion) !== cost);
    const named = ([conversion, cost]: [string, BoostCost]) => ({ conversion, ...cost });
    return {
      removed: rowsOf(this.#before, this.#costs).map(named),
      added: rowsOf(this.#costs, this.#before).map(named),
    };
  }

  #spend({ boostId, merchant, marketplace, content }: BoostCost, sign: 1 | -1): void {
    const boost = this.#boosts.get(boostId);
    const campaign = boost && this.#campaigns.get(boost.campaignId);
    if (!boost || !campaign) return;
    this.#boosts.set(boostId, { ...boost, left: boost.left - sign * (merchant + marketplace + content) });
    const { left } = campaign;
    const sides = { merchant: left.merchant - sign * merchant, marketplace: left.marketplace - sign * marketplace };
    this.#campaigns.set(campaign.id, { ...campaign, left: sides });
  }
}

const NOTHING: Sides = { merchant: 0, marketplace: 0 };

/** An impression counts that was shown while the campaign ran, whatever has become of it by the time of the report. */
function checkRunning(occurredAt: number, { id, addedOn }: SpendingBoost, campaign: SpendingCampaign): void {
  const { status, turnedAt, startsOn, endsOn } = campaign;
  const day = dayOf(new Date(occurredAt));
  const isBefore = day < startsOn || day < addedOn;
  const isAfter = endsOn !== null && day > endsOn;
  const ran = turnedAt.filter((instant) => instant <= occurredAt).length % 2 === 1;
  if (ran && !isBefore && !isAfter) return;
  const message = `${id} was not shown for its campaign's sake at that time: the campaign is ${status}, from ${startsOn} to ${endsOn ?? 'now'}${ran ? '' : ', and did not run then'}.`;
  throw new RejectedEvent('EVENT_BOOST_INACTIVE', ['boostId'], message);
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
