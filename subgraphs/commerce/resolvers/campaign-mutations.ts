import { dayOf } from '../../kit/calendar.ts';
import { idType, newId, shown } from '../../kit/ids.ts';
import type { JointParty } from '../accounts/joint-account.ts';
import { type CampaignChange, changeCampaign, statusOn, wrongEnd } from '../campaigns/change-campaign.ts';
import { actingParties } from '../campaigns/parties.ts';
import type { Context } from '../context.ts';
import { batchKey } from '../conversions/intake/batch-key.ts';
import { readFen } from '../conversions/intake/parse-order.ts';
import type {
  BoostAddInput,
  CampaignCreateInput,
  CampaignUpdateInput,
  MoneyInput,
  Resolvers,
} from '../generated/resolvers.ts';
import type { CampaignModel } from '../models/campaigns.ts';
import { actsForShop, senderOf } from '../own-shop.ts';
import { holdCampaign } from '../store/campaigns/campaigns.ts';
import {
  countOpenCampaigns,
  insertBoost,
  insertCampaign,
  leadsInto,
  sumBoosts,
  updateCampaign,
} from '../store/campaigns/change-campaigns.ts';
import { onceNamed } from '../store/campaigns/named-requests.ts';
import type { CommerceDb } from '../store/tables.ts';
import { userError } from './user-error.ts';

type UserError = ReturnType<typeof userError>;

const MOST_OPEN_CAMPAIGNS = 200;
const MOST_BOOSTS = 100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a name may not have
const NAME = /^[^\u0000-\u001f\u007f\u2028\u2029]{1,80}$/u;

/** What parties change of campaigns. */
export const campaignMutations: Resolvers = {
  Mutation: {
    campaignCreate: async (_mutation, { input }, context) => {
      // Read before the transaction, which may have the only connection.
      await context.catalogue.shop.load(input.shopId);
      const made = await named(input, 'campaign', context, (db) => create(db, input, context));
      return 'code' in made
        ? { campaign: null, userErrors: [made] }
        : { campaign: (await context.campaigns.campaign.load(made.id)) ?? null, userErrors: [] };
    },
    campaignUpdate: async (_mutation, { input }, context) => {
      const changed = await update(input, context);
      return 'code' in changed ? { campaign: null, userErrors: [changed] } : { campaign: changed, userErrors: [] };
    },
    boostAdd: async (_mutation, { input }, context) => {
      const made = await named(input, 'boost', context, (db) => addBoost(db, input, context));
      return 'code' in made
        ? { boost: null, userErrors: [made] }
        : { boost: (await context.campaigns.boost.load(made.id)) ?? null, userErrors: [] };
    },
  },
};

/** Does what a request asks, once for its idempotency key. */
async function named(
  { idempotencyKey, ...asked }: { readonly idempotencyKey: string },
  kind: 'campaign' | 'boost',
  { db, claims, settings, now }: Context,
  make: (db: CommerceDb) => Promise<{ readonly id: string } | UserError>,
): Promise<{ readonly id: string } | UserError> {
  const client = `${kind} ${senderOf(claims, settings.eventPlatform)}`;
  const key = batchKey(client, idempotencyKey, JSON.stringify(asked));
  if (!key) {
    const message = 'An idempotency key takes 1 to 200 visible ASCII characters.';
    return userError('idempotencyKey', 'IDEMPOTENCY_KEY_INVALID', message);
  }
  const made = await onceNamed(db, key, now, make);
  if (made !== 'KEY_REUSED') return made;
  return userError('idempotencyKey', 'IDEMPOTENCY_KEY_REUSED', 'The idempotency key names another request.');
}

async function create(
  db: CommerceDb,
  { shopId, name, merchantBudget: money, startsOn, endsOn = null }: CampaignCreateInput,
  { catalogue, claims, now }: Context,
): Promise<{ readonly id: string } | UserError> {
  const today = dayOf(now);
  const shop = idType(shopId) === 'shop' ? await catalogue.shop.load(shopId) : undefined;
  if (!shop || !actsForShop(claims, shopId))
    return userError('shopId', 'SHOP_UNKNOWN', `There is no shop ${shown(shopId)} of the caller's.`);
  if (!NAME.test(name))
    return userError('name', 'CAMPAIGN_NAME_INVALID', 'A name has 1 to 80 characters, on one line.');
  const merchantBudget = fenOf(money);
  if (merchantBudget === undefined) return wrongMoney('merchantBudget', money);
  if (startsOn < today) return userError('startsOn', 'CAMPAIGN_DAYS_INVALID', `It begins on ${today} at the soonest.`);
  const wrong = endsOn === null ? undefined : wrongEnd(startsOn, endsOn, today);
  if (wrong) return userError(wrong.field, wrong.code, wrong.message);
  if ((await countOpenCampaigns(db, shopId, today)) >= MOST_OPEN_CAMPAIGNS)
    return userError('shopId', 'CAMPAIGNS_FULL', `The shop has ${MOST_OPEN_CAMPAIGNS} campaigns: end some first.`);
  const campaign = { id: newId('campaign'), shopId, name, merchantBudget, startsOn, endsOn };
  await insertCampaign(db, campaign, now);
  return campaign;
}

