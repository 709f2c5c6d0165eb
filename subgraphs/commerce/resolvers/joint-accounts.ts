import type { Claims } from '../../kit/claims/claims.ts';
import { checkFirst } from '../../kit/connection.ts';
import { InputError } from '../../kit/errors.ts';
import { found } from '../../kit/found.ts';
import { shown } from '../../kit/ids.ts';
import { present } from '../../kit/present.ts';
import { statusOf } from '../accounts/joint-account.ts';
import { partiesOf } from '../accounts/parties.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { ShopModel } from '../models/catalogue.ts';
import type { JointAccountGrantModel, JointAccountModel } from '../models/joint-accounts.ts';
import { ownsShop } from '../own-shop.ts';
import { newestGaps } from './data-gaps.ts';

/** Joint accounts (三方账号), with what each party granted. */
export const jointAccountResolvers: Resolvers = {
  Shop: {
    jointAccount: async (shop, _args, context) => {
      if (!maySee(context, shop)) {
        throw new InputError('ROW_FORBIDDEN', `The shop ${shown(shop.id)} is not the caller's.`);
      }
      return accountOf(shop, context);
    },
  },
  JointAccount: {
    __resolveReference: async (reference, context) => {
      const { id } = reference as unknown as { readonly id: string };
      const shop = await context.catalogue.shop.load(id.replace(/^account_/, 'shop_'));
      const account = shop && maySee(context, shop) ? await accountOf(shop, context) : null;
      return found(account ?? undefined, 'account', id);
    },
    id: ({ shop }) => shop.id.replace(/^shop_/, 'account_'),
    status: ({ grants }) => statusOf(grants),
    grants: ({ shop, grants }) => grants.map((grant) => ({ ...grant, shop })),
    history: async ({ shop }, { first }, { jointAccounts }) => {
      checkFirst(first);
      const grants = (await jointAccounts.history(first).load(shop.id)) ?? [];
      return grants.map((grant) => ({ ...grant, shop }));
    },
    createdAt: async ({ shop }, _args, { jointAccounts }) =>
      present(await jointAccounts.openedAt.load(shop.id), 'opening').toISOString(),
    dataGaps: ({ shop }, { first }, context) => {
      checkFirst(first);
      return newestGaps([context.settings.contentPlatform, shop.platformId], null, first, context);
    },
  },
  JointAccountGrant: {
    grantedBy: (model, _args, { claims, settings }) =>
      isOwnPart(claims, model, settings.contentPlatform) ? model.grantedBy : null,
    revokedBy: (model, _args, { claims, settings }) =>
      isOwnPart(claims, model, settings.contentPlatform) ? model.revokedBy : null,
  },
};

/** A shop's account as it stands; null where no party ever granted. */
export async function accountOf(shop: ShopModel, { jointAccounts }: Context): Promise<JointAccountModel | null> {
  const grants = (await jointAccounts.grants.load(shop.id)) ?? [];
  return grants.length === 0 ? null : { shop, grants };
}

function maySee({ claims, settings }: Context, shop: ShopModel): boolean {
  return ownsShop(claims, shop.id) || partiesOf(claims, shop, settings.contentPlatform).length > 0;
}

function isOwnPart(claims: Claims, { shop, party }: JointAccountGrantModel, contentPlatform: string): boolean {
  return partiesOf(claims, shop, contentPlatform).includes(party);
}
