import { idType, shown } from '../../kit/ids.ts';
import { actorOf } from '../accounts/actor.ts';
import type { JointParty } from '../accounts/joint-account.ts';
import { partiesOf } from '../accounts/parties.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { accountLoaders } from '../loaders/accounts.ts';
import type { ShopModel } from '../models/catalogue.ts';
import { grantPart, revokePart } from '../store/accounts/joint-grants.ts';
import { accountOf } from './joint-accounts.ts';
import { userError } from './user-error.ts';

type UserError = ReturnType<typeof userError>;

/** How many grants of a party to one account there may be within 24 hours. */
const MOST_GRANTS = 20;

/** Parties grant their parts of joint accounts, and take them back. */
export const changeJointAccountResolvers: Resolvers = {
  Mutation: {
    jointAccountGrant: async (_mutation, { input }, context) => {
      const part = await partOf(input, context);
      if ('code' in part) return refused(part);
      const { shop, party } = part;
      const act = { shopId: shop.id, party, at: context.now, by: actorOf(context.claims) };
      if (!(await grantPart(context.db, act, MOST_GRANTS))) {
        const message = `${party} granted its part ${MOST_GRANTS} times within 24 hours.`;
        return refused(userError('shopId', 'GRANTS_TOO_MANY', message));
      }
      return written(shop, context);
    },
    jointAccountRevoke: async (_mutation, { input }, context) => {
      const part = await partOf(input, context);
      if ('code' in part) return refused(part);
      const { shop, party } = part;
      const act = { shopId: shop.id, party, at: context.now, by: actorOf(context.claims) };
      if (!(await revokePart(context.db, act))) {
        return refused(userError('shopId', 'GRANT_UNKNOWN', `${party} never granted its part of this account.`));
      }
      return written(shop, context);
    },
  },
};

/** What of which account is to be changed: the part of the one party for which the caller speaks, or that it names. */
async function partOf(
  { shopId, party }: { readonly shopId: string; readonly party?: JointParty | null },
  { catalogue, claims, settings }: Context,
): Promise<{ shop: ShopModel; party: JointParty } | UserError> {
  if (idType(shopId) !== 'shop') {
    return userError('shopId', 'ID_INVALID', `${shown(shopId)} is no shop id: it begins with shop_`);
  }
  const shop = await catalogue.shop.load(shopId);
  if (!shop) return userError('shopId', 'SHOP_UNKNOWN', `There is no shop ${shown(shopId)}.`);
  if (shop.platformId === settings.contentPlatform) {
    return userError('shopId', 'ACCOUNT_UNAVAILABLE', 'The shop is in the content platform’s own store.');
  }
  const parties = partiesOf(claims, shop, settings.contentPlatform);
  const [only, ...others] = party == null ? parties : parties.filter((each) => each === party);
  if (only === undefined) {
    const whom = party == null ? 'none of the account’s parties' : `another party than ${party}`;
    return userError(party == null ? 'shopId' : 'party', 'PARTY_FORBIDDEN', `The caller speaks for ${whom}.`);
  }
  if (others.length === 0) return { shop, party: only };
  return userError('party', 'PARTY_REQUIRED', `The caller speaks for ${parties.join(' and ')}: say in whose name.`);
}

function refused(error: UserError) {
  return { jointAccount: null, userErrors: [error] };
}

/** The account as it is now, in this process at once. */
async function written(shop: ShopModel, context: Context) {
  context.accounts.changed(shop.id);
  const jointAccounts = accountLoaders(context.db);
  return { jointAccount: await accountOf(shop, { ...context, jointAccounts }), userErrors: [] };
}
