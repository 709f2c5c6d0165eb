import { found } from '../../kit/found.ts';
import { checkId } from '../../kit/ids.ts';
import { watchWithAccounts } from '../accounts/watch-with-accounts.ts';
import type { Context } from '../context.ts';
import type {
  SubscriptionnoteConversionUpdatedArgs as NoteArgs,
  Resolvers,
  SubscriptionshopConversionUpdatedArgs as ShopArgs,
  SubscriptionsourceConversionUpdatedArgs as SourceArgs,
} from '../generated/resolvers.ts';
import { checkOwnShop } from '../own-shop.ts';
import { checkSourceId } from '../own-source.ts';
import { subjectName } from '../store/figures/changes.ts';

/** Figures as they change. An event says only that they did: what they are is read for each message. */
export const liveResolvers: Resolvers = {
  Subscription: {
    noteConversionUpdated: {
      subscribe: (_root, { noteId }, context) =>
        watchWithAccounts(subjectName({ kind: 'NOTE', id: checkId(noteId, 'note') }), context),
      resolve: (_event: unknown, { noteId }: NoteArgs) => ({ id: noteId }),
    },
    sourceConversionUpdated: {
      subscribe: (_root, { sourceId }, context) =>
        watchWithAccounts(subjectName({ kind: 'NOTE', id: checkSourceId(sourceId) }), context),
      resolve: (_event: unknown, { sourceId }: SourceArgs) => ({ id: sourceId }),
    },
    shopConversionUpdated: {
      subscribe: async (_root, { shopId }, context) => {
        const { id } = found(await context.catalogue.shop.load(checkId(shopId, 'shop')), 'shop', shopId);
        checkOwnShop(context.claims, id);
        return watchWithAccounts(subjectName({ kind: 'SHOP', id }), context, id);
      },
      resolve: async (_event: unknown, { shopId }: ShopArgs, { catalogue, claims }: Context) => {
        checkOwnShop(claims, shopId);
        return (await catalogue.shop.load(shopId)) ?? null;
      },
    },
  },
};