function update(
  input: CampaignUpdateInput,
  { db, claims, settings, now }: Context,
): Promise<CampaignModel | UserError> {
  return db.transaction().execute(async (transaction) => {
    const before = await held(transaction, input.campaignId);
    const parties = before ? actingParties(claims, before, settings.contentPlatform) : [];
    if (!before || parties.length === 0) return unknownCampaign(input.campaignId);
    const change = changeOf(input);
    if ('code' in change) return change;
    const after = changeCampaign(before, change, parties, dayOf(now));
    if ('code' in after) return userError(after.field, after.code, after.message);
    await updateCampaign(transaction, before, after, now);
    return after;
  });
}

function changeOf({
  status,
  merchantBudget,
  marketplaceBudget,
  endsOn,
}: CampaignUpdateInput): CampaignChange | UserError {
  const budgets: { merchantBudget?: number; marketplaceBudget?: number } = {};
  for (const [field, money] of Object.entries({ merchantBudget, marketplaceBudget })) {
    if (money == null) continue;
    const fen = fenOf(money);
    if (fen === undefined) return wrongMoney(field, money);
    budgets[field as keyof typeof budgets] = fen;
  }
  return { ...budgets, status: status ?? undefined, endsOn: endsOn ?? undefined };
}

async function addBoost(
  db: CommerceDb,
  { campaignId, noteId, budget: money, fundedBy }: BoostAddInput,
  { claims, settings, now }: Context,
): Promise<{ readonly id: string } | UserError> {
  const campaign = await held(db, campaignId);
  const parties = campaign ? actingParties(claims, campaign, settings.contentPlatform) : [];
  if (!campaign || parties.length === 0) return unknownCampaign(campaignId);
  const party = partyOf(parties, fundedBy ?? undefined);
  if (typeof party === 'object') return party;
  if (statusOn(campaign, dayOf(now)) === 'ENDED')
    return userError('campaignId', 'CAMPAIGN_ENDED', 'The campaign has ended: it boosts nothing any more.');
  const budget = fenOf(money);
  if (!budget) return wrongMoney('budget', money);
  if (idType(noteId) !== 'note' || !(await leadsInto(db, noteId, campaign.shopId)))
    return userError('noteId', 'NOTE_NOT_LINKED', `${shown(noteId)} has no link into ${campaign.shopId}.`);
  const boosts = await sumBoosts(db, campaignId);
  if (boosts.count >= MOST_BOOSTS)
    return userError('campaignId', 'CAMPAIGNS_FULL', `A campaign has at most ${MOST_BOOSTS} boosts.`);
  const left = campaign.merchantBudget + campaign.marketplaceBudget - boosts.budgets;
  if (party !== 'CONTENT_PLATFORM' && budget > left) {
    const message = `The campaign's budgets leave ${(Math.max(0, left) / 100).toFixed(2)} for another boost.`;
    return userError('budget', 'BUDGET_EXCEEDED', message);
  }
  const boost = { id: newId('boost'), campaignId, noteId, fundedBy: party, budget };
  await insertBoost(db, boost, now);
  return boost;
}

function partyOf(parties: readonly JointParty[], asked: JointParty | undefined): JointParty | UserError {
  const [only, ...others] = asked === undefined ? parties : parties.filter((party) => party === asked);
  if (only && others.length === 0) return only;
  return userError('fundedBy', 'PARTY_REQUIRED', `The caller acts for ${parties.join(', ')}: name one of these.`);
}

async function held(db: CommerceDb, id: string): Promise<CampaignModel | undefined> {
  return idType(id) === 'campaign' ? holdCampaign(db, id) : undefined;
}

function fenOf({ amount }: MoneyInput): number | undefined {
  return readFen(amount);
}

function wrongMoney(field: string, { amount }: MoneyInput): UserError {
  return userError(field, 'MONEY_INVALID', `${amount} is no amount from 0.00 to 99999999.99, above 0 for a boost.`);
}

function unknownCampaign(id: string): UserError {
  return userError(
    'campaignId',
    'CAMPAIGN_UNKNOWN',
    `There is no campaign ${shown(id)} of which the caller is a party.`,
  );
}
